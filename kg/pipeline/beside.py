"""Posts and bodies that stand right after a name: after a comma, in brackets, after of or from."""
from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from kg.pipeline.before import name_start
from kg.pipeline.clauses import relative
from kg.pipeline.groups import is_collective, is_plural
from kg.pipeline.lexicon import pairs, words
from kg.pipeline.name import BODY, PERSON, PLACE, UNKNOWN, Name
from kg.pipeline.nearby import Nearby, after_class, is_party
from kg.pipeline.post import Post, read_role
from kg.pipeline.roles import forward, is_role

_DASHES = ("-", "–", "—")


def after_comma(doc: Doc, near: Nearby, name: Name) -> Iterable[Post]:
    """NAME, ROLE (for|of|at) BODY"""
    i = _past_age(doc, name.end)
    if i >= len(doc) or doc[i].text not in (",", *_DASHES) or doc[i].is_sent_start or i + 1 >= len(doc):
        return
    if doc[i + 1].text[:2] in ("R-", "D-", "I-") or i + 3 < len(doc) and doc[i + 1].text in ("R", "D") and doc[i + 2].text == "-":
        if doc[i + 1].text[0] in "RD":
            yield Post(None, None, "party after a comma", party=pairs("parties", "brackets").get(doc[i + 1].text[0].lower(), ""))
        return
    if doc[i + 1].lower_ in ("who", "whose"):
        yield from relative(doc, near, i + 1)
        return
    if doc[i + 1].lower_ in ("of", "from", "at", "for"):
        yield from _linked(doc, near, i + 1)
        return
    body = _spoken_for(doc, near, i + 1)
    if body is not None:
        yield body
        return
    role = forward(doc, i + 1, near.ends)
    if role is None or role.end < len(doc) and doc[role.end].text not in ",.;:-–—)(\"'" and doc[role.end].pos_ in ("NOUN", "PROPN", "ADP") and role.end - role.start < 2:
        return
    if near.starting(role.end, PERSON) is not None:  # "Ann Lee, council leader Bo Jones": the role is another's
        return
    post = read_role(doc, near, role)
    yield post
    yield from _further(doc, near, role.end, post)


def _further(doc: Doc, near: Nearby, i: int, post: Post) -> Iterable[Post]:
    """What goes on after a first post: "a GP in Leeds and chair of BODY", "a physicist who heads BODY", "chief executive, BODY"."""
    if i + 2 < len(doc) and doc[i].text == ",":  # "president of the directors' own body, the Association of Directors"
        body = near.starting(i + 1, BODY) or (near.starting(i + 2, BODY) if doc[i + 1].lower_ == "the" else None)
        if body is not None and post.body is None and not post.place and body.end < len(doc) and doc[body.end].is_punct:
            yield Post(post.role, (body.start, body.end), "ROLE, BODY")
            return
    past = post.role is not None and post.role.lower().split()[0].rstrip("-") in words("roles", "past")
    if post.tells and not past and not post.party and not (post.body and is_party(doc, Name(*post.body, BODY))):
        return
    for k in range(i, min(i + 7, len(doc))):
        token = doc[k]
        if token.is_sent_start or token.text in ".;:()\"" or token.pos_ in ("VERB", "AUX"):
            return
        if token.lower_ == "who":
            yield from relative(doc, near, k)
            return
        if token.lower_ == "and" or token.text == ",":
            role = forward(doc, k + 1, near.ends)
            if role is not None and near.starting(role.end, PERSON) is None and (role.start - k <= 3 or doc[k + 1].lower_ in ("now", "currently")):
                yield read_role(doc, near, role)
                return


def _linked(doc: Doc, near: Nearby, i: int) -> Iterable[Post]:
    """NAME, of (the charity) BODY; NAME, for the trust. Token i is the preposition."""
    at = after_class(doc, i + 1)
    body = near.starting(at, BODY) or near.starting(i + 1, BODY) or next(iter(near.inside(i + 2, i + 4, BODY)), None)
    if body is not None:
        yield Post(None, (body.start, body.end), "NAME, of BODY")
        return
    group = _people(doc, i + 1)
    if group is not None and doc[i].lower_ in ("of", "for"):
        yield Post(None, group, "NAME, of the group")
    elif i + 2 < len(doc) and doc[i + 1].lower_ == "the" and doc[i + 2].lower_ in words("organisations", "generic") and i + 3 < len(doc) and doc[i + 3].text in ",.-–—)":
        yield Post(None, None, "NAME, of the body", i + 2)


def _spoken_for(doc: Doc, near: Nearby, i: int) -> Post | None:
    """NAME, speaking for BODY; NAME, on behalf of BODY; NAME, representing BODY; NAME, in charge of BODY"""
    text = [token.lower_ for token in doc[i:i + 5]]
    for opening in (("speaking", "for"), ("speaking", "on"), ("writing", "for"), ("writing", "on"), ("speaks", "for"), ("on", "behalf", "of"), ("representing",), ("in", "charge", "of"), ("acting", "for")):
        if tuple(text[:len(opening)]) == opening:
            at = i + len(opening) + (opening[-1] == "on" and text[len(opening):len(opening) + 2] == ["behalf", "of"]) * 2
            group = _people(doc, at, bare=True) if opening != ("in", "charge", "of") else None
            if group is not None:
                return Post(None, group, "NAME, speaking for the group")
            body = next(iter(near.inside(i + len(opening), i + len(opening) + 6, BODY)), None)
            return Post(None, (body.start, body.end), "NAME, speaking for BODY") if body else None
    return None


def _past_age(doc: Doc, i: int) -> int:
    """Past "Jr" and ", 43," or "(43)," after a name."""
    while i + 1 < len(doc) and doc[i].lower_ in words("titles", "suffixes", "words"):
        i += 1
    if i + 2 < len(doc) and doc[i].text == "," and doc[i + 1].like_num and doc[i + 2].text == ",":
        return i + 2
    if i + 3 < len(doc) and doc[i].text == "(" and doc[i + 2].text == ")":  # (43), (Con)
        return i + 3
    return i


def brackets(doc: Doc, near: Nearby, name: Name) -> Post | None:
    """NAME (Party), NAME (Lab, Leeds), NAME (R-Ohio), NAME (BODY), NAME (ROLE, BODY)"""
    i = name.end
    if i + 1 >= len(doc) or doc[i].text not in ("(", "-LRB-", "["):
        return None
    end = next((k for k in range(i + 1, min(i + 14, len(doc))) if doc[k].text in (")", "-RRB-", "]")), None)
    if end is None:
        return None
    inner = doc[i + 1:end]
    first = inner.text.replace("–", "-").split(",")[0].split("-")[0].strip().lower()
    party = pairs("parties", "parties").get(first) or pairs("parties", "brackets").get(first)
    if party:
        return Post(None, None, "party in brackets", party=party)
    role = forward(doc, i + 1, near.ends)
    if role is not None and role.end <= end:
        post = read_role(doc, near, role)
        body = next(iter(near.inside(i + 1, end, BODY)), None)
        return post if post.body or body is None else Post(post.role, (body.start, body.end), "NAME (ROLE, BODY)")
    body = near.starting(i + 1, BODY)
    return Post(None, (body.start, body.end), "NAME (BODY)") if body and body.end == end else None


def of(doc: Doc, near: Nearby, name: Name) -> Post | None:
    """NAME of BODY, NAME from the charity BODY, NAME's BODY, Professor NAME of PLACE, NAME of the general workers"""
    if name.end + 1 >= len(doc):
        return None
    if doc[name.end].lower_ in ("'s", "'"):
        body = near.starting(name.end + 1, BODY)
        return Post(None, (body.start, body.end), "NAME's BODY") if body and body.end - body.start > 1 and not is_party(doc, body) and not {doc[body.start].lower_, doc[body.end - 1].lower_} & words("organisations", "beneath") else None
    if doc[name.end].lower_ == "and" and doc[name.end + 1].lower_ in ("his", "her") and name.end + 2 < len(doc) and is_plural(doc[name.end + 2]) and doc[name.end + 2].lower_.endswith(tuple(words("groups", "endings"))):
        return Post(None, (name.end + 2, name.end + 3), "NAME and his group")
    if doc[name.end].lower_ not in ("of", "from", "at", "for"):
        return None
    body = near.starting(after_class(doc, name.end + 1), BODY) or near.starting(name.end + 1, BODY)
    if body:
        return Post(None, (body.start, body.end), f"NAME {doc[name.end].lower_} BODY")
    group = _people(doc, name.end + 1)
    if group is not None:
        return Post(None, group, "NAME of the group")
    at = name_start(doc, name) - 1
    local = at >= 0 and is_role(doc[at]) and doc[at].lower_ in words("roles", "local") or set(name.title.split()) & words("roles", "local")
    seat = near.starting(name.end + 1, PLACE, UNKNOWN) or next((n for n in near.inside(name.end + 1, name.end + 5, PERSON) if not n.title and n.start == name.end + 1), None)
    if seat and (local or set(name.title.split()) & words("titles", "seated")):
        return Post(None, None, "ROLE NAME of PLACE", place=(seat.start, seat.end))
    return None


def _people(doc: Doc, i: int, *, bare: bool = False) -> tuple[int, int] | None:
    """the | general workers: people or firms whom somebody speaks for; `bare` without the article, too."""
    if i + 1 >= len(doc) or doc[i].lower_ != "the" and not bare:
        return None
    first = i + (doc[i].lower_ == "the")
    k = first
    while k < len(doc) and k - first < 5 and (doc[k].pos_ in ("NOUN", "ADJ", "PROPN") or doc[k].text == "-"):
        if is_collective(doc[k]) and is_plural(doc[k]) and (k + 1 >= len(doc) or doc[k + 1].pos_ not in ("NOUN", "PROPN", "PART")):
            return first, k + 1
        k += 1
    return None
