"""Names as they stand in the text: runs of capitalised words, told apart into people, bodies and places.

Patterns carry most of the weight (titles, given names, head nouns of bodies, roles beside the name); the entities of
the statistical model decide what the patterns leave open.
"""
from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Span

from kg.pipeline.capitals import capital, runs, starts_sentence
from kg.pipeline.groups import singular
from kg.pipeline.lexicon import given_names, pairs, titles, words
from kg.pipeline.name import BODY, PERSON, UNKNOWN, Name
from kg.pipeline.nearby import political
from kg.pipeline.naming import entity, heads_body, kind_of, ministerial


def _role_end(doc: Doc, start: int, end: int) -> int:
    """Where a person's name begins inside a run that opens with a capitalised role: Health Secretary | Ann Lee."""
    if doc[start].lower_ in given_names() and doc[start].lower_ not in titles():
        return start
    for i in range(end - 2, start - 1, -1):
        rest = doc[i + 1:end]
        if len(rest) == 1 and doc[i].lower_ not in titles() and entity(doc, i + 1, end) != PERSON:
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
    if " ".join(lower) in pairs("parties", "parties"):
        return [Name(start, end, BODY)]
    if " ".join(lower[:-1]) in pairs("parties", "parties") and singular(lower[-1]).lower() in words("roles", "posts"):
        return [Name(start, end - 1, BODY)]  # Labour | MPs
    for n in (1, 2):  # Tory | Ann Lee, Lib Dem | Bo Jones
        if " ".join(lower[:n]) in pairs("parties", "parties") and end - start > n + 1 and (lower[n] in given_names() or entity(doc, start + n, end) == PERSON or n == 2 and end - start < 5):
            return [Name(start, start + n, BODY), *_split(doc, start + n, end)]
    if end - start > 1 and lower[-1] in words("roles", "posts") and all(word in words("roles", "posts") | words("roles", "openers") for word in lower) and not heads_body(doc, start, end):
        return []  # the Deputy Prime Minister: a post
    first = start
    while first < end - 1 and doc[first].lower_ in titles() and doc[first + 1].lower_ not in ("'s", "'") and not (doc[first + 1].lower_ in words("organisations", "heads") | words("roles", "posts") and doc[first + 1].lower_ not in titles()):
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
        before = [Name(start, role, UNKNOWN if subject else kind_of(doc, start, role, ""))] if role > start else []
        while begin < end - 1 and doc[begin].lower_ in titles():
            title = doc[begin].lower_
            begin += 1
        return [*before, Name(begin, end, PERSON, title)]
    for i in range(start + 1, end - 1):
        if doc[i].lower_ in titles() and doc[i].text not in ("General",) and doc[i - 1].lower_ not in ("of", "for", "and") and not heads_body(doc, start, end):
            return [Name(start, i, kind_of(doc, start, i, "")), Name(i + 1, end, PERSON, doc[i].lower_)]
    if not heads_body(doc, start, end) and doc[start].lower_ not in given_names():
        for i in range(start + 1, end - 1):
            short_name = len(doc[start].text.rstrip(".")) > 1
            if doc[i].lower_ in given_names() and short_name and end - i <= 3 and doc[i - 1].is_alpha and entity(doc, start, i) != PERSON:
                return [Name(start, i, kind_of(doc, start, i, "")), Name(i, end, PERSON)]
    cut = end
    while cut > start + 1 and doc[cut - 1].lower_ in words("roles", "posts") | words("roles", "openers") and doc[cut - 1].lower_ not in words("organisations", "heads"):
        cut -= 1
    if cut < end and doc[start].lower_ not in given_names() and doc[end - 1].lower_ in words("roles", "posts"):
        end = cut  # White House | Press Secretary
    return [Name(start, end, kind_of(doc, start, end, ""))]


def _grow(doc: Doc, name: Name) -> Name:
    """A name with the lower-case words that make it a body: Leeds | city council."""
    if name.title or name.end - name.start > 4:
        return name
    i = name.end
    while i < len(doc) and i - name.end < 5 and doc[i].lower_ in words("organisations", "middles"):
        if doc[i].lower_ == "and" and i == name.end:
            return name
        i += 1
    for end in (i + 1, i):
        if name.end < end <= len(doc) and doc[end - 1].lower_ in words("organisations", "generic") and not doc[name.end].is_sent_start:
            beyond = doc[end] if end < len(doc) else None
            classed = doc[end - 1].lower_ in words("organisations", "classes") and beyond is not None and capital(beyond) and not beyond.is_sent_start
            if doc[end - 1].lower_ == "group" and doc[name.start:name.end].text.lower() in pairs("parties", "parties") and beyond is not None and beyond.lower_ in words("roles", "posts"):
                return name  # the Labour | group leader
            if name.kind == PERSON and name.end - name.start > 1 or name.kind in (UNKNOWN, BODY) and name.end - name.start == 1 and classed:  # "Conservation group Sea Commons"
                return name
            after = doc[end].lower_ if end < len(doc) else ""
            if after in ("chief",) or after not in words("organisations", "generic"):
                return replace(name, end=end, kind=BODY)
    return name


def names(doc: Doc) -> list[Name]:
    """All names in order of the text, none inside another. Reads tags and entities where there are any."""
    found = [Name(t.i, t.i + 1, BODY) for t in doc if t.lower_ in words("parties", "coloured") and t.text.istitle() and political(doc, t.i + 1)]
    found += [Name(t.i, t.i + 2, BODY) for t in doc[:-1] if t.text.istitle() and f"{t.lower_} {t.nbor().lower_}" in words("organisations", "addresses")]
    given = {name.start for name in found}
    loud = {i for paragraph in doc.spans.get("paragraphs", ()) if _title_case(paragraph) for i in range(paragraph.start, paragraph.end)}
    for ent in doc.ents:
        if ent.start in loud:
            found += _split(doc, ent.start, ent.end)
    for start, end in runs(doc):
        if start not in loud and start not in given:
            if _traded(doc, start, end):
                found.append(Name(start + 1, end, BODY))
                continue
            found += [_grow(doc, name) for name in _split(doc, start, end) if name.end > name.start]
    return sorted((name for name in found if name.end > name.start and not _agency(doc, name) and not _seat(doc, name) and not _hyphened(doc, name)), key=lambda name: name.start)


def _traded(doc: Doc, start: int, end: int) -> bool:
    """Whether a sentence opens with what a body is, then its name: "Developer | Hartwell Homes", "Airline | Fenair"."""
    return end - start > 1 and doc[start].lower_ in words("organisations", "trades") and starts_sentence(doc[start]) and doc[start + 1].lower_ not in given_names()


def _agency(doc: Doc, name: Name) -> bool:
    """Whether it is the news agency in brackets of a dateline: "LONDON, May 3 (XYZ) - ..."."""
    if name.start == 0 or name.end + 1 >= len(doc) or doc[name.start - 1].text != "(" or doc[name.end].text != ")" or doc[name.end + 1].text not in ("-", "–", "—", "--"):
        return False
    return any(p.start <= name.start < p.start + 10 for p in doc.spans.get("paragraphs", ()))


def _seat(doc: Doc, name: Name) -> bool:
    """Whether it is the state after a party's letter: "R-Va."."""
    return name.start > 1 and doc[name.start - 1].text == "-" and doc[name.start - 2].text in ("R", "D", "I")


def _hyphened(doc: Doc, name: Name) -> bool:
    """Whether it only tells who runs a body: "the Conservative-controlled council"."""
    after = doc[name.end:name.end + 2]
    return len(after) == 2 and after[0].text == "-" and after[1].lower_ in words("parties", "hyphened")


def _title_case(paragraph: Span) -> bool:
    """Whether it is a headline whose every long word has a capital, so that a capital says nothing."""
    long = [token for token in paragraph if token.is_alpha and len(token) > 3]
    return 3 < len(long) and len(paragraph) < 30 and sum(capital(token) for token in long) >= 0.8 * len(long)
