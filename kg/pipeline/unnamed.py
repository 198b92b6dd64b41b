"""Sources that are one person whose name the source does not give: picks, spokesmen, insiders, holders of posts."""
from __future__ import annotations

from kg.pipeline import holding, home, nominals
from kg.pipeline.answer import Answer, individual, owner
from kg.pipeline.cast import Cast, Mention
from kg.pipeline.groups import is_plural, singular
from kg.pipeline.lexicon import words
from kg.pipeline.phrases import Phrase, base, hides_name, text_of
from kg.pipeline.roles import is_role


def picked(cast: Cast, phrase: Phrase, start: int, end: int, direct: list[Mention]) -> Answer | None:
    """"One - who asked not to be named": one of the group named last."""
    doc = cast.doc
    word = doc[phrase.head].lower_ if phrase.end - phrase.start == 1 else phrase.opening if phrase.end == phrase.start or phrase.head == phrase.start else ""
    alone = phrase.head == phrase.start and (doc[phrase.head].lower_ in words("anonymity", "picks") or phrase.end == phrase.start)
    if not alone or word not in words("anonymity", "picks"):
        return None
    nxt = doc[phrase.end] if phrase.end < len(doc) else None
    if nxt is not None and nxt.lower_ == "of" and phrase.end < end:
        back = phrase.end + 1 < len(doc) and doc[phrase.end + 1].lower_ in ("them", "these", "those")
        inside = None if back else [g for g in cast.groups if g.start >= phrase.end and g.end <= end + 6][:1]
    else:
        inside = None
    earlier = [g for g in cast.groups if g.end <= start] if inside is None else inside
    if nxt is not None and nxt.text == "," and phrase.end + 1 < end and doc[phrase.end + 1].lower_ in ("a", "an"):  # "Another, a former minister,"
        own = base(doc, phrase.end + 1, end)
        if own is not None and is_role(doc[own.head]):
            name = text_of(doc, own.start, own.end)
            return Answer(individual(cast, name, name, owner(cast, own.start, end)[1], "one of a group"), phrase.start, own.end, "one of a group", 0.8)
    if not earlier:
        return None
    last = earlier[-1]
    sentence = doc[last.head].sent
    group = next(g for g in earlier if g.start >= sentence.start)  # the first of that sentence: most likely its subject
    name = singular(group.name.split(" and ")[0])
    while " " in name and (name.split()[0].lower() in words("groups", "quantifiers") | {"least", "at", "about", "roughly", "nearly"} or name.split()[0].isdigit()):
        name = name.split(" ", 1)[1]
    organisation = cast.ministry(group.name) or (home.of_kind(cast, start, name) or (None,))[0]
    return Answer(individual(cast, name, name, organisation, "one of " + group.name), phrase.start, max(phrase.end, phrase.start + 1), "one of a group", 0.9)


def spokesman(cast: Cast, phrase: Phrase, start: int, end: int, direct: list[Mention]) -> Answer | None:
    """An unnamed spokesman is the body itself."""
    doc = cast.doc
    if doc[phrase.head].lower_ not in words("roles", "spokesmen"):
        body = next((m for m in cast.mentions if m.start == phrase.start and phrase.head < m.end < end and m.form == "name" and m.key.startswith("organisation:")), None)
        ahead = body is not None and doc[body.end].lower_ in words("roles", "spokesmen")  # "A Department of Health spokesman"
        return Answer(body.key, start, body.end + 1, "spokesman of the body") if body is not None and ahead else None
    key, _ = owner(cast, start, end)
    person = next((m for m in cast.mentions if start <= m.start and m.end <= end and m.key.startswith("person:")), None)
    if key is None and person is not None:
        actor = cast.actors[person.key]
        return Answer(individual(cast, f"{doc[phrase.head].lower_} for {actor.name}", doc[phrase.head].lower_, actor.organisation, "spokesman of a person"), start, end, "spokesman of a person", 0.9)
    if key is None:
        key = _for_office(cast, phrase, end)
        if key is not None:
            actor = cast.actors[key]
            name = f"{doc[phrase.head].lower_} for {actor.name.removesuffix(' (anonymous)')}"
            return Answer(individual(cast, name, doc[phrase.head].lower_, actor.organisation, "spokesman of a person"), start, end, "spokesman of a person", 0.85)
        office = base(doc, phrase.end + 1, end) if phrase.end + 1 < end and doc[phrase.end].lower_ == "for" else None
        if office is not None and doc[office.head].lower_ in words("posts", "alone") | {"minister"}:  # "a spokesman for the minister", who is not named
            name = f"{doc[phrase.head].lower_} for the {doc[office.start:office.head + 1].text}"
            return Answer(individual(cast, name, doc[phrase.head].lower_, cast.government, "spokesman of a minister"), start, end, "spokesman of a minister", 0.7)
        key = next((nominals.place(cast, p.start, p.end) for p in cast.places if start <= p.start and p.end <= end), None)
    if key is None and phrase.head > phrase.start and doc[phrase.head - 1].lower_ in words("organisations", "generic") | words("organisations", "classes") and doc[phrase.head - 1].pos_ in ("NOUN", "PROPN"):
        key = cast.body(text_of(doc, phrase.start, phrase.head), "a body without a name")  # "a council spokesman" where no council is named
    if key is None and phrase.end - phrase.start <= 2 and phrase.opening in ("the", "a"):
        key = nominals.body_before(cast, start, partisan=True)
        return Answer(key, phrase.start, phrase.end, "spokesman of the body named last", 0.7) if key else None
    return Answer(key, start, end, "spokesman of the body") if key else None


def _for_office(cast: Cast, phrase: Phrase, end: int) -> str | None:
    """Whose spokesman "a spokesman for the premier" is: the holder of the post, where the article tells."""
    doc = cast.doc
    if phrase.end >= end or doc[phrase.end].lower_ != "for":
        return None
    office = base(doc, phrase.end + 1, end)
    return holding.holder(cast, office.start, office.head + 1, phrase.start) if office is not None and is_role(doc[office.head]) else None


def insider(cast: Cast, phrase: Phrase, start: int, end: int, direct: list[Mention]) -> Answer | None:
    """"a senior NHS source": somebody who is not named."""
    doc = cast.doc
    if doc[phrase.head].lower_ not in words("anonymity", "sources") and not (phrase.indefinite and hides_name(doc, start, min(end + 12, len(doc))) and not is_plural(doc[phrase.head])):
        return None
    _, organisation = owner(cast, start, end)
    name = text_of(doc, phrase.start, phrase.end)
    role = name if is_role(doc[phrase.head]) else None
    return Answer(individual(cast, name, role, organisation, "not named"), phrase.start, phrase.end, "not named", 0.9)


def role(cast: Cast, phrase: Phrase, start: int, end: int, direct: list[Mention]) -> Answer | None:
    """"the minister", "the chief executive": who was given that post; an unnamed holder when nobody was."""
    doc = cast.doc
    if not is_role(doc[phrase.head]):
        return None
    _, organisation = owner(cast, phrase.start, phrase.head + 1) if phrase.head > phrase.start else (None, None)
    if not phrase.indefinite:
        key = holding.holder(cast, phrase.start, phrase.head + 1, start)
        if key:
            return Answer(key, phrase.start, phrase.end, f"holder of the post \"{doc[phrase.start:phrase.head + 1].text}\"", 0.85)
    if organisation is None and not holding.of_some_body(doc, phrase.end):
        _, organisation = owner(cast, phrase.end, end)
    name = text_of(doc, phrase.start, phrase.end)
    if phrase.opening in words("pronouns", "possessive"):
        return _anothers(cast, phrase, name, organisation)
    if organisation is None:
        organisation = (home.of_kind(cast, start, name) or (None,))[0]
    if not phrase.opening and phrase.end + 1 < end and doc[phrase.end].lower_ == "for":  # "Counsel for the gallery"
        name = text_of(doc, phrase.start, end)
        return Answer(individual(cast, name, name, organisation, "post without a name"), phrase.start, end, "post without a name", 0.75)
    unique = phrase.opening == "the" and doc[phrase.head].lower_ not in words("roles", "epithets") and doc[phrase.start].lower_ not in words("roles", "past")
    if phrase.indefinite or organisation or unique:  # "the borough engineer"
        return Answer(individual(cast, name, name, organisation, "post without a name"), phrase.start, phrase.end, "post without a name", 0.8)
    return None


def _anothers(cast: Cast, phrase: Phrase, name: str, organisation: str | None) -> Answer | None:
    """"Her counterpart in Denby council", "her Welsh counterpart": not the one whose the pronoun is, nor of the same body."""
    if organisation is None and not (phrase.head > phrase.start and cast.doc[phrase.head].lower_ in words("roles", "opposite")):
        return None
    return Answer(individual(cast, name, name, organisation, "post without a name"), phrase.start, phrase.end, "post without a name", 0.75)


def somebody(cast: Cast, phrase: Phrase, start: int, end: int, direct: list[Mention]) -> Answer | None:
    """"a man at the back", "one processor": one person without a name or post."""
    doc = cast.doc
    head = doc[phrase.head]
    if not (phrase.indefinite or phrase.opening == "the" and head.lower_ not in words("roles", "epithets")) or head.pos_ != "NOUN" or is_plural(head) or phrase.end == phrase.start or phrase.opening == "the" and head.lower_ in words("organisations", "generic"):
        return None
    plural = head.lower_ + "s"
    if plural in words("groups", "things"):
        return None
    if head.lower_ not in words("holders", "persons") | {"man", "woman"} and not plural.endswith(tuple(words("groups", "endings"))):
        return None
    name = text_of(doc, phrase.start, phrase.end)
    return Answer(individual(cast, name, None, owner(cast, phrase.start, phrase.end)[1], "somebody without a name"), phrase.start, phrase.end, "somebody without a name", 0.7 if phrase.indefinite else 0.6)
