"""The bundled digests: ours word for word, of readable length, each with its reference."""
from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT, SHARED

DIGESTS = sorted(p for p in (ROOT / "seeds").glob("*.txt"))
RUN = 8  # words in a row that no digest may share with an original


def runs(text: str) -> set[tuple[str, ...]]:
    """Every stretch of RUN words, case and punctuation aside."""
    words = re.findall(r"[a-z0-9]+", text.replace("\u2019", "'").replace("'", "").lower())
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


@pytest.mark.parametrize("path", DIGESTS, ids=lambda p: p.stem)
def test_digest_names_its_source_and_keeps_to_a_news_items_length(path):
    title, reference, body = path.read_text(encoding="utf-8").split("\n\n", 2)
    assert "\n" not in title
    assert reference.startswith("Digest of: ") and re.search(r"\b(19|20)\d\d\b", reference)
    assert 280 <= len(body.split()) <= 450


@pytest.mark.parametrize("path", DIGESTS, ids=lambda p: p.stem)
def test_quotations_in_a_digest_are_five_words_at_most(path):
    body = path.read_text(encoding="utf-8").split("\n\n", 2)[2]
    assert all(len(quoted.split()) <= 5 for quoted in re.findall(r'"([^"]*)"', body))


def test_readme_lists_every_digest():
    readme = (ROOT / "seeds" / "README.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^\| `(.+?\.txt)`", readme, re.M)) == [p.name for p in DIGESTS]


@pytest.mark.shared
def test_no_digest_shares_eight_words_in_a_row_with_an_original():
    originals = [p.read_text(encoding="utf-8") for p in sorted((SHARED / "seeds").glob("*.txt"))]
    assert originals
    shared = {p.stem: runs(p.read_text(encoding="utf-8")) & set().union(*map(runs, originals)) for p in DIGESTS}
    assert shared == {p.stem: set() for p in DIGESTS}
