"""Words that are not put forward as so: questions, questions told of, points conceded, views given up.

Reads the parse.
"""
from __future__ import annotations

from spacy.tokens import Token

from kg import lang
from kg.pipeline.syntax import ancestors, children, has_to, lemma, negation


def question(token: Token) -> bool:
    """Whether a word stands in a sentence that ends in a question mark."""
    return token.sent[-1].text == "?" or len(token.sent) > 1 and token.sent[-2].text == "?"


def asked(token: Token) -> bool:
    """Whether a word stands in a question that is put or answered: 'questioned how he would be helped'."""
    table = lang.table("en", "grammar")
    if token.dep_ in ("ccomp", "advcl") and any(c.i < token.i and c.lower_ == "how" for c in token.children) and token.tag_ != "VBG" or token.dep_.endswith("relcl") and token.head.lower_ == "how":
        return True  # 'must set out how it intends to close it'
    put = [word for word in (token, *ancestors(token)) if word.head.i != word.i and (lemma(word.head) in table["asking"] or lemma(word.head) == "know" and has_to(word.head))]  # 'wants to know what it will cost'
    return any(word.lower_ in table["askers"] or word.dep_ in ("ccomp", "advcl", "xcomp") and any(c.i < word.i and c.lower_ in table["askers"] for c in word.children) for word in put)


def granted(token: Token) -> bool:
    """Whether a word stands in what somebody only concedes: 'conceded that the closure was unpopular'."""
    return any(word.dep_ == "ccomp" and lemma(word.head) in lang.table("en", "grammar")["granting"] for word in (token, *ancestors(token)))


def given_up(token: Token) -> bool:
    """Whether a word tells of what somebody has since given up: 'had been sceptical but was now a convert'."""
    table = lang.table("en", "grammar")
    if any(c.lower_ in table["bygone"] for c in children(token, "amod")):  # 'a former critic of the plan'
        return True
    if not any(c.lower_ in table["pluperfect"] for word in (token, token.head) for c in word.children if c.dep_ == "aux"):
        return False
    later = [t.lower_ for t in token.doc[token.i:token.sent.end]]
    if any(word.dep_ == "acl:relcl" for word in (token, token.head)):  # 'Ann Lee, who had threatened to resign, said she would now'
        return any(word in table["nowadays"] for word in later)
    return "but" in later and any(word in table["nowadays"] for word in later[later.index("but"):])


def no_reason(token: Token) -> bool:
    """Whether a word stands in what there is no reason for: 'there is no reason it should not work here'."""
    return any(word.dep_.startswith("acl") and lemma(word.head) == "reason" and any(c.lower_ in ("no", "little") for c in word.head.children if c.dep_ == "det" or c.dep_ == "amod") for word in (token, *ancestors(token)))


def pointless(token: Token) -> bool:
    """Whether a word stands in what is said to be no use: 'it was no use waiting for them to volunteer'."""
    table = lang.table("en", "grammar")
    gerunds = [word for word in (token, *ancestors(token)) if word.tag_ == "VBG"]
    return any(" ".join(t.lower_ for t in word.doc[max(0, word.i - 2):word.i]) in table["no_use"] for word in gerunds)


def excluded(token: Token) -> bool:
    """Whether a word only says which ones are left out: 'schemes that do not have the support of doctors'."""
    return any(word.dep_ == "acl:relcl" and negation(word) is not None and word.doc[word.left_edge.i].lower_ in ("that", "which", "who") and word.doc[word.left_edge.i - 1].text != "," and word.head.tag_ == "NNS" and not any(c.lower_ in ("the", "these", "those") for c in children(word.head, "det")) for word in (token, *ancestors(token)))


def only_if(verb: Token, against: bool) -> bool:
    """Whether a verb tells of what may come: 'unless ministers drop the plan', 'before asking people to pay'; of what is `against` a plan, 'if peers reject it', too."""
    marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "case", "advmod") and c.i < verb.i}
    excepted = any(c.lower_ == "where" and c.i > verb.sent.start and c.nbor(-1).lower_ == "except" for c in verb.children)
    return verb.dep_ == "advcl" and (bool(marks & {"unless", "until"}) or against and "if" in marks or "before" in marks and verb.tag_ == "VBG") or excepted


def unasserted(token: Token, argued: bool) -> bool:
    """Whether a cue is no sign of a side where it stands; one that only argues (`argued`) is none in a point conceded either."""
    return question(token) or no_reason(token) or asked(token) or given_up(token) or excluded(token) or pointless(token) or argued and granted(token)
