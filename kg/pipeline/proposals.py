"""The courses of action that an article mentions: policy nouns with their complements, what cues are about, pointers back.

Requires the parse and entities. Assigns doc.spans['proposals'] (label_ = kind) and doc.user_data['proposals'], the Mentions in order.
"""
from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from kg import lang
from kg.pipeline.acts import act_strength, words
from kg.pipeline.cues import Hit, hits, lemmas_of
from kg.pipeline.frames import TARGETS
from kg.pipeline.mentions import Mention, mention
from kg.pipeline.syntax import addressed, called_so, child, children, has_to, lemma, modals, surface_subject
from kg.pipeline.unresolved import kind_of

_LEAST = 0.5
_LEAD = 2  # paragraphs
_ACTION_FRAMES = ("infinitive", "object-infinitive", "gerund", "object-participle", "preposition-infinitive", "negated-infinitive", "clause-subjunctive", "preposition", "object")


def acting_body(noun: Token) -> bool:
    """Whether a noun that may name a plan or a body is a body here: 'NHS trusts should stop', 'Health trusts told to stay out'; not 'plans for a care trust'."""
    if lemma(noun) not in lang.table("en", "holders")["organisations"]:
        return False
    verb = noun.head
    return addressed(noun) or noun.dep_ == "nsubj" and verb.pos_ == "VERB" and verb.dep_ != "amod" and (verb.tag_ != "VBN" or child(verb, "aux") is not None)


def _from_nouns(doc: Doc) -> list[Mention]:
    found = []
    for token in doc:
        if token.pos_ == "NOUN" and token.dep_ not in ("compound", "nmod:poss"):
            name = lemma(token)
            if acting_body(token) or called_so(token):
                continue
            if name in words("containers") or name in words("pointers") or act_strength(token) >= 0.6:
                found.append(mention(token))
        elif token.tag_ == "VBG" and token.dep_ in ("nsubj", "csubj", "nsubj:pass", "pcomp") or token.dep_ == "csubj":
            found.append(mention(token))
    return [m for m in found if m is not None]


def _from_futures(doc: Doc) -> list[Mention]:
    """What the lead says will, would or should happen: 'eleven libraries will shut', 'boards would be rolled into one'."""
    table = lang.table("en", "proposals")
    lead = [span for span in doc.spans["paragraphs"]][:_LEAD]
    found = []
    for span in lead:
        for token in doc[span.start:span.end]:
            if token.pos_ not in ("VERB", "AUX") or token.dep_ not in ("ROOT", "ccomp", "parataxis", "conj", "advcl"):
                continue
            planned = modals(token) & set(table["future_modals"]) or has_to(token) and any(c.lower_ in ("is", "are") for c in (*token.children, *token.head.children) if c.i < token.i and c.dep_ in ("aux", "cop", "ROOT"))
            if planned and lemma(token) not in words("talk") and not _effect(token) and not _feared(token):
                found.append(mention(token))
    return [replace(m, strength=0.7) for m in found if m is not None and m.strength >= 0.5]


def _feared(verb: Token) -> bool:
    """Whether a verb tells what somebody warns of, and no act that ends a thing: 'complained that addicts would gather'."""
    return verb.dep_ == "ccomp" and lemma(verb.head) in lemmas_of("warn-that") and lemma(verb) not in words("endings") | words("reversals")


def _effect(verb: Token) -> bool:
    """Whether a verb only tells what a plan leads to: 'it would lead to chaos'."""
    about = surface_subject(verb)
    told = about is not None and about.lower_.endswith("ing") or about is not None and (lemma(about) in words("pointers") or lemma(about) in words("acts")) and all(c.lower_ in ("the", "this", "that", "such") for c in children(about, "det"))
    argued = about is not None and verb.dep_ == "ccomp" and verb.head.pos_ == "VERB" and not lemma(verb.head) in ("pledge", "promise", "vow", "announce") and kind_of(about) is None
    if about is None or not (about.pos_ == "PRON" or told or argued):
        return False
    return lemma(verb) in _arguing()


@lru_cache
def _arguing() -> frozenset[str]:
    """First words of the cues that tell what a plan leads to or is worth."""
    tables = (lang.table("en", f"cues/{name}")["cue"] for name in ("consequence", "evaluation-idioms"))
    return frozenset(word.split()[0] for cues in tables for cue in cues for word in (*cue.get("lemmas", ()), *cue.get("words", ())))


def _from_cues(found: list[Hit]) -> list[Mention]:
    mentions = []
    for hit in found:
        if hit.cue.table not in ("support", "oppose", "nouns", "conditional"):
            continue
        for frame in hit.cue.target:
            if frame in _ACTION_FRAMES:
                target = TARGETS[frame](hit)
                if target is not None and target.head is not None:
                    m = mention(target.head, keep_subject=frame != "object-infinitive", about=target.subject)
                    going = m is not None and m.kind == "noun" and hit.cue.table == "support" and " ahead" in hit.words and len(m.label.split()) > 1
                    mentions.append(replace(m, strength=max(m.strength, 0.6)) if m is not None and going else m)  # 'press ahead with free prescriptions'
                    break
    return [m for m in mentions if m is not None]


def _outermost(mentions: list[Mention]) -> list[Mention]:
    """Mentions in order, without those inside the words of another one with a label, the surest first."""
    kept: list[Mention] = []
    for m in sorted(mentions, key=lambda m: (-(m.end - m.start), m.start, -m.strength)):
        if not any(k.start <= m.start and m.end <= k.end and k.label and k.strength >= 0.6 for k in kept):
            kept.append(m)
    return sorted(kept, key=lambda m: (m.start, m.end, m.head))


def proposals(doc: Doc) -> Doc:
    """Find the mentions and write them down."""
    found = list(hits(doc))
    mentions = [m for m in _outermost(_from_nouns(doc) + _from_cues(found) + _from_futures(doc)) if m.kind == "pointer" or m.strength >= _LEAST]
    doc.user_data["proposals"] = mentions
    doc.spans["proposals"] = [Span(doc, m.start, m.end, label=m.kind) for m in mentions]
    return doc
