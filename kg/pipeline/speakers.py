"""Every attribution's speaker: doc.spans["speakers"], doc.spans["actors"] and user_data["actors"]."""
from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from kg.pipeline.answer import Answer
from kg.pipeline.before import opening
from kg.pipeline.cast import Cast, Mention
from kg.pipeline.casting import gather
from kg.pipeline.lexicon import words
from kg.pipeline.meant import group_body, of_pronoun, owned, pronoun, pronouns, unnamed_voice
from kg.pipeline.pronouns import setting
from kg.pipeline.said import Said, addressed, amid, behind, controlled, elsewhere, grouped, reporter, subject
from kg.pipeline.sources import resolve as by_words
from kg.pipeline.standins import standins
from kg.pipeline.told import tell


def speak(doc: Doc) -> Doc:
    """Component. Reads tags, parse, entities, paragraphs, quotes and attributions.

    Writes doc.spans["speakers"] (label: form of the mention, id: the attribution's, kb_id: actor key; where several
    people speak together, those named with the first come before it), doc.spans["actors"] (label: name, titled for a name with the post
    before it, group, nominal or pronoun), user_data["actors"], user_data["speaker_notes"]: attribution id -> (how, confidence), and
    user_data["inner"]: attribution id -> the attributions inside its content.
    """
    cast = gather(doc)
    attributions = grouped(doc)
    answers = _resolve(cast, attributions)
    _write(cast, attributions, answers)
    doc.user_data["inner"] = tell(cast, attributions, answers)
    return doc


def _resolve(cast: Cast, attributions: list[Said]) -> dict[int, Answer]:
    doc = cast.doc
    answers: dict[int, Answer] = {}
    lost = {said.id: span for said in attributions if not said.source and (span := subject(doc, said)) is not None}
    attributions = [said for said in attributions if not addressed(doc, said) and not amid(doc, said)]
    for said in attributions:
        if reporter(cast, said):
            continue
        turned = controlled(doc, said) or behind(doc, said) or elsewhere(doc, said)
        for span in [turned] if turned is not None else said.source or ([lost[said.id]] if said.id in lost else []):
            answer = None if pronoun(span) is not None or owned(span) else by_words(cast, span.start, span.end)
            if answer is not None:
                answers.setdefault(said.id, answer)
    pronouns(cast, attributions, answers)
    for said in attributions:
        if said.id in answers or not said.source or reporter(cast, said):
            continue
        token = _pronoun(said)
        if token is None:
            for span in said.source:  # "her members" once "her" is known
                answer = by_words(cast, span.start, span.end) or _document_of(cast, attributions, answers, span)
                if answer is not None:
                    answers[said.id] = answer
            continue
        answer = of_pronoun(cast, attributions, answers, token)
        if answer is not None:
            answers[said.id] = answer
    _continue(cast, attributions, answers)
    for said in attributions:  # what "I" and "we" in a continued quote needed
        if said.id not in answers and said.source:
            token = _pronoun(said)
            answer = of_pronoun(cast, attributions, answers, token) if token is not None else None
            if answer is not None:
                answers[said.id] = answer
    return answers


def _document_of(cast: Cast, attributions: list[Said], answers: dict[int, Answer], span: Span) -> Answer | None:
    """"The borough engineer disagrees. | His report": who wrote it, where he has no name."""
    if not any(token.lower_ in words("anonymity", "documents") for token in span):
        return None
    mine = next((token for token in span if token.lower_ in words("pronouns", "possessive")), None)
    return unnamed_voice(cast, attributions, answers, mine, new=False) if mine is not None else None


def _pronoun(said: Said) -> Token | None:
    """The first of an attribution's sources that is a pronoun."""
    return next((token for span in said.source if (token := pronoun(span)) is not None), None)


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
        key = cast.group(group.name, "group", group_body(cast, group))
        cast.mentions.append(Mention(group.start, group.end, key, "group"))
    cast.mentions += list(standins(cast))
    taken = {(m.start, m.end) for m in cast.mentions}
    for answer in answers.values():
        if (answer.start, answer.end) not in taken:
            taken.add((answer.start, answer.end))
            cast.mentions.append(Mention(answer.start, answer.end, answer.key, "nominal"))
    cast.mentions.sort(key=lambda m: (m.start, m.end, m.key))
    doc.spans["speakers"] = speakers
    doc.spans["actors"] = [Span(doc, m.start, m.end, label=m.form, kb_id=m.key) for m in sorted([*cast.mentions, *_titled(cast)], key=lambda m: (m.start, m.end, m.key))]
    doc.user_data["actors"] = dict(sorted(cast.actors.items()))
    doc.user_data["speaker_notes"] = notes


def _titled(cast: Cast) -> list[Mention]:
    """People's names with the titles and posts before them, whose noun the parser may take for the head."""
    found = []
    for person in cast.people:
        for name in person.mentions:
            start = opening(cast.doc, cast.near, name)
            if start < name.start:
                found.append(Mention(start, name.end, person.key, "titled"))
    return found


def _naming(cast: Cast, answer: Answer) -> tuple[int, int]:
    """The mention that names the speaker: the source's own words, or for a pronoun the last name before it."""
    if not any(m.form == "pronoun" and (m.start, m.end) == (answer.start, answer.end) for m in cast.mentions) and "first person" not in answer.how:
        return answer.start, answer.end
    before = [m for m in cast.mentions if m.key == answer.key and m.form != "pronoun" and m.start <= answer.start]
    return (before[-1].start, before[-1].end) if before else (answer.start, answer.end)
