"""Quotes that are signed after a dash are of those who sign, in both modes."""
from __future__ import annotations

import pytest

from kg.model import Article
from kg.pipeline.attribution import attribute, attributions
from kg.pipeline.extract import extract
from kg.pipeline.parse import parse

POOL = "Ministers plan to close the baths.\n\n"


def _said(nlp, text: str, fast: bool) -> list[tuple[str, str, str]]:
    doc = attribute(next(iter(parse(nlp, [Article("a", text)]))), fast=fast)
    return [tuple(" ".join(text[start:end] for start, end in part) for part in (one.source, one.cue, one.content)) for one in attributions(doc)]


@pytest.mark.model
@pytest.mark.parametrize("fast", [False, True])
@pytest.mark.parametrize("line, source, cue, content", [
    ('"It is a disgrace. They should be ashamed." - Ann Lee, Market Street', "Ann Lee, Market Street", "-", '"It is a disgrace. They should be ashamed."'),
    ("\u201cKeep them open!\u201d \u2014 Dr Bo Reed, chair of the Ferry League.", "Dr Bo Reed, chair of the Ferry League", "\u2014", "\u201cKeep them open!\u201d"),
    ("'We cannot afford them' -- union spokesman", "union spokesman", "--", "'We cannot afford them'"),
    ("\u2018Nobody asked us\u2019 \u2015 the Ferry League", "the Ferry League", "\u2015", "\u2018Nobody asked us\u2019"),
    ('Ann Lee, council leader: "We cannot afford them any longer."', "Ann Lee, council leader", ":", '"We cannot afford them any longer."'),
    ('Ann Lee, chairman of the league, who is against the toll: "It will ruin us."', "Ann Lee, chairman of the league, who is against the toll", ":", '"It will ruin us."'),
    ('Bo Reed (Ferry League): "It is an act of vandalism."', "Bo Reed (Ferry League)", ":", '"It is an act of vandalism."'),
    ('\u2022 The Ferry League: "It is an act of vandalism."', "The Ferry League", ":", '"It is an act of vandalism."'),
    ('"It is an act of vandalism"\nAnn Lee, Ferry League', "Ann Lee, Ferry League", "", '"It is an act of vandalism"'),
])
def test_who_signs_said_it(nlp, line: str, source: str, cue: str, content: str, fast: bool) -> None:
    assert (source, cue, content) in _said(nlp, POOL + line + "\n\nThe minister said the plan would go ahead.", fast)


@pytest.mark.model
@pytest.mark.parametrize("fast", [False, True])
def test_every_line_of_a_list_keeps_its_own_words(nlp, fast: bool) -> None:
    found = _said(nlp, POOL + '"They must stay." - Ann Lee, 43\n"High time." - Bo Reed\n"I learnt to swim there." - Cy Marsh\n\nThe council votes on Monday.', fast)
    assert [(source, content) for source, cue, content in found if cue == "-"] == [
        ("Ann Lee, 43", '"They must stay."'), ("Bo Reed", '"High time."'), ("Cy Marsh", '"I learnt to swim there."')]


@pytest.mark.model
@pytest.mark.parametrize("fast", [False, True])
@pytest.mark.parametrize("text, wanted", [
    ('Ann Lee: "They must stay."\n\nBo Reed (Ferry League): "High time."', [("Ann Lee", '"They must stay."'), ("Bo Reed (Ferry League)", '"High time."')]),
    ('"They must stay"\nAnn Lee, Ferry League\n\n"High time"\nBo Reed, Harbour Trust', [("Ann Lee, Ferry League", '"They must stay"'), ("Bo Reed, Harbour Trust", '"High time"')]),
    ('Ann Lee, Ferry League\n"They must stay"\n\nBo Reed, Harbour Trust\n"High time"', [("Ann Lee, Ferry League", '"They must stay"'), ("Bo Reed, Harbour Trust", '"High time"')]),
    ('Ann Lee, Ferry League\n"They must stay"\n\nBo Reed, Harbour Trust', []),  # which of the two?
    ('Ann Lee\n\n"They must stay, people in the town insist."', []),  # a byline
])
def test_names_and_quotes_in_turn_go_together_where_the_run_tells_how(nlp, text: str, wanted: list[tuple[str, str]], fast: bool) -> None:
    found = _said(nlp, POOL + text + "\n\nThe council votes on Monday.", fast)
    assert wanted == [(source, content) for source, _, content in found if "Lee" in source or "Reed" in source]


@pytest.mark.model
@pytest.mark.parametrize("line", [
    'Councillors agreed. "It was the only way" - and so it was, Lee said.',
    '"It was the only way" - or so Ann Lee thought.',
    'She called the baths "a joke" - Ann Lee of all people.',
    '"It was the only way" - at last.',
    'In other words, asked Ann Lee: "Why close it?"',
    'The question for Ann Lee is: "Why close it?"',
])
def test_a_dash_or_colon_alone_signs_nothing(nlp, line: str) -> None:
    assert not [one for one in _said(nlp, POOL + line, False) if one[1] in ("-", ":")]


@pytest.mark.model
def test_who_signs_is_known_by_name_and_body(nlp) -> None:
    _, statements = extract(nlp, Article("a", POOL + '"Closing the baths would be a disgrace." - Ann Lee, chair of the Ferry League\n\n"A bold step." - Bo Reed, 43'))
    assert ("Ann Lee", "Ferry League", "opposes") in {(one.speaker, one.organisation, one.stance) for one in statements}
