"""`python -m training PART ...`: make one of the shipped models anew; the parts are the table below."""
from __future__ import annotations

import sys
from importlib import import_module

PARTS = {"parser": "training.parser.run"}  # name -> module with main(argv)


def main(argv: list[str]) -> None:
    """Hand the rest of the line to the part that it names."""
    if not argv or argv[0] not in PARTS:
        sys.exit(f"usage: python -m training {{{','.join(sorted(PARTS))}}} ...; see training/README.md")
    import_module(PARTS[argv[0]]).main(argv[1:])


if __name__ == "__main__":
    main(sys.argv[1:])
