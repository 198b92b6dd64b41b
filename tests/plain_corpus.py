"""A build read as plain files (statements.jsonl, run.json, the registries' tables), to work out answers without a graph."""
from __future__ import annotations

import csv
import json
import re
from collections import Counter, defaultdict
from functools import cached_property
from pathlib import Path

SIDE = {"supports": 1, "opposes": -1, "neutral": 0}


class Corpus:
    """A build's files, read as they are."""

    def __init__(self, build: Path, ontology: Path) -> None:
        self.statements = [json.loads(line) for line in (build / "statements.jsonl").read_text(encoding="utf-8").split("\n")[:-1]]
        self.live = [s for s in self.statements if s["status"] != "disputed"]
        self.run = json.loads((build / "run.json").read_text(encoding="utf-8"))
        self.articles = self.run["articles"]
        self._registry = {kind: {row["id"]: row["name"] for row in _table(ontology / name)} for kind, name in (("person", "people.csv"), ("organisation", "organisations.csv"))}
        self._holders, self._offices = _table(ontology / "holders.csv"), {row["id"]: row for row in _table(ontology / "offices.csv")}
        scheme = (ontology / "proposals.ttl").read_text(encoding="utf-8")
        blocks = re.findall(r"^proposal:([\w-]+) a skos:Concept(.*?) \.$", scheme, flags=re.MULTILINE | re.DOTALL)
        self.above = {name: found[1] if (found := re.search(r"skos:broader proposal:([\w-]+)", text)) else None for name, text in blocks}
        self.labels = {name: re.search(r'skos:prefLabel "(.+?)"@en', text)[1] for name, text in blocks}
        self._uses: dict[tuple, Counter] = defaultdict(Counter)
        for s in self.statements:
            self._uses[who(s)][s["speaker"]] += 1
            if s["organisation"]:
                self._uses[body(s)][s["organisation"]] += 1
            self.labels.setdefault(s["proposal"], s["proposal_label"])

    def name(self, node: tuple) -> str:
        """The registry's name, else the one most used, else the first of the alphabet."""
        seen = self._uses[node]
        return self._registry.get(node[0], {}).get(node[1]) or min(seen, key=lambda name: (-seen[name], name))

    def under(self, top: str) -> set[str]:
        """A proposal and all below it."""
        found = {top}
        while more := {name for name, above in self.above.items() if above in found} - found:
            found |= more
        return found

    @cached_property
    def edges(self) -> set[tuple]:
        """(stakeholder, stance with its lean, proposal) of speakers and bodies."""
        return {(node, s["stance"] + (f"-{s['lean']}" if s["lean"] in SIDE and s["stance"] == "conditional" else ""), s["proposal"]) for s in self.live for node in parties(s)}

    def on(self, node: tuple, stance: str) -> set[str]:
        return {proposal for other, kind, proposal in self.edges if (other, kind) == (node, stance)}

    def holdings(self) -> list[tuple]:
        """(body, office, person, from, until) of the registry, for people whom the statements name."""
        return [(row["organisation"] or self._offices[row["office"]]["organisations"].split("|")[0], self._offices[row["office"]]["name"], row["person"], row["from"], row["until"])
                for row in self._holders if ("person", row["person"]) in self._uses]

    def organisation(self, identifier: str) -> str:
        return self._registry["organisation"][identifier]


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def who(s: dict) -> tuple:
    """The speaker; an anonymous one is one article's."""
    if s["speaker_id"]:
        return s["speaker_kind"], s["speaker_id"]
    return s["speaker_kind"], "name", (s["article"] + "/" if s["speaker_kind"] == "anonymous" else "") + s["speaker"].casefold().replace(" ", "-")


def body(s: dict) -> tuple:
    return ("organisation", s["organisation_id"]) if s["organisation_id"] else ("organisation", "name", s["organisation"].casefold().replace(" ", "-"))


def parties(s: dict) -> set[tuple]:
    return {who(s), body(s)} if s["organisation"] else {who(s)}


def rows(found) -> list[list[str]]:
    """Rows of strings in the order of the alphabet."""
    return sorted(["" if value is None else str(value) for value in row] for row in found)
