"""The base form of a word, by the lemmatiser where it names a word we know, else by the rules of English inflection.

A lemmatiser learnt from a treebank invents forms for verbs it has not seen ('scrapped' -> 'scrappe'); the cue tables and word
lists are the words that matter here, so a form that leads to one of them wins.
"""
from __future__ import annotations

import re
from functools import lru_cache

from spacy.tokens import Token

from kg import lang

_TABLES = ("cues/support", "cues/oppose", "cues/nouns", "cues/conditional", "cues/evaluation", "cues/consequence")


_SHORT = re.compile(r"(?:[^aeiou]+|qu)[aeiouy][^aeiouwxy]")  # a stem that would double its last letter: 'hop' gives 'hopped', so 'hoped' is of 'hope'

_VOWEL = re.compile("[aeiouy]")
_SILENT = ("c", "v", "u", "z", "at", "dg", "ang", "arg", "ens", "eas", "os", "is", "us")  # stems that take an e: 'reduc', 'sav', 'integrat'


@lru_cache
def known() -> frozenset[str]:
    """Every single word of the cue tables and word lists."""
    found: set[str] = set()
    for table in _TABLES:
        for entry in lang.table("en", table)["cue"]:
            for phrase in (*entry.get("lemmas", ()), *entry.get("words", ())):
                found.add(phrase.split()[0].split("-")[0])
    for table in ("proposals", "holders", "grammar"):
        for value in lang.table("en", table).values():
            if isinstance(value, list):
                found.update(value)
    return frozenset(found)


@lru_cache(maxsize=50_000)
def bases(word: str) -> tuple[str, ...]:
    """Possible base forms of an inflected word, likeliest first: 'scrapped' -> 'scrap', 'scrapp', 'scrappe'."""
    irregular = lang.table("en", "irregular")["verbs"].get(word)
    found = [irregular] if irregular else []
    for suffix in ("ing", "ed"):
        if word.endswith(suffix) and len(word) > len(suffix) + 2:
            stem = word[: -len(suffix)]
            if len(stem) > 2 and stem[-1] == stem[-2]:
                found.append(stem[:-1])
            found += [stem + "e"] if _SHORT.fullmatch(stem) else [stem, stem + "e"]
            if suffix == "ed" and stem.endswith("i"):
                found.append(stem[:-1] + "y")
    if word.endswith("ies") and len(word) > 4:
        found.append(word[:-3] + "y")
    if word.endswith("es") and len(word) > 3 and word[:-2].endswith(("s", "x", "z", "ch", "sh", "o")):  # not "planes" -> "plan"
        found.append(word[:-2])
    if word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        found.append(word[:-1])
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=100_000)
def _base(word: str, lemma: str, tag: str) -> str:
    vocabulary = known()
    if tag.startswith(("VB", "NN", "JJ")) or not tag:
        irregular = lang.table("en", "irregular")["verbs"].get(word)
        if irregular and tag in ("VBD", "VBN"):
            return irregular
        if (word in (f"{lemma}ed", f"{lemma}ing") or word == f"{lemma}es" and lemma[-1:] not in "sxz") and _SHORT.fullmatch(lemma):
            return f"{lemma}e"
        if lemma not in vocabulary and word in vocabulary and tag in ("VB", "VBP", "NN"):  # 'dismiss', which is no 'dismis'
            return word
        if lemma not in vocabulary and tag not in ("JJ", "JJR", "JJS", "NNP", "NNPS"):
            for form in bases(word):
                if form in vocabulary:
                    return form
        if tag == "VB" and lemma == word and word.endswith("ing") and _VOWEL.search(word[:-3]) and bases(word):  # 'opposed to sharing' read as an infinitive
            stem = word[:-3]
            return stem + "e" if stem.endswith(_SILENT) and bases(word)[0] == stem else bases(word)[0]
        if tag in ("VBD", "VBN", "VBG") and lemma == word:
            return next(iter(bases(word)), lemma)
    return lemma


def lemma(token: Token) -> str:
    """The base form in lower case."""
    return _base(token.lower_, (token.lemma_ or token.text).lower(), token.tag_)
