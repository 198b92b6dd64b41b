"""Which branches a long label does without: those whose words the article does not come back to.

Reads the parse. Writes user_data['recurrence'] and user_data['in short'], label -> the shorter one.
"""
from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc, Token

from kg import lang
from kg.pipeline.syntax import ancestors, case, children, has_to, is_relative, subtree
from kg.pipeline.wording import stems

_ENOUGH = 5  # content words that a label needs at most
_LEAST = 3  # and at least
_BRANCHES = frozenset(("obl", "nmod", "acl", "advcl", "conj"))


def recurrence(doc: Doc) -> Counter[str]:
    """How often each stem stands in the text and its headline."""
    found = doc.user_data.get("recurrence")
    if found is None:
        title = getattr(doc.user_data.get("article"), "title", None) or ""
        found = Counter(s for text in (*(token.text for token in doc), *title.split()) for s in stems(text))
        doc.user_data["recurrence"] = found
    return found


def _size(tokens: list[Token]) -> int:
    return len(stems("".join(token.text_with_ws for token in tokens)))


def _needed(token: Token) -> bool:
    """Whether the label says less, or something else, without this branch: 'closure of the ward', 'no training except on a degree course'."""
    return any(fixed(word) for word in (token, *ancestors(token))) or token.dep_ in ("obl:agent", "nmod:poss") or token.dep_ == "conj" and token.pos_ != "VERB" or token.dep_ in ("advcl", "acl") and has_to(token) or bool(set(case(token).split()) & set(lang.table("en", "proposals")["limiting"]))


def fixed(clause: Token) -> bool:
    """Whether a relative clause says which is meant, by a preposition: 'the age at which they retire'."""
    return clause.dep_ == "acl:relcl" and any(is_relative(c) and case(c) in lang.table("en", "proposals")["fixing"] for c in children(clause, "obl"))


def spared(tokens: list[Token], head: Token) -> list[Token]:
    """The tokens of a label, in order, without the branches it can best spare while it is long."""
    often = recurrence(head.doc)
    while _size(tokens) > _ENOUGH:
        kept = {token.i for token in tokens}
        best: tuple[float, int, list[Token]] | None = None
        for token in tokens:
            if token == head or token.dep_.split(":")[0] not in _BRANCHES or _needed(token):
                continue
            gone = {t.i for t in subtree(token)}
            rest = [t for t in tokens if t.i not in gone]
            if head not in rest or _size(rest) < _LEAST:
                continue
            words = [often[s] - 1 for i in sorted(gone & kept) for s in stems(head.doc[i].text)]
            value = (max(words, default=0), -token.i)
            if best is None or value < best[:2]:
                best = (*value, rest)
        if best is None:
            break
        tokens = best[2]
    return tokens


def shorter(doc: Doc, label: str, short: str) -> str:
    """The label, whose shorter form is kept for `in_short`."""
    if short != label:
        doc.user_data.setdefault("in short", {})[label] = short
    return label


def in_short(doc: Doc, label: str) -> str:
    """The label as a person would write it, without what it can spare."""
    return doc.user_data.get("in short", {}).get(label, label)
