"""Why the light reader has the size it has: `python -m training.parser.compare --weights MINILM` trains variants and prints their table.

Each variant differs in one thing from the row "shipped settings" and is judged by spaCy's own scorer on GUM news, interview and speech
dev. What it is trained on is made first, where it is not there; without a teacher of its own the shipped default reader reads the news.
A variant whose result stands in the work folder is not trained again.
"""
from __future__ import annotations

import argparse
import json
import logging
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from training.parser.figures import COLUMNS, columns
from training.parser.run import Place, places, run, student

STEPS = 700
ENCODE = "components.tok2vec.model.encode"
ROWS = "components.tok2vec.model.embed.rows"


@dataclass(frozen=True, slots=True)
class Variant:
    """One row of the table: what it is called, what it learns from, for how long, and what differs from pipeline.cfg."""

    name: str
    title: str
    mix: str = "silver"
    steps: int = STEPS
    settings: Mapping[str, object] = field(default_factory=dict)


VARIANTS = (
    Variant("gold", "gold", "gold"),
    Variant("converted", "gold and converted CoreNLP parses", "converted"),
    Variant("silver", "gold and the default reader's parses: shipped settings (width 128, depth 4, 8,000 rows)"),
    Variant("width-96", "width 96", settings={f"{ENCODE}.width": 96}),
    Variant("width-192", "width 192", settings={f"{ENCODE}.width": 192}),
    Variant("depth-2", "depth 2", settings={f"{ENCODE}.depth": 2}),
    Variant("depth-6", "depth 6", settings={f"{ENCODE}.depth": 6}),
    Variant("rows-half", "half the rows", settings={ROWS: [4000, 1000, 2500, 1250, 50]}),
    Variant("rows-double", "twice the rows", settings={ROWS: [16000, 4000, 10000, 5000, 50]}),
    Variant("steps-2000", "2,000 steps", steps=2000),
    Variant("steps-4000", "4,000 steps", steps=4000),
)


def compare(place: Place, wanted: Sequence[Variant]) -> Iterator[tuple[str, dict[str, float]]]:
    """Train each variant that was not trained before, and give its title and figures."""
    for variant in wanted:
        best = place.work / "compare" / variant.name / "model-best"
        if not (best / "meta.json").exists():
            own = {"training.max_steps": variant.steps, "training.eval_frequency": variant.steps}
            student(place, variant.mix, f"compare/{variant.name}", **own, **variant.settings)
        yield variant.title, columns(json.loads((best / "meta.json").read_text(encoding="utf-8"))["performance"]) | {"MB": size(best)}


def size(trained: Path) -> float:
    """Megabytes of a pipeline as it would be shipped, lemma tables left out."""
    import spacy

    from kg.pipeline.weights import pack

    nlp = spacy.load(trained)
    pack(nlp)
    with tempfile.TemporaryDirectory() as folder:
        nlp.to_disk(folder)
        return round(sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file()) / 1e6, 1)


def epochs(place: Place) -> Iterator[tuple[str, dict[str, float]]]:
    """The teacher's figures after each pass, where it was trained in this work folder."""
    kept = place.work / "teacher" / "epochs.jsonl"
    for line in kept.read_text(encoding="utf-8").splitlines() if kept.exists() else ():
        row = json.loads(line)
        yield f"default reader, pass {row['epoch']}", {name: row[name] for name in COLUMNS}


def markdown(rows: Sequence[tuple[str, Mapping[str, float]]]) -> str:
    """The table, a row a variant."""
    names = [*COLUMNS, "MB"]
    lines = [f"| variant | {' | '.join(names)} |", f"|---|{'--:|' * len(names)}"]
    return "\n".join([*lines, *(f"| {title} | {' | '.join(f'{row[n]:.1f}' if n in row else '' for n in names)} |" for title, row in rows)])


def main(argv: Sequence[str] | None = None) -> None:
    """Print the table, or the rows of it that are named."""
    options = argparse.ArgumentParser(prog="python -m training.parser.compare", description=__doc__)
    places(options)
    options.add_argument("--only", nargs="*", choices=[variant.name for variant in VARIANTS], help="these variants")
    given = options.parse_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    place = Place(given.data, given.weights, given.work)
    run(place, ["base", "corpora", "silver"], again=False)
    wanted = [variant for variant in VARIANTS if not given.only or variant.name in given.only]
    print(markdown([*compare(place, wanted), *epochs(place)]))


if __name__ == "__main__":
    main()
