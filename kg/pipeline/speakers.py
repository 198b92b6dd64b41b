"""Every attribution's speaker: doc.spans["speakers"], doc.spans["actors"] and user_data["actors"]."""
from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from kg.pipeline.cast import Cast, Mention
from kg.pipeline.casting import gather
from kg.pipeline.lexicon import words
from kg.pipeline.pronouns import NOBODY, Candidate, agreement, resolve, setting
from kg.pipeline.sources import Answer
from kg.pipeline.sources import resolve as by_words
from kg.pipeline.standins import standins

SURE = 0.5  # least probability at which a pronoun that is no source is resolved
_REST = {"plural": 0.25, "thing": 0.25, "m": 0.0, "f": 0.0}


@dataclass(slots=True)
class Said:
    """One attribution by its parts; `id` is the spans' number."""

    id: int
    source: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    content: list[Span] = field(default_factory=list)

    @property
    def start(self) -> int:
        return min(span.start for span in [*self.source, *self.cue, *self.content])

    @property
    def end(self) -> int:
        return max(span.end for span in [*self.source, *self.cue, *self.content])

    def holds(self, i: int) -> bool:
        return any(span.start <= i < span.end for span in self.content)


def speak(doc: Doc) -> Doc:
    """Component. Reads tags, parse, entities, paragraphs, quotes and attributions.

    Writes doc.spans["speakers"] (label: form of the mention, id: the attribution's, kb_id: actor key; where several
    people speak together, those named with the first come before it), doc.spans["actors"], user_data["actors"] and
    user_data["speaker_notes"]: attribution id -> (how, confidence).
    """
    cast = gather(doc)
    attributions = grouped(doc)
    answers = _resolve(cast, attributions)
    _write(cast, attributions, answers)
    return doc


def grouped(doc: Doc) -> list[Said]:
    """The attributions of a Doc in order of their ids' first appearance."""
    found: dict[int, Said] = {}
    for span in doc.spans.get("attributions", ()):
        getattr(found.setdefault(span.id, Said(span.id)), span.label_).append(span)
    return list(found.values())


def _resolve(cast: Cast, attributions: list[Said]) -> dict[int, Answer]:
    doc = cast.doc
    answers: dict[int, Answer] = {}
    for said in attributions:
        for span in said.source:
            answer = None if _pronoun(span) is not None or _owned(span) else by_words(cast, span.start, span.end)
            if answer is not None:
                answers.setdefault(said.id, answer)
    _pronouns(cast, attributions, answers)
    for said in attributions:
        if said.id in answers or not said.source:
            continue
        token = next((t for t in (_pronoun(span) for span in said.source) if t is not None), None)
        if token is None:
            for span in said.source:  # "her members" once "her" is known
                answer = by_words(cast, span.start, span.end)
                if answer is not None:
                    answers[said.id] = answer
            continue
        answer = _of_pronoun(cast, attributions, answers, token)
        if answer is not None:
            answers[said.id] = answer
    _continue(cast, attributions, answers)
    for said in attributions:  # what "I" and "we" in a continued quote needed
        if said.id not in answers and said.source:
            token = next((t for t in (_pronoun(span) for span in said.source) if t is not None), None)
            answer = _of_pronoun(cast, attributions, answers, token) if token is not None else None
            if answer is not None:
                answers[said.id] = answer
    return answers


def _pronoun(span: Span) -> Token | None:
    """The pronoun that a source consists of (adverbs and marks beside it do not count)."""
    content = [token for token in span if not token.is_punct and token.pos_ not in ("ADV", "ADP", "CCONJ", "SCONJ")]
    if not content:
        return None
    token = content[0]
    known = agreement(token) or token.lower_ in words("pronouns", "first") or token.lower_ in ("who", "which", "that")
    if not known or token.lower_ in words("pronouns", "possessive") and len(content) > 1:
        return None
    return token if len(content) == 1 or token.lower_ in ("he", "she", "they", "it", "we", "i", "who", "which", "that") else None


def _owned(span: Span) -> bool:
    """Whether the source opens with "his" or "their", so that it waits for the pronouns."""
    return next((token.lower_ in words("pronouns", "possessive") for token in span if not token.is_punct), False)


def _candidates(cast: Cast) -> list[Candidate]:
    people = [Candidate(p.key, "person", p.gender, [(m.start, m.end) for m in p.mentions]) for p in cast.people]
    bodies = [Candidate(b.key, "organisation", "", [(m.start, m.end) for m in b.mentions]) for b in cast.bodies]
    groups: dict[str, Candidate] = {}
    for group in cast.groups:
        key = "group:" + "-".join(group.name.lower().split())
        groups.setdefault(key, Candidate(key, "group")).names.append((group.start, group.end))
    return [*people, *bodies, *groups.values()]


def _pronouns(cast: Cast, attributions: list[Said], answers: dict[int, Answer]) -> None:
    """Third-person pronouns all over the article become mentions; the speaker of a quote is never its "he"."""
    doc, at = cast.doc, setting(cast.doc)
    direct = [(said, answers[said.id].key) for said in attributions if said.id in answers and any(at.quote[span.start] >= 0 for span in said.content)]

    def barred(token: Token) -> frozenset[str]:
        if at.quote[token.i] < 0:
            return frozenset()
        return frozenset(key for said, key in direct if said.holds(token.i))

    sources = {token.i for said in attributions for span in said.source if (token := _pronoun(span)) is not None}
    found = resolve(doc, at, _candidates(cast), barred=barred)
    for i, (key, chance) in sorted(found.items()):
        if key == NOBODY or chance < (_REST[agreement(doc[i])] if i in sources else SURE):
            continue
        if key.startswith("group:") and key not in cast.actors:
            name = next(g.name for g in cast.groups if "group:" + "-".join(g.name.lower().split()) == key)
            cast.group(name, "group", cast.government if name.lower() in words("posts", "ministers") else None)
        cast.mentions.append(Mention(i, i + 1, key, "pronoun"))
    cast.mentions.sort(key=lambda m: (m.start, m.end))


def _of_pronoun(cast: Cast, attributions: list[Said], answers: dict[int, Answer], token: Token) -> Answer | None:
    """The speaker that a pronoun means: first person the quote's, relative its antecedent's, else the ranker's."""
    if token.lower_ in words("pronouns", "first"):
        outer = [said for said in attributions if said.id in answers and said.holds(token.i)]
        if not outer:
            return None
        inner = min(outer, key=lambda said: sum(len(span) for span in said.content))
        answer = answers[inner.id]
        return Answer(answer.key, token.i, token.i + 1, "first person in the speaker's own words", answer.confidence)
    if token.lower_ in ("who", "which", "that"):
        noun = next((m for m in reversed(cast.mentions) if m.end <= token.i and token.i - m.end <= 2 and m.form != "pronoun"), None)
        if noun is not None:
            return Answer(noun.key, noun.start, noun.end, "relative pronoun", 0.9)
        if token.i == 0:
            return None
        end = token.i - 1 if cast.doc[token.i - 1].text == "," else token.i
        group = next((g for g in reversed(cast.groups) if g.end == end), None)
        return Answer(cast.group(group.name, "group"), group.start, group.end, "relative pronoun", 0.9) if group else None
    mention = next((m for m in cast.mentions if m.start == token.i and m.form == "pronoun"), None)
    if mention is None:
        return None
    return Answer(mention.key, token.i, token.i + 1, f"\"{token.text}\" by the pronoun ranker", 0.85)


def _continue(cast: Cast, attributions: list[Said], answers: dict[int, Answer]) -> None:
    """A quotation without a source goes on with the speaker before it: in the same paragraph, or across the gap to the next."""
    at = setting(cast.doc)
    ordered = sorted((said for said in attributions if said.content or said.source or said.cue), key=lambda said: said.start)
    for n, said in enumerate(ordered):
        if said.source or said.id in answers or not said.content:
            continue
        first = said.content[0]
        if at.quote[first.start] < 0:
            continue
        here = at.paragraph[said.start]
        before = next((s for s in reversed(ordered[:n]) if s.id in answers and s.end <= said.end and s.start < said.start), None)
        if before is not None and here - at.paragraph[before.end - 1] <= 1 and not (here == 0):
            answer = answers[before.id]
            answers[said.id] = Answer(answer.key, answer.start, answer.end, "goes on from the quotation before", min(answer.confidence, 0.8))


def _write(cast: Cast, attributions: list[Said], answers: dict[int, Answer]) -> None:
    doc = cast.doc
    speakers: list[Span] = []
    notes: dict[int, tuple[str, float]] = {}
    for said in attributions:
        answer = answers.get(said.id)
        if answer is None:
            continue
        for other in answer.others:
            speakers.append(Span(doc, other.start, other.end, label="with", kb_id=other.key, span_id=said.id))
        start, end = _naming(cast, answer)
        speakers.append(Span(doc, start, end, label="speaker", kb_id=answer.key, span_id=said.id))
        notes[said.id] = (answer.how, answer.confidence)
    for group in cast.groups:
        key = cast.group(group.name, "group", _group_body(cast, group))
        cast.mentions.append(Mention(group.start, group.end, key, "group"))
    cast.mentions += list(standins(cast))
    taken = {(m.start, m.end) for m in cast.mentions}
    for answer in answers.values():
        if (answer.start, answer.end) not in taken:
            taken.add((answer.start, answer.end))
            cast.mentions.append(Mention(answer.start, answer.end, answer.key, "nominal"))
    cast.mentions.sort(key=lambda m: (m.start, m.end, m.key))
    doc.spans["speakers"] = speakers
    doc.spans["actors"] = [Span(doc, m.start, m.end, label=m.form, kb_id=m.key) for m in cast.mentions]
    doc.user_data["actors"] = dict(sorted(cast.actors.items()))
    doc.user_data["speaker_notes"] = notes


def _group_body(cast: Cast, group) -> str | None:
    """The body inside a group's name (Labour councillors), or the government for its ministers."""
    inside = next((m for m in cast.mentions if group.start <= m.start and m.end <= group.end and m.key.startswith("organisation:") and m.form == "name"), None)
    if inside is not None:
        return cast.actors[inside.key].organisation
    return cast.government if group.name.lower() in words("posts", "ministers") else None


def _naming(cast: Cast, answer: Answer) -> tuple[int, int]:
    """The mention that names the speaker: the source's own words, or for a pronoun the last name before it."""
    if not any(m.form == "pronoun" and (m.start, m.end) == (answer.start, answer.end) for m in cast.mentions) and "first person" not in answer.how:
        return answer.start, answer.end
    before = [m for m in cast.mentions if m.key == answer.key and m.form != "pronoun" and m.start <= answer.start]
    return (before[-1].start, before[-1].end) if before else (answer.start, answer.end)
