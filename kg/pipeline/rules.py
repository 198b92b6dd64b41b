"""The rules that read claims from a Doc. Each is a function with a sentence that explains its statements to a person.

A rule takes the Case and the claims found so far, and gives new ones.
"""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from spacy.tokens import Doc, Token

from kg import lang
from kg.model import SpeakerKind, Stance
from kg.pipeline.bidding import bids, would_act
from kg.pipeline.claims import TURNED, Claim
from kg.pipeline.contrast import set_aside
from kg.pipeline.contrary import ends, facing
from kg.pipeline.cues import Hit
from kg.pipeline.echo import echoes, on_documents, seconded
from kg.pipeline.evidence import extent, mode
from kg.pipeline.factions import called
from kg.pipeline.frames import target
from kg.pipeline.holders import Holder, fits, holder, resolve, speaker
from kg.pipeline.inventory import Topic, closest
from kg.pipeline.inventory import resolve as point_back
from kg.pipeline.labels import noun_label
from kg.pipeline.leaning import leanings
from kg.pipeline.mentions import Mention, mention, words
from kg.pipeline.outcomes import own_wish, turned
from kg.pipeline.polarity import Reading, negated, read, stated_condition
from kg.pipeline.scene import Scene
from kg.pipeline.sides import elliptic, listed, picked_out
from kg.pipeline.subject import Subjects
from kg.pipeline.syntax import case as case_of
from kg.pipeline.syntax import antecedent, child, children, has_to, is_passive, is_relative, lemma, modals, negation, surface_subject
from kg.pipeline.target import Target
from kg.pipeline.unasserted import question, unasserted
from kg.pipeline.unresolved import named
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


def _words(doc: Doc, m: Mention) -> str:
    return " ".join(doc[m.start:m.end].text.split())[:200]


def _accepted(case: Case, hit: Hit, m: Mention) -> float:
    """Confidence that the target is a course of action at all; 0 refuses it."""
    cue = hit.cue
    if m.kind == "pointer":
        if m.word == "kept":
            return 0.6
        if cue.weak:
            return 0.0
        if m.word in ("they", "them", "these", "those", "one"):
            return 0.4 if cue.holder == "subject" and cue.table in ("support", "oppose") and not cue.id.startswith("warn") else 0.0
        spoken = case.scene.speaking(m.start) is not None
        return (0.8 if len(m.word) > 4 else 0.6) if spoken or len(m.word) > 4 else 0.35
    if m.word == "standing":
        return 0.0
    topic = closest(m.label, case.topics, 0.6)
    known = topic is not None and (topic.own >= 1.0 or topic.own > 0 and len(topic.mentions) > 1)
    if m.kind == "name":
        return 0.6 if known and not case.doc[m.head].ent_type_ in ("PERSON", "GPE", "ORG", "NORP") else 0.0
    if cue.plan:
        return 0.75 if lemma(case.doc[m.head]) in words("containers") or m.word in words("containers") or (known and m.strength >= 0.6) or m.strength >= 0.8 else 0.0
    if cue.weak:
        return m.strength if m.strength >= 0.75 else 0.0
    if cue.strict:
        described = ({"thing", "wished-thing"} & set(cue.target) or cue.holder == "speaker" and "preposition" in cue.target) and m.kind == "noun" and m.strength >= 0.4 and len(stems(m.label)) >= 2
        return m.strength if m.strength >= 0.6 else 0.5 if known or described else 0.0
    if cue.holder == "speaker":
        return 0.75 if known else m.strength if m.strength >= 0.6 and m.kind == "clause" else 0.5 if m.strength >= 0.7 else 0.0
    if cue.policy:
        return m.strength if m.strength >= 0.6 else 0.55 if known else 0.4 if m.strength >= 0.3 and (len(m.label.split()) >= 2 or _repeated(case, m)) else 0.0
    return m.strength if m.strength >= 0.6 else 0.0


def _repeated(case: Case, m: Mention) -> bool:
    """Whether the head of a noun phrase comes back in the article: what a text is about, it says twice."""
    name = lemma(case.doc[m.head])
    return sum(1 for token in case.doc if lemma(token) == name) > 1


def _placed(case: Case, m: Mention) -> tuple[str, str, tuple[str, ...]] | None:
    """Label, words and notes of a mention: its topic's label, or what a pointer points back to."""
    if m.kind == "pointer":
        found = point_back(m, case.topics, case.doc)
        if found is None:
            head = case.doc[m.head]
            return (noun_label(head), _words(case.doc, m), ()) if m.word in words("acts") and head.pos_ == "NOUN" else None
        topic, near, how = found
        if m.word == "kept" and not ends(topic.label) and topic.mentions[0].kind != "noun":
            return None
        return topic.label, _words(case.doc, m if m.word in words("pointers") else near), (how,)
    topic = closest(m.label, case.topics, 0.6)
    another = any(c.lower_ in words("another") for c in case.doc[m.head].children)
    if topic is None and len(m.label.split()) <= 2 and m.kind == "noun" and not another:  # 'demolition', 'the cut': the long name stands elsewhere
        topic = closest(m.label, case.topics, 0.6, meant=0.35)
    return (topic.label if topic is not None else m.label), _words(case.doc, m), ()


PROMINENT = 1.5  # weight of a topic that an article is about
_LEAD = 2  # paragraphs
_BASE = {"support": 0.8, "oppose": 0.8, "nouns": 0.75, "conditional": 0.7, "evaluation": 0.65, "consequence": 0.55}


def _claim(case: Case, hit: Hit, who: Holder, what: Target, m: Mention, rule: str, so_far: list[Claim]) -> Claim | None:
    fit = _accepted(case, hit, m)
    placed = _placed(case, m) if fit else None
    if placed is None or placed[0].lower() == who.actor.name.lower() or who.token is not None and placed[0] == noun_label(case.doc[who.token]):
        return None
    label, text, notes = placed
    label = _without_holder(case, who, label)
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
    answered = turned(case.doc, m, label, so_far, pointed[1] if pointed is not None else None)
    if answered is not m:
        m, notes = answered, (*notes, "which had been refused")
    reading: Reading = read(hit, what, m)
    start, end = extent(case.scene, who.utterance, hit.anchor.i, hit.last.i + 1)
    confidence = _BASE[hit.cue.table] * reading.factor * (0.5 + 0.5 * fit) * (0.85 if who.reported_by else 1.0) * (0.85 if hit.cue.weak else 1.0) * (0.7 if m.word == "implied" else 1.0)
    return Claim(who, reading.stance, m, label, text, start, end, hit.anchor.i, case.doc[hit.anchor.i:hit.last.i + 1].text, rule,
                 mode(case.scene, who.utterance, start, end), confidence, reading.lean, reading.condition, (*notes, *reading.notes))


def _without_holder(case: Case, who: Holder, label: str) -> str:
    """What somebody would do himself needs his name no more: 'Labour scrapping the levy', for Labour, is 'scrapping the levy'."""
    if who.token is None:
        return label
    own = noun_label(case.doc[who.token]) + " "
    rest = label.removeprefix(own)
    return rest if rest != label and rest.split(" ")[0].endswith("ing") and " " in rest else label


def _implied(hit: Hit) -> Mention:
    """What the article is about, where a cue names no proposal of its own."""
    return Mention(hit.anchor.i, hit.anchor.i + 1, hit.anchor.i, "", "pointer", strength=0.5, word="implied")


def _from_hits(case: Case, tables: tuple[str, ...], rule: str, so_far: list[Claim]) -> list[Claim]:
    found: list[Claim] = []
    acts = {hit.anchor.i for hit in case.hits if hit.cue.id in ("protest", "protest-acts")}  # 'voted to go to court': the act says it
    for hit in case.hits:
        if hit.cue.table not in tables or unasserted(hit.anchor, argued=hit.cue.holder == "speaker"):
            continue
        if hit.cue.holder == "speaker" and hit.anchor.dep_ == "csubj":  # 'keeping it open was not an option' judges, and does not say, that it is kept
            continue
        if hit.anchor.dep_ in ("mark", "case") and not hit.cue.pos & {"ADP", "SCONJ", "ADV", "ADJ"} or _asked_of_another(hit):
            continue
        if hit.words in hit.cue.weaker and not modals(hit.anchor) & set(lang.table("en", "proposals")["future_modals"]) or hit.cue.holder == "speaker" and hit.anchor.dep_ == "acl:relcl":
            continue
        if hit.cue.only_negated and not negated(hit):
            continue
        what = target(hit)
        if what is None or what.head is not None and (what.head.i in acts or _torn(case, hit, what.head)):
            continue
        who = holder(hit, case.scene)
        if who is not None and _owed(case, hit, who):
            continue
        if who is None or (what.head is not None and who.token is not None and what.head.i == who.token):
            continue
        if what.head is None:
            m: Mention | None = _implied(hit)
        else:
            m = mention(what.head, keep_subject=not {"object-infinitive", "pledged"} & set(hit.cue.target), about=what.subject)
        if m is not None and what.head is not None and case.prominent and _as_it_is(case, what.head, m):
            m = replace(_implied(hit), start=m.start, end=m.end, sign=-m.sign, word="as it is")
        if hit.cue.at_people and what.head is not None and _people(case, what.head) and case.prominent:
            m = _implied(hit)
        if hit.cue.table == "evaluation" and what.head is not None and (m is None or m.kind in ("name", "noun")) and body(case.scene, what.head):
            m = _implied(hit) if case.prominent else None  # 'the trust is playing with lives' is said of what it plans
        if m is None or lemma(case.doc[m.head]) in hit.cue.not_targets or case.doc[m.head].tag_ == "$" and hit.words == "against":
            continue
        if what.head is not None and lemma(hit.anchor) in words("putting_off") and lemma(what.head) in words("verdicts"):  # to delay a decision is to take none
            continue
        if hit.cue.effects and m.kind != "pointer" and not _treated(case, m) and case.prominent:
            m = replace(_implied(hit), start=m.start, end=m.end, head=m.head)
        if hit.cue.absorbs_negation and m.sign < 0 and what.head is not None and negation(what.head) is not None and m.word not in ("implied", "kept"):
            m = replace(m, sign=1)
        claim = _claim(case, hit, who, what, m, rule, [*so_far, *found])
        if claim is None and "consequence-clause" in hit.cue.target and case.prominent:
            claim = _claim(case, hit, who, what, _implied(hit), rule, [*so_far, *found])
        if claim is not None:
            members = [*_members(case, claim), *(replace(claim, holder=who) for who in picked_out(case.scene, claim))]
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
        who = resolve(other, case.scene, case.scene.speaking(other.i))
        if who is not None and who.actor != claim.holder.actor and (other.i < claim.anchor or claim.holder.token > claim.anchor):
            found.append(replace(claim, holder=who))
    return found


def _members(case: Case, claim: Claim) -> list[Claim]:
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
            who = resolve(other, case.scene, None)
            if who is not None and who.actor == claim.holder.actor:  # both stand in one source: 'critics, including the union, say'
                actor = case.scene.actors[other.i] or named(other)
                who = Holder(actor, None, None, actor.how, other.i) if actor is not None else None
            if who is not None and who.actor != claim.holder.actor:
                found.append(replace(claim, holder=who))
    return found


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


def _as_it_is(case: Case, head: Token, m: Mention) -> bool:
    """Whether words name what the plan of the article would change: 'the current system', which is failing."""
    table = lang.table("en", "proposals")
    return lemma(head) in table["arrangements"] and any(c.lower_ in table["standing"] for c in children(head, "amod")) and closest(m.label or noun_label(head), case.topics[:1], 0.6) is None


def _treated(case: Case, m: Mention) -> bool:
    """Whether the article treats what a mention names as a course of action; of a mere thing its own mentions must tell."""
    topic = closest(m.label, case.topics, 0.6)
    return topic is not None and (topic.own > 0 or m.kind == "clause")


def _people(case: Case, head: Token) -> bool:
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
        placed = _placed(case, m) if m is not None else None
        if m is None or placed is None or m.kind == "name" or placed[0] == claim.label or closest(placed[0], case.topics, 0.6) is None:
            continue
        label, text, notes = placed
        return [replace(claim, stance=TURNED[claim.stance], mention=m, label=label, text=text, anchor=other.i, confidence=claim.confidence * 0.8, notes=(*notes, "set aside for the other"))]
    return []


def _owed(case: Case, hit: Hit, who: Holder) -> bool:
    """Whether the cue is what its holder should do in the words of another ('the council should drop it'): those words are the stance."""
    said = case.scene.speaking(hit.anchor.i)
    return hit.cue.holder == "subject" and bool(modals(hit.anchor) & set(lang.table("en", "grammar")["deontic_modals"])) and said is not None and said.actor != who.actor


def _asked_of_another(hit: Hit) -> bool:
    """Whether the cue is what somebody else is asked to do ('urged ministers to back it'): the asking is the stance."""
    verb = hit.anchor
    if hit.cue.table not in ("support", "oppose", "conditional") or verb.pos_ != "VERB" or not has_to(verb):
        return False
    head = verb.head
    if hit.cue.table == "conditional":  # 'councils have been told to consider it'
        return verb.dep_ in ("xcomp", "ccomp") and is_passive(head) and lemma(head) in lang.table("en", "grammar")["object_control"]
    return verb.dep_ in ("xcomp", "ccomp", "advcl", "acl") and lemma(head) in lang.table("en", "grammar")["object_control"] and (children(head, "obj", "iobj", "obl") != []) and lemma(head) not in ("want", "like", "need", "promise")


def stance_verb(case: Case, so_far: list[Claim]) -> list[Claim]:
    """A verb or adjective of taking sides ('backs', 'is opposed to') links the holder, its subject, to the proposal, its object or complement."""
    return _from_hits(case, ("support", "oppose", "conditional"), "stance_verb", so_far)


def stance_noun(case: Case, so_far: list[Claim]) -> list[Claim]:
    """A noun of taking sides ('opposition to', 'the council's plans to') links its owner to what follows it."""
    return _from_hits(case, ("nouns",), "stance_noun", so_far)


def announced(case: Case, so_far: list[Claim]) -> list[Claim]:
    """The lead tells that somebody will do, or is doing, what the article is about: an act by choice is support."""
    found: list[Claim] = []
    table = lang.table("en", "proposals")
    for span in list(case.doc.spans["paragraphs"])[:_LEAD]:
        for token in case.doc[span.start:span.end]:
            if token.pos_ != "VERB" or is_passive(token) or negation(token) is not None or token.dep_ not in ("ROOT", "ccomp", "conj", "parataxis") or lemma(token) in words("refusals") | words("attitudes") | words("failing"):
                continue
            acts = modals(token) & set(table["own_modals"]) or has_to(token) or token.tag_ == "VBG"
            who = surface_subject(token)
            if not acts or modals(token) - set(table["own_modals"]) or who is None or who.pos_ == "PRON":
                continue
            m = mention(token, keep_subject=False)
            topic = closest(m.label, case.topics, 0.5) if m is not None and m.label and m.strength >= 0.6 else None
            if m is None or topic is None or topic is not case.topics[0]:
                continue
            holds = resolve(who, case.scene, None)
            if holds is None or holds.actor.kind.value not in ("organisation", "person") and not holds.actor.organisation:
                continue
            start, end = extent(case.scene, None, token.i, token.i + 1)
            found.append(Claim(holds, Stance.SUPPORTS if m.sign > 0 else Stance.OPPOSES, m, topic.label, m.label, start, end, token.i, token.text, "announced", mode(case.scene, None, start, end), 0.5, notes=("an act by choice",)))
    return found


def evaluation(case: Case, so_far: list[Claim]) -> list[Claim]:
    """The speaker's words call the proposal good or bad ('is a disaster', 'makes sense')."""
    return _from_hits(case, ("evaluation",), "evaluation", so_far)


def consequence(case: Case, so_far: list[Claim]) -> list[Claim]:
    """The speaker's words say that the proposal would do good or harm; that is an argument for or against it."""
    return _from_hits(case, ("consequence",), "consequence", so_far)


def deontic(case: Case, so_far: list[Claim]) -> list[Claim]:
    """The speaker's words say that something should, must or needs to be done, or not done."""
    found = []
    table = lang.table("en", "grammar")
    for token in case.doc:
        utterance = case.scene.speaking(token.i)
        if utterance is None or utterance.actor is None or question(token):
            continue
        asks = modals(token) & set(table["deontic_modals"])
        what = token
        if not asks and lemma(token) in table["deontic_verbs"] and token.pos_ in ("VERB", "AUX"):
            inner = next((c for c in children(token, "xcomp", "ccomp") if has_to(c) or c.pos_ == "VERB"), None)
            if inner is None:
                continue
            what, asks = inner, {lemma(token)}
        if token.dep_.startswith("acl") and lemma(token.head) in words("containers"):  # 'a proposal that doctors should be allowed to charge'
            continue
        if any(g.lower_ == "no" for c in children(what, "obj") for g in children(c, "det")):  # 'should have no role in it'
            continue
        if "whether" in case_of(token).split() or not asks or "have" in {c.lower_ for c in children(token, "aux")} and not _overdue(token):
            continue
        thing = _to_be(what)
        if what.dep_.startswith("acl") and what is not token or token.tag_ == "VBN" and not modals(token) or child(what, "cop") is not None or lemma(what) == "be" and thing is None:
            continue
        m = mention(what if thing is None else thing, depth=4)
        if m is not None and thing is not None:
            m = replace(m, sign=-m.sign) if any(c.lower_ == "no" for c in children(thing, "det")) else m
            if m.kind == "name" or m.strength < 0.6:
                continue
        if m is None or (m.kind == "clause" and m.strength < 0.75):
            continue
        side = -1 if what.i != token.i and negation(token) is not None else 1
        if token.dep_ == "ccomp" and lemma(token.head) in table["neg_raising"] and negation(token.head) is not None:
            side = -side
        placed = _placed(case, m)
        if placed is None:
            continue
        label, text, notes = placed
        if own_wish(m, label, speaker(utterance), so_far):
            continue
        m = facing(m, label)
        stance = Stance.SUPPORTS if m.sign * side > 0 else Stance.OPPOSES
        strings = stated_condition(f" {token.sent.text.lower()} ")
        lean = None
        if strings is not None:
            stance, lean = Stance.CONDITIONAL, stance
        start, end = extent(case.scene, utterance, token.i, token.i + 1)
        known = closest(label, case.topics, 0.6)
        confidence = 0.6 + (0.1 if known is not None and known.own >= 2 else 0.0)
        who = speaker(utterance)
        cue = sorted(asks)[0]
        found.append(Claim(who, stance, m, label, text, start, end, token.i, cue, "deontic", mode(case.scene, utterance, start, end), confidence, lean, None if strings is None else token.sent.text[strings:].strip(), (*notes, f"'{cue}' asks for it")))
    return found


def _overdue(verb: Token) -> bool:
    """Whether what should have been done still should: 'it should have been scrapped years ago'."""
    return is_passive(verb) and any(t.lower_ in lang.table("en", "grammar")["overdue"] for t in verb.subtree)


def _to_be(verb: Token) -> Token | None:
    """What there should be: 'there should be a ban'."""
    return child(verb, "nsubj") if lemma(verb) == "be" and child(verb, "expl") is not None else None


def pledge(case: Case, so_far: list[Claim]) -> list[Claim]:
    """The speaker says what he, or the body he speaks for, will do: an act by choice is support."""
    found: list[Claim] = []
    table = lang.table("en", "grammar")
    own = {*table["first_person"], *table["third_person"], "it"}
    for token in case.doc:
        utterance = case.scene.speaking(token.i)
        if utterance is None or utterance.actor is None or token.pos_ != "VERB" or is_passive(token) or unasserted(token, argued=False):
            continue
        who = surface_subject(token)
        if who is None or who.lower_ not in own or not modals(token) & {"will", "would"} or "have" in {c.lower_ for c in children(token, "aux")} and negation(token) is not None:
            continue
        if (who.lower_ in table["first_person"]) != case.scene.quoted[token.i] or not fits(who.lower_, utterance.actor.kind):
            continue
        m = mention(token, keep_subject=False)
        topic = closest(m.label, case.topics, 0.5) if m is not None and m.label and m.strength >= 0.75 else None
        if m is None or topic is None or topic is not case.topics[0]:
            continue
        strings = stated_condition(f" {token.sent.text.lower()} ")
        side = Stance.SUPPORTS if m.sign > 0 else Stance.OPPOSES
        start, end = extent(case.scene, utterance, token.i, token.i + 1)
        found.append(Claim(speaker(utterance), side if strings is None else Stance.CONDITIONAL, m, topic.label, _words(case.doc, m), start, end,
                           token.i, token.text, "pledge", mode(case.scene, utterance, start, end), 0.5, None if strings is None else side, None if strings is None else token.sent.text[strings:], ("says he will do it",)))
    return found


def imperative(case: Case, so_far: list[Claim]) -> list[Claim]:
    """The speaker's words bid that something be done, or not: 'Scrap the charge', 'Let's build it'."""
    found = []
    for token in case.doc:
        utterance = case.scene.speaking(token.i)
        if utterance is None or utterance.actor is None or not case.scene.quoted[token.i] or not bids(token):
            continue
        m = mention(token, keep_subject=False)
        if m is None or (m.kind != "pointer" and m.strength < 0.75):
            continue
        placed = _placed(case, m)
        if placed is None or closest(placed[0], case.topics, 0.6) is None:
            continue
        label, text, notes = placed
        m = facing(m, label)
        start, end = extent(case.scene, utterance, token.i, token.i + 1)
        who = speaker(utterance)
        found.append(Claim(who, Stance.SUPPORTS if m.sign > 0 else Stance.OPPOSES, m, label, text, start, end, token.i, token.text, "imperative", mode(case.scene, utterance, start, end), 0.6, notes=(*notes, "asks for it")))
    return found


def intention(case: Case, so_far: list[Claim]) -> list[Claim]:
    """What a person would do, told without a verb of saying ('She would close half of them'): an act by choice is support."""
    found = []
    for token in case.doc:
        if token.pos_ != "VERB" or case.scene.content[token.i] is not None or not would_act(token):
            continue
        who = surface_subject(token)
        holds = resolve(who, case.scene, None) if who is not None else None
        m = mention(token, keep_subject=False)
        if holds is None or holds.actor.kind is not SpeakerKind.PERSON or m is None or (m.kind != "pointer" and m.strength < 0.85):
            continue
        placed = _placed(case, m)
        if placed is None:
            continue
        label, text, notes = placed
        m = facing(m, label)
        start, end = extent(case.scene, None, token.i, token.i + 1)
        found.append(Claim(holds, Stance.SUPPORTS if m.sign > 0 else Stance.OPPOSES, m, label, text, start, end, token.i, token.text, "intention", mode(case.scene, None, start, end), 0.45, notes=(*notes, "would do it")))
    return found


def echo(case: Case, so_far: list[Claim]) -> list[Claim]:
    """Somebody is said to agree or disagree with whoever spoke last, or with the one named, on what that one spoke of."""
    found = echoes(case.scene, case.hits, so_far, "echo") + on_documents(case.scene, case.hits, so_far, "echo")
    return [*found, *seconded(case.scene, so_far, "echo")]


def side(case: Case, so_far: list[Claim]) -> list[Claim]:
    """Someone is listed as for or against, or is said to do, or not to do, what another did just before, who took a side."""
    found = listed(case.scene, so_far, case.topics[0] if case.prominent and case.topics else None, "side")
    return [*found, *elliptic(case.scene, [*so_far, *found], "side"), *called(case.scene, so_far, partial(_placed, case), partial(_members, case), case.prominent, "side")]


def leaning(case: Case, so_far: list[Claim]) -> list[Claim]:
    """No cue decides, but the trained reader hears a side in the speaker's words on what the article is about."""
    return leanings(case.scene, case.subjects, case.topics, so_far, "leaning") if case.prominent else []


RULES: dict[str, Callable[[Case, list[Claim]], list[Claim]]] = {
    "stance_verb": stance_verb, "stance_noun": stance_noun, "announced": announced, "evaluation": evaluation, "consequence": consequence, "deontic": deontic, "pledge": pledge, "imperative": imperative, "intention": intention, "leaning": leaning,
    "echo": echo, "side": side,
}
