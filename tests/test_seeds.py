"""The bundled digests: ours word for word, of readable length, each with its reference."""
from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.readers import folder
from tests.conftest import ROOT, SHARED

DIGESTS = sorted(p for p in (ROOT / "seeds").glob("*.txt"))
RUN = 8  # words in a row that no digest may share with an original


def runs(text: str) -> set[tuple[str, ...]]:
    """Every stretch of RUN words, case and punctuation aside."""
    words = re.findall(r"[a-z0-9]+", text.replace("\u2019", "'").replace("'", "").lower())
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def body(path: Path) -> str:
    """The text below the reference."""
    return path.read_text(encoding="utf-8").split("Digest of: ")[1].split("\n\n", 1)[1]


@pytest.mark.parametrize("path", DIGESTS, ids=lambda p: p.stem)
def test_digest_names_its_source_and_keeps_to_a_news_items_length(path):
    [article] = folder.read([path])
    reference = re.search(r"^Digest of: (.+)$", article.text, re.M)[1]
    assert article.title and re.search(rf"^{re.escape(article.title)}$", article.text, re.M)
    assert re.search(r"\b20\d\d\b", reference)
    assert 280 <= len(body(path).split()) <= 450


def test_dates_and_outlets_are_those_the_articles_show():
    known = {a.id: (a.publisher, a.byline, a.date) for a in folder.read([ROOT / "seeds"])}
    assert known["2005-one-pot-for-health-and-care"] == ("Public Finance", None, "2005-10-21")
    assert known["2009-social-care-money-for-the-nhs"] == ("HSJ", None, "2009-12-08")
    assert known["duty-to-form-care-trusts"] == ("Community Care", "Mithran Samuel", None)
    assert known["2001-care-trusts-divide-opinion"] == (None, "Thelma Agnew", "2001")
    assert known["2000-nhs-control-of-social-services"] == (None, None, "2000")


@pytest.mark.parametrize("path", DIGESTS, ids=lambda p: p.stem)
def test_quotations_in_a_digest_are_five_words_at_most(path):
    assert all(len(quoted.split()) <= 5 for quoted in re.findall(r'"([^"]*)"', body(path)))


def test_readme_lists_every_digest():
    readme = (ROOT / "seeds" / "README.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^\| `(.+?\.txt)`", readme, re.M)) == [p.name for p in DIGESTS]


@pytest.mark.shared
def test_no_digest_shares_eight_words_in_a_row_with_an_original():
    originals = [p.read_text(encoding="utf-8") for p in sorted((SHARED / "seeds").glob("*.txt"))]
    assert originals
    shared = {p.stem: runs(p.read_text(encoding="utf-8")) & set().union(*map(runs, originals)) for p in DIGESTS}
    assert shared == {p.stem: set() for p in DIGESTS}
