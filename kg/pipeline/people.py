"""The people of an article: which names are one person, and what each is called in full."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc

from kg.pipeline.lexicon import given_names, title_gender, titles, words
from kg.pipeline.name import BODY, PERSON, PLACE, UNKNOWN, Name


@dataclass(slots=True)
class Person:
    """One person while the article is read: `mentions` are the names that mean them, in order of the text."""

    key: str
    given: tuple[str, ...]
    surname: str
    gender: str = ""
    mentions: list[Name] = field(default_factory=list)

    seat: str = ""

    @property
    def name(self) -> str:
        return " ".join(part for part in [*self.given, self.surname, self.seat and f"of {self.seat}"] if part)


def parts(doc: Doc, name: Name) -> tuple[tuple[str, ...], str]:
    """Given names and surname; particles belong to the surname: (Ann,) "van der Berg"."""
    text = [doc[name.start:name.end].text] if name.end - name.start == 1 else []
    if text:
        return (), text[0]
    at = name.end - 1
    while at - 1 > name.start and (doc[at - 1].lower_ in words("titles", "particles", "words") or doc[at - 1].text in "-'"):
        at -= 2 if doc[at - 1].text in "-'" and at - 2 >= name.start else 1
    at = max(at, name.start)
    given = doc[name.start:at].text.split()
    return tuple(given), doc[at:name.end].text


def gender(name: Name, given: tuple[str, ...], surname: str) -> str:
    """m, f or "" from title, then first name."""
    return title_gender(name.title) or given_names().get((given[0] if given else surname).lower(), "") if given or name.title else ""


def _agree(a: str, b: str) -> bool:
    return not a or not b or a == b


def _same_given(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two given names may be one person's: equal first names, an initial, or one of them a prefix (Ed, Edward)."""
    if not a or not b:
        return True
    x, y = a[0].rstrip(".").lower(), b[0].rstrip(".").lower()
    return x == y or (min(len(x), len(y)) <= 2 or len(x) > 2 and len(y) > 2) and (x.startswith(y) or y.startswith(x))


def _match(person: Person, given: tuple[str, ...], surname: str, sex: str) -> bool:
    if person.surname.lower() != surname.lower():
        return False
    return _same_given(person.given, given) and (bool(given and person.given) or _agree(person.gender, sex))


def people(doc: Doc, found: Iterable[Name]) -> tuple[list[Person], list[Name]]:
    """The people in order of appearance, and the names that are none.

    Full names come first, wherever they stand, so that a surname in the headline finds its person below; of two
    people with one surname the one named last before the mention is meant, unless title or first name decide.
    """
    found = list(found)
    full: list[Person] = []
    keys: set[str] = set()
    of: dict[Name, Person] = {}
    for name in found:
        if name.kind == PERSON and name.end - name.start > 1:
            given, surname = parts(doc, name)
            sex = gender(name, given, surname)
            known = next((p for p in full if _match(p, given, surname, sex)), None)
            if known is None:
                known = Person(_key("-".join([*given, surname]), keys), given, surname, sex)
                full.append(known)
            elif len(" ".join(given)) > len(" ".join(known.given)) and known.given:
                known.given = given
            known.gender = known.gender or sex
            known.mentions.append(name)
            of[name] = known
    rest = []
    for name in found:
        if name in of:
            continue
        person = _short(doc, name, full, of, keys) if name.end - name.start == 1 else None
        if person is None:
            rest.append(name)
        else:
            person.mentions.append(name)
            of[name] = person
            person.gender = person.gender or title_gender(name.title)
    for person in full:
        person.mentions.sort(key=lambda name: name.start)
        person.seat = next((seat for name in person.mentions if (seat := _seat(doc, name))), "") if not person.given else ""
    full.sort(key=lambda person: person.mentions[0].start)
    return full, rest


def _seat(doc: Doc, name: Name) -> str:
    """The place in a peer's style: Lord Ambrey of | Stoke."""
    i = name.end
    if not set(name.title.split()) & words("titles", "peers") or i + 1 >= len(doc) or doc[i].lower_ != "of" or not doc[i + 1].text[:1].isupper() or doc[i + 1].is_sent_start:
        return ""
    last = i + 1
    while last + 1 < len(doc) and doc[last + 1].text.istitle() and doc[last + 1].pos_ == "PROPN" and not doc[last + 1].is_sent_start:
        last += 1
    return doc[i + 1:last + 1].text


def _short(doc: Doc, name: Name, full: list[Person], of: dict[Name, Person], keys: set[str]) -> Person | None:
    """The person whom one word means: a surname, or a first name that only one person here bears."""
    word = doc[name.start].text
    sex = title_gender(name.title)
    if name.kind == PLACE and name.start and doc[name.start - 1].lower_ in words("titles", "whereabouts"):
        return None
    by_surname = [p for p in full if p.surname.split()[-1].lower() == word.lower() or p.surname.lower() == word.lower()]
    fitting = [p for p in by_surname if _agree(p.gender, sex)]
    if fitting and name.kind != BODY or fitting and name.kind == BODY and not word.isupper():
        before = [p for p in fitting if any(m.start < name.start for m in p.mentions)]
        if before:
            return max(before, key=lambda p: max(m.start for m in p.mentions if m.start < name.start))
        return min(fitting, key=lambda p: p.mentions[0].start if p.mentions else 0)
    if by_surname and not sex:
        return None
    by_first = [p for p in full if p.given and p.given[0].lower() == word.lower() and not name.title]
    if len(by_first) == 1 and (name.kind in (PERSON, UNKNOWN) or name.kind == PLACE and word.lower() in given_names()):
        return by_first[0]
    if name.kind != PERSON or word.lower() in titles() and not name.title or word.lower() in words("roles", "posts") | words("organisations", "generic"):
        return None
    person = Person(_key(word, keys), (), word, sex or given_names().get(word.lower(), ""))
    full.append(person)
    return person


def _key(text: str, keys: set[str]) -> str:
    """A key no other person of the article has."""
    base = "person:" + "-".join(text.lower().split())
    key, n = base, 2
    while key in keys:
        key, n = f"{base}-{n}", n + 1
    keys.add(key)
    return key
