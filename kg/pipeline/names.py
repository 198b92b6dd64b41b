"""Names as they stand in the text: runs of capitalised words, told apart into people, bodies and places.

Patterns carry most of the weight (titles, given names, head nouns of bodies, roles beside the name); the entities of
the statistical model decide what the patterns leave open.
"""
from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from kg import lang
from kg.pipeline.lexicon import LANGUAGE, given_names, pairs, titles, words

PERSON, BODY, PLACE, UNKNOWN = "person", "organisation", "place", "unknown"
_PEOPLE = {"PERSON", "PER"}
_BODIES = {"ORG", "ORGANIZATION"}
_PLACES = {"GPE", "LOC", "LOCATION", "FAC", "PLACE"}


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens [start, end) of a name without its title; `title` is lower case, words parted by spaces."""

    start: int
    end: int
    kind: str
    title: str = ""


def starts_sentence(token: Token) -> bool:
    """Whether its capital letter may be due to its place: after a full stop, an opening quote mark, a colon or a bullet."""
    if token.is_sent_start or token.i == 0:
        return True
    before = token.nbor(-1)
    return before.text in "\"'([:;-–—•.?!" and (before.is_sent_start or before.i == 0 or before.text in ":\"'" or before.text in ".?!")


def _capital(token: Token) -> bool:
    text = token.text
    return text[:1].isupper() and any(c.isalpha() for c in text) or text[:2] in ("de", "al", "d'") and text[2:3].isupper()


def acronym(token: Token) -> bool:
    """LGA, PCTs, NHS: two to five capitals, perhaps with a plural s."""
    text = token.text.replace(".", "").replace("&", "")
    core = text[:-1] if len(text) > 3 and text.endswith("s") else text
    return core.isupper() and core.isalpha() and (2 <= len(core) <= 5 or core.lower() in words("organisations", "known"))


def _namelike(token: Token, following: Token | None, small: set[str], inner: set[str]) -> bool:
    """Whether a capitalised token belongs to a name rather than to the start of a sentence.

    `small` are the words that the article also writes with a small letter, `inner` those that it also capitalises inside
    a sentence.
    """
    if not _capital(token) or token.text in ("I", "I'm") or token.text[:2] in ("R-", "D-", "I-") or token.lower_ in words("titles", "calendar") and not _named_after_month(token, following):
        return False
    if not starts_sentence(token) or acronym(token):
        return True
    if following is not None and following.text.islower() and token.lower_ in words("groups", "nouns") | words("groups", "collective") | words("roles", "posts"):
        return False
    if token.lower_ in pairs("parties", "parties") and following is not None and following.pos_ in ("NOUN", "PROPN"):
        return True
    if _opens_noun(token, following) and token.text not in inner:
        return False
    if token.lower_ in titles() or token.lower_ in given_names() and token.pos_ in ("", "PROPN", "NOUN", "X"):
        return True
    next_capital = following is not None and _capital(following) and not following.is_sent_start
    if token.ent_type_ in _PEOPLE | _BODIES | _PLACES and (next_capital or token.pos_ in ("PROPN", "X", "") and token.lower_ not in small):
        return True
    if token.lower_ in small and not next_capital:
        return False
    if token.text in inner and token.pos_ in ("NOUN", "ADJ", "PROPN", "X") and not token.is_stop:
        return True
    if token.is_stop or token.pos_ in ("DET", "ADP", "PRON", "SCONJ", "CCONJ", "ADV", "AUX", "VERB", "INTJ", "NUM"):
        return False
    return token.pos_ in ("", "PROPN", "X") or next_capital


def _named_after_month(token: Token, following: Token | None) -> bool:
    """June Abbott, April Jones: a month's name with a surname."""
    return token.lower_ in given_names() and following is not None and following.text.istitle() and following.pos_ == "PROPN" and following.lower_ not in words("titles", "calendar") | words("titles", "month_nouns")


def _opens_noun(token: Token, following: Token | None) -> bool:
    """Whether a capital at the start of a sentence is due to a common noun's first part: "Trawler owners", "Gamekeepers' leader"."""
    if following is None or acronym(token) or token.lower_ in given_names() or token.ent_type_ in _PLACES:
        return False
    if following.lower_ in ("'s", "'"):
        return following.text == "'" and token.lower_.endswith(tuple(words("groups", "endings")))
    if token.lower_ in words("organisations", "known") or token.lower_ in pairs("parties", "parties") or following.lower_ in words("organisations", "generic"):
        return False
    return token.dep_ == "compound" and following.text.islower() and following.pos_ in ("NOUN", "PROPN") and token.head.i <= following.i + 3 and token.ent_type_ not in _BODIES


def _joins(doc: Doc, start: int, i: int) -> int:
    """How many tokens from i on link the run [start, i) to a further capitalised word: 0 for none."""
    size = len(doc)
    lower = [doc[k].lower_ for k in range(start, i)]
    opened = any(word in words("organisations", "openers") or word in words("organisations", "heads") for word in lower)
    word = doc[i].lower_

    def cap(k: int) -> bool:
        return k < size and _capital(doc[k]) and not doc[k].is_sent_start and doc[k].lower_ not in words("titles", "calendar")

    if word == "on" and lower[-1] not in words("organisations", "openers"):
        return 0
    if word in ("of", "for", "on") and opened:
        skip = 2 if i + 1 < size and doc[i + 1].lower_ in ("the", "an") else 1
        return skip if cap(i + skip) and lower[-1] not in ("minister", "secretary") else 0
    if word == "&" and cap(i + 1):
        return 1
    if word == "/" and acronym(doc[i - 1]):
        return 0
    if word in ("-", "–", "/") and not doc[i - 1].whitespace_ and not doc[i].whitespace_ and cap(i + 1):
        return 1
    if word in words("titles", "particles", "words"):
        after = i
        while after < size and doc[after].lower_ in words("titles", "particles", "words"):
            after += 1
        return after - i if cap(after) else 0
    if word in ("and", ",") and opened and ("of" in lower or "for" in lower) and cap(i + 1) and not acronym(doc[i + 1]):
        run = i + 1
        while run < size and _capital(doc[run]):
            run += 1
        following = doc[run].lower_ if run < size else ""
        held = {doc[k].lower_ for k in range(i + 1, run)}
        plain = not held & (words("organisations", "heads") - {"service", "services", "research", "press"}) and not held & titles() and doc[i + 1].lower_ not in given_names()
        if word == "and":
            return 1 if plain and following not in ("of", "for") else 0
        return 1 if plain and following in ("and", ",") and {"department", "ministry", "committee", "office", "society"} & set(lower) else 0
    if word == "and" and not opened and cap(i + 1) and i - start <= 2 and lower[0] not in given_names() and lower[0] not in titles() and not acronym(doc[i - 1]):
        run = i + 1
        while run < size and _capital(doc[run]):
            run += 1
        closes = doc[run - 1].lower_ in words("organisations", "heads") and run - i > 2
        return 1 if closes and not acronym(doc[i + 1]) else 0
    if word == "'" and not doc[i - 1].whitespace_ and doc[i - 1].text.endswith("s") and cap(i + 1):
        run = i + 1
        while run < size and _capital(doc[run]) and not doc[run].is_sent_start:
            run += 1
        return 1 if any(doc[k].lower_ in words("organisations", "heads") for k in range(i + 1, run)) or i - start == 1 and start and doc[start - 1].lower_ == "the" else 0
    if word == "'s" and i - start == 1 and not acronym(doc[start]) and cap(i + 1):
        single = i + 2 >= size or not _capital(doc[i + 2])
        return 1 if single and doc[i + 1].lower_ in words("organisations", "heads") and doc[start].ent_type_ not in _PLACES else 0
    return 0


def runs(doc: Doc) -> list[tuple[int, int]]:
    """Runs of capitalised words, with the small words that hold them together."""
    found, i, size = [], 0, len(doc)
    small = {token.text for token in doc if token.text.islower()}
    inner = {token.text for token in doc if _capital(token) and not starts_sentence(token)}
    while i < size:
        following = doc[i + 1] if i + 1 < size else None
        if not _namelike(doc[i], following, small, inner):
            i += 1
            continue
        start = i
        i += 1
        while i < size and not doc[i].is_sent_start:
            dated = doc[i].lower_ in words("titles", "calendar") and doc[i - 1].lower_ not in given_names() and doc[i - 1].lower_ not in titles()
            if _capital(doc[i]) and not dated and doc[i].text[:2] not in ("R-", "D-", "I-"):
                i += 1
                continue
            link = _joins(doc, start, i)
            if not link:
                break
            i += link + 1
        if i - start == 1 or not all(token.text.isupper() and len(token) > 3 for token in doc[start:i]):  # CARE HOMES: a heading
            found.append((start, i))
    return found


def _entity(doc: Doc, start: int, end: int) -> str:
    """What the statistical model makes of most of these tokens: person, organisation, place or unknown."""
    votes = {PERSON: 0, BODY: 0, PLACE: 0}
    for token in doc[start:end]:
        for kind, labels in ((PERSON, _PEOPLE), (BODY, _BODIES), (PLACE, _PLACES)):
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
    return start > 0 and doc[start - 1].lower_ in words("roles", "posts") and not doc[start].is_sent_start


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


@lru_cache(maxsize=1)
def ministerial() -> frozenset[str]:
    """What ministers are for: health, transport. Capitalised before "Secretary" it is no body."""
    held = {title for post in lang.table(LANGUAGE, "posts")["post"] for title in post["titles"]}
    return frozenset(word for title in held for word in (title.rsplit(" ", 1)[0], title.split(" ")[0]))


def _kind(doc: Doc, start: int, end: int, title: str) -> str:
    if title:
        return PERSON
    if _class_before(doc, start) and not (doc[start].lower_ in given_names() and end - start == 2):
        return BODY
    body, model = heads_body(doc, start, end), _entity(doc, start, end)
    given = doc[start].lower_ in given_names() and not acronym(doc[start])
    size = end - start
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


def _role_end(doc: Doc, start: int, end: int) -> int:
    """Where a person's name begins inside a run that opens with a capitalised role: Health Secretary | Ann Lee."""
    if doc[start].lower_ in given_names() and doc[start].lower_ not in titles():
        return start
    for i in range(end - 2, start - 1, -1):
        rest = doc[i + 1:end]
        if len(rest) == 1 and doc[i].lower_ not in titles() and _entity(doc, i + 1, end) != PERSON:
            continue
        if doc[i].lower_ in words("roles", "posts") and len(rest) <= 4 and not any(t.lower_ in words("organisations", "heads") or t.lower_ in ("of", "for", "and", "&") for t in rest):
            if rest[0].lower_ in words("roles", "openers") | words("roles", "posts"):
                return start
            return i + 1
    return start


def _split(doc: Doc, start: int, end: int) -> list[Name]:
    """One run -> names: titles come off, a role or a body before a person comes apart."""
    while start < end - 1 and (doc[start].pos_ in ("DET", "CCONJ") or doc[start].lower_ in ("the", "both", "a", "an")):
        start += 1
    lower = [token.lower_ for token in doc[start:end]]
    while end > start + 1 and lower[-1] in words("titles", "suffixes", "words"):
        end -= 1
        lower.pop()
    if lower[0] in pairs("parties", "parties") and end - start > 2 and (lower[1] in given_names() or _entity(doc, start + 1, end) == PERSON):
        return [Name(start, start + 1, BODY), *_split(doc, start + 1, end)]  # Tory | Ann Lee
    first = start
    while first < end - 1 and doc[first].lower_ in titles() and not (doc[first + 1].lower_ in words("organisations", "heads") | words("roles", "posts") and doc[first + 1].lower_ not in titles()):
        first += 1
    if first > start:
        if not any(t.lower_ in words("organisations", "heads") | {"of", "for"} for t in doc[first:end]) or doc[start].lower_.rstrip(".") in words("titles", "honorific", "m") | words("titles", "honorific", "f"):
            return [Name(first, end, PERSON, " ".join(lower[:first - start]))]
    begin = _role_end(doc, start, end)
    if begin > start:
        role = begin
        while role > start and doc[role - 1].lower_ in words("roles", "posts") | words("roles", "openers"):
            role -= 1
        title = doc[begin - 1].lower_ if doc[begin - 1].lower_ in titles() else "role"
        subject = doc[start:role].text.lower() in ministerial() if role > start else False
        before = [Name(start, role, UNKNOWN if subject else _kind(doc, start, role, ""))] if role > start else []
        while begin < end - 1 and doc[begin].lower_ in titles():
            title = doc[begin].lower_
            begin += 1
        return [*before, Name(begin, end, PERSON, title)]
    for i in range(start + 1, end - 1):
        if doc[i].lower_ in titles() and doc[i].text not in ("General",) and doc[i - 1].lower_ not in ("of", "for", "and") and not heads_body(doc, start, end):
            return [Name(start, i, _kind(doc, start, i, "")), Name(i + 1, end, PERSON, doc[i].lower_)]
    if not heads_body(doc, start, end) and doc[start].lower_ not in given_names():
        for i in range(start + 1, end - 1):
            short_name = len(doc[start].text.rstrip(".")) > 1
            if doc[i].lower_ in given_names() and short_name and end - i <= 3 and doc[i - 1].is_alpha and _entity(doc, start, i) != PERSON:
                return [Name(start, i, _kind(doc, start, i, "")), Name(i, end, PERSON)]
    cut = end
    while cut > start + 1 and doc[cut - 1].lower_ in words("roles", "posts") | words("roles", "openers") and doc[cut - 1].lower_ not in words("organisations", "heads"):
        cut -= 1
    if cut < end and doc[start].lower_ not in given_names() and doc[end - 1].lower_ in words("roles", "posts"):
        end = cut  # White House | Press Secretary
    return [Name(start, end, _kind(doc, start, end, ""))]


def _grow(doc: Doc, name: Name) -> Name:
    """A name with the lower-case words that make it a body: Leeds | city council."""
    if name.title or name.end - name.start > 3:
        return name
    i = name.end
    while i < len(doc) and i - name.end < 5 and doc[i].lower_ in words("organisations", "middles"):
        if doc[i].lower_ == "and" and i == name.end:
            return name
        i += 1
    for end in (i + 1, i):
        if name.end < end <= len(doc) and doc[end - 1].lower_ in words("organisations", "generic") and not doc[name.end].is_sent_start:
            beyond = doc[end] if end < len(doc) else None
            classed = doc[end - 1].lower_ in words("organisations", "classes") and beyond is not None and _capital(beyond) and not beyond.is_sent_start
            if name.kind == PERSON and name.end - name.start > 1 or name.kind in (UNKNOWN, BODY) and name.end - name.start == 1 and classed:  # "Conservation group Sea Commons"
                return name
            after = doc[end].lower_ if end < len(doc) else ""
            if after in ("chief",) or after not in words("organisations", "generic"):
                return replace(name, end=end, kind=BODY)
    return name


def names(doc: Doc) -> list[Name]:
    """All names in order of the text, none inside another. Reads tags and entities where there are any."""
    found = []
    loud = {i for paragraph in doc.spans.get("paragraphs", ()) if _title_case(paragraph) for i in range(paragraph.start, paragraph.end)}
    for ent in doc.ents:
        if ent.start in loud:
            found += _split(doc, ent.start, ent.end)
    for start, end in runs(doc):
        if start not in loud:
            found += [_grow(doc, name) for name in _split(doc, start, end) if name.end > name.start]
    return sorted((name for name in found if name.end > name.start), key=lambda name: name.start)


def _title_case(paragraph: Span) -> bool:
    """Whether it is a headline whose every long word has a capital, so that a capital says nothing."""
    long = [token for token in paragraph if token.is_alpha and len(token) > 3]
    return 3 < len(long) and len(paragraph) < 30 and sum(_capital(token) for token in long) >= 0.8 * len(long)
