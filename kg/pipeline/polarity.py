"""How a cue's own side is turned by negation, modality, condition and the way its proposal is put.

Requires the parse. Writes nothing.
"""
from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg import lang
from kg.model import Stance
from kg.pipeline.cues import Hit, cues
from kg.pipeline.labels import join
from kg.pipeline.mentions import Mention
from kg.pipeline.syntax import case, children, clause_root, has_to, is_verbal, lemma, modals, negation, subtree
from kg.pipeline.target import Target

_STOPS = str.maketrans(".,;:!?'\"", " " * 8)
_SIDE = {Stance.SUPPORTS: 1, Stance.OPPOSES: -1, Stance.CONDITIONAL: 0, Stance.NEUTRAL: 0}


@dataclass(frozen=True, slots=True)
class Reading:
    """The composed stance, with what turned it (`notes`, for `kg why`) and a factor on confidence."""

    stance: Stance
    lean: Stance | None = None
    condition: str | None = None
    factor: float = 1.0
    notes: tuple[str, ...] = ()


def negated(hit: Hit) -> bool:
    """Whether a cue that lives by its negation has one: its own, or its object's ('likes neither')."""
    marks = set(lang.table("en", "grammar")["negators"])
    own = negator(hit)
    return own is not None and own.lower_ in marks or any(c.lower_ in ("neither", "no") for o in children(hit.anchor, "obj") for c in children(o, "det", "cc"))


def negator(hit: Hit) -> Token | None:
    """The negation of the cue, where it is no word of the cue ('not against')."""
    found = _negator(hit)
    return None if found is not None and hit.anchor.i <= found.i <= hit.last.i else found


def _negator(hit: Hit) -> Token | None:
    """The negation of the cue: its own, its predicate's, or that of the verb which carries a noun cue."""
    if hit.cue.absorbs_negation:
        return None
    own = negation(hit.anchor) or next((c for c in children(hit.anchor, "advmod") if c.lower_ == "less" and hit.anchor.pos_ == "ADJ"), None)
    if own is not None:
        return own
    before = hit.anchor.doc[max(hit.anchor.sent.start, hit.anchor.i - 2):hit.anchor.i]
    if [t.lower_ for t in before] in (["rather", "than"], ["instead", "of"]):  # 'would resign rather than vote for it'
        return before[0]
    above = hit.anchor.head
    denied = next((c for c in children(above, "det") if c.lower_ == "no"), None) if hit.anchor.tag_ == "VBG" and case(hit.anchor) == "of" else None
    if denied is not None:  # 'there was no question of imposing it'
        return denied
    under = hit.anchor.dep_ in ("xcomp", "ccomp", "obl") or hit.anchor.dep_ == "advcl" and (has_to(hit.anchor) or hit.anchor.tag_ == "VBG")
    if under and lemma(above) in lang.table("en", "grammar")["retracting"] and above.i < hit.anchor.i:
        return above
    root = clause_root(hit.anchor.head if hit.anchor.dep_.startswith("aux") else hit.anchor)
    table = lang.table("en", "grammar")
    claim = root.head
    if root.dep_ in ("acl", "ccomp") and lemma(claim) in table["claims"] and claim.dep_ in ("obj", "nsubj:pass", "obl") and lemma(claim.head) in table["dismissing"]:
        return claim.head  # 'dismissed claims that it would cost jobs'
    if hit.anchor.pos_ == "NOUN" and hit.cue.table == "nouns":
        if hit.anchor.dep_ in ("obj", "nsubj:pass", "nsubj") and hit.anchor.head == root:
            return negation(root)
        return None
    if root.i != hit.anchor.i and not is_verbal(hit.anchor):
        return negation(root)
    if hit.anchor.dep_ == "xcomp" and lemma(hit.anchor.head) in lang.table("en", "grammar")["raising"]:
        return negation(hit.anchor.head)
    if hit.anchor.dep_ in ("ccomp",) and lemma(hit.anchor.head) in lang.table("en", "grammar")["raising"]:
        return negation(hit.anchor.head)  # 'do not believe that it is in the interests of'
    return None


def condition(hit: Hit, mention: Mention | None) -> str | None:
    """The condition on a commitment, in the article's words."""
    doc = hit.anchor.doc
    marks = lang.table("en", "grammar")["conditional_marks"]
    anchors = [hit.anchor, clause_root(hit.anchor)]
    if mention is not None and mention.kind == "clause":
        anchors.append(doc[mention.head])
    for word in dict.fromkeys(anchors):
        for c in children(word, "advcl"):
            mark = case(c).split(" ")[0]
            if mark in ("if", "unless", "provided", "providing") and not any(_idle(m) for m in children(c, "mark")):
                return join(subtree(c))
            if mark in marks and negation(word) is not None:
                return join(subtree(c))
    sent = hit.anchor.sent
    text = " " + sent.text.lower() + " "
    found = stated_condition(text)
    if found is not None:
        return sent.text[found:].strip(" .'\"")
    for token in doc[hit.anchor.i + 1:sent.end]:  # wherever the parser hung the clause
        if token.lower_ in ("if", "unless", "provided", "providing") and token.dep_ in ("mark", "advcl", "case", "advmod") and not _idle(token):
            return doc[token.i:sent.end].text.strip(" .'\"")
    return None


def stated_condition(text: str) -> int | None:
    """Where a phrase that sets a condition starts in a text in lower case between blanks, or None."""
    text = text.translate(_STOPS)
    places = [at for phrase in lang.table("en", "grammar")["conditional_phrases"] if (at := text.find(f" {phrase} ")) >= 0]
    return min(places) if places else None


def _idle(mark: Token) -> bool:
    """Whether an 'if' belongs to a phrase that sets no condition ('if we have to')."""
    doc = mark.doc
    text = " " + doc[max(0, mark.i - 1):mark.i + 5].text.lower()
    if any(lemma(t) in ("win", "elect", "re-elect") for t in doc[mark.i + 1:mark.i + 7] if t.sent == mark.sent):  # 'if Labour wins the election'
        return True
    return any(f" {phrase}" in text for phrase in lang.table("en", "grammar")["idle_conditions"])


def read(hit: Hit, target: Target, mention: Mention | None) -> Reading:
    """Compose cue, negation, frame, proposal and condition."""
    notes: list[str] = []
    side = _SIDE[hit.cue.stance]
    factor = 1.0
    turned = negator(hit)
    put = mention.sign if mention is not None else 1
    if hit.cue.only_negated:
        notes.append("with its negation")
    elif turned is not None:
        notes.append(f"negated by '{turned.text}'")
        if turned.lower_ == "neither" and _nor(hit):
            return Reading(Stance.NEUTRAL, None, None, 0.7, (*notes, "neither side"))
        if hit.cue.negated:
            return Reading(Stance(hit.cue.negated), None, None, 0.4, tuple(notes))
        if side > 0 and lemma(turned) in lang.table("en", "grammar")["retracting"] and lemma(turned) in lang.table("en", "grammar")["stopping_short"]:
            return Reading(Stance.NEUTRAL, None, None, 0.7, tuple(notes))
        only = _restricted(hit, target) if side > 0 else None
        if only is not None:
            return Reading(Stance.CONDITIONAL, _stance(put * target.sign), join(subtree(only)), 0.8, (*notes, "only those are refused"))
        if side > 0:
            side = -1
            factor *= 0.9
        elif side < 0 and hit.cue.table in ("consequence", "evaluation"):
            side, factor = 1, factor * (0.9 if lemma(turned) in lang.table("en", "grammar")["dismissing"] else 0.6)
        elif side < 0:
            return Reading(Stance.CONDITIONAL, _stance(put * target.sign), None, 0.5, tuple(notes))
    if hit.cue.id == "refuse" and put < 0:
        return Reading(Stance.NEUTRAL, None, None, 0.7, (*notes, "a refusal to refuse"))
    if target.sign < 0:
        notes.append(target.note or "the frame turns it round")
    elif target.note:
        notes.append(target.note)
    if put < 0:
        notes.append("the words ask for the opposite of the proposal")
    side *= target.sign * put
    possible = modals(hit.anchor) & set(lang.table("en", "grammar")["hedging_modals"])
    if possible:
        factor *= 0.9
    if side == 0:
        lean = hit.cue.lean
        return Reading(hit.cue.stance, lean, condition(hit, mention), factor, tuple(notes))
    held = _stance(side)
    if side < 0 and turned is None and _manner(target):
        return Reading(Stance.CONDITIONAL, None, None, factor * 0.9, (*notes, "against the manner of it"))
    qualified = _qualifier(hit)
    if qualified is not None:
        return Reading(Stance.CONDITIONAL, held, None, factor * 0.9, (*notes, f"qualified by '{qualified.text}'"))
    if side > 0 and hit.cue.table in ("support", "nouns") and _partly(hit):
        return Reading(Stance.CONDITIONAL, held, None, factor * 0.9, (*notes, "taken back in part"))
    if hit.cue.id not in ("warn-that", "concern-that") and not (hit.cue.target[:1] == ("threatened",) and target.note == "threatened"):
        strings = condition(hit, mention) if hit.cue.table != "consequence" or any(f" {phrase} " in hit.anchor.sent.text.lower() for phrase in lang.table("en", "grammar")["only_then"]) else None
        if strings is not None:
            notes.append("a condition is set")
            return Reading(Stance.CONDITIONAL, held, strings, factor * 0.85, tuple(notes))
    return Reading(held, None, None, factor, tuple(notes))


def _manner(target: Target) -> bool:
    """Whether only the way is meant in which it would be done: 'against doing it on the back of an envelope'."""
    verb = target.head
    if verb is None or lemma(verb) != "do" or verb.tag_ != "VBG":
        return False
    return any(c.pos_ == "PRON" for c in children(verb, "obj")) and any(c.i > verb.i for c in children(verb, "obl", "advmod", "advcl"))


def _nor(hit: Hit) -> bool:
    """Whether 'nor' goes on with a verb of the other side: 'neither supported nor opposed the merger'."""
    other = next((c for c in children(hit.anchor, "conj") if any(g.lower_ == "nor" for g in children(c, "cc"))), None)
    return other is not None and any(lemma(other) in cue.lemmas and cue.stance in _SIDE and _SIDE[cue.stance] == -_SIDE[hit.cue.stance] for cue in cues())


def _restricted(hit: Hit, target: Target) -> Token | None:
    """The clause that says which ones are refused, so that others would do: 'will not approve mergers that do not have local support'."""
    if target.head is None:
        return None
    return next((c for c in children(target.head, "acl") if c.dep_ == "acl:relcl" and negation(c) is not None and c.i > target.head.i and target.head.doc[c.left_edge.i - 1].text != ","), None)


def _partly(hit: Hit) -> bool:
    """Whether the sentence goes on to take some of it back."""
    later = " " + " ".join(t.lower_ for t in hit.anchor.doc[hit.last.i + 1:hit.anchor.sent.end]) + " "
    return any(f" {phrase} " in later for phrase in lang.table("en", "grammar")["partly"])


def _qualifier(hit: Hit) -> Token | None:
    """A word that holds the cue back: 'qualified', 'cautiously'."""
    words = lang.table("en", "grammar")["qualifiers"]
    near = [*hit.anchor.doc[hit.anchor.i:hit.last.i + 1], *children(hit.anchor, "amod", "advmod"), *(children(hit.last.head, "amod") if hit.anchor.pos_ != "NOUN" or hit.last != hit.anchor else [])]
    return next((w for w in near if w.lower_ in words and w.i <= hit.last.i + 1), None)


def _stance(side: int) -> Stance:
    return Stance.SUPPORTS if side > 0 else Stance.OPPOSES
