"""Questions about a parse that the grammar of stance keeps asking. Universal Dependencies v2 labels.

Reads token.dep_, head, lemma_, pos_, tag_. Writes nothing.
"""
from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg import lang
from kg.pipeline.lemmas import lemma

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))  # Penn tags of verbs that carry tense, and modals
_SUBJECTS = {"nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer"}
_OPEN = {"xcomp", "advcl", "conj", "acl"}


def children(token: Token, *labels: str) -> list[Token]:
    """Dependents with one of the labels, in order; a bare label also stands for its subtypes (obl for obl:tmod)."""
    return [c for c in token.children if c.dep_ in labels or c.dep_.split(":")[0] in labels]


def child(token: Token, *labels: str) -> Token | None:
    """The first such dependent."""
    return next(iter(children(token, *labels)), None)


def case(token: Token) -> str:
    """The prepositions on a nominal, or the marker on a clause, in lower case: 'in favour of', 'to', ''."""
    marks = children(token, "case", "mark")
    words = [w for m in marks if m.i < token.i for w in [m, *children(m, "fixed")]]
    return " ".join(w.lower_ for w in sorted(words, key=lambda w: w.i))


def is_name(token: Token) -> bool:
    """A proper noun by its tag, for the tag is surer than the part of speech at the start of a sentence."""
    return token.tag_ in ("NNP", "NNPS") if token.tag_ else token.pos_ == "PROPN"


def is_passive(verb: Token) -> bool:
    """Passive by its auxiliary or subject, or a bare participle of a noun ('plans backed by') or an object ('want it scrapped')."""
    if child(verb, "aux:pass") is not None or any(c.dep_ in ("nsubj:pass", "csubj:pass", "aux:pass") for c in verb.children):
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.head.tag_ == "VBN" and verb.head.i < verb.i and all(c.dep_ not in ("obj", "nsubj", "aux", "cop") for c in verb.children):
        return is_passive(verb.head)  # 'condemned by staff and welcomed by the board'
    return verb.tag_ == "VBN" and (verb.dep_ == "acl" or verb.dep_ == "xcomp" and child(verb, "aux", "cop") is None)


def is_verbal(token: Token) -> bool:
    """A verb, or a predicate with a copula."""
    return token.pos_ in ("VERB", "AUX") or child(token, "cop") is not None


def is_predicate(word: Token) -> bool:
    """Whether a copula makes it one; 'is to pool' is a verb yet to come, whatever the parser calls its 'is'."""
    return child(word, "cop") is not None and not (word.tag_ == "VB" and has_to(word))


def has_to(verb: Token) -> bool:
    """Whether it is a to-infinitive."""
    return any(c.lower_ == "to" and c.dep_ in ("mark", "aux", "case") and c.i < verb.i for c in verb.children)


def agent(verb: Token) -> Token | None:
    """Who does it in a passive: 'backed by ministers', 'called a farce by ministers'."""
    named = [n for c in verb.children if c.dep_ == "xcomp" or case(c) == "as" for n in children(c, "nmod", "obl") if n.i > c.i]
    for c in (*verb.children, *named):
        if c.dep_ == "obl:agent" or c.dep_.startswith(("obl", "nmod")) and case(c) in lang.table("en", "grammar")["agent_prepositions"] and c.pos_ not in ("NUM",) and c.ent_type_ not in ("DATE", "TIME"):
            return c if not denied(c) else next((k for k in children(c, "conj") if not denied(k)), None)
    return None


def denied(noun: Token) -> bool:
    """Whether a noun is named as the one who did not: 'not by nurses but by doctors', 'nor by the unions'."""
    return any(c.lower_ in ("not", "nor", "neither") and c.i < noun.i for c in noun.children)


def gapped(noun: Token) -> Token | None:
    """The predicate whose subject a noun is, where the parser joins it to what stands before: 'skippers are worried about fees and anglers | worried | about noise'."""
    if noun.dep_ != "conj":
        return None
    own = next((c for c in children(noun, "acl") if c.tag_ in ("VBN", "JJ") and c.i > noun.i), None)
    above = [noun.head, *(word for word, _ in zip(ancestors(noun.head), range(3)))]
    return own if own is not None and any(lemma(word) == lemma(own) for word in above) else None


def called_so(noun: Token) -> bool:
    """Whether a noun is only what somebody calls a thing: 'branded the move "back-door privatisation"', 'described it as a takeover'."""
    verb = noun.head
    if lemma(verb) not in lang.table("en", "grammar")["naming_verbs"]:
        return False
    return noun.dep_ == "xcomp" or noun.dep_ == "obl" and case(noun) == "as" or noun.dep_ == "obj" and any(c.i < noun.i for c in children(verb, "obj"))


def antecedent(verb: Token) -> Token | None:
    """The noun that a relative or participle clause modifies."""
    return verb.head if verb.dep_.startswith("acl") else None


def is_relative(token: Token) -> bool:
    """Whether it is a relative pronoun."""
    return token.lower_ in lang.table("en", "grammar")["relatives"] and token.pos_ in ("PRON", "DET", "SCONJ")


def surface_subject(verb: Token) -> Token | None:
    """The clause's own subject, a relative pronoun replaced by what it stands for."""
    found = [c for c in verb.children if c.dep_ in _SUBJECTS]
    before = [c for c in found if c.i < verb.i and c.lower_ not in ("each", "both", "all") and not any(g.lower_ == "whose" for g in c.children)]  # where the parser sees two, the nearer is the subject
    subject = before[-1] if before else found[0] if found else None
    if subject is not None and is_relative(subject):
        return antecedent(verb) or subject
    return subject


def controller(verb: Token) -> Token | None:
    """Who a clause without subject is about: the object or subject of the clause above."""
    head = verb.head
    if verb.dep_ == "xcomp" and head.i != verb.i:
        control = set(lang.table("en", "grammar")["object_control"])
        if lemma(head) in control:
            return child(head, "obj", "iobj") or surface_subject(head)
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return head
    return None


def _absolute(verb: Token) -> Token | None:
    """The subject of a participle behind 'with', wherever the parser hangs the participle: 'with the Treasury reportedly considering a tax'."""
    if verb.tag_ != "VBG":
        return None
    before = verb.i - 1
    while before > verb.sent.start and verb.doc[before].pos_ == "ADV":
        before -= 1
    noun = verb.doc[before]
    while noun.dep_ in ("compound", "flat") and noun.head.i > verb.sent.start:
        noun = noun.head
    return noun if before >= verb.sent.start and noun.pos_ in ("NOUN", "PROPN") and case(noun) == "with" else None


def subject(verb: Token, depth: int = 6) -> Token | None:
    """The logical subject: the agent of a passive, else the nearest subject by control or coordination."""
    if is_passive(verb):
        return agent(verb)
    own = surface_subject(verb) or _absolute(verb)
    if own is not None:
        return own
    if depth == 0 or verb.head.i == verb.i:
        return None
    controlled = controller(verb)
    if controlled is not None:
        return controlled
    if verb.dep_ in _OPEN or verb.dep_ == "parataxis":
        head = verb.head
        if verb.dep_ == "acl" and head.pos_ in ("NOUN", "PROPN"):
            return possessor(head) or light_subject(head)
        if is_verbal(head) or head.pos_ == "ADJ":
            if is_passive(head) and verb.dep_ in ("xcomp", "conj"):
                return surface_subject(head)
            return subject(head, depth - 1)
    return None


def possessor(noun: Token) -> Token | None:
    """Whose it is: 'the council's plan', 'opposition from nurses', 'a call by MPs', 'nurses' opposition'."""
    owner = child(noun, "nmod:poss")
    if owner is not None:
        return owner
    for c in children(noun, "nmod", "obl"):
        if case(c) in lang.table("en", "grammar")["owner_prepositions"]:
            return c
    participle = next((c for c in children(noun, "acl") if c.tag_ == "VBN"), None)
    return agent(participle) if participle is not None else None


def light_subject(noun: Token) -> Token | None:
    """The subject of the verb that a noun is the object of: 'ministers voiced support', 'is a supporter of'."""
    if child(noun, "cop") is not None:
        return surface_subject(noun)
    if noun.dep_ in ("obj", "obl", "conj", "xcomp"):
        head = noun.head
        if noun.dep_ == "conj":
            return light_subject(head) if head.pos_ in ("NOUN", "PROPN") else None
        if is_verbal(head) and not is_passive(head):
            return subject(head)
        if is_verbal(head):
            return agent(head)
    return None


def passive_subject(verb: Token) -> Token | None:
    """What a passive verb is done to."""
    own = next((c for c in verb.children if c.dep_ in ("nsubj:pass", "csubj:pass")), None)
    if own is not None:
        return antecedent(verb) or own if is_relative(own) else own
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return verb.head
    if verb.dep_ == "xcomp" and is_passive(verb) and child(verb, "aux:pass") is None:
        return child(verb.head, "obj")
    if verb.dep_ == "conj" and is_verbal(verb.head) and child(verb, "nsubj", "csubj") is None:  # 'budgets worked well and should be kept'
        return surface_subject(verb.head)
    return None


def object_of(verb: Token) -> Token | None:
    """What a verb acts on: its object, the subject of its passive, or the noun whose relative clause it is."""
    if is_passive(verb):
        return passive_subject(verb)
    own = child(verb, "obj")
    if own is not None:
        return (antecedent(verb) or own) if is_relative(own) else own
    for c in children(verb, "ccomp"):  # 'accept a ban provided they ...', read as one clause
        if c.lower_ in lang.table("en", "grammar")["conditional_marks"] and surface_subject(c) is not None:
            return surface_subject(c)
    if verb.dep_ == "acl:relcl" and surface_subject(verb) is not None and surface_subject(verb) != antecedent(verb):
        return antecedent(verb)
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.head.i < verb.i:
        later = child(verb.head, "obj")
        if later is not None and later.i > verb.i:
            return later
    if verb.pos_ == "VERB":  # 'criticised and opposed the plan': the object hangs on the last verb
        for c in children(verb, "conj"):
            if c.pos_ == "VERB" and child(c, "obj") is not None and surface_subject(c) is None and c.i - verb.i <= 3:
                return child(c, "obj")
    return None


def tied(token: Token) -> Token | None:
    """What a hyphen ties to the front of a word that the tokenizer takes apart: 'ring' for the 'fence' of 'ring-fence'."""
    before = token.doc[max(0, token.i - 2):token.i]
    return before[0] if len(before) == 2 and before[1].text == "-" and not before[0].whitespace_ and not before[1].whitespace_ else None


def addressed(noun: Token) -> bool:
    """Whether somebody is told what to do: 'Health trusts told to stay out', 'urged ministers to act'."""
    told = lemma(noun.head) in lang.table("en", "grammar")["object_control"]
    return told and (noun.dep_ in ("nsubj:pass", "obj", "iobj") or noun.dep_ == "nsubj" and noun.head.tag_ == "VBN")


def only_might_rule(noun: Token) -> bool:
    """Whether it is a government that somebody would form: 'a Labour government'."""
    return lemma(noun) in lang.table("en", "grammar")["rulers"] and any(c.lower_ in ("a", "an") and c.i < noun.i for c in children(noun, "det"))


def gerund_beside(verb: Token) -> Token | None:
    """The gerund right behind a verb, wherever the parser hung it: 'backed the merger but opposed closing the ward'."""
    after = verb.nbor(1) if verb.pos_ == "VERB" and verb.i + 1 < verb.sent.end else None
    return after if after is not None and after.tag_ == "VBG" and after.pos_ == "VERB" else None


def negation(token: Token) -> Token | None:
    """The word that negates a predicate, its auxiliary, or its subject: not, never, no longer, nobody, hardly."""
    words = set(lang.table("en", "grammar")["negators"])
    for c in token.children:
        if c.lower_ in words and c.dep_ in ("advmod", "neg", "det", "cc", "cc:preconj", "mark", "discourse", "aux") and c.i < token.i + 1:
            return c
        if c.dep_ in ("nsubj", "nsubj:pass") and (c.lower_ in words or any(g.lower_ in words and g.dep_.split(":")[0] in ("det", "advmod", "cc") for g in c.children)):
            return c
    return None


def modals(verb: Token) -> set[str]:
    """Lemmas of its modal auxiliaries: would, should, might ..."""
    return {"will" if c.lower_ in ("'ll", "wo") else "would" if c.lower_ == "'d" else c.lower_ for c in verb.children if c.dep_ == "aux"}


def clause_root(token: Token) -> Token:
    """The predicate of the smallest clause around a token."""
    while not is_verbal(token) and token.head.i != token.i:
        token = token.head
    return token


def subtree(token: Token, *without: str) -> list[Token]:
    """The words under a token in order, branches with the labels `without` left out."""
    found, queue = [], [token]
    while queue:
        word = queue.pop()
        found.append(word)
        queue.extend(c for c in word.children if c.dep_ not in without and c.dep_.split(":")[0] not in without)
    return sorted(found, key=lambda w: w.i)


def ancestors(token: Token) -> Iterator[Token]:
    """Heads up to the root of the sentence."""
    while token.head.i != token.i:
        token = token.head
        yield token


def sentence(doc: Doc, i: int) -> tuple[int, int]:
    """Token bounds of the sentence around token i."""
    sent = doc[i].sent
    return sent.start, sent.end
