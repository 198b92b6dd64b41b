"""Score the shipped English pipeline on the dev treebanks, on its own words and sentences, as the CoNLL 2018 task did.

A gold word is found when a word of ours covers the same characters; everything else needs that. Each figure is an F
of right ones among gold and ours, punctuation included, in per cent.
"""
from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kg.model import Article
from kg.pipeline.parse import load, parse, source_span
from training.parser.treebank import Paragraph, Sentence, paragraphs, read

COLUMNS = ("words", "tokens", "sentences", "upos", "xpos", "feats", "lemma", "uas", "las", "las_full", "names", "PERSON", "ORG", "LOC")
NEWS = ("interview", "news", "speech")
Figures = dict[str, dict[str, float]]


def text(paragraphs: Sequence[Paragraph]) -> tuple[str, list[tuple[int, int]]]:
    """A document's text, a blank line between paragraphs, and each word's characters in it."""
    parts, spans, at = [], [], 0
    for paragraph in paragraphs:
        if parts:
            parts.append("\n\n")
            at += 2
        for sentence in paragraph:
            for word in sentence.words:
                parts.append(word.text)
                spans.append((at, at + len(word.text)))
                at += len(word.text)
                if word.space:
                    parts.append(" ")
                    at += 1
    return "".join(parts), spans


def _gold(document: Sequence[Paragraph], spans: list[tuple[int, int]], names: bool) -> dict[str, set]:
    """What there is to find: tuples that begin with the characters they stand for."""
    words = [word for paragraph in document for sentence in paragraph for word in sentence.words]
    heads, sentences, at = [], set(), 0
    for paragraph in document:
        for sentence in paragraph:
            heads += [at + word.head for word in sentence.words]
            sentences.add((spans[at][0], spans[at + len(sentence.words) - 1][1]))
            at += len(sentence.words)
    found = _items(spans, heads, [(w.upos, w.xpos, w.feats, w.lemma, "root" if w.relation == "ROOT" else w.relation) for w in words])
    if names:
        found["names"] = _names(spans, [word.ner for word in words])
    return found | {"sentences": sentences}


def _ours(doc: Doc, names: bool) -> dict[str, set]:
    spans = [tuple(source_span(doc, token.i, token.i + 1)) for token in doc]
    heads = [token.head.i for token in doc]
    rows = [(t.pos_, t.tag_, str(t.morph), t.lemma_, "root" if t.dep_ == "ROOT" else t.dep_) for t in doc]
    found = _items(spans, heads, rows)
    if names:
        found["names"] = _names(spans, [f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in doc])
    return found | {"sentences": {(spans[sent.start][0], spans[sent.end - 1][1]) for sent in doc.sents}}


def _items(spans: Sequence[tuple[int, int]], heads: Sequence[int], rows: Sequence[tuple[str, str, str, str, str]]) -> dict[str, set]:
    found: dict[str, set] = {name: set() for name in ("tokens", "upos", "xpos", "feats", "lemma", "uas", "las", "las_full")}
    for i, (span, head, (upos, xpos, feats, lemma, relation)) in enumerate(zip(spans, heads, rows)):
        where = None if head == i else spans[head]
        found["tokens"].add(span)
        found["upos"].add((span, upos))
        found["xpos"].add((span, xpos))
        found["feats"].add((span, feats))
        found["lemma"].add((span, lemma))
        found["uas"].add((span, where))
        found["las"].add((span, where, relation.split(":")[0]))
        found["las_full"].add((span, where, relation))
    return found


def _names(spans: Sequence[tuple[int, int]], labels: Sequence[str]) -> set[tuple[int, int, str]]:
    found, start = set(), 0
    for i, label in enumerate([*labels, "O"]):
        if i and labels[i - 1][0] in "BI" and label[0] != "I":
            found.add((spans[start][0], spans[i - 1][1], labels[i - 1][2:]))
        if label[0] == "B":
            start = i
    return found


class Tally:
    """Counts of gold, ours and right for each column."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()

    def add(self, gold: Mapping[str, set], ours: Mapping[str, set]) -> None:
        """Count one document."""
        for name in gold:
            self._add(name, gold[name], ours[name])
        for label in ("PERSON", "ORG", "LOC") if "names" in gold else ():
            self._add(label, {n for n in gold["names"] if n[2] == label}, {n for n in ours["names"] if n[2] == label})

    def _add(self, name: str, gold: set, ours: set) -> None:
        self.counts[name, "gold"] += len(gold)
        self.counts[name, "ours"] += len(ours)
        self.counts[name, "right"] += len(gold & ours)

    def figures(self) -> dict[str, float]:
        """F in per cent for each column that was counted, and the number of gold words."""
        rows: dict[str, float] = {"words": self.counts["tokens", "gold"]}
        for name in COLUMNS[1:]:
            if total := self.counts[name, "gold"] + self.counts[name, "ours"]:
                rows[name] = round(200 * self.counts[name, "right"] / total, 2)
        return rows


def documents(sentences: Iterable[Sentence]) -> list[list[Paragraph]]:
    """Paragraphs of each document."""
    return [list(paragraphs(rows)) for _, rows in groupby(sentences, key=lambda sentence: sentence.document)]


def score(nlp: Language, docs: Sequence[Sequence[Paragraph]], *, names: bool) -> dict[str, float]:
    """Figures of a pipeline on documents; `names` says that they hold gold entities."""
    return tally(lambda articles: parse(nlp, articles), docs, names=names)


def tally(reader: Callable[[Iterable[Article]], Iterable[Doc]], docs: Sequence[Sequence[Paragraph]], *, names: bool) -> dict[str, float]:
    """Figures of anything that turns articles into Docs."""
    texts = [text(document) for document in docs]
    counted = Tally()
    for document, (_, spans), doc in zip(docs, texts, reader([Article(str(i), t) for i, (t, _) in enumerate(texts)])):
        counted.add(_gold(document, spans, names), _ours(doc, names))
    return counted.figures()


def evaluate(data: Path, nlp: Language | None = None, *, part: str = "dev") -> Figures:
    """Figures for EWT, GUM, each genre of GUM, and GUM's news, interviews and speeches together; names only on GUM."""
    nlp = nlp or load()
    gum = documents(read(data / "gum" / f"{part}.conllu.gz", entities=True))
    ewt = documents(read(data / "ewt" / f"{part}.conllu.gz", entities=False))
    genres = sorted({document[0][0].genre for document in gum})
    rows = {"EWT": score(nlp, ewt, names=False), "GUM": score(nlp, gum, names=True)}
    rows["GUM news+interview+speech"] = score(nlp, [d for d in gum if d[0][0].genre in NEWS], names=True)
    for genre in genres:
        rows[f"GUM {genre}"] = score(nlp, [d for d in gum if d[0][0].genre == genre], names=True)
    return rows


def table(rows: Figures) -> str:
    """The figures as aligned text."""
    lines = [f"{'':27}" + "".join(f"{name:>10}" for name in COLUMNS)]
    for corpus, figures in rows.items():
        cells = "".join(f"{figures[name]:>10g}" if name in figures else f"{'-':>10}" for name in COLUMNS)
        lines.append(f"{corpus:27}{cells}")
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None) -> None:
    """Print the table for the shipped pipeline, or for another folder."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    options.add_argument("--fast", action="store_true", help="the spaCy pipeline in place of the biaffine reader")
    options.add_argument("--folder", type=Path, help="where another pair of readers lies, biaffine/ and model/; by default the shipped ones")
    options.add_argument("--part", choices=["dev", "test"], default="dev")
    given = options.parse_args(argv)
    print(table(evaluate(given.data, load(given.folder, fast=given.fast), part=given.part)))


if __name__ == "__main__":
    main()
