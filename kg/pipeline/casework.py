"""What a rule asks about one article, and where a mention belongs in it: its topic's label, and whether it is a course of action at all."""
from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg import lang
from kg.model import SpeakerKind
from kg.pipeline.acts import words
from kg.pipeline.contrary import ends
from kg.pipeline.cues import Hit
from kg.pipeline.holders import Holder
from kg.pipeline.inventory import Topic, closest
from kg.pipeline.inventory import resolve as point_back
from kg.pipeline.labels import noun_label
from kg.pipeline.mentions import Mention, extent
from kg.pipeline.scene import Scene
from kg.pipeline.subject import Subjects
from kg.pipeline.syntax import children, lemma
from kg.pipeline.wording import stems


@dataclass(frozen=True, slots=True)
class Case:
    """Everything a rule may ask about one article."""

    doc: Doc
    scene: Scene
    topics: list[Topic]
    hits: list[Hit]
    subjects: Subjects | None = None  # None where the mentions alone say what the article is about
    prominent: bool = False  # whether mentions of a course of action alone say that the article has one


def as_written(doc: Doc, m: Mention) -> str:
    """A mention's words on one line, at most 200 characters; the whole phrase, where only its head is known."""
    start, end = extent(doc[m.head]) if (m.start, m.end) == (m.head, m.head + 1) and " " in m.label else (m.start, m.end)
    return " ".join(doc[start:end].text.split())[:200]


PROMINENT = 1.5  # weight of a topic that an article is about


def _repeated(case: Case, m: Mention) -> bool:
    """Whether the head of a noun phrase comes back in the article: what a text is about, it says twice."""
    name = lemma(case.doc[m.head])
    return sum(1 for token in case.doc if lemma(token) == name) > 1


def placement(case: Case, m: Mention) -> tuple[str, str, tuple[str, ...]] | None:
    """Label, words and notes of a mention: its topic's label, or what a pointer points back to."""
    if m.kind == "pointer":
        found = point_back(m, case.topics, case.doc)
        if found is None:
            head = case.doc[m.head]
            return (noun_label(head), as_written(case.doc, m), ()) if m.word in words("acts") and head.pos_ == "NOUN" else None
        topic, near, how = found
        if m.word == "kept" and not ends(topic.label) and topic.mentions[0].kind != "noun":
            return None
        return topic.label, as_written(case.doc, m if m.word in words("pointers") else near), (how,)
    topic = closest(m.label, case.topics, 0.6)
    another = any(c.lower_ in words("another") for c in case.doc[m.head].children)
    if topic is None and len(m.label.split()) <= 2 and m.kind == "noun" and not another:  # 'demolition', 'the cut': the long name stands elsewhere
        topic = closest(m.label, case.topics, 0.6, meant=0.35)
    return (topic.label if topic is not None else m.label), as_written(case.doc, m), ()


def accepted(case: Case, hit: Hit, m: Mention) -> float:
    """Confidence that the target is a course of action at all; 0 refuses it."""
    cue = hit.cue
    if m.kind == "pointer":
        if m.word == "kept":
            return 0.6
        if cue.weak and m.word != "going along":
            return 0.0
        if m.word in ("they", "them", "these", "those", "one"):
            return 0.4 if cue.holder == "subject" and cue.table in ("support", "oppose") and not cue.id.startswith("warn") else 0.0
        spoken = case.scene.speaking(m.start) is not None
        return (0.8 if len(m.word) > 4 else 0.6) if spoken or len(m.word) > 4 else 0.35
    if m.word == "standing":
        return 0.0
    topic = closest(m.label, case.topics, 0.6)
    known = topic is not None and (topic.own >= 1.0 or topic.own > 0 and len(topic.mentions) > 1)
    head = case.doc[m.head]
    if m.kind == "noun" and lemma(head) in lang.table("en", "holders")["persons"] and any(c.dep_ == "nmod:poss" or c.lower_ == "the" for c in head.children):
        return 0.0  # 'backed his director'
    if m.kind == "name":
        return 0.6 if known and not case.doc[m.head].ent_type_ in ("PERSON", "GPE", "ORG", "NORP") else 0.0
    if cue.plan:
        return 0.75 if lemma(case.doc[m.head]) in words("containers") or m.word in words("containers") or (known and m.strength >= 0.6) or m.strength >= 0.8 else 0.0
    if cue.weak:
        return m.strength if m.strength >= 0.75 else 0.0
    if cue.strict:
        described = ({"thing", "wished-thing"} & set(cue.target) or cue.holder == "speaker" and "preposition" in cue.target) and m.kind == "noun" and m.strength >= 0.4 and len(stems(m.label)) >= 2
        return m.strength if m.strength >= 0.6 else 0.5 if known or described else 0.0
    if cue.holder == "speaker" and not (cue.policy and cue.target == ("said-of",)):
        return 0.75 if known else m.strength if m.strength >= 0.6 and m.kind == "clause" else 0.5 if m.strength >= 0.7 else 0.0
    if cue.policy:
        return m.strength if m.strength >= 0.6 else 0.55 if known else 0.4 if m.strength >= 0.3 and (len(m.label.split()) >= 2 or _repeated(case, m)) else 0.0
    return m.strength if m.strength >= 0.6 else 0.0


def treated(case: Case, m: Mention) -> bool:
    """Whether the article treats what a mention names as a course of action; of a mere thing its own mentions must tell."""
    topic = closest(m.label, case.topics, 0.6)
    return topic is not None and (topic.own > 0 or m.kind == "clause")


def as_it_is(case: Case, head: Token, m: Mention) -> bool:
    """Whether words name what the plan of the article would change: 'the current system', which is failing."""
    table = lang.table("en", "proposals")
    return lemma(head) in table["arrangements"] and any(c.lower_ in table["standing"] for c in children(head, "amod")) and closest(m.label or noun_label(head), case.topics[:1], 0.6) is None


def people(case: Case, head: Token) -> bool:
    """Whether a target is those who plan or decide: an actor of the article, ministers, the council."""
    actor = case.scene.actors[head.i]
    if actor is not None:
        return True
    table = lang.table("en", "holders")
    return head.pos_ in ("NOUN", "PROPN") and lemma(head).lower() in (*table["organisations"], *table["persons"])


def body(scene: Scene, head: Token) -> bool:
    """Whether a word names a body that the article knows, or means one ('the council'): no course of action."""
    actor = scene.actors[head.i]
    if actor is None and head.pos_ == "NOUN" and lemma(head) in lang.table("en", "holders")["organisations"]:
        return all(c.dep_ in ("det", "case", "punct") for c in head.children) and any(c.lower_ == "the" for c in head.children)
    return actor is not None and actor.kind is SpeakerKind.ORGANISATION


def without_holder(case: Case, who: Holder, label: str) -> str:
    """What somebody would do himself needs his name no more: 'Labour scrapping the levy', for Labour, is 'scrapping the levy'."""
    if who.token is None:
        return label
    own = noun_label(case.doc[who.token]) + " "
    rest = label.removeprefix(own)
    return rest if rest != label and rest.split(" ")[0].endswith("ing") and " " in rest else label
