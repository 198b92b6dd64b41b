"""Sources that are a body, by its name, its noun, its place, its document."""
from __future__ import annotations

from kg.pipeline import holding, nominals
from kg.pipeline.answer import Answer, beside
from kg.pipeline.cast import Cast, Mention
from kg.pipeline.groups import is_plural
from kg.pipeline.lexicon import pairs, words
from kg.pipeline.phrases import Phrase, text_of
from kg.pipeline.roles import is_role


def body(cast: Cast, phrase: Phrase, start: int, end: int, direct: list[Mention]) -> Answer | None:
    """A body by name, or by its noun: "the council", "the association"."""
    doc = cast.doc
    if direct:
        first = direct[0]
        if first.start <= phrase.head or phrase.end == phrase.start:
            return Answer(first.key, first.start, first.end, "named", others=beside(cast, first, direct[1:], end))
    if phrase.opening in words("pronouns", "possessive") and phrase.end - phrase.start == 1:
        return own_body(cast, phrase, start)
    if doc[phrase.head].lower_ in words("organisations", "generic") and not phrase.indefinite:
        possessed = next((m for m in cast.mentions if phrase.start <= m.start < phrase.head and m.form == "name" and m.key.startswith("person:") and doc[m.end].lower_ in ("'s", "'")), None)
        if possessed is not None:  # "Dhaliwal's group"
            return Answer(cast.group(doc[possessed.start:phrase.end].text, "a person's own group", cast.actors[possessed.key].organisation), possessed.start, phrase.end, "a person's own group", 0.7)
        key = nominals.body(cast, phrase.head)
        if key:
            return Answer(key, phrase.start, phrase.end, f"the body that \"{doc[phrase.head].text}\" means", 0.85)
    return None


def itself(cast: Cast, phrase: Phrase, start: int, end: int, direct: list[Mention]) -> Answer | None:
    """"A group calling itself Open Gates", "a charity called Open Gates": the name that it goes by."""
    doc = cast.doc
    for mention in direct:
        before = doc[mention.start - 1].lower_ if mention.start > start else ""
        if before in ("itself", "themselves", "called", "named", "dubbed") or before == "as" and doc[mention.start - 2].lower_ == "known":
            return Answer(mention.key, mention.start, mention.end, "the name it goes by", 0.9)
    if [t.lower_ for t in doc[end:end + 2]] in (["calling", "itself"], ["calling", "themselves"], ["known", "as"]):  # where the source stops before it
        mention = next((m for m in cast.mentions if m.start == end + 2 and m.form == "name"), None)
        return Answer(mention.key, mention.start, mention.end, "the name it goes by", 0.85) if mention is not None else None
    return None


def own_body(cast: Cast, phrase: Phrase, start: int) -> Answer | None:
    """"his campaign", "her office": the body named after the person whom the pronoun means."""
    doc, head = cast.doc, cast.doc[phrase.head].lower_
    owner = next((nominals.owner_of(cast, t.i) for t in doc[start:phrase.head] if t.lower_ == phrase.opening), None)
    person = next((p for p in cast.people if p.key == owner), None)
    if person is None:
        return None
    belongs = cast.actors[person.key].organisation
    if belongs is not None and _is_called(belongs, head):
        return Answer(cast.body(belongs, "the body of a person"), phrase.start, phrase.end, "the body of a person", 0.8)
    if head not in words("organisations", "personal"):
        return None
    name = f"{person.surname} {head}"
    key = next((b.key for b in cast.bodies if b.words in ((person.surname.lower(), head), tuple(f"{person.name} {head}".lower().split()))), None)
    key = key or cast.body(name, "a person's own body")
    return Answer(key, phrase.start, phrase.end, "a person's own body", 0.8)


def _is_called(body: str, noun: str) -> bool:
    """Whether a body can be called by a noun: a party "party", Durwick Council "council", any other than those two "charity"."""
    partisan = body in pairs("parties", "parties").values()
    if noun == "party" or partisan:
        return noun == "party" and partisan
    return body.lower().split()[-1] == noun or noun in words("organisations", "hypernyms") and body.lower().split()[-1] not in ("government", "council", *words("organisations", "hypernyms"))


def place(cast: Cast, phrase: Phrase, start: int, end: int, direct: list[Mention]) -> Answer | None:
    """A place speaks for the one body that bears its name, else for itself."""
    around = next((p for p in cast.places if p.start <= phrase.head < p.end), None)
    if around is None or is_role(cast.doc[phrase.head]):
        return None
    key = nominals.place(cast, around.start, around.end)
    return Answer(key, phrase.start, phrase.end, "the body of a place", 0.7) if key else None


def document(cast: Cast, phrase: Phrase, start: int, end: int, direct: list[Mention]) -> Answer | None:
    """"the report", "a King's Fund study", "the report, from the charity Open Gates,": its maker, where the article names one."""
    doc = cast.doc
    if doc[phrase.head].lower_ not in words("anonymity", "documents"):
        return None
    inside = [m for m in cast.mentions if start <= m.start and m.end <= end and (m.start < phrase.head or holding.made_by(doc, m.start, phrase.head))]
    if inside:
        return Answer(inside[0].key, start, end, "maker of the document", 0.8)
    key = holding.maker(cast, phrase.head)
    return Answer(key, phrase.start, phrase.end, "maker of the document", 0.7) if key else None


def appositive(cast: Cast, phrase: Phrase, start: int, end: int, direct: list[Mention]) -> Answer | None:
    """"Another pioneering borough, Harbury,": the name after the comma."""
    doc = cast.doc
    for mention in direct:
        if doc[mention.start - 1].text == "," and mention.start > start:
            return Answer(mention.key, mention.start, mention.end, "apposition", 0.8)
    for place in cast.places:
        if start < place.start and place.end <= end and doc[place.start - 1].text == ",":
            key = nominals.place(cast, place.start, place.end)
            return Answer(key, place.start, place.end, "apposition", 0.7) if key else None
    return None


def nameless(cast: Cast, phrase: Phrase, start: int, end: int, direct: list[Mention]) -> Answer | None:
    """A body that the article calls by nouns alone: "the planning committee", "the chamber of commerce"; else the only name inside."""
    doc = cast.doc
    if direct and direct[0].start - start <= 2:
        return Answer(direct[0].key, direct[0].start, direct[0].end, "named", 0.8)
    head = doc[phrase.head]
    double = phrase.head > phrase.start and doc[phrase.head - 1:phrase.head + 1].text.lower() in words("organisations", "generic")  # "a think tank"
    if not double and head.lower_ not in words("holders", "organisations") or is_plural(head) or head.pos_ != "NOUN":
        return None
    last = phrase.end
    if last + 1 < end and doc[last].lower_ == "of":
        last = next((t.i for t in doc[last:end] if t.text in ",;:" or t.lower_ in ("who", "which", "that")), end)
    name = text_of(doc, phrase.start, last)
    return Answer(cast.body(name, "a body without a name"), phrase.start, last, "a body without a name", 0.7)
