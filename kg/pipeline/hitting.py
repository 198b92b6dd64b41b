"""From a cue that stands in the text to claims: its holder, its proposal, the side that the words compose to, and whom else they name."""
from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg import lang
from kg.model import Stance
from kg.pipeline.acts import words
from kg.pipeline.casework import Case, accepted, as_it_is, body, people, placement, treated, without_holder
from kg.pipeline.claims import TURNED, Claim
from kg.pipeline.contrary import ends, facing
from kg.pipeline.contrast import set_aside
from kg.pipeline.cues import Hit
from kg.pipeline.evidence import extent, mode
from kg.pipeline.frames import target, withdrawn
from kg.pipeline.holders import Holder, holder, resolve
from kg.pipeline.hopes import hoped_for
from kg.pipeline.inventory import closest
from kg.pipeline.inventory import resolve as point_back
from kg.pipeline.labels import noun_label
from kg.pipeline.mentions import Mention, mention
from kg.pipeline.outcomes import own_wish, turned
from kg.pipeline.polarity import Reading, negated, read
from kg.pipeline.requests import request
from kg.pipeline.scene import Utterance
from kg.pipeline.sides import picked_out
from kg.pipeline.syntax import ancestors, antecedent, child, children, denied, has_to, is_passive, is_relative, lemma, modals, negation
from kg.pipeline.syntax import case as case_of
from kg.pipeline.target import Target
from kg.pipeline.unasserted import only_if, unasserted
from kg.pipeline.unresolved import named

_BASE = {"support": 0.8, "oppose": 0.8, "nouns": 0.75, "conditional": 0.7, "evaluation": 0.65, "consequence": 0.55}


def _claim(case: Case, hit: Hit, who: Holder, what: Target, m: Mention, rule: str, so_far: list[Claim]) -> Claim | None:
    fit = accepted(case, hit, m)
    placed = placement(case, m) if fit else None
    if placed is None or placed[0].lower() == who.actor.name.lower() or who.token is not None and placed[0] == noun_label(case.doc[who.token]):
        return None
    label, text, notes = placed
    label = without_holder(case, who, label)
    if own_wish(m, label, who, so_far):
        return None
    if m.word == "kept" and not ends(label):
        if m.kind == "pointer" and hit.cue.weak:  # who would keep it need not be for the plan
            return None
        m = replace(m, sign=-m.sign)  # to save a thing is to be for it
    faced = facing(m, label)
    if faced is not m:
        m, notes = faced, (*notes, f"the contrary of '{label}'")
    pointed = point_back(m, case.topics, case.doc) if m.kind == "pointer" else None
    felt = m.word == "implied" and lemma(hit.anchor) in lang.table("en", "grammar")["feelings"]  # felt about what has been decided
    answered = turned(case.doc, replace(m, word="decision") if felt else m, label, so_far, pointed[1] if pointed is not None else None, reacting=_reacts(hit))
    if answered.sign != m.sign:
        m, notes = answered, (*notes, "which had been refused")
    reading: Reading = read(hit, what, m)
    start, end = extent(case.scene, who.utterance, hit.anchor.i, hit.last.i + 1)
    confidence = _BASE[hit.cue.table] * reading.factor * (0.5 + 0.5 * fit) * (0.85 if who.reported_by else 1.0) * (0.85 if hit.cue.weak else 1.0) * (0.7 if m.word == "implied" else 1.0)
    return Claim(who, reading.stance, m, label, text, start, end, hit.anchor.i, case.doc[hit.anchor.i:hit.last.i + 1].text, rule,
                 mode(case.scene, who.utterance, start, end), confidence, reading.lean, reading.condition, (*notes, *reading.notes))


def _reacts(hit: Hit) -> bool:
    """Whether a cue tells how somebody took the news: 'delighted', 'reacted with dismay', 'a triumph'."""
    table = lang.table("en", "grammar")
    return hit.cue.id in table["reactions"] or any(lemma(token) in table["outcome_words"] for token in hit.anchor.doc[hit.anchor.i:hit.last.i + 1])


def _implied(hit: Hit) -> Mention:
    """What the article is about, where a cue names no proposal of its own."""
    return Mention(hit.anchor.i, hit.anchor.i + 1, hit.anchor.i, "", "pointer", strength=0.5, word="implied")


def from_hits(case: Case, tables: tuple[str, ...], rule: str, so_far: list[Claim]) -> list[Claim]:
    """What the cues of some tables say, each by its holder, and by those named with him, among his side, blamed by him; `rule` names the rule that asks."""
    found: list[Claim] = []
    acts = {hit.anchor.i for hit in case.hits if hit.cue.id in ("protest", "protest-acts")}  # 'voted to go to court': the act says it
    for hit in case.hits:
        if hit.cue.table not in tables or unasserted(hit.anchor, argued=hit.cue.holder == "speaker"):
            continue
        if hit.cue.holder in ("subject", "predicate-subject") and only_if(hit.anchor, hit.cue.stance is Stance.OPPOSES):
            continue
        if hit.cue.holder == "speaker" and hit.anchor.dep_ == "csubj":  # 'keeping it open was not an option' judges, and does not say, that it is kept
            continue
        if hit.anchor.dep_ in ("mark", "case") and not hit.cue.pos & {"ADP", "SCONJ", "ADV", "ADJ"} or _asked_of_another(hit) or _supposed(hit) or _dreaded(hit):
            continue
        if hit.words in hit.cue.weaker and not modals(hit.anchor) & set(lang.table("en", "proposals")["future_modals"]) or hit.cue.holder == "speaker" and hit.anchor.dep_ == "acl:relcl":
            continue
        if hit.cue.only_negated and not negated(hit):
            continue
        what = target(hit) if not withdrawn(hit.anchor) else None
        if what is None or what.head is not None and (what.head.i in acts or _torn(case, hit, what.head)):
            continue
        who = holder(hit, case.scene)
        if who is not None and _owed(case, hit, who):
            continue
        if who is None or (what.head is not None and who.token is not None and what.head.i == who.token):
            continue
        if what.head is None:
            m: Mention | None = _implied(hit)
        elif _denied(hit, what.head) or what.head.dep_ == "appos" and lemma(what.head) in lang.table("en", "grammar")["claims"]:  # ', a charge that he called laughable'
            continue
        else:
            m = request(what.head, [*so_far, *found]) or mention(what.head, keep_subject=not {"object-infinitive", "pledged", "hoped", "rather"} & set(hit.cue.target), about=what.subject)
        if m is not None and what.head is not None and case.prominent and as_it_is(case, what.head, m):
            m = replace(_implied(hit), start=m.start, end=m.end, sign=-m.sign, word="as it is")
        if what.head is not None and case.prominent and _epithet(what.head):
            m = replace(_implied(hit), start=what.head.left_edge.i, end=what.head.i + 1)
        if hit.cue.at_people and what.head is not None and people(case, what.head) and case.prominent:
            m = _implied(hit)
        if hit.cue.table == "evaluation" and what.head is not None and (m is None or m.kind in ("name", "noun")):
            gone, bodily = _to_go(case, what.head), body(case.scene, what.head)
            if bodily or gone is not None and case.scene.actors[what.head.i] is not None:
                m = (gone or _implied(hit)) if case.prominent else None  # 'the trust is playing with lives' is said of what it plans
        if m is None or lemma(case.doc[m.head]) in hit.cue.not_targets or case.doc[m.head].tag_ == "$" and hit.words == "against":
            continue
        if what.head is not None and lemma(hit.anchor) in words("putting_off") and lemma(what.head) in words("verdicts"):  # to delay a decision is to take none
            continue
        if hit.cue.effects and m.kind != "pointer" and not treated(case, m) and case.prominent:
            m = replace(_implied(hit), start=m.start, end=m.end, head=m.head)
        if hit.cue.absorbs_negation and m.sign < 0 and what.head is not None and negation(what.head) is not None and m.word not in ("implied", "kept"):
            m = replace(m, sign=1)
        claim = _claim(case, hit, who, what, m, rule, [*so_far, *found])
        if claim is None and "consequence-clause" in hit.cue.target and case.prominent:
            claim = _claim(case, hit, who, what, _implied(hit), rule, [*so_far, *found])
        if claim is not None:
            members = [*named_members(case, claim), *(replace(claim, holder=who) for who in picked_out(case.scene, claim))]
            if not members or claim.holder.actor.name.lower() not in ("others", "those"):
                found.append(claim)
            found += _with(case, claim)
            found += members
            found += _blamed(case, hit, what, claim)
            found += _instead(case, hit, what, claim)
    return found


def _with(case: Case, claim: Claim) -> list[Claim]:
    """The same claim for those named with its holder: 'He and the prime minister want'."""
    if claim.holder.token is None:
        return []
    found = []
    for other in children(case.doc[claim.holder.token], "conj"):
        if denied(other):
            continue
        who = _beside(case, claim, other, case.scene.speaking(other.i))
        if who is not None and (other.i < claim.anchor or claim.holder.token > claim.anchor):
            found.append(replace(claim, holder=who))
    return found


def named_members(case: Case, claim: Claim) -> list[Claim]:
    """The same claim for those whom a sentence names as of a side: 'those who spoke against it included Ann Lee'."""
    table = lang.table("en", "grammar")
    if claim.holder.token is None:
        return []
    side = case.doc[claim.holder.token]
    side = antecedent(side.head) or side if is_relative(side) else side
    if lemma(side) not in table["sides"] and side.lower_ not in table["sides"]:
        return []
    verb = side.head
    inside = [*children(verb, "obj", "xcomp"), *(c for c in children(side, "nmod", "obl", "acl") if case_of(c).startswith("including") or lemma(c) == "include")] if lemma(verb) in table["naming_members"] else \
        [c for c in children(side, "nmod", "obl") if case_of(c).startswith("including")]
    found = []
    for first in inside:
        for other in (first, *children(first, "conj")):
            who = _beside(case, claim, other, None)
            if who is not None:
                found.append(replace(claim, holder=who))
    return found


def _beside(case: Case, claim: Claim, other: Token, speaking: Utterance | None) -> Holder | None:
    """Whom a word names beside a claim's holder, where they are two: both may stand in one source ('critics, including the union, say')."""
    who = resolve(other, case.scene, speaking)
    if who is not None and who.actor == claim.holder.actor:
        actor = case.scene.actors[other.i] or named(other)
        who = Holder(actor, None, None, actor.how, other.i) if actor is not None else None
    return who if who is not None and who.actor != claim.holder.actor else None


def _blamed(case: Case, hit: Hit, what: Target, claim: Claim) -> list[Claim]:
    """Who is blamed or praised for planning something plans it: 'attacked the board for wanting to sell the hall'."""
    other = child(hit.anchor, "obj") or (hit.last.head if hit.last != hit.anchor else None)
    if what.head is None or other is None or other == what.head or "for-gerund" not in hit.cue.target:
        return []
    if not any(c.tag_ == "VBG" and case_of(c) in ("for", "over") for c in (*hit.anchor.children, *other.children)):
        return []
    who = resolve(other, case.scene, case.scene.speaking(other.i))
    if who is None or who.actor == claim.holder.actor:
        return []
    return [replace(claim, holder=replace(who, reported_by=claim.holder.actor.name), stance=Stance.SUPPORTS if claim.mention.sign > 0 else Stance.OPPOSES, lean=None, confidence=claim.confidence * 0.75, notes=(*claim.notes, "blamed for planning it"))]


def _to_go(case: Case, head: Token) -> Mention | None:
    """The contrary of the plan that the article is about, where that would end the very body: 'the hospital is unsafe', where it is to be closed."""
    main = max(case.topics, key=lambda topic: topic.own, default=None)
    if main is None or not ends(main.label) or head.lower_ not in main.label.lower().split():
        return None
    return Mention(head.i, head.i + 1, head.i, main.label, "clause", -1, 0.8, "to go")


def _torn(case: Case, hit: Hit, head: Token) -> bool:
    """Whether a cue stands in somebody's quoted words and its target behind the words that say who spoke."""
    said = case.scene.content[hit.anchor.i]
    if said is None or not case.scene.quoted[hit.anchor.i] or case.scene.quoted[head.i]:
        return False
    low, high = sorted((hit.anchor.i, head.i))
    return any(case.scene.cue[i] == said for i in range(low, high))


def _instead(case: Case, hit: Hit, what: Target, claim: Claim) -> list[Claim]:
    """The other side on what is set aside for it: 'wants smaller classes rather than a new test'."""
    if claim.stance not in TURNED or what.head is None:
        return []
    for other in set_aside(hit, what.head):
        m = mention(other)
        placed = placement(case, m) if m is not None else None
        if m is None or placed is None or m.kind == "name" or placed[0] == claim.label or closest(placed[0], case.topics, 0.6) is None:
            continue
        label, text, notes = placed
        return [replace(claim, stance=TURNED[claim.stance], mention=m, label=label, text=text, anchor=other.i, confidence=claim.confidence * 0.8, notes=(*notes, "set aside for the other"))]
    return []


def _dreaded(hit: Hit) -> bool:
    """Whether the cue is what its holder, it is feared, would do: 'feared that firms would use the duty to demand a share'."""
    table = lang.table("en", "grammar")
    return hit.cue.table == "support" and hit.cue.holder == "subject" and any(word.dep_ == "ccomp" and lemma(word.head) in table["dreading"] and bool(modals(word)) for word in (hit.anchor, *ancestors(hit.anchor)))


def _denied(hit: Hit, said: Token) -> bool:
    """Whether what is dismissed is what others say would come of it: 'dismissed suggestions that it would lead to upheaval'."""
    table = lang.table("en", "grammar")
    if lemma(hit.anchor) not in table["dismissing"] or lemma(said) not in table["claims"]:
        return False
    return any(any(m.lower_ == "that" for m in c.children) and modals(c) and not modals(c) & set(table["deontic_modals"]) for c in children(said, "acl", "ccomp"))


def _epithet(noun: Token) -> bool:
    """Whether a noun is only a name that somebody calls the plan: 'the biggest giveaway of assets since the war'."""
    best = any(c.tag_ == "JJS" or c.lower_ == "most" for c in children(noun, "amod"))
    return best and any(case_of(c).split(" ")[0] == "since" for c in noun.subtree if c.dep_ in ("nmod", "obl"))


def _supposed(hit: Hit) -> bool:
    """Whether the cue is what its holder might do: 'good news if the partners could agree on a site'."""
    verb = hit.anchor
    return hit.cue.holder == "subject" and verb.dep_ == "advcl" and case_of(verb).split(" ")[0] in ("if", "unless", "provided", "providing") and bool(modals(verb) & {"could", "can", "would"})


def _owed(case: Case, hit: Hit, who: Holder) -> bool:
    """Whether the cue is what its holder should do in the words of another ('the council should drop it'): those words are the stance."""
    said = case.scene.speaking(hit.anchor.i)
    return hit.cue.holder == "subject" and bool(modals(hit.anchor) & set(lang.table("en", "grammar")["deontic_modals"])) and said is not None and said.actor != who.actor


def _asked_of_another(hit: Hit) -> bool:
    """Whether the cue is what somebody else is asked or hoped to do ('urged ministers to back it'): the asking is the stance."""
    verb = hit.anchor
    if hit.cue.holder == "subject" and hoped_for(verb):
        return True
    if hit.cue.table not in ("support", "oppose", "conditional") or verb.pos_ != "VERB" or not has_to(verb):
        return False
    head = verb.head
    if hit.cue.table == "conditional" or is_passive(head) and lemma(head) in lang.table("en", "grammar")["bidden"]:  # 'councils have been told to consider it', 'we are being asked to underwrite it'
        return verb.dep_ in ("xcomp", "ccomp") and is_passive(head) and lemma(head) in lang.table("en", "grammar")["object_control"]
    return verb.dep_ in ("xcomp", "ccomp", "advcl", "acl") and lemma(head) in lang.table("en", "grammar")["object_control"] and (children(head, "obj", "iobj", "obl") != []) and (lemma(head) not in ("want", "like", "need", "promise") or lemma(head) != "promise" and any(head.i < o.i < verb.i for o in children(head, "obj")))
