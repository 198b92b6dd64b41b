"""Posts and bodies that stand before a name: "BODY ROLE NAME", "the ROLE of BODY, NAME"."""
from __future__ import annotations

from spacy.tokens import Doc

from kg.pipeline.lexicon import pairs, titles, words
from kg.pipeline.name import BODY, PERSON, PLACE, UNKNOWN, Name
from kg.pipeline.naming import ministerial
from kg.pipeline.nearby import Nearby, is_party, placed
from kg.pipeline.post import Post, read_role, subject_word, wording
from kg.pipeline.roles import forward, is_role, window

_ENDS = set(",.;:!?()\"'–—")


def name_start(doc: Doc, name: Name) -> int:
    """Where a name begins with its titles: "the Rt Hon Sir | Ann Lee"."""
    start = name.start
    while start > 0 and name.title not in ("", "role") and name.start - start < len(name.title.split()):
        start -= 1
    return start


def before(doc: Doc, near: Nearby, name: Name) -> Post | None:
    """BODY ROLE NAME, ROLE NAME, BODY's NAME"""
    end = name_start(doc, name)
    if end and end < name.start:
        ruled = _ranked(doc, near, name, end)
        if ruled is not None:
            return ruled
    party = near.ending(end, BODY)
    if party is not None and is_party(doc, party):
        return Post(None, (party.start, party.end), "PARTY NAME")
    if end and doc[end - 1].lower_ == "the" and name.title:
        end -= 1
    if end == 0 or doc[end - 1].is_punct and doc[end - 1].text not in ("-", "'"):
        return None
    start = window(doc, end)
    if start < end:
        found = _post_before(doc, near, start, end)
        if found is not None:
            return found
    if doc[end - 1].lower_ in ("their", "its"):
        return Post(None, None, "their NAME", end - 1)
    if doc[end - 1].lower_ in ("'s", "'"):
        body = near.ending(end - 1, BODY)
        if body:
            return Post(None, (body.start, body.end), "BODY's NAME")
    return None


def _ranked(doc: Doc, near: Nearby, name: Name, end: int) -> Post | None:
    """PLACE Mayor NAME, BODY President NAME: what stands before a title that names a post."""
    post = next((pairs("titles", "ranks")[w] for w in reversed(name.title.split()) if pairs("titles", "ranks").get(w)), None)
    if not post:
        return None
    owner = near.ending(end, BODY, PLACE) or (near.ending(end - 1, BODY, PLACE) if doc[end - 1].lower_ in ("'s", "'") else None)
    if owner is None or subject_word(doc, owner):
        return None
    if owner.kind == BODY:
        return Post(post, (owner.start, owner.end), "BODY TITLE NAME")
    return Post(post, None, "PLACE TITLE NAME", place=(owner.start, owner.end)) if post in words("roles", "local") else None


def _post_before(doc: Doc, near: Nearby, start: int, end: int) -> Post | None:
    """The post that the words [start, end) before a name give, with its body."""
    heads = [i for i in range(start, end) if is_role(doc[i])]
    held = near.inside(start, end, BODY)
    people = near.inside(start, end, PERSON)
    if people:
        start = people[-1].end
        heads = [i for i in heads if i >= start]
        held = [b for b in held if b.start >= start]
    heads = [i for i in heads if not any(b.start <= i < b.end for b in held)]
    if not heads or not (heads[-1] == end - 1 or heads[-1] + 1 < end and doc[heads[-1] + 1].lower_ in ("of", "for", "at")):
        return None
    last = heads[-1]
    first = [b for b in held if b.end <= last]
    after = [b for b in held if b.start > last]
    if first and is_party(doc, first[-1]) and start and doc[start - 1].lower_ in ("its", "their"):
        return Post(wording(doc, first[-1].end, end), None, "its ROLE NAME", start - 1)
    if first and is_party(doc, first[-1]) and not after and not any(doc[i].lower_ in words("roles", "political") for i in heads):
        return Post(wording(doc, start, end), None, "ROLE NAME")
    if first and not (after and is_party(doc, first[-1])):
        body = first[-1]
        if doc[body.end].lower_ == "and" and body.end + 1 <= last:  # 'Leeds council and local MP Ann Lee'
            return _post_before(doc, near, body.end + 1, end)
        own = body.end + 1 if doc[body.end].lower_ in ("'s", "'") else body.end
        lead = wording(doc, start, body.start)
        role = wording(doc, own, end)
        if lead and lead.lower() in words("roles", "past"):
            role = f"{lead} {role}"
        return Post(role, (body.start, body.end), "BODY ROLE NAME")
    if after:
        return Post(wording(doc, start, after[0].start), (after[0].start, after[0].end), "ROLE of BODY NAME")
    if start and doc[start - 1].lower_ in ("its", "their"):
        return Post(wording(doc, start, end), None, "its ROLE NAME", start - 1)
    place = placed(doc, near, start, last)
    if place is not None and not subject_word(doc, place) and doc[last].lower_ in words("roles", "local"):
        own = place.end + (doc[place.end].lower_ in ("'s", "'"))
        return Post(wording(doc, own, end), None, "PLACE ROLE NAME", place=(place.start, place.end))
    place = placed(doc, near, last + 1, end)
    if place is not None and doc[last].lower_ in words("roles", "local") and doc[last + 1].lower_ == "of":
        return Post(wording(doc, start, last + 1), None, "ROLE of PLACE NAME", place=(place.start, place.end))
    noun = next((i for i in range(last - 1, start - 1, -1) if doc[i].lower_ in words("organisations", "generic") - words("roles", "openers")), None)
    governs = doc[last].lower_ == "minister" or doc[last].lower_ == "secretary" and noun is not None and (doc[noun].lower_ in ministerial() or doc[noun].lower_ == "government")
    if noun is not None and not governs and noun > start and (noun + 1 == last or doc[noun + 1].lower_ in words("roles", "openers")) and not any(is_role(doc[i]) for i in range(start, noun)):
        return Post(wording(doc, noun + 1, end), None, "BODY noun ROLE NAME", noun)
    if noun is not None and (doc[noun + 1].lower_ in ("'s", "'") or doc[noun].text[:1].isupper() and noun == start and doc[last].text.islower()):
        return Post(wording(doc, noun + 1, end), None, "the body's ROLE NAME", noun)
    return Post(wording(doc, start, end), None, "ROLE NAME", noun)


def role_comma_before(doc: Doc, near: Nearby, name: Name) -> Post | None:
    """The ROLE of BODY, NAME; BODY's ROLE, NAME; a spokesman, NAME"""
    comma = name_start(doc, name) - 1
    if comma > 3 and doc[comma].lower_ in ("called", "named"):  # "the firm's manager, a patient man called Bo Jones"
        comma = next((k for k in range(comma - 1, max(0, comma - 6), -1) if doc[k].text == ","), 0)
    while comma > 3 and doc[comma].text != "," and (is_role(doc[comma]) or doc[comma].lower_ in titles() or doc[comma].text in ("the", ".")) and name.start - comma < 6:
        comma -= 1  # "Its organiser, the barrister Bo Jones"
    if comma < 2 or doc[comma].text != ",":
        return None
    first = comma
    while first > 0 and comma - first < 20 and not doc[first].is_sent_start and (doc[first - 1].text not in _ENDS or doc[first - 1].text == "'" and first > 1 and not doc[first - 2].whitespace_):
        first -= 1
    while first < comma and doc[first].is_sent_start and doc[first].pos_ in ("CCONJ", "ADV", "SCONJ"):  # "But Unite's officer"
        first += 1
    for i in range(first, comma):
        opens = doc[i].lower_
        if opens == "whose":
            return _whose_post(doc, near, i, comma)
        if opens not in ("the", "its", "their", "his", "her", "a", "an", "as") and i != first and not (i > first and doc[i - 1].lower_ == "by" and near.starting(i, BODY) is not None):
            continue
        role = forward(doc, i + (opens == "as"), near.ends)
        if role is None or role.end > comma or any(token.pos_ != "ADJ" for token in doc[role.end:comma]):
            continue
        owned = near.inside(role.start, role.end, BODY, PLACE, UNKNOWN)
        if opens in ("his", "her") and not owned:
            return Post(wording(doc, role.start, role.end), None, "his role", i)
        if opens in ("the", "its", "their") or owned or opens in ("a", "an") and doc[role.head].lower_ in words("roles", "spokesmen"):
            return read_role(doc, near, role)
    return None


def _whose_post(doc: Doc, near: Nearby, i: int, comma: int) -> Post | None:
    """BODY, whose ROLE, NAME"""
    role = forward(doc, i + 1, near.ends)
    body = near.ending(i - 1 if doc[i - 1].text == "," else i, BODY)
    if role is None or role.end != comma or body is None:
        return None
    return Post(wording(doc, role.start, role.end), (body.start, body.end), "BODY, whose ROLE, NAME")


def opening(doc: Doc, near: Nearby, name: Name) -> int:
    """Where the name begins with what stands before it: "Network Rail chief executive Sir Tom Shaw"."""
    start = name.start
    while start > 0 and doc[start - 1].lower_ in titles() and name.title:
        start -= 1
    post = before(doc, near, name)
    if post is not None and post.role is not None:
        start = min(start, window(doc, start))
        if post.body is not None and post.body[0] < start:
            start = post.body[0]
    return start
