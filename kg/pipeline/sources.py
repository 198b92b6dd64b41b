"""The words of a source -> the actor they mean, without pronouns: names first, then what stands for a name."""
from __future__ import annotations

from kg.pipeline import called, counted, kin, partisan, several, unnamed
from kg.pipeline.answer import Answer, beside
from kg.pipeline.cast import Cast, Mention
from kg.pipeline.groups import is_collective
from kg.pipeline.lexicon import titles, words
from kg.pipeline.phrases import base
from kg.pipeline.roles import is_role

RULES = (
    called.itself, counted.share, counted.trailing, counted.back, unnamed.picked, unnamed.spokesman, unnamed.insider, several.collective, called.body, unnamed.role, called.place, called.document,
    called.appositive, kin.kin, several.many, unnamed.somebody, called.nameless,
)


def named(cast: Cast, start: int, end: int) -> list[Mention]:
    """People and bodies that a stretch names as such: not as owner ("Khan's aides"), not after "of", not as modifier."""
    doc, found, skipped = cast.doc, [], start
    for mention in cast.mentions:
        if mention.start < start or mention.end > end or mention.form != "name":
            continue
        if any(token.lower_ in ("including", "like", "such") for token in doc[start:mention.start]):
            break
        if skipped > start and all(token.lower_ in ("and", "or", ",", "the") or token.lower_ in titles() for token in doc[skipped:mention.start]):
            skipped = mention.end
            continue
        after = doc[mention.end] if mention.end < end else None
        if after is not None and after.lower_ in ("'s", "'") and mention.end + 1 < end and doc[mention.end + 1].pos_ in ("NOUN", "ADJ", "PROPN", "NUM", "VERB"):
            continue
        if not mention.key.startswith("person:") and after is not None and after.pos_ in ("NOUN", "PROPN", "ADJ") and after.text not in "-":
            continue
        if mention.key.startswith("person:") and after is not None and (is_role(after) or is_collective(after) or after.lower_ in words("roles", "spokesmen") or after.lower_ in words("organisations", "generic")):
            continue
        if _governed(cast, mention, start):
            skipped = mention.end
            continue
        found.append(mention)
    return found


def _governed(cast: Cast, mention: Mention, start: int) -> bool:
    """Whether a preposition before the name takes it: "a critic of minister Ann Lee", not "director of housing Ann Lee"."""
    doc, before, between = cast.doc, mention.start - 1, []
    while before >= start and doc[before].lower_ in titles():
        before -= 1
    while before >= start and doc[before].pos_ in ("NOUN", "PROPN", "ADJ", "CCONJ") and mention.key.startswith("person:"):
        body = next((m for m in cast.mentions if m.start < before < m.end and m.key.startswith("organisation:")), None)
        between.append(before)
        before = body.start - 1 if body else before - 1
    if before < start or not (doc[before].pos_ == "ADP" and doc[before].text.islower() or doc[before].lower_ in ("of", "for", "to", "with", "at")):
        return False
    if before <= start or doc[before - 1].text == ",":
        return False
    own = between and not any(is_role(doc[i]) for i in between) and is_role(doc[before - 1])
    return not own


def resolve(cast: Cast, start: int, end: int) -> Answer | None:
    """Who a source of tokens [start, end) is; None when the words do not tell (or are a pronoun)."""
    doc = cast.doc
    phrase = base(doc, start, end)
    whole = counted.others(cast, start, end) or counted.everyone(cast, start, end) or (several.shared_noun(cast, phrase, start, end) or partisan.member(cast, phrase, start, end) if phrase is not None else None)
    if whole is not None:
        return whole
    direct = named(cast, start, end)
    people = [m for m in direct if m.key.startswith("person:")]
    if people:
        first = people[0]
        return Answer(first.key, first.start, first.end, "named", others=beside(cast, first, people[1:], end))
    if phrase is None:
        return None
    covering = next((m for m in direct if m.start <= phrase.head < m.end), None)
    if covering is not None:
        if covering in beside(cast, direct[0], direct[1:], end):  # "Age Concord and Ferry Trust": both are said
            covering = direct[0]
        rest = [m for m in direct if m.start >= covering.end]
        return Answer(covering.key, covering.start, covering.end, "named", others=beside(cast, covering, rest, end))
    for rule in RULES:
        answer = rule(cast, phrase, start, end, direct)
        if answer is not None:
            return answer
    return None
