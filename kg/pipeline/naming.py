"""What kind of name a run of capitals is: a person's, a body's, a place's."""
from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Doc, Token

from kg import lang
from kg.pipeline.capitals import acronym, capital
from kg.pipeline.lexicon import LANGUAGE, given_names, pairs, titles, words
from kg.pipeline.name import BODIES, BODY, PEOPLE, PERSON, PLACE, PLACES, UNKNOWN


def entity(doc: Doc, start: int, end: int) -> str:
    """What the statistical model makes of most of these tokens: person, organisation, place or unknown."""
    votes = {PERSON: 0, BODY: 0, PLACE: 0}
    for token in doc[start:end]:
        for kind, labels in ((PERSON, PEOPLE), (BODY, BODIES), (PLACE, PLACES)):
            votes[kind] += token.ent_type_ in labels
    best = max(votes, key=lambda kind: votes[kind])
    return best if 2 * votes[best] >= end - start else UNKNOWN


def heads_body(doc: Doc, start: int, end: int) -> bool:
    """Whether the words are those of a body: head noun at the end, opener with of/for, a known name, an acronym."""
    lower = [token.lower_ for token in doc[start:end]]
    text = " ".join(lower)
    if text in words("organisations", "known") or text in pairs("parties", "parties") and len(text) > 3:
        return True
    person_like = lower[0] in given_names() and end - start == 2 and lower[-1] in words("organisations", "surnames")
    if lower[-1] in words("organisations", "heads") and end - start > 1 and not person_like:
        return True
    if any(lower[k] in words("organisations", "openers") and lower[k + 1] in ("of", "for", "on", "against") for k in range(len(lower) - 1)):
        return True
    if end - start == 1:
        lower[0] = lower[0].replace(".", "")
        return acronym(doc[start]) and lower[0] not in words("organisations", "not_bodies") and not doc[start].text.endswith("s") and lower[0] not in titles() and lower[0] not in words("roles", "posts")
    return acronym(doc[start]) and lower[0] not in words("organisations", "not_bodies") and lower[-1] in pairs("organisations", "expansions") or lower[-1] in pairs("organisations", "expansions") and acronym(doc[end - 1]) or "nhs" in lower


def _class_before(doc: Doc, start: int) -> bool:
    """Whether a common noun says that a body's name follows: "the charity Open Rail", "the regulator, Enercom,"."""
    if start == 0 or doc[start].is_sent_start:
        return False
    at = start - 1
    if doc[at].text == "," and at > 0:
        return doc[at - 1].lower_ in words("organisations", "classes") and doc[at - 1].text.islower() and any(t.text in ",." for t in doc[start:start + 6])
    return doc[at].lower_ in words("organisations", "classes") and doc[at].text.islower()


def _role_before(doc: Doc, start: int) -> bool:
    """Whether a lower-case role noun stands right before: "chief executive Ann Lee"."""
    if start == 0 or doc[start].is_sent_start:
        return False
    return doc[start - 1].lower_ in words("roles", "posts") or occupation(doc[start - 1])


def occupation(token: Token) -> bool:
    """Whether a noun by its ending says what somebody does for a living: "trainer", "florist"; not "newspaper"."""
    plural = token.lower_ + "s"
    return token.tag_ == "NN" and token.text.islower() and plural.endswith(tuple(words("groups", "endings"))) and plural not in words("groups", "things") and token.lower_ not in words("organisations", "generic")


def _role_after(doc: Doc, end: int) -> bool:
    """Whether ", ROLE" follows before the next stop: "Ann Lee, who chairs", "Ann Lee, head of"."""
    if end + 1 >= len(doc) or doc[end].text not in (",", "(", "-", "–", "—"):
        return False
    for token in doc[end + 1:end + 9]:
        if token.text in ",.;:)\"" or token.pos_ in ("VERB", "AUX") and token.lower_ not in words("roles", "openers"):
            return False
        if token.lower_ in words("roles", "posts"):
            return True
        if token.lower_ in words("roles", "prepositions"):
            return False
    return False


def placed(doc: Doc, start: int, end: int) -> bool:
    """Whether a name that begins like a person's is a place's all the same: "Victoria Falls", "in Florence Italy"."""
    return doc[end - 1].lower_ in words("titles", "place_nouns") or start > 0 and doc[start - 1].lower_ in words("titles", "whereabouts") - {"of", "from"}


def brand(token: Token) -> bool:
    """Whether a word has a capital inside, as firms write theirs: "BetBarn", "easyRail"; not "McLeod", "O'Hara", "DeWitt"."""
    text = token.text
    inside = [i for i in range(2, len(text)) if text[i].isupper() and text[i - 1].islower()]
    return bool(inside) and text.isalpha() and not text.lower().startswith(("mc", "mac", "fitz", "de", "le", "la", "van", "von", "di", "du", "o"))


@lru_cache(maxsize=1)
def ministerial() -> frozenset[str]:
    """What ministers are for: health, transport. Capitalised before "Secretary" it is no body."""
    held = {title for post in lang.table(LANGUAGE, "posts")["post"] for title in post["titles"]}
    return frozenset(word for title in held for word in (title.rsplit(" ", 1)[0], title.split(" ")[0]))


def _spelt_after(doc: Doc, start: int, end: int) -> bool:
    """Whether small words stand in a name and an acronym in brackets follows it: "Marlow Against the Runway | (MAR)"."""
    inner = any(not capital(t) for t in doc[start:end] if t.is_alpha)
    return inner and end + 2 < len(doc) and doc[end].text == "(" and acronym(doc[end + 1]) and doc[end + 2].text == ")"


def kind_of(doc: Doc, start: int, end: int, title: str) -> str:
    if title:
        return PERSON
    if _class_before(doc, start) and not (doc[start].lower_ in given_names() and end - start == 2):
        return BODY
    body, model = heads_body(doc, start, end) or end - start == 1 and brand(doc[start]), entity(doc, start, end)
    given = doc[start].lower_ in given_names() and not acronym(doc[start])
    size = end - start
    if size > 1 and _spelt_after(doc, start, end):
        return BODY
    if body and not (model == PERSON and given and size == 2 and doc[end - 1].lower_ in words("organisations", "surnames")):
        return BODY
    if size > 1 and given and size <= 4 and model not in (BODY, PLACE):
        return PERSON
    if size > 1 and given and size <= 3 and model != PLACE and all(token.is_alpha for token in doc[start:end]):
        return PERSON
    if size == 1 and model == BODY and doc[start].lower_ in ministerial():
        return UNKNOWN
    if 1 < size < 4 and given and model == PLACE and not placed(doc, start, end):
        return PERSON
    if model != UNKNOWN:
        return model
    if size == 1 and given and not (start and doc[start - 1].lower_ in ("in", "near", "the")):
        return PERSON
    if 2 <= size <= 4 and (_role_before(doc, start) or _role_after(doc, end)) and not any(acronym(t) for t in doc[start:end]):
        return PERSON
    return UNKNOWN
