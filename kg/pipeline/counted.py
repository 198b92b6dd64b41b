"""Sources that count: "nine", "all six", "a quarter", "six in ten residents", "every party but the Greens"."""
from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.pipeline.answer import Answer, owner
from kg.pipeline.cast import Cast, Mention
from kg.pipeline.groups import Group, is_plural, name_of
from kg.pipeline.lexicon import words
from kg.pipeline.phrases import Phrase

_BACK = 2  # sentences in which what is counted was named


def _number(token: Token) -> bool:
    return token.pos_ == "NUM" or token.like_num


def _counts(token: Token) -> bool:
    """Whether a word is a number of people: "nine", "155", "all", "both"; not a year or a sum."""
    return (_number(token) or token.lower_ in words("groups", "totals")) and not (token.text.isdigit() and len(token.text) == 4) and token.ent_type_ not in ("MONEY", "DATE", "TIME")


def _counted(cast: Cast, at: int) -> Group | None:
    """The group that a bare number counts: the first one of the nearest sentence before, or of the same."""
    doc = cast.doc
    first = doc[at].sent.start
    for _ in range(_BACK + 1):
        found = [g for g in cast.groups if first <= g.start and g.end <= at]
        if found or first == 0:
            return found[0] if found else None
        first = doc[first - 1].sent.start
    return None


def _kind(doc: Doc, group: Group) -> str:
    """What a group is made of, without its own number: "councillors" of "twelve councillors"."""
    start = group.start
    while start < group.head and (_counts(doc[start]) or doc[start].lower_ in words("groups", "quantifiers") | {"the", "of", "its", "their", "his", "her", "at", "least"} or doc[start].pos_ == "DET"):
        start += 1
    return name_of(doc, start, group.end)


def back(cast: Cast, phrase: Phrase, start: int, end: int, direct: list[Mention]) -> Answer | None:
    """"All six wrote", "Both said", "Nine voted against": of the group named just before."""
    doc = cast.doc
    tokens = [t for t in doc[start:end] if not t.is_punct and t.pos_ != "ADV" and t.lower_ not in ("but", "and", "the", "these", "those", "of", "them", "other")]
    if not tokens or len(tokens) > 2 or not all(_counts(t) for t in tokens) or tokens[0].lower_ in words("anonymity", "picks"):
        return None
    group = _counted(cast, start)
    if group is None:
        return None
    everyone = any(t.lower_ in words("groups", "totals") for t in tokens)
    name = group.name if everyone else f"{tokens[-1].lower_} {_kind(doc, group)}"
    return Answer(cast.group(name, "counted out of the group before", owner(cast, group.start, group.end)[1]), tokens[0].i, tokens[-1].i + 1, "counted out of the group before", 0.75)


def trailing(cast: Cast, phrase: Phrase, start: int, end: int, direct: list[Mention]) -> Answer | None:
    """"Among Labour backbenchers 155 have signed": the number after the group."""
    doc = cast.doc
    tokens = [t for t in doc[start:end] if not t.is_punct]
    if len(tokens) < 2 or not _counts(tokens[-1]) or tokens[-1].lower_ in words("groups", "totals") or not is_plural(tokens[-2]):
        return None
    group = next((g for g in cast.groups if g.start <= tokens[-2].i < g.end), None)
    if group is None:
        return None
    name = f"{tokens[-1].text} {_kind(doc, group)}"
    return Answer(cast.group(name, "group", owner(cast, group.start, group.end)[1]), group.start, tokens[-1].i + 1, "group", 0.8)


def _share(doc: Doc, start: int, end: int) -> int:
    """End of the words for a part of many: "a quarter", "two thirds", "six in ten", "62 per cent", "a majority"; 0 where there are none."""
    i = start + (doc[start].lower_ in ("a", "an", "the", "some", "about", "almost", "nearly", "only", "just"))
    if i >= end:
        return 0
    if doc[i].lower_ in words("groups", "fractions") or doc[i].lower_ in words("groups", "measures") and i + 1 < end and doc[i + 1].lower_ == "of":
        return i + 1
    if i + 1 < end and _number(doc[i]) and doc[i + 1].lower_ in words("groups", "fractions"):
        return i + 2
    if i + 2 < end and _number(doc[i]) and doc[i + 1].lower_ in ("in", "per", "of", "out"):
        last = i + 3 if doc[i + 1].lower_ == "out" else i + 2
        return last + 1 if last < end and (doc[last].like_num or doc[last].lower_ == "cent") else 0
    return 0


def _written(doc: Doc, start: int, end: int) -> str:
    """The words as written, the first letter small."""
    text = doc[start:end].text
    return text if doc[start].ent_type_ in ("PERSON", "ORG", "GPE", "NORP") else text[:1].lower() + text[1:]


def share(cast: Cast, phrase: Phrase, start: int, end: int, direct: list[Mention]) -> Answer | None:
    """"A quarter said", "six in ten residents": part of those who were asked."""
    doc = cast.doc
    first = next((t.i for t in doc[start:end] if not t.is_punct and t.pos_ not in ("CCONJ", "ADV", "SCONJ")), start)
    last = _share(doc, first, end)
    if not last:
        return None
    words_ = [t for t in doc[last:end] if not t.is_punct]
    begin = first + (doc[first].lower_ == "the")
    if words_ and (words_[0].lower_ == "of" or any(is_plural(t) for t in words_)):
        close = next((t.i for t in doc[last:end] if t.text in ",;:" or t.lower_ in ("who", "which", "that")), end)
        return Answer(cast.group(_written(doc, begin, close), "group", owner(cast, last, close)[1]), begin, close, "a share of a group", 0.8)
    if words_:
        return None
    group = _counted(cast, first)
    of = " " if doc[last - 1].like_num else " of "
    name = _written(doc, begin, last) + (of + _kind(doc, group) if group is not None else "")
    return Answer(cast.group(name, "a share of the group before"), begin, last, "a share of the group before", 0.7)


def everyone(cast: Cast, start: int, end: int) -> Answer | None:
    """"Everyone I interviewed": as written, up to what follows."""
    doc = cast.doc
    first = next((t for t in doc[start:end] if not t.is_punct and t.pos_ not in ("CCONJ", "SCONJ")), None)
    if first is None or first.lower_ not in words("groups", "everybody"):
        return None
    close = next((t.i for t in doc[first.i + 1:end] if t.text in ",;:" or t.lower_ in ("who", "that")), end)
    return Answer(cast.group(_written(doc, first.i, close), "everybody"), first.i, close, "everybody", 0.7)


def excepted(doc: Doc, start: int) -> int:
    """Where the words for all the others begin, if what stands at `start` is what they leave out: "every party but the | Greens"; else -1."""
    i = start - 1
    if i > 0 and doc[i].lower_ == "the":
        i -= 1
    if i < 1 or doc[i].lower_ not in words("groups", "exceptions"):
        return -1
    for k in range(i - 1, max(-1, i - 5), -1):
        if doc[k].lower_ in words("groups", "universals"):
            return k
        if doc[k].is_punct or doc[k].pos_ in ("VERB", "AUX"):
            break
    return -1


def others(cast: Cast, start: int, end: int) -> Answer | None:
    """"Every party but the Greens": all the others as one group, in the words of the text."""
    doc = cast.doc
    first = next((t.i for t in doc[start:end] if t.pos_ != "DET"), start)
    begin = excepted(doc, first)
    inner = next((t.i for t in doc[start:end] if t.lower_ in words("groups", "universals")), None)
    if begin < 0 and inner is not None:
        left_out = next((t.i for t in doc[inner:end] if t.lower_ in words("groups", "exceptions") and t.i > inner), None)
        begin = inner if left_out is not None and left_out + 1 < end else -1
    if begin < 0:
        return None
    last = next((t.i for t in doc[start:end] if t.text in ",;:"), end)
    return Answer(cast.group(name_of(doc, begin, last), "all but one"), begin, last, "all but one", 0.8)
