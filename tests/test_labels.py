"""Training labels: every field legal, every span where it says."""
from __future__ import annotations

import gzip
import json
from collections import Counter

import pytest

from kg.scoring import LEVELS, score
from tests.conftest import ROOT, SHARED
from tests.test_gold import faults

LABELS = ROOT / "training" / "labels"
STANCES = {"supports", "opposes", "conditional", "neutral", "none"}


def lines(name: str) -> list[dict]:
    return [json.loads(line) for line in (LABELS / name).read_text(encoding="utf-8").splitlines()]


def inside(span: list[int], length: int) -> bool:
    return 0 <= span[0] < span[1] <= length


def test_sentences_have_a_holder_and_a_stance_needs_a_proposal():
    rows = lines("sentences.jsonl")
    assert len({row["text"] for row in rows}) == len(rows) >= 400
    for row in rows:
        assert set(row) == {"text", "holder", "cue", "content", "proposal", "stance"}
        assert row["stance"] in STANCES
        assert row["proposal"] or row["stance"] == "none", row["text"]
        spans = [row["holder"], *row["cue"], *row["content"], *([row["proposal"]] if row["proposal"] else [])]
        assert all(inside(span, len(row["text"])) for span in spans), row["text"]


def test_polnear_labels_hold_no_text():
    for row in lines("polnear.jsonl"):
        assert set(row) <= {"article", "annotator", "attribution", "content", "stance", "holder", "proposal", "note"}
        assert row["stance"] in STANCES
        assert (row["proposal"] is None) == (row["stance"] == "none")


def test_readme_states_the_counts():
    readme = (LABELS / "README.md").read_text(encoding="utf-8")
    for name in ("polnear.jsonl", "sentences.jsonl"):
        count = Counter(row["stance"] for row in lines(name))
        cells = [sum(count.values()), *(count[s] for s in ("supports", "opposes", "conditional", "neutral", "none"))]
        assert f"| `{name}` | " + " | ".join(map(str, cells)) + " |" in readme


def test_readme_states_the_agreement_of_the_second_reading():
    first = {(r["article"], r["annotator"], r["attribution"]): r["stance"] for r in lines("polnear.jsonl")}
    pairs = [(first[r["article"], r["annotator"], r["attribution"]], r["stance"]) for r in lines("second.jsonl")]
    raw = sum(a == b for a, b in pairs) / len(pairs)
    chance = sum(Counter(a for a, _ in pairs)[s] * Counter(b for _, b in pairs)[s] for s in STANCES) / len(pairs) ** 2
    readme = (LABELS / "README.md").read_text(encoding="utf-8")
    assert f"{raw * 100:.0f} of {len(pairs)}\nagree, Cohen's kappa {(raw - chance) / (1 - chance):.2f}" in readme


def test_articles_have_an_identity_and_a_length_of_news():
    rows = lines("articles.jsonl")
    assert len({row["id"] for row in rows}) == len({row["text"] for row in rows}) == len(rows)
    for row in rows:
        assert set(row) == {"id", "title", "publisher", "date", "text"}
        assert 200 <= len(row["text"].split()) <= 620, row["id"]


def test_every_edge_of_the_articles_is_well_formed_and_its_evidence_is_in_the_text():
    texts = {row["id"]: row["text"] for row in lines("articles.jsonl")}
    edges = lines("articles.gold.jsonl")
    assert {edge["article"] for edge in edges} == set(texts)
    assert {edge["id"]: found for edge in edges if (found := faults(edge, texts[edge["article"]]))} == {}


def test_an_edge_of_the_articles_stands_once():
    edges = lines("articles.gold.jsonl")
    assert len({e["id"] for e in edges}) == len({(e["article"], e["speaker"], e["stance"], e["label"]) for e in edges}) == len(edges)


def test_persons_are_named_as_in_their_article():
    texts = {row["id"]: " ".join(row["text"].split()).replace("’", "'") for row in lines("articles.jsonl")}
    people = [edge for edge in lines("articles.gold.jsonl") if edge["kind"] == "person"]
    assert [edge["id"] for edge in people if edge["speaker"] not in texts[edge["article"]]] == []


def test_readme_states_the_counts_of_the_articles():
    edges = lines("articles.gold.jsonl")
    count = Counter(e["stance"] for e in edges)
    cells = [len(lines("articles.jsonl")), f"{len(edges)} ({sum(not e['optional'] for e in edges)})",
             *(count[s] for s in ("supports", "opposes", "conditional", "neutral"))]
    assert "| `articles.gold.jsonl` | " + " | ".join(map(str, cells)) + " |" in (LABELS / "README.md").read_text(encoding="utf-8")


def said(edge: dict) -> list[dict]:
    """A gold edge as the statements that a system would make of it."""
    return [{"article": edge["article"], "speaker": edge["speaker"], "organisation": edge["organisation"], "stance": edge["stance"], "proposal": None,
             "proposal_label": edge["label"], "proposal_text": None, "start": start, "end": end} for start, end in edge["evidence"]]


def test_readme_states_the_agreement_of_the_second_annotator():
    texts = {row["id"]: row["text"] for row in lines("articles.jsonl")}
    second = lines("articles.second.jsonl")
    assert {edge["id"]: found for edge in second if (found := faults(edge, texts[edge["article"]]))} == {}
    assert len({edge["article"] for edge in second}) == 8
    first = [edge for edge in lines("articles.gold.jsonl") if edge["article"] in {e["article"] for e in second}]
    figures = score(first, [s for edge in second if not edge["optional"] for s in said(edge)], {}).figures
    stated = ", ".join(f"{figures[level].f1:.2f}" for level in LEVELS)
    assert f"the first row reads {stated}." in (LABELS / "README.md").read_text(encoding="utf-8")


@pytest.mark.shared
def test_polnear_labels_point_at_attributions_of_the_corpus():
    with gzip.open(SHARED / "data" / "polnear" / "train.jsonl.gz", "rt", encoding="utf-8") as stream:
        corpus = {article["id"]: article for article in map(json.loads, stream)}
    for row in lines("polnear.jsonl"):
        article = corpus[row["article"]]
        annotation = next(a for a in article["annotations"] if a["annotator"] == row["annotator"])
        assert annotation["attributions"][row["attribution"]]["content"] == row["content"]
        assert all(inside(span, len(article["text"])) for span in (row["holder"], row["proposal"] or row["holder"]))
