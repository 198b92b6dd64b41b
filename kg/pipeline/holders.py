"""Who holds a stance: the argument of the cue, turned into an actor.

Requires the parse, entities and the scene. A holder that cannot be named yields None: no statement.
"""
from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg import lang
from kg.model import Actor, SpeakerKind
from kg.pipeline.complements import adjacent_infinitive
from kg.pipeline.cues import Hit
from kg.pipeline.scene import Scene, Utterance
from kg.pipeline.syntax import agent, ancestors, case, child, children, gapped, is_name, is_passive, is_verbal, lemma, light_subject, object_of, only_might_rule, possessor, subject, surface_subject
from kg.pipeline.unresolved import named


@dataclass(frozen=True, slots=True)
class Holder:
    """An actor, the utterance that shows it (None in narration), who reports it, and how it was found."""

    actor: Actor
    utterance: Utterance | None
    reported_by: str | None
    how: str
    token: int | None = None


def speaker(of: Utterance, token: Token | None = None, called: str = "the speaker of attribution {}") -> Holder:
    """Who says an utterance, which must have an actor; `called` says what a word of it has to do with him."""
    how = f"speaker of attribution {of.id}" if token is None else f"'{token.text}' is {called.format(of.id)}"
    return Holder(of.actor, of, of.told_by, how, None if token is None else token.i)


def argument(hit: Hit) -> Token | None:
    """The word that the cue's frame makes the holder; None for the speaker. A document's is whoever made it."""
    found = _argument(hit)
    if found is None or lemma(found) not in lang.table("en", "grammar")["documents"]:
        return found
    return possessor(found) or _signer(found) or found


def _signer(document: Token) -> Token | None:
    """Who puts his name to a document: 'put their names to a petition demanding', 'a bill sponsored by two senators'."""
    own = light_subject(document) or next((who for c in children(document, "acl") if is_passive(c) and (who := agent(c)) is not None), None)
    if own is not None:
        return own
    head = document.head
    if document.dep_ in ("nmod", "obl") and head.pos_ == "NOUN":  # 'put their names to': read as the names' own
        return light_subject(head)
    return None


def _argument(hit: Hit) -> Token | None:
    kind, anchor = hit.cue.holder, hit.anchor
    if kind == "subject":
        return subject(anchor.head if anchor.dep_.startswith("aux") else anchor)
    if kind == "predicate-subject":
        return _predicate_subject(hit)
    if kind == "experiencer":
        return object_of(anchor)
    if kind == "owner":
        owner = possessor(anchor)
        if owner is not None and owner.pos_ == "PRON":  # 'repeated their call': whoever repeated it
            return (light_subject(anchor) if anchor.dep_ == "obj" else None) or owner
        carrier = anchor.head
        table = lang.table("en", "grammar")
        raised = named = True
        fits = lemma(carrier) not in table["meeting_verbs"] and case(anchor) not in table["amidst"]
        if hit.cue.needs == "owner":  # 'plans to': only who puts them forward, or stands before what they are to do
            raised, named = lemma(carrier) in table["planning_verbs"], adjacent_infinitive(anchor) is not None
            fits = raised and anchor.dep_ in ("obj", "conj", "obl") and case(anchor) in ("", "with")
        return owner or (_raised_by(anchor) if raised else None) or (light_subject(anchor) if fits else None) or (_body_before(anchor) if named else None)
    if kind == "near-subject":
        for word in (anchor, *ancestors(anchor)):
            own = surface_subject(word)
            if own is not None and own.dep_ != "expl" and own.i < anchor.i:
                return own
        return None
    if kind == "preposition":
        head = hit.last.head
        return head if head.i > hit.last.i else None
    return None


def _body_before(noun: Token) -> Token | None:
    """The body whose name stands before the noun: 'renewed Labour calls for'."""
    return next((c for c in children(noun, "compound", "amod") if c.i == noun.i - 1 and (is_name(c) or c.is_title and not c.is_sent_start)), None)


def _raised_by(noun: Token) -> Token | None:
    """'There were calls from unions', 'concern was voiced by nurses', 'plans drawn up by the council'."""
    head = noun.head
    if noun.dep_ in ("nsubj:pass", "nsubj") and is_verbal(head):
        return agent(head) or next((c for c in children(head, "obl") if case(c) in ("from", "among", "by")), None)
    return None


def _predicate_subject(hit: Hit) -> Token | None:
    """The subject of 'is keen', 'are in favour of'; of the verb where the cue is one."""
    anchor = hit.anchor
    if anchor.dep_ == "acl" and gapped(anchor.head) == anchor:
        return anchor.head
    if anchor.pos_ in ("VERB", "AUX") and child(anchor, "cop") is None and not (anchor.tag_ in ("VBN",) and is_passive(anchor)):
        return subject(anchor)
    word = anchor
    for _ in range(4):
        own = surface_subject(word) or next((c for c in children(word, "expl") if c.lower_ == "it"), None)  # 'the union said it was pleased'
        if own is not None:
            return own
        if word.dep_ == "xcomp" and word.pos_ == "ADJ" and (left := child(word.head, "obj")) is not None and left.i < word.i:
            return left  # 'left her audience unhappy'
        if word.dep_ in ("case", "mark", "cop", "conj", "xcomp", "advmod", "fixed", "amod", "acl", "obl", "aux:pass", "nmod") and word.head.i != word.i:
            if word.dep_ in ("amod", "acl") and word.head.pos_ in ("NOUN", "PROPN"):
                return word.head
            word = word.head
        else:
            break
    return None


def _none_behind(hit: Hit, token: Token | None) -> bool:
    """Whether there is nobody: 'with no staff behind it'."""
    return token is not None and hit.anchor.dep_ == "case" and hit.anchor.head.dep_ == "nmod" and any(c.lower_ == "no" for c in children(hit.anchor.head.head, "det"))


def holder(hit: Hit, scene: Scene) -> Holder | None:
    """Who holds the stance that a hit shows, or None."""
    speaking = scene.speaking(hit.anchor.i)
    if hit.cue.holder == "speaker":
        if speaking is None or speaking.actor is None:
            return None
        return speaker(speaking)
    said = scene.cue[hit.anchor.i]
    token = argument(hit)
    if _none_behind(hit, token):
        return None
    if token is None and hit.cue.holder == "subject" and child(hit.anchor, "aux:pass") is not None:
        return None  # what is done to a source is not its stance ('was accused of')
    about = hit.cue.needs == "owner" and token is None and case(hit.anchor) in lang.table("en", "grammar")["about_prepositions"]  # 'at odds over plans to'
    if said is not None and not about and scene.utterances[said].actor is not None and (token is None or scene.source[token.i] == said or token.pos_ == "PRON" or hit.anchor.dep_ == "conj" and scene.content[token.i] not in (None, scene.content[hit.anchor.i])):
        own = scene.utterances[said]
        if own.actor.name.lower() in lang.table("en", "grammar")["no_holder"]:
            return None
        outer = _reporter(scene, speaking, own)
        return Holder(own.actor, own, outer, f"source of attribution {own.id}", token.i if token is not None else None)
    if token is not None and speaking is not None and speaking.actor is not None and _goes_on(hit.anchor, scene, speaking):
        return speaker(speaking, token, "a subject inside the words of attribution {}")
    return resolve(token, scene, speaking) if token is not None else None


def _goes_on(verb: Token, scene: Scene, speaking: Utterance) -> bool:
    """Whether a verb goes on from the verb of saying, though it hangs on a verdict inside the words: 'said trusts were a takeover and called for a halt'."""
    verdict = verb.head
    return verb.dep_ == "conj" and verb.tag_ == "VBD" and verdict.dep_ == "ccomp" and child(verdict, "cop") is not None and scene.cue[verdict.head.i] == speaking.id


def _speaks_for(actor: Actor, token: Token) -> bool:
    """Whether a body named inside a person's words is his own: 'said the watchdog had', 'said her union would'."""
    name = lemma(token)
    if actor.kind is SpeakerKind.GROUP:
        return False
    if name in lang.table("en", "grammar")["followers"] and any(c.lower_ in ("his", "her", "my", "our", "its") for c in children(token, "nmod")):
        return True
    if name not in lang.table("en", "holders")["organisations"] or token.tag_ == "NNS" or token.pos_ != "NOUN":
        return False
    if actor.organisation and actor.organisation.lower().split()[-1] in set(lang.table("en", "holders")["organisations"]) - {name} and name not in lang.table("en", "organisations")["hypernyms"]:
        return False  # a council's lawyer says what the firm plans
    words = [c.lower_ for c in children(token, "det", "nmod")]
    own = any(w in lang.table("en", "grammar")["third_person"] or w in ("its", "our") for w in words)
    bare = all(c.dep_ in ("det", "case", "punct") for c in token.children)
    return own or bare and "the" in words and name not in ("government", "opposition", "state", "country") or bool(actor.organisation) and actor.organisation.lower().split()[-1:] == [name]


def _represented(token: Token) -> bool:
    """Whether somebody tells what those think for whom he speaks: "My constituents do not want it"."""
    return lemma(token) in lang.table("en", "grammar")["represented"] and any(c.lower_ in ("my", "our") for c in children(token, "nmod"))


def _own_body(speaker: Actor, actor: Actor, token: Token) -> bool:
    """Whether a body named in somebody's words is the one he speaks for, by name or as its place: Ann Lee, of Hexton council, said Hexton would."""
    if speaker.kind is not SpeakerKind.PERSON or not speaker.organisation or actor.kind is SpeakerKind.GROUP:
        return False
    name, own = actor.name.lower(), speaker.organisation.lower()
    return name == own or is_name(token) and own.startswith(name + " ")


def _bare_members(token: Token) -> bool:
    """Whether a spokesman means his own body's people: "Members will look at it"."""
    return token.lower_ in lang.table("en", "groups")["belonging"] and not any(c.i < token.i for c in token.children)


def by_role(token: Token, scene: Scene) -> Actor | None:
    """The one known actor whose role says what the phrase says: 'the Schools Minister'."""
    if lemma(token).lower() not in lang.table("en", "holders")["persons"]:
        return None
    said = {w.lower_ for w in (token, *children(token, "compound", "amod")) if w.lower_ not in ("former", "new")}
    found = [a for a in scene.doc.user_data.get("actors", {}).values() if a.role and said <= set(a.role.lower().split())]
    return found[0] if len(found) == 1 else None


def fits(pronoun: str, kind: SpeakerKind) -> bool:
    """Whether a pronoun can stand for a stakeholder of a kind."""
    if pronoun in lang.table("en", "grammar")["first_person"]:
        return True
    if pronoun in ("he", "she", "him", "her"):
        return kind in (SpeakerKind.PERSON, SpeakerKind.ANONYMOUS)
    return kind is SpeakerKind.ORGANISATION if pronoun == "it" else kind is not SpeakerKind.PERSON


def _reporter(scene: Scene, speaking: Utterance | None, own: Utterance) -> str | None:
    if speaking is not None and speaking.id != own.id and speaking.actor is not None and speaking.actor != own.actor:
        return speaking.actor.name
    return None


def _anybody(token: Token) -> bool:
    """Whether a noun phrase means no one in particular: 'every city', 'any parent', 'a Labour government'."""
    table = lang.table("en", "grammar")
    marks = {c.lower_ for c in children(token, "det") if c.i < token.i}
    return bool(marks & set(table["distributives"])) or only_might_rule(token)


def _not_all(token: Token) -> bool:
    """Whether a noun phrase says that some do not: "not all the tenants", "few tenants"; nobody's stance can be told from it."""
    marks = children(token, "det", "advmod", "amod", "nummod", "det:predet", "cc:preconj")
    before = token.left_edge.nbor(-1).lower_ if token.left_edge.i > token.sent.start else ""
    words = {c.lower_ for c in token.subtree if c.i < token.i}
    return ("not" in words or before == "not") and bool(words & {"all", "every", "everyone", "many"}) or any(c.lower_ in ("few", "hardly") for c in marks) and "a" not in words and "the" not in words


def _before(relative: Token, scene: Scene) -> Holder | None:
    """Whom 'whose' stands for: the actor named last before it."""
    found = next((i for i in range(relative.i - 1, max(-1, relative.i - 15), -1) if scene.actors[i] is not None and scene.actors[i].kind is SpeakerKind.PERSON), None)
    return Holder(scene.actors[found], None, None, f"'whose' stands for '{scene.doc[found].text}'", found) if found is not None else None


def _opens(pronoun: Token, scene: Scene, speaking: Utterance) -> bool:
    """Whether a singular pronoun is the first word of somebody's reported words: 'another said he would', 'the council said it would'."""
    first = min((start for start, _ in speaking.content), default=pronoun.i)
    return pronoun.lower_ in ("he", "she", "it") and not scene.quoted[pronoun.i] and 0 <= pronoun.i - first <= 1


def resolve(token: Token, scene: Scene, speaking: Utterance | None) -> Holder | None:
    """The actor that a word names: the speaker for 'we', a known mention, or a new actor from the phrase."""
    table = lang.table("en", "grammar")
    heard = speaking if speaking is not None and speaking.actor is not None else None
    if token.lower_ == "whose":
        return _before(token, scene)
    if token.lower_ in table["no_holder"] and not (token.lower_ == "people" and child(token, "nummod") is not None):
        return None
    if _not_all(token):
        return None
    if _anybody(token):  # 'every city that tried it regrets it': the speaker's argument
        return speaker(heard, token, "anybody in the words of attribution {}") if heard is not None else None
    if token.lower_ in table["first_person"]:
        return speaker(heard, token) if heard is not None else None
    if scene.source[token.i] is not None and scene.utterances[scene.source[token.i]].actor is not None and speaking is None:
        own = scene.utterances[scene.source[token.i]]
        return Holder(own.actor, own, None, f"source of attribution {own.id}", token.i)
    actor = scene.actors[token.i]
    if actor is None and token.pos_ != "PRON" or actor is not None and actor.kind is SpeakerKind.ANONYMOUS:  # 'the leader of the council, Ann Lee'
        named_beside = [scene.actors[c.i] for c in children(token, "appos") if scene.actors[c.i] is not None]
        actor = next((a for a in named_beside if a.kind is SpeakerKind.PERSON), actor)
    if token.pos_ == "PRON" and heard is not None and heard.actor.kind in (SpeakerKind.ANONYMOUS, SpeakerKind.ORGANISATION) and fits(token.lower_, heard.actor.kind) and _opens(token, scene, heard):
        return speaker(heard, token)
    if actor is None and token.pos_ == "PRON":
        own = heard is not None and not scene.quoted[token.i] and token.lower_ in (*table["third_person"], "it") and fits(token.lower_, heard.actor.kind)
        return speaker(heard, token) if own else None
    if heard is not None and (_speaks_for(heard.actor, token) or _represented(token)):
        return speaker(heard, token, "who the speaker of attribution {} speaks for")
    if heard is not None and (heard.actor.kind is SpeakerKind.ORGANISATION or heard.actor.organisation) and _bare_members(token):
        return speaker(heard, token, "who the speaker of attribution {} speaks for")
    if actor is None:
        actor = by_role(token, scene) or named(token)
    if actor is None:
        return None
    if heard is not None and _own_body(heard.actor, actor, token):
        return speaker(heard, token, "who the speaker of attribution {} speaks for")
    reporter = heard.actor.name if heard is not None and heard.actor != actor else None
    return Holder(actor, speaking, reporter, actor.how or f"'{token.text}' names the actor", token.i)
