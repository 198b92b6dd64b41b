"""How a person would write a proposal down: a short noun phrase, 'closing the A&E department'.

Reads the parse. Writes nothing.
"""
from __future__ import annotations

import re
from functools import lru_cache

from spacy.tokens import Token

from kg import lang
from kg.pipeline.sparing import fixed, in_short, shorter, spared
from kg.pipeline.syntax import case, child, children, gapped, has_to, is_passive, is_predicate, is_relative, lemma, negation, passive_subject, subtree, surface_subject, tied

_LIMIT = 16  # words of a label
_SHORT = re.compile(r"(?:[^aeiou]+|qu)[aeiouy][^aeiouwxy]")  # one syllable with one short vowel: 'trap', 'swim'


@lru_cache
def _words(key: str) -> frozenset[str]:
    table = lang.table("en", "proposals")
    return frozenset(table[key] if key in table else lang.table("en", "grammar")[key])


def gerund(verb: str) -> str:
    """'close' -> 'closing', 'scrap' -> 'scrapping', 'lie' -> 'lying'."""
    irregular = lang.table("en", "proposals")["irregular_gerunds"]
    if verb in irregular:
        return irregular[verb]
    if verb in _words("doubling") or _SHORT.fullmatch(verb):
        return verb + verb[-1] + "ing"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return verb + "ing"


def join(tokens: list[Token], instead: dict[int, str] | None = None) -> str:
    """The words with the article's own spacing inside runs, one space elsewhere; quote marks left out. `instead` gives other forms by place."""
    text = ""
    for this, that in zip(tokens, [*tokens[1:], None]):
        if this.text in ('"', "``", "''") or (this.text == "'" and this.dep_ == "punct"):
            text += this.whitespace_
            continue
        glue = that is not None and (this.whitespace_ or that.i != this.i + 1)
        text += (instead or {}).get(this.i, this.text) + (" " if glue else "")
    return " ".join(text.replace(" ,", ",").replace("( ", "(").replace(" )", ")").split()).strip(" ,;:.-\u2013\u2014'\"")


def _droppable(token: Token, head: Token) -> bool:
    """Branches that a label does without: asides, reasons, times, non-restrictive relatives."""
    dep = token.dep_.split(":")[0]
    if dep in ("parataxis", "discourse", "vocative", "appos", "dislocated", "reparandum", "dep", "list"):
        return True
    if dep == "advcl":
        conferred = any(lemma(c) in _words("conferring") for c in children(head, "obj", "nsubj:pass"))  # 'imposing a duty on councils to set up trusts'
        return not (token.tag_ == "VBG" and case(token) == "for" or has_to(token) and (lemma(head) in _words("purposeful") or conferred))
    if token.dep_ == "acl:relcl":
        return not fixed(token)
    if dep == "acl" and token.i > 0 and any(c.text == "," and c.i < token.i for c in token.children if c.dep_ == "punct"):
        return True
    if token.dep_ == "obl:tmod" or (dep in ("obl", "nmod") and token.ent_type_ in ("DATE", "TIME")):
        return True
    if dep == "obl" and head.pos_ == "VERB" and (lemma(token) in _words("times") or lemma(token) in _words("label_asides") and case(token) == "in" or token.text.isdigit() and len(token.text) == 4 or case(token) == "under" and lemma(head) not in ("put", "place", "bring")):
        return True
    if dep in ("obl", "nmod") and case(token).startswith("with") and any(c.text == "," and c.i < token.i for c in token.children if c.dep_ == "punct"):
        return True  # ', with 31 in favour'
    if dep == "nmod" and case(token) == "under" and lemma(token) in lang.table("en", "proposals")["containers"] or case(token).startswith("according"):
        return True
    if dep == "obl" and case(token).split(" ")[0] in ("before", "until", "unless") and surface_subject(token) is not None:
        return True  # a clause read as a time
    if dep == "obl" and case(token) == "in" and lemma(token) in _words("manoeuvres"):
        return True  # 'hand the wards to the council in a move that has angered nurses'
    if dep in ("obl", "nmod") and case(token) in ("over", "despite", "amid") and lemma(token) in _words("objections"):
        return True  # 'a rent freeze over the objections of landlords'
    if dep == "nummod" and token.i > head.i + 3:
        return True  # a count of votes hung wrongly
    if dep == "advmod" and (token.lower_ in _words("label_adverbs")):
        return True
    if dep == "conj" and token.pos_ == "VERB" and head.pos_ == "NOUN" and child(token, "nsubj") is not None:
        return True  # another clause behind a predicate: 'not against the merger, but we are against ...'
    if dep == "conj" and token.pos_ == "VERB" and head.pos_ == "VERB" and (surface_subject(token) is not None or negation(token) is not None or token.tag_ in ("VBD", "VBZ", "VBP") and head.tag_ == "VB"):
        return True
    return False


def trimmed(token: Token, *without: str) -> list[Token]:
    """The words under a token that belong in a label; `without` names branches of the token itself to leave out."""
    found: list[Token] = []

    def walk(word: Token) -> None:
        found.append(word)
        for c in word.children:
            if word is token and (c.dep_ in without or c.dep_.split(":")[0] in without) or _droppable(c, word):
                continue
            if c.dep_ == "cc" and any(_droppable(k, c.head) for k in [c.head] if k.dep_ == "conj"):
                continue
            walk(c)

    walk(token)
    found.sort(key=lambda w: w.i)
    while found and found[-1].dep_ in ("punct", "cc", "case", "mark") and found[-1].i != token.i:
        found.pop()
    while found and found[0].dep_ in ("punct", "cc") and found[0].i != token.i:
        found.pop(0)
    return found


def noun_label(noun: Token, but: Token | None = None) -> str:
    """The noun phrase without its case, determiners and asides: 'the closure of the ward' -> 'closure of the ward'; without what hangs on `but`."""
    tokens = trimmed(noun, "case", "mark", "cop", "nsubj", "cc:preconj", "aux", "advcl", "orphan")
    own_conj = {c.i for c in subtree(noun)} if not children(noun, "conj") else None
    if own_conj is None:
        tokens = [t for t in tokens if not (t.dep_ == "cc" and t.head.dep_ == "conj" and t.head not in tokens)]
    lost = {t.i for c in children(noun, "conj") if gapped(c) is not None for t in subtree(c)}
    tokens = [t for t in tokens if t.i not in lost and not (t.dep_ == "cc" and t.head.i in lost)]
    if but is not None and but.i != noun.i:
        gone = {t.i for t in subtree(but)}
        tokens = [t for t in tokens if t.i not in gone] or tokens
    drop = _words("determiners")
    while len(tokens) > 1 and tokens[0].lower_ in drop and tokens[0].i != noun.i and _hyphened(tokens[0]) is None:
        tokens.pop(0)
    owner = child(noun, "nmod:poss")
    if owner is not None and (owner.pos_ in ("PRON", "PROPN") or owner.ent_type_ in ("PERSON", "ORG", "GPE")):
        gone = {t.i for t in subtree(owner)}
        gone -= {i for i in gone if noun.doc[i].tag_ == "POS" and i - 1 not in gone}  # hung on the wrong owner
        tokens = [t for t in tokens if t.i not in gone] or tokens
    first = tokens[0]
    small = {first.i: first.lower_} if first.is_sent_start and first.pos_ in ("NOUN", "ADJ", "VERB", "NUM") and first.text.istitle() and first.ent_type_ in ("", "CARDINAL") and first.tag_ not in ("NNP", "NNPS") else None
    return shorter(noun.doc, _short(join(tokens, small)), _short(join(spared(tokens, noun), small)))


def clause_label(verb: Token, keep_subject: bool = True, about: Token | None = None) -> str:
    """The clause as a gerund phrase, its passive undone: 'funding to be merged into pots' -> 'merging funding into pots'."""
    without = ("nsubj", "nsubj:pass", "csubj", "aux", "aux:pass", "mark", "cop", "cc", "obl:agent", "expl", "punct:outer", "conj:outer")
    tail = [t for t in trimmed(verb, *without) if t.i > verb.i and not (t.dep_ in ("advmod",) and t.lower_ in _words("label_adverbs"))]
    who = surface_subject(verb) or about or (passive_subject(verb) if verb.pos_ == "ADJ" else None)
    if is_predicate(verb) or verb.pos_ not in ("VERB", "AUX") and verb.tag_ != "VB":
        words = trimmed(verb, *without, "case")
        front = noun_label(who) if who is not None and who.pos_ != "PRON" else ""
        return _short(f"{front} being {join(words)}".strip())
    also = {c.i: gerund(lemma(c)) for c in children(verb, "conj") if c.pos_ == "VERB" and (c.tag_ == "VBN") == is_passive(verb)}
    tail = [t for t in tail if not (t.dep_ in ("mark", "aux", "aux:pass") and t.head.head == verb and t.head.dep_ == "conj")]
    first = tied(verb)
    if child(verb, "aux:pass") is not None and child(verb, "aux:pass").lower_ == "being" and surface_subject(verb) is None and about is None:
        return _short(join([t for t in trimmed(verb, *(w for w in without if w not in ("aux", "aux:pass", "obl:agent"))) if t.lower_ != "not"]))  # 'feared being merged into a bigger one'
    front, head = _front(verb, keep_subject, who, about), (f"{first.lower_}-" if first is not None else "") + gerund(lemma(verb))

    def written(front: str, tail: list[Token]) -> str:
        parts = (head, front, join(tail, also)) if is_passive(verb) else (front, head, join(tail, also))
        return _short(" ".join(part for part in parts if part))

    return shorter(verb.doc, written(front, tail), written(in_short(verb.doc, front), [t for t in spared([verb, *tail], verb) if t != verb]))


def _front(verb: Token, keep_subject: bool, who: Token | None, about: Token | None) -> str:
    """The noun phrase that a clause's label names beside its verb: what a passive is done to, or who does it."""
    if is_passive(verb):
        done = passive_subject(verb) or about
        return noun_label(done, verb) if done is not None and done.pos_ != "PRON" and not is_relative(done) else ""
    if keep_subject and who is not None and who.pos_ in ("NOUN", "PROPN") and not is_relative(who) and verb.dep_ != "acl:relcl":
        return noun_label(who, verb)
    return ""


def _hyphened(first: Token) -> Token | None:
    """The last part of a word of two parts: 'fence' of 'ring-fence', 'catch' of 'no-catch zone'."""
    last = first.doc[first.i + 2] if first.i + 2 < len(first.doc) else None
    return last if last is not None and tied(last) == first else None


def gerund_label(verb: Token) -> str:
    """A gerund behind a preposition, read as a predicate: 'was not against | pooling the budgets'."""
    return _short(join([t for t in trimmed(verb, "case", "mark", "cop", "nsubj", "aux", "advmod", "cc", "punct") if t.i >= verb.i]))


def linear_label(verb: Token) -> str:
    """An infinitive's label read off the words up to the next clause, for where the parse has lost its object."""
    doc, words = verb.doc, []
    last = _hyphened(verb)
    for token in doc[(verb if last is None else last).i + 1:min(verb.sent.end, verb.i + _LIMIT)]:
        if token.is_punct and token.text != "-" or token.tag_ in ("MD", "VBZ", "VBD", "VBP") or token.lower_ in _words("phrase_ends"):
            break
        words.append(token)
    while words and words[-1].tag_ in ("IN", "TO", "DT", "CC", "RB"):
        words.pop()
    head = gerund(_base(verb)) if last is None else f"{verb.lower_}-{gerund(last.lower_)}"
    return _short(" ".join(part for part in (head, join(words)) if part))


def _base(verb: Token) -> str:
    return verb.lower_ if verb.tag_ == "VB" else lemma(verb)


def _short(text: str) -> str:
    """At most _LIMIT words, cut before a trailing function word."""
    words = text.split()
    if len(words) <= _LIMIT:
        return text
    words = words[:_LIMIT]
    while len(words) > 3 and (len(words[-1]) <= 3 or words[-1].lower() in ("that", "which", "with", "from", "into", "their", "this")):
        words.pop()
    return " ".join(words).strip(" ,;:")
