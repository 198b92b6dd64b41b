"""Quote marks are paired paragraph by paragraph, apostrophes are none, and what is no speech is a scare quote."""
from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

import drawn
from kg.model import Article
from kg.pipeline.parse import tokens
from kg.pipeline.quotes import quote, stretches
from kg.pipeline.view import view

CASES = [
    ("'I don't know,' said Ann. 'The workers' rights matter.'", ["'I don't know,'", "'The workers' rights matter.'"]),
    ("‘The boys’ club is closed,’ he said.", ["'The boys' club is closed,'"]),
    ("It's the councils' plan and Peter's, from the '90s, rock 'n' roll.", []),
    ("\"It is so, she said. \"And then,\" she said.", ['"It is so,', '"And then,"']),
    ("She said: 'One.\n\n'Two, and it's odd.\n\n'The end.' They left.", ["'One.", "'Two, and it's odd.", "'The end.'"]),
    ("“First.\n\n“Second,” he said.", ['"First.', '"Second,"']),
    ("\"Start.\n\nClose here,\" he said. \"Next.\"", ['"Start.', 'Close here,"', '"Next."']),
    ("\"He said 'no' to it\", she said.", ["\"He said 'no' to it\""]),
    ("'We want \"joined up\" care', says Tom.", ["'We want \"joined up\" care'"]),
    ("''Two strokes,'' he said.", ["''Two strokes,''"]),
    ("'He's gone.\n\nShe said nothing.", ["'He's gone."]),
    ("It is \"great\"—\"good,\" he said.", ['"great"', '"good,"']),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=range(len(CASES)))
def test_stretches(text: str, expected: list[str]) -> None:
    seen = view(text)
    assert expected == [seen.text[s.start:s.end] for s in stretches(seen, text)]


def test_an_unclosed_quote_says_so() -> None:
    text = "'He's gone.\n\nShe said nothing."
    assert [False] == [s.closed for s in stretches(view(text), text)]


@given(st.text(alphabet="ab'\" .,\n‘’“”s", max_size=60))
def test_stretches_never_overlap_and_stay_in_their_paragraph(text: str) -> None:
    seen = view(text)
    found = stretches(seen, text)
    assert all(a.end <= b.start for a, b in zip(found, found[1:]))
    assert all(any(p.start <= s.start < s.end <= p.end for p in seen.paragraphs) for s in found)


def _labels(text: str) -> list[tuple[str, str]]:
    doc = quote(tokens(spacy.blank("en"), Article(id="a", text=text)))
    return [(span.text, span.label_) for span in doc.spans["quotes"]]


def test_a_short_quoted_term_inside_a_clause_is_a_scare_quote() -> None:
    assert [("'joined up'", "scare")] == _labels("They work in 'joined up' teams these days.")


def test_short_words_of_a_speaker_are_speech() -> None:
    assert [("'ridiculous'", "quote")] == _labels("She called 'ridiculous' what they did.")
    assert [("'Rubbish,'", "quote")] == _labels("'Rubbish,' he said.")


def test_a_drawn_doc_has_its_quotes() -> None:
    doc = quote(drawn.load("said_after"))
    assert ['"We oppose it,"', '"It fails."'] == [span.text for span in doc.spans["quotes"]]
