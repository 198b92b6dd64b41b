"""Gold edges: every field legal, every passage where it says, nothing twice. gold/README.md has the definitions."""
from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.model import Mode, SpeakerKind, Stance
from tests.conftest import ROOT

GOLD = ROOT / "tests" / "gold"
FILES = sorted(GOLD.glob("*.gold.jsonl"))
NEEDED = {"id", "article", "speaker", "kind", "organisation", "role", "stance", "proposal", "label", "evidence", "mode", "optional"}
ALLOWED = NEEDED | {"speaker_accept", "organisation_accept", "stance_accept", "mentions"}
SOCIAL_CARE = "digests"  # its articles are the files of seeds/


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def articles(gold: Path) -> dict[str, str]:
    """Article id -> text, for the articles that belong to a gold file."""
    name = gold.name.removesuffix(".gold.jsonl")
    if name == SOCIAL_CARE:
        return {p.stem: p.read_bytes().decode("utf-8") for p in (ROOT / "seeds").glob("*.txt")}
    return {a["id"]: a["text"] for a in lines(GOLD / f"{name}.jsonl")}


def faults(edge: dict, text: str) -> list[str]:
    """What is wrong with one edge, as sentences for the person who wrote it."""
    out = [f"field {name}" for name in sorted((NEEDED - set(edge)) | (set(edge) - ALLOWED))]
    if out:
        return out
    if edge["kind"] not in set(SpeakerKind) or edge["stance"] not in set(Stance) or edge["mode"] not in set(Mode):
        out.append("kind, stance or mode is not one of the known ones")
    if edge.get("stance_accept") and (edge["stance"] not in edge["stance_accept"] or set(edge["stance_accept"]) - set(Stance)):
        out.append("stance_accept must list known stances, the stance itself among them")
    if not edge["speaker"] or not edge["label"] or not edge["evidence"]:
        out.append("speaker, label and evidence may not be empty")
    if (edge["kind"] == "anonymous") != edge["speaker"].endswith("(anonymous)"):
        out.append("an anonymous speaker is written 'role (anonymous)'")
    for start, end in edge["evidence"]:
        passage = text[start:end]
        if not 0 <= start < end <= len(text):
            out.append(f"[{start}, {end}] is outside the text")
        elif passage != passage.strip() or (start and (text[start - 1] + text[start]).isalnum()):
            out.append(f"[{start}, {end}] does not start on a word and end on one: {passage!r}")
        elif end < len(text) and (text[end - 1] + text[end]).isalnum():
            out.append(f"[{start}, {end}] ends inside a word: {passage!r}")
        elif not 2 <= len(passage.split()) <= 120:
            out.append(f"[{start}, {end}] is not a clause: {passage!r}")
    return out


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_every_edge_is_well_formed_and_its_evidence_is_in_the_text(path):
    texts = articles(path)
    assert {edge["id"]: found for edge in lines(path) if (found := faults(edge, texts[edge["article"]]))} == {}


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_an_edge_stands_once(path):
    edges = lines(path)
    assert len({e["id"] for e in edges}) == len(edges)
    assert len({(e["article"], e["speaker"], e["stance"], e["label"]) for e in edges}) == len(edges)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_every_article_stands_once_in_one_file(path):
    names = [a for p in FILES for a in articles(p)]
    assert len(names) == len(set(names))


def test_digests_hold_forty_plain_edges():
    assert sum(not e["optional"] for e in lines(GOLD / "digests.gold.jsonl")) >= 40


def test_the_fresh_held_out_set_holds_whole_articles():
    texts = articles(GOLD / "news-c.gold.jsonl")
    assert len(texts) == 24 == len({edge["article"] for edge in lines(GOLD / "news-c.gold.jsonl")})
    assert all(250 <= len(text.split()) <= 600 for text in texts.values())


def test_faults_names_a_passage_that_cuts_a_word():
    edge = dict.fromkeys(NEEDED) | {"speaker": "Ann Lee", "label": "x", "kind": "person", "stance": "supports", "mode": "direct"}
    assert "does not start on a word" in faults(edge | {"evidence": [[1, 20]]}, "Ministers want the tolls to go.")[0]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_readme_states_the_counts(path):
    edges = lines(path)
    cells = f"{len(edges)} ({sum(not e['optional'] for e in edges)})"
    assert cells in next(row for row in (GOLD / "README.md").read_text(encoding="utf-8").splitlines() if f"`{path.name}`" in row)
