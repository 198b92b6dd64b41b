"""Doc -> statements: every cue with its holder, its proposal and its composed stance.

Requires the span groups quotes, attributions, speakers, actors, proposals and what they bring in user_data.
"""
from __future__ import annotations

from spacy.tokens import Doc

from kg import lang
from kg.model import SpeakerKind, Statement
from kg.pipeline.about import weighed
from kg.pipeline.casework import PROMINENT, Case, body
from kg.pipeline.claims import Claim
from kg.pipeline.cues import hits
from kg.pipeline.inventory import inventory
from kg.pipeline.merging import merged, shared
from kg.pipeline.rules import RULES
from kg.pipeline.scene import scene
from kg.pipeline.subject import subjects
from kg.pipeline.sureness import sureness
from kg.pipeline.writing import statement

_PLAIN = 2.5  # weight from which the mentions alone say what the article is about; below it the ranker is asked
_LEAST = 0.12  # probability of being right below which a claim is left out


def case(doc: Doc) -> Case:
    """What the rules ask about an article."""
    said, found_cues = scene(doc), list(hits(doc))
    topics = inventory(doc, [m for m in doc.user_data["proposals"] if m.kind == "clause" or m.kind == "pointer" or not body(said, doc[m.head])])
    prominent, of = bool(topics) and topics[0].own >= PROMINENT, None
    if not topics or topics[0].own < _PLAIN:
        of = subjects(doc, [list(u.content) for u in said.utterances.values()], found_cues)
        topics = weighed(topics, of, said)
    return Case(doc, said, topics, found_cues, of, prominent)


def claims(of: Case) -> list[Claim]:
    """What each rule reads from the text, before repeats and contradictions are settled."""
    found: list[Claim] = []
    for rule in RULES.values():
        found += [claim for claim in rule(of, found) if may_hold(of.doc, claim)]
    return found


def may_hold(doc: Doc, claim: Claim) -> bool:
    """Whether the holder is a stakeholder at all: not the reporter, not the outlet, not a thing."""
    article, actor = doc.user_data["article"], claim.holder.actor
    name = actor.name.lower()
    if any(name in said.lower() for said in (article.byline, article.publisher) if said):
        return False
    of = claim.holder.utterance
    if of is not None and of.source and of.actor == actor and _partly(doc, of.source[0][0]):
        return False
    return not (actor.kind is SpeakerKind.GROUP and _head(name).rstrip("s") in set(lang.table("en", "holders")["things"]) - set(lang.table("en", "holders")["organisations"]))


def _partly(doc: Doc, start: int) -> bool:
    """Whether a source says that some do not: 'not everyone', 'few people'."""
    words = [token.lower_ for token in doc[max(0, start - 1):start + 1]]
    return "not" in words and not {"by", "but"} & {token.lower_ for token in doc[start:start + 5]} or words[-1] in ("few", "hardly") and words[0] not in ("a", "the")


def _head(name: str) -> str:
    """The noun of a group's name: 'majorities' of 'majorities across the county'."""
    words = name.split()
    end = next((i for i, word in enumerate(words) if i and word in lang.table("en", "holders")["after_head"]), len(words))
    return words[end - 1]


def statements(doc: Doc) -> list[Statement]:
    """The article's statements in order of place; none for a text without stances."""
    of = case(doc)
    kept = merged(doc, claims(of))
    written = [statement(doc, one, sure) for claim, sure in zip(kept, sureness(of, kept)) if sure >= _LEAST for one in shared(claim)]
    unique = {(s.id, s.start): s for s in reversed(written)}
    return sorted(unique.values(), key=lambda s: (s.start, s.end, s.id))
