"""Hypothesis strategies for articles and statements: any Unicode text that UTF-8 can hold, hostile names included."""
from __future__ import annotations

from hypothesis import strategies as st

from kg.model import Article, Mode, Proposal, SpeakerKind, Stance, Statement, Status, statement_id

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
names = st.one_of(st.sampled_from(["Ann Lee", "ann lee", "Ann  Lee", "LGA", ".", "..", "a/b", "name", "<b>&\"'", "é\u2028"]), texts)
ids = st.one_of(st.sampled_from(["ann-lee", "lga", "name", "label", "..", "a b", "%41", "é"]), texts)
days = st.one_of(
    st.dates().map(str), st.dates().map(lambda d: str(d)[:7]), st.dates().map(lambda d: str(d)[:4]),
    st.sampled_from(["2005-02-31", "spring", "0000"]))


@st.composite
def articles(draw, identifier: st.SearchStrategy[str] = ids) -> Article:
    """An article with at least one character."""
    maybe = st.none() | names
    return Article(draw(identifier), draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200)), draw(maybe),
                   draw(maybe), draw(maybe), draw(st.none() | days), draw(maybe), draw(maybe))


@st.composite
def statements(draw, article: Article) -> Statement:
    """A statement whose quote is a stretch of the article."""
    start = draw(st.integers(0, len(article.text) - 1))
    end = draw(st.integers(start + 1, len(article.text)))
    speaker, stance, words = draw(names), draw(st.sampled_from(Stance)), draw(texts)
    organisation, label = draw(st.none() | names), draw(st.none() | names)
    quote = article.text[start:end]
    return Statement(
        id=statement_id(article.id, quote, speaker, stance, words), article=article.id, start=start, end=end, quote=quote,
        speaker=speaker, speaker_id=draw(st.none() | ids), speaker_kind=draw(st.sampled_from(SpeakerKind)), role=draw(st.none() | names),
        organisation=organisation, organisation_id=draw(st.none() | ids) if organisation else None, stance=stance,
        lean=draw(st.none() | st.sampled_from(Stance)), condition=draw(st.none() | texts),
        proposal=draw(st.none() | ids) if label else None, proposal_label=label, proposal_text=words,
        mode=draw(st.sampled_from(Mode)), cue=draw(texts), rule=draw(texts), reported_by=draw(st.none() | names),
        said_on=draw(st.none() | days), confidence=draw(st.integers(0, 10**6)) / 10**6, status=draw(st.sampled_from(Status)),
        because=draw(st.none() | texts))


@st.composite
def corpora(draw) -> tuple[list[Article], list[Statement], list[Proposal]]:
    """Articles, their statements (ids unique, in order of text) and some proposals of the scheme."""
    found = draw(st.lists(articles(), min_size=1, max_size=3, unique_by=lambda a: a.id))
    made = {s.id: s for article in found for s in draw(st.lists(statements(article), max_size=4))}
    schemes = draw(st.lists(st.builds(Proposal, id=ids, label=names, broader=st.none() | ids), max_size=3, unique_by=lambda p: p.id))
    return found, sorted(made.values(), key=lambda s: (s.article, s.start, s.end, s.id)), schemes
