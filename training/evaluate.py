"""Every figure of the README, measured now: `make evaluate`.

Each section is a module that can also be run by itself. A section whose data is not beside this checkout is named and left out.
"""
from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"

# title, module, whether it needs ../shared
SECTIONS = (
    ("Parsing and names (treebank dev sets)", "training.evaluate_parser", True),
    ("The same, light", "training.evaluate_parser --fast", True),
    ("Attribution (PolNeAR dev)", "training.evaluate_attribution", True),
    ("Speakers (GUM, PolNeAR dev, our own gold)", "training.evaluate_speakers", True),
    ("Linking of proposals", "training.evaluate_linking", False),
    ("Statements (gold edges)", "training.evaluate_stance", False),
)


def main() -> int:
    """Run the sections named on the command line (parser, attribution ...), by default all; 1 when one failed."""
    wanted = sys.argv[1:]
    failed = 0
    for title, module, shared in SECTIONS:
        if wanted and module.split()[0].removeprefix("training.evaluate_") not in wanted:
            continue
        print(f"\n## {title}: python -m {module}\n", flush=True)
        if shared and not SHARED.is_dir():
            print(f"left out: needs {SHARED.name}/ beside the checkout")
            continue
        failed += subprocess.run([sys.executable, "-m", *module.split()], cwd=ROOT, check=False).returncode != 0
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
