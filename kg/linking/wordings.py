"""Which concept each statement of a corpus is about: of the scheme where one fits, else a new one shared by like wordings."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.linking import cluster
from kg.linking.proposals import BACK_REFERENCE, SURE, Link, Matcher
from kg.linking.spoken import Spoken
from kg.linking.words import meaning, slug
from kg.model import Article, Proposal, Statement, normalise



def named_in(text: str, matcher: Matcher) -> set[str]:
    """Concepts of which a label of two words or more stands in a text."""
    plain = f" {normalise(text)} "
    return {link.concept for label, link in matcher.exact.items() if " " in label and f" {label} " in plain}


def best(statement: Statement, matcher: Matcher, context: set[str], spoken: Spoken | None = None) -> Link | None:
    """The link of the suggested label or of the article's words.

    Where the label is about something else than the words, the words come first if they say anything by themselves.
    Else the surer link, or the narrower where one concept lies under the other.
    """
    text, label = statement.proposal_text, statement.proposal_label or statement.proposal_text
    by_text, by_label = matcher.match(text, context, spoken), matcher.match(label, context, spoken)
    if by_text is None or by_label is None or by_text.concept == by_label.concept:
        return max(filter(None, (by_label, by_text)), key=lambda link: link.confidence, default=None)
    said, suggested = set(matcher.index.stems(text)), set(matcher.index.stems(label))
    if len(said) > 1 and len(said & suggested) < len(said) / 2 or by_label.concept in matcher.scheme.ancestors(by_text.concept):
        return by_text
    if by_text.concept in matcher.scheme.ancestors(by_label.concept):
        return by_label
    return max(by_label, by_text, key=lambda link: link.confidence)


def resolve(statements: Sequence[Statement], articles: Mapping[str, Article], matcher: Matcher) -> tuple[list[Statement], dict[str, Proposal]]:
    """Statements with proposal and label filled in, and the new concepts by id. A proposal that is set already stays."""
    context: dict[str, set[str]] = defaultdict(set)
    spoken: dict[str, Spoken] = {}
    for key in {s.article for s in statements} & articles.keys():
        context[key] = named_in(articles[key].text, matcher)
        spoken[key] = Spoken(f"{articles[key].title or ''}\n{articles[key].text}", matcher.index)
    open_ = [s for s in statements if s.proposal is None]
    sure = {s: link for s in open_ if (link := best(s, matcher, set(), spoken.get(s.article))) and link.confidence >= SURE}
    for statement, link in sure.items():
        context[statement.article].add(link.concept)
    links = {s: sure.get(s) or best(s, matcher, context[s.article], spoken.get(s.article)) for s in open_}
    new = _mint([s for s in open_ if links[s] is None], matcher)
    concepts, done, minted = matcher.scheme.concepts, [], {}
    for statement in statements:
        if statement.proposal is not None:
            label = concepts[statement.proposal].label if statement.proposal in concepts else statement.proposal_label or statement.proposal_text
            done.append(replace(statement, proposal_label=label))
        elif (link := links[statement]) is not None:
            done.append(_told(replace(statement, proposal=link.concept, proposal_label=concepts[link.concept].label), f"proposal by its likeness to {link.label!r} ({link.confidence:.2f})"))
        else:
            concept = new[statement]
            done.append(_told(replace(statement, proposal=concept.id, proposal_label=concept.label), "proposal is none of the scheme's"))
    texts: dict[str, set[str]] = defaultdict(set)
    for statement in done:
        if statement.proposal not in concepts:
            texts[statement.proposal].add(statement.proposal_text)
            minted[statement.proposal] = statement.proposal_label
    return done, {key: Proposal(key, label, _others(label, texts[key]), minted=True) for key, label in sorted(minted.items())}


def _told(statement: Statement, how: str) -> Statement:
    return replace(statement, because=f"{statement.because}; {how}" if statement.because else how)


def _others(label: str, texts: set[str]) -> tuple[str, ...]:
    """Alternative labels: the articles' wordings that are short enough for one, each once."""
    return tuple({normalise(text): text for text in sorted(texts, reverse=True) if len(text) <= cluster.LONGEST and normalise(text) != normalise(label)}.values())[::-1]


def _mint(statements: Sequence[Statement], matcher: Matcher) -> dict[Statement, Proposal]:
    """A new concept for each statement; "the plans" and "closure" are one article's own."""
    found: dict[Statement, Proposal] = {}
    labels: dict[str, list[str]] = defaultdict(list)
    for statement in statements:
        label = statement.proposal_label or statement.proposal_text
        if BACK_REFERENCE.fullmatch(label) or set(meaning(label, matcher.language)) <= matcher.index.acts:
            found[statement] = Proposal(f"x-{slug(label)}-in-{slug(statement.article)}", label, minted=True)
        else:
            labels[label].append(statement.proposal_text)
    shared = cluster.mint(labels, matcher.embed, taken=tuple(matcher.scheme.concepts), language=matcher.language)
    return found | {s: shared[s.proposal_label or s.proposal_text] for s in statements if s not in found}
