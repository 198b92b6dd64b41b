"""Rules across nodes: one set-based query each in rules/, which names the node and fills the message."""
from __future__ import annotations

from pathlib import Path

from rdflib import Dataset

from kg import queries
from kg.check.findings import Finding

FOLDER = Path(__file__).parent / "rules"


def rules(source: Dataset) -> list[Finding]:
    """What the rules find in a dataset, store or endpoint."""
    found = []
    for path in sorted(FOLDER.glob("*.rq")):
        text = path.read_text(encoding="utf-8")
        message = text.partition("\n")[0].removeprefix("# message: ")
        for row in queries.ask(source, text).dicts():
            found.append(Finding(row["node"], path.stem, message.format(**row)))
    return found
