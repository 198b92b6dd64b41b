"""Sources that are several: "most local authorities", "his colleagues", "the drug chains"."""
from __future__ import annotations

from kg.model import SpeakerKind
from kg.pipeline import nominals
from kg.pipeline.answer import Answer, owner
from kg.pipeline.cast import Cast, Mention
from kg.pipeline.groups import is_collective, is_plural, name_of, singular
from kg.pipeline.lexicon import words
from kg.pipeline.phrases import Phrase


def collective(cast: Cast, phrase: Phrase, start: int, end: int, direct: list[Mention]) -> Answer | None:
    """"most local authorities", "his colleagues", "Labour councillors"."""
    doc = cast.doc
    head = doc[phrase.head]
    counted = doc[phrase.start].lower_ in words("groups", "quantifiers")
    people = is_plural(head) and head.pos_ == "NOUN" and (counted or head.lower_.endswith(tuple(words("groups", "endings"))))
    if not (is_collective(head) or people) or head.lower_ in words("roles", "spokesmen"):
        return None
    group = next((g for g in cast.groups if g.start <= phrase.head < g.end), None)
    first = min(phrase.start, group.start) if group else phrase.start
    last = max(phrase.end, group.end) if group else phrase.end
    first = max(first, start)
    name = name_of(doc, first, last)
    if last < end and doc[last].lower_ in ("of", "at", "from", "in") and len(doc[last:end]) < 7:
        name = doc[first:end].text if not doc[first].is_sent_start else name_of(doc, first, end)
        last = end
    owner, organisation = None, None
    inside = [m for m in cast.mentions if first <= m.start and m.end <= max(last, group.end if group else last) and m.key.startswith("organisation:")]
    if inside:
        organisation = cast.actors[inside[0].key].organisation
    if phrase.opening in words("pronouns", "possessive"):
        at = next((t.i for t in doc[start:phrase.head] if t.lower_ == phrase.opening), None)
        owner = nominals.owner_of(cast, at) if at is not None else None
        if owner:
            actor = cast.actors[owner]
            organisation = actor.organisation
            if head.lower_ in {w.lower() for w in words("groups", "belonging")} and organisation:
                name = f"{organisation} {name}"
            elif actor.kind is SpeakerKind.PERSON:
                name = f"{actor.name}'s {name}"
    organisation = organisation or cast.ministry(name)
    return Answer(cast.group(name, "group", organisation), first, last, "group")


def shared_noun(cast: Cast, phrase: Phrase, start: int, end: int) -> Answer | None:
    """"Moor and Skerry councils": two bodies that share their noun."""
    doc = cast.doc
    head = doc[phrase.head]
    noun = singular(head.lower_)
    if head.text[:1].isupper() or not is_plural(head) or noun not in words("organisations", "generic"):
        return None
    before = phrase.head
    while before > start and doc[before - 1].text.islower() and doc[before - 1].lower_ != "and" and doc[before - 1].pos_ in ("NOUN", "ADJ"):
        before -= 1
    places = [t for t in doc[start:before] if t.is_alpha and t.lower_ not in ("and", "the", "both")]
    joined = [t for t in doc[start:before] if t.lower_ == "and" or t.text == ","]
    if len(places) != len(joined) + 1 or len(places) < 2 or not all(t.text[:1].isupper() for t in places):
        return None
    shared = " ".join([*(t.text for t in doc[before:phrase.head]), noun])
    found = []
    for token in places:
        key = next((b.key for b in cast.bodies if b.words[0] == token.lower_ and b.words[-1] == noun), None)
        found.append(Mention(token.i, token.i + 1, key or cast.body(f"{token.text} {shared}", "bodies that share their noun"), "name"))
    return Answer(found[0].key, found[0].start, found[0].end, "bodies that share their noun", 0.8, tuple(found[1:]))


def _owners(cast: Cast, start: int, end: int) -> str | None:
    """Whose "its" in "some of its directors" is."""
    mine = next((t.i for t in cast.doc[start:end] if t.lower_ in words("pronouns", "possessive")), None)
    if mine is None:
        return None
    key = nominals.owner_of(cast, mine) or (nominals.body_of_pronoun(cast, mine) if cast.doc[mine].lower_ == "its" else None)
    return cast.actors[key].organisation if key is not None else None


def many(cast: Cast, phrase: Phrase, start: int, end: int, direct: list[Mention]) -> Answer | None:
    """Several of whatever kind speak: "the drug chains", "31 of them", "some in the NHS", "three of the five suppliers"."""
    doc = cast.doc
    head = doc[phrase.head]
    counted = head.lower_ in words("groups", "quantifiers") or head.pos_ == "NUM"
    of = phrase.end < end and doc[phrase.end].lower_ in ("of", "in", "at", "from", "among")
    if counted and of and head.lower_ not in words("anonymity", "picks"):
        last = next((t.i for t in doc[phrase.end:end] if t.text in ",;:" or t.lower_ in ("who", "which", "that")), end)
        return Answer(cast.group(name_of(doc, phrase.start, last), "group", owner(cast, phrase.end, last)[1] or _owners(cast, phrase.end, last)), phrase.start, last, "several", 0.7)
    things = head.lemma_.lower() in words("holders", "things") or head.lower_ in words("groups", "things")
    abstract = head.lower_.endswith(tuple(words("groups", "abstract"))) and head.lemma_.lower() not in words("holders", "organisations")
    if is_plural(head) and head.pos_ == "NOUN" and not things and not abstract:
        return Answer(cast.group(name_of(doc, phrase.start, phrase.end), "group"), phrase.start, phrase.end, "several", 0.7)
    return None
