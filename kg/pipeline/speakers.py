"""Every attribution's speaker: doc.spans["speakers"], doc.spans["actors"] and user_data["actors"]."""
from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from kg.pipeline.beside import opening
from kg.pipeline.bodies import stands_for
from kg.pipeline.cast import Cast, Mention
from kg.pipeline.casting import gather
from kg.pipeline.groups import left_edge
from kg.pipeline.lexicon import words
from kg.pipeline.pronouns import NOBODY, Candidate, agreement, resolve, setting
from kg.pipeline.sources import Answer
from kg.pipeline.sources import resolve as by_words
from kg.pipeline.standins import standins

SURE = 0.4  # least probability at which a pronoun that is no source is resolved
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
    people speak together, those named with the first come before it), doc.spans["actors"] (label: name, titled for a name with the post
    before it, group, nominal or pronoun), user_data["actors"] and user_data["speaker_notes"]: attribution id -> (how, confidence).
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
    lost = {said.id: span for said in attributions if not said.source and (span := subject(doc, said)) is not None}
    for said in attributions:
        if reporter(cast, said):
            continue
        for span in said.source or ([lost[said.id]] if said.id in lost else []):
            answer = None if _pronoun(span) is not None or _owned(span) else by_words(cast, span.start, span.end)
            if answer is not None:
                answers.setdefault(said.id, answer)
    _pronouns(cast, attributions, answers)
    for said in attributions:
        if said.id in answers or not said.source or reporter(cast, said):
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
            group = next(g for g in cast.groups if "group:" + "-".join(g.name.lower().split()) == key)
            cast.group(group.name, "group", _group_body(cast, group))
        cast.mentions.append(Mention(i, i + 1, key, "pronoun"))
    cast.mentions.sort(key=lambda m: (m.start, m.end))


def _of_pronoun(cast: Cast, attributions: list[Said], answers: dict[int, Answer], token: Token) -> Answer | None:
    """The speaker that a pronoun means: first person the quote's, relative its antecedent's, else the ranker's."""
    if token.lower_ in words("pronouns", "first"):
        outer = [said for said in attributions if said.id in answers and said.holds(token.i)]
        if not outer:
            quote = next((q for q in cast.doc.spans.get("quotes", ()) if q.start <= token.i < q.end and q.label_ != "scare"), None)
            outer = [said for said in attributions if quote is not None and said.id in answers and any(span.start < quote.end and quote.start < span.end for span in said.content) and not (said.source and said.source[0].start == token.i)]
        if not outer:
            return None
        inner = min(outer, key=lambda said: sum(len(span) for span in said.content))
        answer = answers[inner.id]
        return Answer(answer.key, token.i, token.i + 1, "first person in the speaker's own words", answer.confidence)
    if token.lower_ in ("who", "which", "that"):
        noun = next((m for m in reversed(cast.mentions) if m.end <= token.i and token.i - m.end <= 2 and m.form != "pronoun"), None)
        if noun is not None:
            return Answer(noun.key, noun.start, noun.end, "relative pronoun", 0.9)
        antecedent = _antecedent(token)
        if antecedent is not None:
            found = by_words(cast, left_edge(cast.doc, antecedent.i), antecedent.i + 1)
            if found is not None:
                return Answer(found.key, found.start, found.end, "relative pronoun", 0.8)
        if token.i == 0:
            return None
        end = token.i - 1 if cast.doc[token.i - 1].text == "," else token.i
        group = next((g for g in reversed(cast.groups) if g.end == end), None)
        return Answer(cast.group(group.name, "group"), group.start, group.end, "relative pronoun", 0.9) if group else None
    mention = next((m for m in cast.mentions if m.start == token.i and m.form == "pronoun"), None)
    if mention is not None:
        return Answer(mention.key, token.i, token.i + 1, f"\"{token.text}\" by the pronoun ranker", 0.85)
    return _last_speaker(cast, attributions, answers, token)


def _antecedent(token: Token) -> Token | None:
    """The noun that a relative pronoun's clause hangs on."""
    up = token
    for _ in range(3):
        if up.dep_ == "acl:relcl":
            return up.head if up.head.i < token.i and up.head.pos_ in ("NOUN", "PROPN") else None
        up = up.head
    return None


def _last_speaker(cast: Cast, attributions: list[Said], answers: dict[int, Answer], token: Token) -> Answer | None:
    """Where the ranker finds nobody, "he said" goes on with the speaker before it, if they agree and nobody unnamed spoke since."""
    kind = agreement(token)
    earlier = [said for said in attributions if said.end <= token.i or said.start < token.i and said.source and said.source[0].start < token.i]
    for said in sorted(earlier, key=lambda said: -said.start):
        answer = answers.get(said.id)
        if answer is None:
            if said.source and not said.holds(token.i):
                return None
            continue
        person = next((p for p in cast.people if p.key == answer.key), None)
        fits = person is not None and kind in ("m", "f") and person.gender in ("", kind) or kind in ("plural", "thing") and answer.key.startswith("organisation:") or kind == "plural" and answer.key.startswith("group:")
        if fits and not (said.holds(token.i)):
            cast.mentions.append(Mention(token.i, token.i + 1, answer.key, "pronoun"))
            return Answer(answer.key, token.i, token.i + 1, f"\"{token.text}\" goes on with the speaker before", 0.75)
        return None
    return None


def subject(doc: Doc, said: Said) -> Span | None:
    """For an attribution without a source: the subject of its cue's verb, or the agent of a passive ("described by ...")."""
    if not said.cue or not doc.has_annotation("DEP"):
        return None
    for token in said.cue[0]:
        if token.pos_ not in ("VERB", "AUX", "ADJ"):
            continue
        passive = any(child.dep_.startswith("aux:pass") for child in token.children)
        for child in token.children:
            agent = child.dep_ in ("obl:agent", "obl") and any(c.dep_ == "case" and c.lower_ == "by" for c in child.children)
            if child.dep_ == "nsubj" and not passive and child.i not in range(said.cue[0].start, said.cue[0].end) or passive and agent:
                inside = sorted(t.i for t in child.subtree)
                span = doc[inside[0]:inside[-1] + 1]
                holding = [c for c in said.content if c.start < span.start and span.end < c.end and len(c) > 3 * len(span)]
                return None if holding and not agent else span
    return None


def reporter(cast: Cast, said: Said) -> bool:
    """Whether the source is the article's own writer or outlet: "writes Ann Lee", the publisher's name or its initials."""
    if not said.source or not said.cue:
        return False
    first = said.source[0]
    if said.cue[0].start < first.start and len(first) < 4 and any(token.lemma_ in words("pronouns", "reporting") for token in said.cue[0]) and all(token.text[:1].isupper() for token in first):
        return True
    article = cast.doc.user_data.get("article")
    names = [name.lower() for name in (article.publisher, article.byline) if name] if article else []
    text = first.text.lower().removeprefix("the ")
    return any(text == name.removeprefix("the ") or stands_for(text, tuple(name.split())) for name in names)


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


def _group_body(cast: Cast, group) -> str | None:
    """The body inside a group's name (Labour councillors), or the government for its ministers."""
    inside = next((m for m in cast.mentions if group.start <= m.start and m.end <= group.end and m.key.startswith("organisation:") and m.form == "name"), None)
    if inside is not None:
        return cast.actors[inside.key].organisation
    return cast.ministry(group.name)


def _naming(cast: Cast, answer: Answer) -> tuple[int, int]:
    """The mention that names the speaker: the source's own words, or for a pronoun the last name before it."""
    if not any(m.form == "pronoun" and (m.start, m.end) == (answer.start, answer.end) for m in cast.mentions) and "first person" not in answer.how:
        return answer.start, answer.end
    before = [m for m in cast.mentions if m.key == answer.key and m.form != "pronoun" and m.start <= answer.start]
    return (before[-1].start, before[-1].end) if before else (answer.start, answer.end)
