"""The body that a bare post belongs to, where the article names one near: "The RMT is against it. 'No,' says leader Ann Lee."""
from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Span

from kg import lang
from kg.pipeline import nominals
from kg.pipeline.cast import Cast
from kg.pipeline.clauses import together
from kg.pipeline.lexicon import LANGUAGE, words
from kg.pipeline.name import PERSON, Name
from kg.pipeline.offices import department
from kg.pipeline.people import Person
from kg.pipeline.post import Post, read_role
from kg.pipeline.roles import forward, is_role


_FAR = 4  # paragraphs, that of the post included, in which its only body was named


def of(made: Cast, person: Person, role: str) -> tuple[str, str] | None:
    """Name of the body and why; None where the post asks for none or several could be meant."""
    for rule in (_with_colleague, _of_kind, _before, _only, _of_paragraphs_place):
        found = rule(made, person, role)
        if found:
            return found
    return None


def _with_colleague(made: Cast, person: Person, role: str) -> tuple[str, str] | None:
    """BODY's ROLE NAME and ROLE NAME: the second speaks for the first one's body."""
    for name in person.mentions:
        pair = together(made.doc, name)
        if pair is None or pair[1] != role:
            continue
        first = next((m for m in made.mentions if m.end == pair[0] and m.key.startswith("person:") and m.form == "name"), None)
        organisation = made.actors[first.key].organisation if first is not None and first.key in made.actors else None
        if organisation:
            return organisation, "a colleague of the person named with them"
    return None


def _paragraph(doc: Doc, at: int) -> Span | None:
    """The paragraph of a token."""
    return next((p for p in doc.spans.get("paragraphs", ()) if p.start <= at < p.end), None)


def _leading(role: str) -> bool:
    """Whether a post, as written, leads a body and names no other."""
    own = _head(role)
    return bool(own) and "'" not in " ".join(own) and (" ".join(own) in words("roles", "leading") or own[-1] in words("roles", "leading")) and own[0] not in words("roles", "past") and not any(word[:1].isupper() for word in role.split()[1:])


def _head(role: str) -> list[str]:
    return role.lower().split(" of ")[0].split()


def _before(made: Cast, person: Person, role: str) -> tuple[str, str] | None:
    """For a leading post: the only body that was a subject earlier in the paragraph, else in the one before it."""
    if not _leading(role):
        return None
    doc = made.doc
    at = next((m.start for m in person.mentions if _beside_role(made, m.start, m.end, role)), None)
    if at is None:
        return None
    paragraphs = list(doc.spans.get("paragraphs", ()))
    here = next((n for n, p in enumerate(paragraphs) if p.start <= at < p.end), None)
    if here is None:
        return None
    for n in (here, here - 1):
        if n < 0:
            return None
        inside = [m for m in made.mentions if paragraphs[n].start <= m.start and m.end <= min(paragraphs[n].end, at)]
        others = {m.key for m in inside if m.key.startswith("person:") and m.key != person.key}
        subjects = list(dict.fromkeys(m.key for m in inside if m.key.startswith("organisation:") and nominals.subject_like(made, m)))
        if others:
            return None
        if not subjects and n == here:
            subjects = list(dict.fromkeys(m.key for m in inside if m.key.startswith("organisation:")))
        if subjects:
            name = made.actors[subjects[0]].organisation
            partisan = _head(role)[-1] in ("leader", "spokesman", "spokeswoman", "spokesperson", "whip", "chairman", "chair")
            if name is None or len(subjects) > 1 or name.lower().endswith("government") or name.endswith("Party") and not partisan:
                return None
            return name, "the body named just before"
    return None


def _beside_role(made: Cast, start: int, end: int, role: str) -> bool:
    """Whether the role stands right beside this mention."""
    return role.split(" the ")[0] in made.doc[max(0, start - 14):end + 14].text


def _of_kind(made: Cast, person: Person, role: str) -> tuple[str, str] | None:
    return of_kind(made, person.mentions[0].start, role)


def of_kind(made: Cast, at: int, role: str) -> tuple[str, str] | None:
    """A post that only one kind of body has (a councillor, a surgeon): the one such body named before token `at`, else in the article."""
    plain = role.lower()
    kinds = next((entry["bodies"] for entry in lang.table(LANGUAGE, "homes")["home"] if any(plain == post or plain.endswith(" " + post) or plain.startswith(post + " ") for post in entry["posts"])), None)
    if kinds is None:
        return None
    fitting = [b for b in made.bodies if b.words[-1] in kinds or b.words[0] in kinds]
    paragraph = _paragraph(made.doc, at)
    before = [b for b in fitting if b.mentions[0].start < at]
    near = [b for b in fitting if paragraph is not None and any(paragraph.start <= m.start < at for m in b.mentions)]
    chosen = near or before or fitting
    return (chosen[0].name, f"the only {chosen[0].words[-1]} named") if len({b.key for b in chosen}) == 1 else None


def _anothers(doc: Doc, name: Name) -> bool:
    """Whether a body is named only for what another is in it, short of leading it: "Lee Hart, a Unison steward"."""
    last = doc[name.end - 1]
    return last.dep_ in ("compound", "nmod:poss", "nmod") and last.head.dep_ == "appos" and is_role(last.head) and not _leading(last.head.text)


def _only(made: Cast, person: Person, role: str) -> tuple[str, str] | None:
    """For a leading post: the only body that the article has named so far, parties and governments left out."""
    if not _leading(role):
        return None
    at = person.mentions[0].start
    paragraphs = [p.start for p in made.doc.spans.get("paragraphs", ()) if p.start <= at]
    low = paragraphs[-_FAR] if len(paragraphs) >= _FAR else 0
    named = [b for b in made.bodies if any(m.start < at and not _anothers(made.doc, m) for m in b.mentions) and b.name.lower() not in words("organisations", "legislatures") and not b.name.endswith("Party") and not b.name.lower().endswith("government")]
    return (named[0].name, "the only body named so far") if len(named) == 1 and any(low <= m.start < at for m in named[0].mentions) else None


def _of_paragraphs_place(made: Cast, person: Person, role: str) -> tuple[str, str] | None:
    """For a local post: the place that the paragraph opens with ("In Leeds, ..."), or whose town hall "the mayor" must mean."""
    own = _head(role)
    if not own or own[-1] not in words("roles", "local") and own[0] not in words("roles", "local") or own[0] in words("roles", "past"):
        return None
    doc, at = made.doc, person.mentions[0].start
    paragraph = _paragraph(doc, at)
    if paragraph is None:
        return None
    places = [p for p in made.places if paragraph.start <= p.start < at]
    first = next((p for p in places if p.start - paragraph.start <= 2), None)
    if first is None or len({doc[p.start:p.end].text for p in places}) > 1:
        return None
    key = nominals.place(made, first.start, first.end)
    return (made.actors[key].name, "the place that the paragraph is about") if key else None


def introduced(made: Cast, person: Person) -> Post | None:
    """The post that the paragraph before gives without a name: "The manager of the Bell said no. | Ann Lee told a meeting ..."."""
    doc, first = made.doc, person.mentions[0]
    paragraphs = list(doc.spans.get("paragraphs", ()))
    here = next((n for n, p in enumerate(paragraphs) if p.start <= first.start < p.end), 0)
    if here == 0 or first.end - first.start < 2 or first.start - paragraphs[here].start > 2:
        return None
    before = paragraphs[here - 1]
    if made.near.inside(before.start, before.end, PERSON):
        return None
    for i in range(before.start, before.end):
        if doc[i].lower_ != "the" and not (i == before.start and doc[i].lower_ in ("a", "an")):
            continue
        role = forward(doc, i, made.near.ends)
        if role is None or not doc[role.head].dep_.startswith("nsubj"):
            continue
        post = read_role(doc, made.near, role)
        if i == before.start or post.tells or department(post.role or "", made.government, made.year):
            return replace(post, how="the post named without a name just before")
    return None
