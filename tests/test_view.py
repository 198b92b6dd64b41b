"""The view leads back to the source, character by character."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.pipeline.view import view


def paragraphs(text: str) -> list[str]:
    seen = view(text)
    return [seen.text[start:end] for start, end in seen.paragraphs]


@given(st.text(max_size=300))
def test_every_character_leads_back(text: str) -> None:
    seen = view(text)
    assert len(seen.text) == len(seen.offsets)
    assert list(seen.offsets) == sorted(seen.offsets)
    assert all(0 <= offset < len(text) for offset in seen.offsets)


@given(st.text(alphabet="ab .\n\t“’", max_size=80))
def test_paragraphs_hold_the_same_letters(text: str) -> None:
    assert "".join("".join(paragraphs(text)).split()) == "".join(text.replace("“", '"').replace("’", "'").split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("    Leaders have warned ministers not to force\n    councils together, it said.\n\n    Next.",
         ["Leaders have warned ministers not to force councils together, it said.", "Next."]),
        ("First paragraph ends here.\nSecond one does too.\nThird as well.",
         ["First paragraph ends here.", "Second one does too.", "Third as well."]),
        ("“It’s ‘fine’,” he said.", ["\"It's 'fine',\" he said."]),
        ("\ufeffTitle\r\n\r\nBody", ["Title", "Body"]),
        ("Title: Trams\nDate: 3 May 2011\n\nThe council backs it.\n\nComments are closed.\n\nRead more: Trams", ["The council backs it."]),
        ("", []),
        (" \n\n \t", []),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert paragraphs(text) == expected


def test_long_runs_of_marks_are_broken() -> None:
    assert max(map(len, view("'" * 5000).text.split())) <= 101


def test_source_spans_name_the_article_text() -> None:
    text = "  “We  \n oppose it,” she said."
    seen = view(text)
    start = seen.text.index("We oppose")
    assert text[slice(*seen.source(start, start + 9))] == "We  \n oppose"
