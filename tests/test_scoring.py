"""Scoring: names and wordings, levels, one-to-one matching, and the same figures as the reference where it is at hand."""
from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path

import pytest

from kg.scoring import score
from kg.scoring.kinds import kinds
from kg.scoring.names import same_name, same_wording

REFERENCE = Path(__file__).parent.parent.parent / "shared" / "eval"
GOLD = {"article": "a", "speaker": "Ann Lee", "kind": "person", "organisation": "Harbour Board", "stance": "supports", "proposal": ["levy"],
        "label": "a levy on ferry tickets", "evidence": [[10, 60]], "mode": "direct", "optional": False}
SAID = {"article": "a", "speaker": "Ann Lee", "organisation": "Harbour Board", "stance": "supports", "proposal": "levy", "proposal_label": "a ferry levy",
        "proposal_text": "the levy", "start": 10, "end": 60, "rule": "stance_verb"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Dr Ann Lee", "Lee", True), ("Ann Lee", "Bob Lee", False), ("A Lee", "Ann Lee", True), ("FSB", "Federation of Small Businesses", True),
        ("the government", "UK Government", True), ("council", "Kent Council", False), ("Kent Council", "Kent County Council", True), ("", "Lee", False),
        ("some GPs", "general practitioners", True),
    ],
)
def test_names(one: str, other: str, same: bool) -> None:
    assert same is same_name(one, other) is same_name(other, one)


@pytest.mark.parametrize(("one", "other", "same"), [("closing the pier early", "closure of the pier", False), ("closing piers", "the pier closing", True), ("a ferry levy", "levy on ferries", True),
                                                    ("health care", "cats and health", False), ("", "x", False)])
def test_wordings(one: str, other: str, same: bool) -> None:
    assert same is same_wording(one, other)


@pytest.mark.parametrize(
    ("change", "reached"),
    [({}, 4), ({"organisation": None, "speaker": "Ann Lee"}, 3), ({"proposal": "pier", "proposal_label": "the pier", "proposal_text": "it"}, 2),
     ({"stance": "opposes"}, 1), ({"speaker": "Tom Reed", "organisation": None}, 0), ({"start": 70, "end": 90}, 0)],
)
def test_each_level_needs_the_one_before(change: dict, reached: int) -> None:
    figures = score([GOLD], [SAID | change]).figures
    assert [1.0] * reached + [0.0] * (4 - reached) == [figure.f1 for figure in figures.values()]


def test_an_optional_edge_counts_neither_for_nor_against() -> None:
    optional = GOLD | {"optional": True, "speaker": "Tom Reed", "evidence": [[100, 150]]}
    assert 1.0 == score([GOLD, optional], [SAID, SAID | {"speaker": "Tom Reed", "start": 100, "end": 150}]).figures["full"].f1


def test_kinds_name_what_went_wrong() -> None:
    said = [SAID | {"stance": "opposes"}, SAID | {"speaker": "Tom Reed", "organisation": None, "start": 200, "end": 220}]
    outcome = score([GOLD, GOLD | {"speaker": "Eve Kay", "organisation": "Mole Trust", "evidence": [[300, 340]]}], said)
    assert {"stance: supports read as opposes": 1, "missed: direct passage of an unseen stakeholder (person)": 1,
            "surplus: no gold edge at the passage (stance_verb)": 1} == dict(kinds(outcome, [GOLD], said))


@pytest.mark.shared
def test_figures_are_those_of_the_reference() -> None:
    spec = importlib.util.spec_from_file_location("reference", REFERENCE / "score.py")
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    gold = [json.loads(line) for line in (REFERENCE / "seeds.gold.jsonl").read_text(encoding="utf-8").splitlines()]
    draw = random.Random(5)
    for _ in range(15):
        said = []
        for edge in draw.sample(gold, 60):
            start, end = draw.choice(edge["evidence"])
            other = draw.choice(gold)
            said.append({
                "article": edge["article"], "speaker": draw.choice([edge, edge, edge, other])["speaker"], "organisation": draw.choice([edge, edge, other])["organisation"],
                "stance": draw.choice([edge["stance"]] * 4 + ["opposes", "neutral"]), "proposal": draw.choice([*edge["proposal"], "care-trusts", None]),
                "proposal_label": draw.choice([edge, other])["label"], "proposal_text": draw.choice([edge, other])["label"], "start": start + draw.randrange(9), "end": end + draw.randrange(300)})
        broader = {"care-trusts": "structural-integration"}
        wanted = reference.score(gold, said, broader)[0]
        ours = score(gold, said, broader).figures
        assert {level: (row["right"], row["predicted"], row["found"], row["gold"]) for level, row in wanted.items()} == {
            level: (figure.right, figure.predicted, figure.found, figure.gold) for level, figure in ours.items()}
