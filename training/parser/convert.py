"""PolNeAR's CoreNLP parses, UD v1, as sentences in UD v2; what cannot be told from the parse stays as it is."""
from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.parser.treebank import Sentence, Word, fold

RENAMED = {
    "dobj": "obj", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass", "neg": "advmod",
    "name": "flat", "mwe": "fixed", "root": "ROOT",
}
UPOS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "RB": "ADV", "RBR": "ADV",
    "RBS": "ADV", "CD": "NUM", "CC": "CCONJ", "DT": "DET", "PDT": "DET", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "PRON",
    "EX": "PRON", "WDT": "PRON", "WRB": "ADV", "UH": "INTJ", "POS": "PART", "TO": "PART", "RP": "ADP", "IN": "ADP", "FW": "X", "LS": "X",
    "SYM": "SYM", "$": "SYM", "#": "SYM", "ADD": "X",
}
NAMES = {"PERSON": "PERSON", "ORGANIZATION": "ORG", "LOCATION": "LOC"}
_PREDICATE = ("VB", "JJ", "RB")


def articles(path: Path) -> Iterator[dict[str, Any]]:
    """The JSON objects of a PolNeAR file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def sentences(path: Path) -> Iterator[Sentence]:
    """Every sentence of a PolNeAR file; a blank line before it means that it opens a paragraph."""
    for article in articles(path):
        text, last = article["text"], 0
        for tokens in article["sentences"]:
            opens = "\n" in text[last : tokens[0][0]] or last == 0
            yield Sentence(tuple(convert(text, tokens)), article["id"], opens)
            last = tokens[-1][1]


def convert(text: str, tokens: list[list[Any]]) -> list[Word]:
    """One sentence's tokens, [start, end, POS, NER, lemma, head or -1, relation] each, in UD v2."""
    heads = [i if token[5] < 0 else token[5] for i, token in enumerate(tokens)]
    relations = [_relation(tokens, i) for i in range(len(tokens))]
    _turn_names(tokens, heads, relations)
    _move_conjunctions(heads, relations)
    words = []
    for i, (start, end, tag, _, lemma, _, _) in enumerate(tokens):
        space = i + 1 == len(tokens) or tokens[i + 1][0] > end
        words.append(Word(fold(text[start:end]), fold(lemma), _upos(tokens, relations, i), tag, "", heads[i], relations[i], space, _ner(tokens, i)))
    return words


def _relation(tokens: list[list[Any]], i: int) -> str:
    relation, head = tokens[i][6], tokens[i][5]
    if relation in RENAMED:
        return RENAMED[relation]
    verbal = head >= 0 and tokens[head][2].startswith(_PREDICATE) or any(t[5] == head and t[6] == "cop" for t in tokens)
    if relation in ("nmod:tmod", "nmod:npmod"):
        return "obl:unmarked" if verbal else "nmod:unmarked"
    if relation == "nmod" and verbal:
        agent = any(t[5] == i and t[6] == "case" and t[4] == "by" for t in tokens) and any(t[5] == head and t[6] == "auxpass" for t in tokens)
        return "obl:agent" if agent else "obl"
    return relation


def _turn_names(tokens: list[list[Any]], heads: list[int], relations: list[str]) -> None:
    """A person's name hangs on its first word in UD v2, on its last in CoreNLP."""
    for last, token in enumerate(tokens):
        if token[3] != "PERSON" or not token[2].startswith("NNP"):
            continue
        first = last
        while first and tokens[first - 1][3] == "PERSON" and heads[first - 1] == last and relations[first - 1] == "compound":
            first -= 1
        if first == last:
            continue
        root = heads[last] == last
        outer, relation = heads[last], relations[last]
        for i in range(len(tokens)):
            if heads[i] == last and not first <= i <= last:
                heads[i] = first
        heads[first], relations[first] = (first if root else outer), relation
        for i in range(first + 1, last + 1):
            heads[i], relations[i] = first, "flat"


def _move_conjunctions(heads: list[int], relations: list[str]) -> None:
    """A conjunction, and a comma between conjuncts, hangs on the conjunct that follows."""
    for i, relation in enumerate(relations):
        if relation in ("cc", "punct"):
            after = [j for j in range(i + 1, len(heads)) if heads[j] == heads[i] and relations[j] == "conj" and j != heads[i]]
            if after and heads[i] < i:
                heads[i] = after[0]


def _upos(tokens: list[list[Any]], relations: list[str], i: int) -> str:
    tag, lemma = tokens[i][2], tokens[i][4]
    if tag.startswith("VB") or tag == "MD":
        return "AUX" if tag == "MD" or relations[i] in ("aux", "aux:pass", "cop") else "VERB"
    if tag == "TO":
        return "ADP" if relations[i] == "case" else "PART"
    if tag == "IN":
        return "SCONJ" if relations[i] == "mark" else "ADP"
    if tag == "DT" and relations[i] != "det":
        return "PRON"
    if tag == "WDT" and relations[i] == "det":
        return "DET"
    if lemma == "not":
        return "PART"
    return UPOS.get(tag, "PUNCT")


def _ner(tokens: list[list[Any]], i: int) -> str:
    label = NAMES.get(tokens[i][3])
    if not label:
        return "O"
    return f"I-{label}" if i and tokens[i - 1][3] == tokens[i][3] else f"B-{label}"
