"""The words of a source -> the actor they mean, without pronouns: names first, then what stands for a name."""
from __future__ import annotations

from dataclasses import dataclass

from kg.model import Actor, SpeakerKind
from kg.pipeline import home, nominals
from kg.pipeline.cast import Cast, Mention
from kg.pipeline.groups import is_collective, is_plural, name_of, singular
from kg.pipeline.lexicon import titles, words
from kg.pipeline.phrases import Phrase, base, hides_name, text_of
from kg.pipeline.roles import is_role


@dataclass(frozen=True, slots=True)
class Answer:
    """The actor a source means: key, the tokens that name it, why, and how sure. `others` spoke with it."""

    key: str
    start: int
    end: int
    how: str
    confidence: float = 1.0
    others: tuple[Mention, ...] = ()


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
    direct = named(cast, start, end)
    people = [m for m in direct if m.key.startswith("person:")]
    if people:
        first = people[0]
        return Answer(first.key, first.start, first.end, "named", others=_with(cast, first, people[1:], end))
    if phrase is None:
        return None
    covering = next((m for m in direct if m.start <= phrase.head < m.end), None)
    if covering is not None:
        rest = [m for m in direct if m.start >= covering.end]
        return Answer(covering.key, covering.start, covering.end, "named", others=_with(cast, covering, rest, end))
    for rule in (_picked, _spokesman, _source, _collective, _body, _role, _place, _document, _appositive, _many, _somebody, _nameless):
        answer = rule(cast, phrase, start, end, direct)
        if answer is not None:
            return answer
    return None


def _with(cast: Cast, first: Mention, rest: list[Mention], end: int) -> tuple[Mention, ...]:
    """Further people joined by "and": "Ann Lee and Bo Jones"."""
    found, last = [], first
    for mention in rest:
        between = [token for token in cast.doc[last.end:mention.start] if token.lower_ not in titles()]
        if mention.key == first.key or any(token.lower_ not in ("and", ",", "the", "both") and not is_role(token) and token.lower_ not in words("roles", "openers") for token in between):
            break
        found.append(mention)
        last = mention
    return tuple(found)


def _actor(cast: Cast, name: str, role: str | None, organisation: str | None, how: str) -> str:
    """The key of an unnamed individual."""
    key = "anonymous:" + "-".join(name.lower().split())
    return cast.add(key, Actor(f"{name} (anonymous)", SpeakerKind.ANONYMOUS, role, organisation, how))


def _owner(cast: Cast, start: int, end: int) -> tuple[str | None, str | None]:
    """Key and name of the body that a phrase names as owner or place of work: "a spokesman for the RMT"."""
    inside = [m for m in cast.mentions if start <= m.start and m.end <= end and m.key.startswith("organisation:")]
    if inside:
        return inside[0].key, cast.actors[inside[0].key].organisation
    for token in cast.doc[start:end]:
        if token.lower_ in words("organisations", "generic") and token.i not in {i for p in cast.places for i in range(p.start, p.end)}:
            key = nominals.body(cast, token.i)
            if key:
                return key, cast.actors[key].organisation
    return None, None


def _picked(cast: Cast, phrase: Phrase, start: int, end: int, direct: list[Mention]) -> Answer | None:
    """"One - who asked not to be named": one of the group named last."""
    doc = cast.doc
    word = doc[phrase.head].lower_ if phrase.end - phrase.start == 1 else phrase.opening if phrase.end == phrase.start or phrase.head == phrase.start else ""
    alone = phrase.head == phrase.start and (doc[phrase.head].lower_ in words("anonymity", "picks") or phrase.end == phrase.start)
    if not alone or word not in words("anonymity", "picks"):
        return None
    nxt = doc[phrase.end] if phrase.end < len(doc) else None
    if nxt is not None and nxt.lower_ == "of" and phrase.end < end:
        inner = [g for g in cast.groups if g.start >= phrase.end and g.end <= end + 6]
        back = phrase.end + 1 < len(doc) and doc[phrase.end + 1].lower_ in ("them", "these", "those")
        earlier = [g for g in cast.groups if g.end <= start] if back else inner[:1]
    else:
        earlier = [g for g in cast.groups if g.end <= start]
    if nxt is not None and nxt.text == "," and phrase.end + 1 < end and doc[phrase.end + 1].lower_ in ("a", "an"):  # "Another, a former minister,"
        own = base(doc, phrase.end + 1, end)
        if own is not None and is_role(doc[own.head]):
            name = text_of(doc, own.start, own.end)
            return Answer(_actor(cast, name, name, _owner(cast, own.start, end)[1], "one of a group"), phrase.start, own.end, "one of a group", 0.8)
    if not earlier:
        return None
    last = earlier[-1]
    sentence = doc[last.head].sent
    group = next(g for g in earlier if g.start >= sentence.start)  # the first of that sentence: most likely its subject
    name = singular(group.name.split(" and ")[0])
    while " " in name and (name.split()[0].lower() in words("groups", "quantifiers") | {"least", "at", "about", "roughly", "nearly"} or name.split()[0].isdigit()):
        name = name.split(" ", 1)[1]
    organisation = cast.ministry(group.name) or (home.of_kind(cast, start, name) or (None,))[0]
    return Answer(_actor(cast, name, name, organisation, "one of " + group.name), phrase.start if phrase.end > phrase.start else phrase.start, max(phrase.end, phrase.start + 1), "one of a group", 0.9)


def _spokesman(cast: Cast, phrase: Phrase, start: int, end: int, direct: list[Mention]) -> Answer | None:
    """An unnamed spokesman is the body itself."""
    doc = cast.doc
    if doc[phrase.head].lower_ not in words("roles", "spokesmen"):
        return None
    key, _ = _owner(cast, start, end)
    if key is None and any(m.key.startswith("person:") for m in cast.mentions if start <= m.start and m.end <= end):
        person = next(m for m in cast.mentions if start <= m.start and m.end <= end and m.key.startswith("person:"))
        actor = cast.actors[person.key]
        return Answer(_actor(cast, f"{doc[phrase.head].lower_} for {actor.name}", doc[phrase.head].lower_, actor.organisation, "spokesman of a person"), start, end, "spokesman of a person", 0.9)
    if key is None:
        key = next((nominals.place(cast, p.start, p.end) for p in cast.places if start <= p.start and p.end <= end), None)
    if key is None and phrase.end - phrase.start <= 2 and phrase.opening in ("the", "a"):
        key = nominals.body_before(cast, start, partisan=True)
        return Answer(key, phrase.start, phrase.end, "spokesman of the body named last", 0.7) if key else None
    return Answer(key, start, end, "spokesman of the body") if key else None


def _source(cast: Cast, phrase: Phrase, start: int, end: int, direct: list[Mention]) -> Answer | None:
    """"a senior NHS source": somebody who is not named."""
    doc = cast.doc
    if doc[phrase.head].lower_ not in words("anonymity", "sources") and not (phrase.indefinite and hides_name(doc, start, min(end + 12, len(doc))) and not is_plural(doc[phrase.head])):
        return None
    _, organisation = _owner(cast, start, end)
    name = text_of(doc, phrase.start, phrase.end)
    role = name if is_role(doc[phrase.head]) else None
    return Answer(_actor(cast, name, role, organisation, "not named"), phrase.start, phrase.end, "not named", 0.9)


def _collective(cast: Cast, phrase: Phrase, start: int, end: int, direct: list[Mention]) -> Answer | None:
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


def _body(cast: Cast, phrase: Phrase, start: int, end: int, direct: list[Mention]) -> Answer | None:
    """A body by name, or by its noun: "the council", "the association"."""
    doc = cast.doc
    if direct:
        first = direct[0]
        if first.start <= phrase.head or phrase.end == phrase.start:
            return Answer(first.key, first.start, first.end, "named", others=_with(cast, first, direct[1:], end))
    if phrase.opening in words("pronouns", "possessive") and phrase.end - phrase.start == 1:
        return _own_body(cast, phrase, start)
    if doc[phrase.head].lower_ in words("organisations", "generic") and not phrase.indefinite:
        possessed = next((m for m in cast.mentions if phrase.start <= m.start < phrase.head and m.form == "name" and m.key.startswith("person:") and doc[m.end].lower_ in ("'s", "'")), None)
        if possessed is not None:  # "Dhaliwal's group"
            return Answer(cast.group(doc[possessed.start:phrase.end].text, "a person's own group", cast.actors[possessed.key].organisation), possessed.start, phrase.end, "a person's own group", 0.7)
        key = nominals.body(cast, phrase.head)
        if key:
            return Answer(key, phrase.start, phrase.end, f"the body that \"{doc[phrase.head].text}\" means", 0.85)
    return None


def _own_body(cast: Cast, phrase: Phrase, start: int) -> Answer | None:
    """"his campaign", "her office": the body named after the person whom the pronoun means."""
    doc, head = cast.doc, cast.doc[phrase.head].lower_
    if head not in words("organisations", "personal"):
        return None
    owner = next((nominals.owner_of(cast, t.i) for t in doc[start:phrase.head] if t.lower_ == phrase.opening), None)
    person = next((p for p in cast.people if p.key == owner), None)
    if person is None:
        return None
    name = f"{person.surname} {head}"
    key = next((b.key for b in cast.bodies if b.words in ((person.surname.lower(), head), tuple(f"{person.name} {head}".lower().split()))), None)
    key = key or cast.add("organisation:" + "-".join(name.lower().split()), Actor(name, SpeakerKind.ORGANISATION, None, name, "a person's own body"))
    return Answer(key, phrase.start, phrase.end, "a person's own body", 0.8)


def _role(cast: Cast, phrase: Phrase, start: int, end: int, direct: list[Mention]) -> Answer | None:
    """"the minister", "the chief executive": who was given that post; an unnamed holder when nobody was."""
    doc = cast.doc
    if not is_role(doc[phrase.head]):
        return None
    _, organisation = _owner(cast, phrase.start, phrase.head + 1) if phrase.head > phrase.start else (None, None)
    if not phrase.indefinite:
        key = nominals.holder(cast, phrase.start, phrase.head + 1, start)
        if key:
            return Answer(key, phrase.start, phrase.end, f"holder of the post \"{doc[phrase.start:phrase.head + 1].text}\"", 0.85)
    if phrase.opening in words("pronouns", "possessive"):
        return None
    if organisation is None:
        _, organisation = _owner(cast, phrase.end, end)
    name = text_of(doc, phrase.start, phrase.end)
    if organisation is None:
        organisation = (home.of_kind(cast, start, name) or (None,))[0]
    if phrase.indefinite or organisation:
        return Answer(_actor(cast, name, name, organisation, "post without a name"), phrase.start, phrase.end, "post without a name", 0.8)
    return None


def _place(cast: Cast, phrase: Phrase, start: int, end: int, direct: list[Mention]) -> Answer | None:
    """A place speaks for the one body that bears its name, else for itself."""
    doc = cast.doc
    if any(p.start <= phrase.head < p.end for p in cast.places) and not is_role(doc[phrase.head]):
        key = next(nominals.place(cast, p.start, p.end) for p in cast.places if p.start <= phrase.head < p.end)
        return Answer(key, phrase.start, phrase.end, "the body of a place", 0.7) if key else None
    return None


def _document(cast: Cast, phrase: Phrase, start: int, end: int, direct: list[Mention]) -> Answer | None:
    """"the report", "a King's Fund study": its maker, where the article names one."""
    doc = cast.doc
    if doc[phrase.head].lower_ not in words("anonymity", "documents"):
        return None
    inside = [m for m in cast.mentions if start <= m.start and m.end <= end and (m.start < phrase.head or doc[m.start - 1].lower_ in ("by", "from") or doc[m.start - 2].lower_ in ("by", "from"))]
    if inside:
        return Answer(inside[0].key, start, end, "maker of the document", 0.8)
    key = nominals.maker(cast, phrase.head)
    return Answer(key, phrase.start, phrase.end, "maker of the document", 0.7) if key else None


def _appositive(cast: Cast, phrase: Phrase, start: int, end: int, direct: list[Mention]) -> Answer | None:
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


def _many(cast: Cast, phrase: Phrase, start: int, end: int, direct: list[Mention]) -> Answer | None:
    """Several of whatever kind speak: "the drug chains", "31 of them", "some in the NHS", "three of the five suppliers"."""
    doc = cast.doc
    head = doc[phrase.head]
    counted = head.lower_ in words("groups", "quantifiers") or head.pos_ == "NUM"
    of = phrase.end < end and doc[phrase.end].lower_ in ("of", "in", "at", "from", "among")
    if counted and of and head.lower_ not in words("anonymity", "picks"):
        last = next((t.i for t in doc[phrase.end:end] if t.text in ",;:" or t.lower_ in ("who", "which", "that")), end)
        return Answer(cast.group(name_of(doc, phrase.start, last), "group", _owner(cast, phrase.end, last)[1]), phrase.start, last, "several", 0.7)
    things = head.lemma_.lower() in words("holders", "things") or head.lower_ in words("groups", "things")
    abstract = head.lower_.endswith(tuple(words("groups", "abstract"))) and head.lemma_.lower() not in words("holders", "organisations")
    if is_plural(head) and head.pos_ == "NOUN" and not things and not abstract:
        return Answer(cast.group(name_of(doc, phrase.start, phrase.end), "group"), phrase.start, phrase.end, "several", 0.7)
    return None


def _somebody(cast: Cast, phrase: Phrase, start: int, end: int, direct: list[Mention]) -> Answer | None:
    """"a man at the back", "one processor": one person without a name or post."""
    doc = cast.doc
    head = doc[phrase.head]
    if not phrase.indefinite or head.pos_ != "NOUN" or is_plural(head) or phrase.end == phrase.start:
        return None
    plural = head.lower_ + "s"
    if head.lower_ not in words("holders", "persons") | {"man", "woman"} and not plural.endswith(tuple(words("groups", "endings"))):
        return None
    name = text_of(doc, phrase.start, phrase.end)
    return Answer(_actor(cast, name, None, _owner(cast, phrase.start, phrase.end)[1], "somebody without a name"), phrase.start, phrase.end, "somebody without a name", 0.7)


def _nameless(cast: Cast, phrase: Phrase, start: int, end: int, direct: list[Mention]) -> Answer | None:
    """A body that the article calls by nouns alone: "the planning committee", "the chamber of commerce"; else the only name inside."""
    doc = cast.doc
    if direct and direct[0].start - start <= 2:
        return Answer(direct[0].key, direct[0].start, direct[0].end, "named", 0.8)
    head = doc[phrase.head]
    if head.lower_ not in words("holders", "organisations") or is_plural(head) or head.pos_ != "NOUN":
        return None
    last = phrase.end
    if last + 1 < end and doc[last].lower_ == "of":
        last = next((t.i for t in doc[last:end] if t.text in ",;:" or t.lower_ in ("who", "which", "that")), end)
    name = text_of(doc, phrase.start, last)
    return Answer(cast.add("organisation:" + "-".join(name.lower().split()), Actor(name, SpeakerKind.ORGANISATION, None, name, "a body without a name")), phrase.start, last, "a body without a name", 0.7)
