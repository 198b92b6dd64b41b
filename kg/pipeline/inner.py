"""Attributions inside a content, by the parse: "the minister said that doctors believe the plan will fail".

PolNeAR gives every word to one attribution at most, so the taggers that learnt from it find the outer one alone. A verb that
is a likely cue, with a subject and a clause of its own, is the inner one.
"""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg import lang
from kg.pipeline.clues import key, priors
from kg.pipeline.lexicon import words
from kg.pipeline.syntax import child, children, has_to, is_passive, is_relative, lemma, modals, negation, surface_subject

Stretch = tuple[int, int]
_LIKELY = 3  # least grade, of five, of a word that heads a cue
_LEAST = 3  # words of an inner content
_QUOTES = ('"', "''", "``")


@dataclass(frozen=True, slots=True)
class Saying:
    """An attribution inside a content, in tokens; `who` is its subject's head."""

    who: int
    source: Stretch
    cue: Stretch
    content: Stretch


def sayings(doc: Doc, start: int, end: int) -> Iterator[Saying]:
    """Those in the tokens [start, end) of a content, in order of place; what is said inside another is left to whoever asks for it.

    Nothing is told by what only might be said, is denied, asked or supposed.
    """
    done = start
    for verb in doc[start:end]:
        if verb.i < done or verb.pos_ != "VERB" or not _cue(verb) or _open(verb):
            continue
        who, what = surface_subject(verb), child(verb, "ccomp")
        if who is None or what is None or not start <= who.i < verb.i < what.i < end or _nobody(who):
            continue
        source, cue, content = _source(who, verb, start), _words(verb), _clause(what, verb, end)
        if source is not None and content is not None and source[1] <= cue[0] and content[1] - content[0] >= _LEAST:
            yield Saying(who.i, source, cue, content)
            done = content[1]


def _cue(verb: Token) -> bool:
    """Whether a verb's form heads a cue more often than not in PolNeAR, or is listed as one of speech or attitude."""
    return priors().get(key(verb.lower_, verb.tag_), 0) >= _LIKELY or lemma(verb) in words("pronouns", "speaking") | words("pronouns", "holding")


def _open(verb: Token) -> bool:
    """Whether a verb only might say it, is asked, denied or supposed to."""
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"} | {g.lower_ for c in verb.children if c.dep_ == "advmod" for g in c.children}
    asked = any(c.dep_ == "aux" and s.dep_.startswith("nsubj") and c.i < s.i for c in verb.children for s in verb.children)
    return (asked or is_passive(verb) or has_to(verb) or negation(verb) is not None or bool(modals(verb) & words("pronouns", "possible"))
            or bool(marks & (words("pronouns", "asking") | words("grammar", "negators"))))


def _nobody(who: Token) -> bool:
    """First and second person speak for the outer speaker, or for nobody in particular."""
    return who.pos_ == "PRON" and who.lower_ not in words("grammar", "third_person") | words("pronouns", "several") or who.lower_ in lang.table("en", "grammar")["no_holder"]


def _source(who: Token, verb: Token, start: int) -> Stretch | None:
    """The subject with what hangs on it, up to the verb's own relative pronoun; none in "savings that he says it brings"."""
    low, high = max(start, who.left_edge.i), who.right_edge.i + 1
    if verb.dep_ == "acl:relcl" and who != verb.head:
        return None
    if low <= verb.i < high:  # "the union, which says ..."
        if who != verb.head:
            return None
        high = min([t.i for t in verb.subtree if is_relative(t)] or [verb.left_edge.i])
    while high - 1 > who.i and verb.doc[high - 1].is_punct:
        high -= 1
    while low < who.i and (verb.doc[low].is_punct or verb.doc[low].dep_ in ("cc", "mark", "case")):
        low += 1
    return (low, high) if low <= who.i < high else None


def _words(verb: Token) -> Stretch:
    """The verb with the auxiliaries and adverbs that stand against it, and its particle."""
    before = {c.i for c in verb.children if c.dep_.startswith(("aux", "advmod"))}
    low, high = verb.i, verb.i + 1
    while low - 1 in before:
        low -= 1
    return low, high + any(c.i == high and c.dep_ == "compound:prt" for c in verb.children)


def _clause(what: Token, verb: Token, end: int) -> Stretch | None:
    """The clause from its "that" on, without marks at its ends; quote marks come in pairs. None where it has no subject."""
    doc, low, high = what.doc, max(verb.i + 1, what.left_edge.i), min(end, what.right_edge.i + 1)
    if not children(what, "nsubj", "csubj", "expl"):
        taken = child(verb, "obj")  # "felt | the plans | still harmed them", read as an object and a clause
        if taken is None or not verb.i < taken.i < low:
            return None
        low = taken.left_edge.i
    low = next((c.i for c in what.children if c.dep_ == "mark" and low <= c.i), low)
    while low < high and doc[low].is_punct:
        low += 1
    while high > low and doc[high - 1].is_punct:
        high -= 1
    if sum(t.text in _QUOTES for t in doc[low:high]) % 2:
        if doc[low - 1].text in _QUOTES and low - 1 > verb.i:
            low -= 1
        elif high + 1 < end and doc[high].text in _QUOTES:
            high += 1
    return low, high
