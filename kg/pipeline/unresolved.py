"""Stakeholders made from noun phrases that nobody has resolved: "the drug chains", "a group calling itself Open Gates".

Requires the parse and entities. Writes nothing.
"""
from __future__ import annotations

from spacy.tokens import Token

from kg import lang
from kg.model import Actor, SpeakerKind
from kg.pipeline.labels import join, trimmed
from kg.pipeline.syntax import case, children, is_name, lemma, tied


def _table() -> dict:
    return lang.table("en", "holders")


def _parted(token: Token) -> str | None:
    """A noun that the tokenizer takes apart at its hyphen, where it names a body: 'think-tank'."""
    first = tied(token)
    name = f"{first.lower_}-{lemma(token)}" if first is not None else ""
    return name if name in _table()["organisations"] else None


def kind_of(token: Token) -> SpeakerKind | None:
    """What a noun phrase that nobody has resolved names; None where it can hold no stance."""
    table, name = _table(), _parted(token) or lemma(token)
    if token.text[:2] in ("R-", "D-", "I-") and token.text[2:3].isupper():
        return None  # a party and a state: R-Ohio
    if name.lower() in lang.table("en", "proposals")["times"]:
        return None
    if token.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT", "ORDINAL", "QUANTITY", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT"):
        return None
    if token.ent_type_ == "PERSON":
        return SpeakerKind.PERSON
    if is_name(token) and (name.lower() in table["persons"] or name.lower() in lang.table("en", "proposals")["containers"]):
        return None  # a title that nobody has resolved
    if is_name(token) or token.ent_type_ in ("ORG", "GPE", "NORP", "FAC"):
        if token.tag_ == "NNPS" and token.ent_type_ != "ORG":
            return SpeakerKind.GROUP
        return SpeakerKind.ORGANISATION
    if any(c.lower_ in table["unborn"] for c in children(token, "amod")):
        return None
    if token.pos_ == "NUM" or token.lower_ in lang.table("en", "groups")["fractions"]:
        if token.dep_ == "nsubj" and token.lower_ == "half" or token.dep_ == "nsubj" and any(c.lower_ in ("a", "one") or c.pos_ == "NUM" for c in token.children):  # 'a third favoured it'
            return SpeakerKind.GROUP
        return SpeakerKind.GROUP if any(case(c) == "of" and (c.tag_ == "NNS" or lemma(c) in table["groups"]) for c in children(token, "nmod", "obl")) else None
    if token.pos_ not in ("NOUN", "DET", "ADJ", "PRON", "PROPN"):
        return None
    plural = token.tag_ == "NNS" or "Plur" in token.morph.get("Number")
    if name in table["groups"] or token.lower_ in table["groups"]:
        return SpeakerKind.GROUP
    if name in table["organisations"]:
        return SpeakerKind.GROUP if plural else SpeakerKind.ORGANISATION
    if name in table["things"]:
        return None
    if plural and _abstract(token):
        return None
    if plural:
        return SpeakerKind.GROUP if token.tag_ == "NNS" or token.pos_ == "NOUN" else None
    if name in table["persons"]:
        return SpeakerKind.ANONYMOUS
    return None


def _abstract(token: Token) -> bool:
    """Whether a plural names acts or things by its ending: 'retirements', 'savings'."""
    return lemma(token).endswith(tuple(lang.table("en", "holders")["abstract_endings"])) and token.lower_ not in lang.table("en", "groups")["nouns"]


def phrase(token: Token) -> str:
    """A holder's name as the text writes it, without article, relative clauses and asides."""
    if token.lower_ in lang.table("en", "groups")["fractions"]:
        return join([w for w in token.doc[token.left_edge.i:token.i + 1] if w.pos_ != "ADV"] + [w for w in trimmed(token, "acl", "appos") if w.i > token.i])
    listed = ("conj",) if len(children(token, "conj")) > 1 else ()  # 'truckers, commuters and mayors' are three
    words = trimmed(token, "case", "mark", "acl", "cop", "nsubj", "advcl", "aux", "nmod:by", *listed)
    words = [w for w in words if w.dep_ != "punct" or w.text in ("-", "'")]
    while len(words) > 1 and words[0].lower_ in _table()["leading"] and token.lower_ not in lang.table("en", "groups")["fractions"]:
        words.pop(0)
    return join(words)


def _called(token: Token) -> Token | None:
    """The name that a body goes by: 'a group calling itself Open Doors', 'a body known as the Levellers'."""
    for verb in children(token, "acl"):
        if lemma(verb) in ("call", "name", "dub", "know", "style"):
            found = next((c for c in children(verb, "xcomp", "obj", "obl", "appos") if is_name(c)), None)
            if found is not None:
                return found
    after = token.doc[token.i + 1:token.i + 5]
    words = [t.lower_ for t in after]
    for opening in (["calling", "itself"], ["calling", "themselves"], ["known", "as"], ["called"]):
        if words[:len(opening)] == opening and len(words) > len(opening) and is_name(after[len(opening)]):
            first = after[len(opening)]
            last = first.i
            while last + 1 < len(token.doc) and is_name(token.doc[last + 1]) and not token.doc[last + 1].is_sent_start:
                last += 1
            return token.doc[first.i:last + 1].root
    return None


def named(token: Token) -> Actor | None:
    """An actor made from an unresolved noun phrase."""
    kind = kind_of(token)
    if kind is None:
        return None
    if token.ent_type_ and token.ent_type_ in ("PERSON", "ORG", "GPE"):
        entity = next((e for e in token.doc.ents if e.start <= token.i < e.end), None)
        name = entity.text if entity is not None and kind is SpeakerKind.PERSON else phrase(token)
    else:
        other = next((c for c in children(token, "appos") if is_name(c)), None) or _called(token)
        if other is not None:  # 'the industry's pressure group, Freedom to Light Up'
            kind, name = (SpeakerKind.ORGANISATION if kind is not SpeakerKind.ANONYMOUS else SpeakerKind.PERSON), phrase(other)
        else:
            name = phrase(token)
    if not name or len(name.split()) > 9:
        return None
    if kind is SpeakerKind.ANONYMOUS:
        name = f"{name} (anonymous)"
    organisation = name if kind is SpeakerKind.ORGANISATION else None
    return Actor(name, kind, organisation=organisation, how=f"named by '{token.text}' as the cue's holder")
