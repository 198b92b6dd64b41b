"""Docs from tagged words, for rules that need tags but hardly a parse: "Ann/PROPN Lee/PROPN ,/PUNCT chair/NOUN".

`|` ends a sentence, `||` a paragraph. A third part is the entity label (Leeds/PROPN/LOC), a fourth the relation to the
head of the sentence's first verb (nsubj). Plural nouns ending in s get the tag NNS, unless the tag is PROPN.
"""
from __future__ import annotations

from spacy.tokens import Doc, Span
from spacy.lang.en import English

from kg.model import Article
from kg.pipeline.view import view

_VOCAB = English().vocab
_TIGHT = {",", ".", "!", "?", ":", ";", ")", "'s", "n't"}


def tagged(text: str, date: str | None = None) -> Doc:
    """The Doc, with paragraphs, article, view and a flat parse: every word hangs on its sentence's first verb."""
    words, pos, tags, ents, deps, starts, paragraphs = [], [], [], [], [], [], [0]
    fresh = True
    for item in text.split():
        if item in ("|", "||"):
            fresh = True
            if item == "||":
                paragraphs.append(len(words))
            continue
        word, tag, *more = item.rsplit("/") if not item.startswith("/") else ("/", *item[2:].split("/"))
        words.append(word)
        pos.append(tag)
        tags.append("NNS" if tag == "NOUN" and word.endswith("s") and not word.endswith("ss") else "NN" if tag == "NOUN" else tag)
        ents.append(f"B-{more[0]}" if more and more[0] and not (ents and ents[-1].endswith(more[0])) else f"I-{more[0]}" if more and more[0] else "O")
        deps.append(more[1] if len(more) > 1 else "dep")
        starts.append(fresh)
        fresh = False
    heads = []
    bounds = [i for i, start in enumerate(starts) if start] + [len(words)]
    for a, b in zip(bounds, bounds[1:]):
        root = next((i for i in range(a, b) if pos[i] == "VERB"), next((i for i in range(a, b) if pos[i] == "NOUN"), a))
        heads += [root] * (b - a)
        deps[root] = "ROOT"
    spaces = [i + 1 < len(words) and words[i + 1] not in _TIGHT and word != "(" for i, word in enumerate(words)]
    doc = Doc(_VOCAB, words=words, spaces=spaces, pos=pos, tags=tags, lemmas=[w.lower().removesuffix("s") if p == "VERB" else w.lower() for w, p in zip(words, pos)], heads=heads, deps=deps, ents=ents)
    doc.user_data["article"] = Article("tagged", doc.text, date=date)
    doc.user_data["view"] = view(doc.text)
    ends = [*paragraphs[1:], len(words)]
    doc.spans["paragraphs"] = [Span(doc, a, b, label="paragraph") for a, b in zip(paragraphs, ends) if b > a]
    return doc


def find(doc: Doc, text: str, nth: int = 0) -> tuple[int, int]:
    """Token range of a phrase, words parted by single spaces."""
    wanted = text.split()
    hits = [(i, i + len(wanted)) for i in range(len(doc)) if [t.text for t in doc[i:i + len(wanted)]] == wanted]
    assert len(hits) > nth, f"{text!r} is not in {[t.text for t in doc]}"
    return hits[nth]


def attribute(doc: Doc, *parts: dict[str, str | tuple[str, int]]) -> Doc:
    """Writes the attributions: one dict of role -> phrase (or phrase and which of its occurrences) each."""
    spans = []
    for number, roles in enumerate(parts, 1):
        for role, phrase in roles.items():
            start, end = find(doc, *(phrase if isinstance(phrase, tuple) else (phrase,)))
            spans.append(Span(doc, start, end, label=role, span_id=number))
    doc.spans["attributions"] = spans
    return doc
