"""Who is speaking at each word: the attributions of a Doc, read once, asked often.

Requires the span groups attributions, speakers, actors and quotes, and user_data['actors'].
"""
from __future__ import annotations

from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Span

from kg import lang
from kg.model import Actor, Mode, SpeakerKind
from kg.pipeline.nested import within, without
from kg.pipeline.syntax import case, subject
from kg.pipeline.unresolved import named

Stretch = tuple[int, int]
_REACH = 60  # words within which a pronoun may mean the last speaker


@dataclass(frozen=True, slots=True)
class Utterance:
    """One attribution by token stretches, with its speaker where that was resolved; `others` speak with him, `told_by` tells of it."""

    id: str
    source: tuple[Stretch, ...]
    cue: tuple[Stretch, ...]
    content: tuple[Stretch, ...]
    actor: Actor | None
    kind: Mode
    others: tuple[Actor, ...] = ()
    told_by: str | None = None

    @property
    def size(self) -> int:
        """Words of the content."""
        return sum(end - start for start, end in self.content)


@dataclass(slots=True)
class Scene:
    """Lookups by token index; None where nobody speaks."""

    doc: Doc
    utterances: dict[str, Utterance]
    content: list[str | None]
    cue: list[str | None]
    source: list[str | None]
    quoted: list[bool]
    actors: list[Actor | None]
    last_person: list[Actor | None] = field(default_factory=list)

    def speaking(self, i: int) -> Utterance | None:
        """The innermost utterance whose content holds token i."""
        name = self.content[i]
        return self.utterances[name] if name is not None else None


def span_key(span: Span) -> str:
    """The id that ties source, cue and content together, whatever its type."""
    return str(span.id)


def _group(doc: Doc, name: str) -> list[Span]:
    return list(doc.spans[name]) if name in doc.spans else []


def _kind(quoted: list[bool], content: list[Stretch]) -> Mode:
    inside = [quoted[i] for start, end in content for i in range(start, end)]
    if not inside:
        return Mode.INDIRECT
    share = sum(inside) / len(inside)
    return Mode.DIRECT if share > 0.85 else Mode.MIXED if share > 0.15 else Mode.INDIRECT


def _name_in(doc: Doc, source: list[Stretch], known: dict[str, Actor]) -> Actor | None:
    """The person named inside a source that was read as nameless: 'the president of the guild, Dr Ann Lee'."""
    inside = [known.get(span.kb_id_) for span in _group(doc, "actors") if span.label_ != "pronoun" and not case(span.root) and doc[span.end:span.end + 1].text not in ("'s", "'") and any(start <= span.start and span.end <= end for start, end in source)]
    return next((actor for actor in inside if actor is not None and actor.kind is SpeakerKind.PERSON), None)


def _by_cue(doc: Doc, roles: dict[str, list[Stretch]], known: dict[str, Actor], previous: Actor | None) -> Actor | None:
    """The speaker of an attribution that has none: its cue's subject if that is a known mention, the last speaker for a pronoun."""
    verbs = [doc[i] for start, end in roles.get("cue", ()) for i in range(start, end) if doc[i].pos_ in ("VERB", "AUX", "ADJ")]
    token = next((s for v in verbs if (s := subject(v)) is not None), None)
    if token is None:
        return None
    for span in _group(doc, "actors"):
        if span.start <= token.i < span.end:
            return known.get(span.kb_id_)
    word = token.lower_
    if token.pos_ == "PRON" or word in ("he", "she", "they", "it"):
        if previous is None:
            return None
        fits = {"he": (SpeakerKind.PERSON,), "she": (SpeakerKind.PERSON,), "they": (SpeakerKind.GROUP,), "it": (SpeakerKind.ORGANISATION,)}.get(word, ())
        return previous if previous.kind in fits else None
    return named(token)


def _teller(own: Utterance, utterances: dict[str, Utterance]) -> str | None:
    """Who says in his own words that somebody else says this: the innermost speaker around its cue and source."""
    if own.actor is None or not own.cue or not own.source:
        return None
    at = [own.cue[0][0], own.source[0][0]]
    around = [u for u in utterances.values() if u.actor is not None and u.actor != own.actor and all(any(start <= i < end for start, end in u.content) for i in at)]
    inner = min(around, key=lambda u: u.size, default=None)
    return inner.actor.name if inner is not None and inner.actor is not None else None


def _nest(doc: Doc, utterances: dict[str, Utterance], actors: list[Actor | None], quoted: list[bool]) -> dict[str, Utterance]:
    """The utterances, with those that they tell of taken out of them as utterances of their own; each knows who tells of it."""
    found: dict[str, Utterance] = {}
    for name, own in utterances.items():
        utterances[name] = replace(own, told_by=_teller(own, utterances))
    for name, outer in utterances.items():
        inner = within(doc, outer.content, outer.actor, actors)
        found[name] = replace(outer, content=without(outer.content, inner)) if inner else outer
        for one in (i for i in inner if i.actor is not None):
            own = f"{name}.{one.cue[0]}"
            found[own] = Utterance(own, (one.source,), (one.cue,), (one.content,), one.actor, _kind(quoted, [one.content]), told_by=outer.actor.name if outer.actor is not None else None)
    return found


def scene(doc: Doc) -> Scene:
    """Read the span groups of a Doc."""
    quoted = [False] * len(doc)
    for span in _group(doc, "quotes"):
        for i in range(span.start, span.end):
            quoted[i] = True
    known: dict[str, Actor] = doc.user_data.get("actors", {})
    speakers: dict[str, list[Actor]] = {}
    for span in _group(doc, "speakers"):
        if known.get(span.kb_id_) is not None:
            speakers.setdefault(span_key(span), []).append(known[span.kb_id_])
    outlets = set(lang.table("en", "grammar")["outlet_cues"])
    parts: dict[str, dict[str, list[Stretch]]] = {}
    for span in _group(doc, "attributions"):
        parts.setdefault(span_key(span), {}).setdefault(span.label_, []).append((span.start, span.end))
    utterances = {}
    previous: Actor | None = None
    at = -_REACH
    for name, roles in sorted(parts.items(), key=lambda part: min(start for spans in part[1].values() for start, _ in spans)):
        content, said = roles.get("content", []), speakers.get(name, [])
        if any(doc[start:end].text.lower() in outlets for start, end in roles.get("cue", ())):
            said = []  # the paper speaks of what it knows
        elif said and said[-1].kind is SpeakerKind.ANONYMOUS:
            said = [_name_in(doc, roles.get("source", []), known) or said[-1]]
        elif not said:
            found = _by_cue(doc, roles, known, previous if min(s for spans in roles.values() for s, _ in spans) - at < _REACH else None)
            said = [found] if found is not None else []
        if said:
            previous, at = said[-1], max(end for spans in roles.values() for _, end in spans)
        utterances[name] = Utterance(name, tuple(roles.get("source", ())), tuple(roles.get("cue", ())), tuple(content), said[-1] if said else None, _kind(quoted, content), tuple(said[:-1]))
    actors: list[Actor | None] = [None] * len(doc)
    for span in sorted(_group(doc, "actors"), key=lambda s: -(s.end - s.start)):
        actor = known.get(span.kb_id_)
        for i in range(span.start, span.end):
            actors[i] = actor or actors[i]
    utterances = _nest(doc, utterances, actors, quoted)
    lookup: dict[str, list[str | None]] = {role: [None] * len(doc) for role in ("content", "cue", "source")}
    for name in sorted(utterances, key=lambda n: -utterances[n].size):  # the smaller, inner one is written last
        for role in lookup:
            for start, end in getattr(utterances[name], role):
                for i in range(start, end):
                    lookup[role][i] = name
    return Scene(doc, utterances, lookup["content"], lookup["cue"], lookup["source"], quoted, actors)
