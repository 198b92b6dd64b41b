"""`python -m kg` is `kg`."""
from kg.cli import main

raise SystemExit(main())
