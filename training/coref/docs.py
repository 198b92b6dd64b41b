"""Gold treebanks and PolNeAR records as Docs, in the form that the pipeline's components read."""
from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.tokens import Doc
from spacy.tokens import Span as Stretch

from kg.model import Article
from kg.pipeline.view import view

NLP = spacy.blank("en")
_UPOS = {"NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "IN": "ADP", "TO": "PART",
         "DT": "DET", "PDT": "DET", "WDT": "DET", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "PRON", "EX": "PRON", "CC": "CCONJ", "CD": "NUM", "MD": "AUX", "UH": "INTJ", "POS": "PART", "RP": "ADP", "WRB": "ADV"}
_V2 = {"dobj": "obj", "nsubjpass": "nsubj:pass", "auxpass": "aux:pass", "neg": "advmod", "name": "flat", "mwe": "fixed"}


def _finish(doc: Doc, name: str, paragraphs: list[int], date: str | None = None) -> Doc:
    bounds = [*paragraphs, len(doc)]
    doc.spans["paragraphs"] = [Stretch(doc, a, b, label="paragraph") for a, b in zip(bounds, bounds[1:]) if b > a]
    doc.user_data["article"] = Article(name, doc.text, date=date)
    doc.user_data["view"] = view(doc.text)
    return doc


def gum(path: Path) -> Iterator[tuple[str, Doc, list[tuple[int, int, str, str]]]]:
    """Document name, its Doc with the gold parse, and its mentions: (start, end, entity id, type), ends exclusive."""
    text = gzip.open(path, "rt", encoding="utf-8").read() if path.suffix == ".gz" else path.read_text(encoding="utf-8")
    for block in re.split(r"(?m)^# newdoc id = ", text)[1:]:
        name = block.split("\n", 1)[0].strip()
        words, spaces, tags, pos, lemmas, heads, deps, starts, mentions, paragraphs = [], [], [], [], [], [], [], [], [], []
        open_: dict[str, list[tuple[int, str]]] = {}
        base = 0
        for line in block.split("\n"):
            if line.startswith("# newpar") and not line.startswith("# newpar_block"):
                paragraphs.append(len(words))
            if not line.strip():
                base = len(words)
                continue
            cells = line.split("\t")
            if len(cells) != 10 or not cells[0].isdigit():
                continue
            i = len(words)
            words.append(cells[1])
            spaces.append("SpaceAfter=No" not in cells[9])
            tags.append(cells[4])
            pos.append(cells[3])
            lemmas.append(cells[2])
            heads.append(base + int(cells[6]) - 1 if cells[6] != "0" else i)
            deps.append("ROOT" if cells[6] == "0" else cells[7])
            starts.append(cells[0] == "1")
            found = re.search(r"(?:^|\|)Entity=([^|]*)", cells[9])
            for part in re.findall(r"\([^()]*\)?|[^()]+\)", found.group(1)) if found else []:
                key = re.match(r"\(?([^-()]+)", part).group(1)
                kind = (part.strip("()").split("-") + ["", ""])[1]
                if part.startswith("(") and part.endswith(")"):
                    mentions.append((i, i + 1, key, kind))
                elif part.startswith("("):
                    open_.setdefault(key, []).append((i, kind))
                elif open_.get(key):
                    start, kind = open_[key].pop()
                    mentions.append((start, i + 1, key, kind))
        doc = Doc(NLP.vocab, words=words, spaces=spaces, tags=tags, pos=pos, lemmas=lemmas, heads=heads, deps=deps, sent_starts=None)
        yield name, _finish(doc, name, sorted({0, *paragraphs})), sorted(mentions)


def polnear(path: Path) -> Iterator[tuple[dict, Doc]]:
    """Record and its Doc with the record's automatic parse, as UD v2 in the main."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            tokens = [(token, s) for s, sentence in enumerate(record["sentences"]) for token in sentence]
            if not tokens:
                continue
            text = record["text"]
            words, spaces, tags, pos, lemmas, heads, deps, ents, breaks = [], [], [], [], [], [], [], [], [0]
            base = 0
            for n, ((a, b, tag, ner, lemma, head, relation), s) in enumerate(tokens):
                if n and tokens[n - 1][1] != s:
                    base = n
                words.append(text[a:b].replace("\u2019", "'").replace("\u201c", '"').replace("\u201d", '"').replace("\u2018", "'").replace("''", '"').replace("``", '"') or "?")
                after = tokens[n + 1][0][0] if n + 1 < len(tokens) else b
                spaces.append(after > b)
                if "\n" in text[b:after] and tokens[n + 1][1] != s:
                    breaks.append(n + 1)
                tags.append(tag)
                pos.append(_UPOS.get(tag, "VERB" if tag.startswith("V") else "PUNCT" if not tag[0].isalpha() or tag in ("LS", "SYM", "-LRB-") else "X"))
                if relation in ("aux", "auxpass", "cop") and pos[-1] == "VERB":
                    pos[-1] = "AUX"
                lemmas.append(lemma or text[a:b])
                heads.append(base + head if head is not None and head >= 0 else n)
                deps.append("ROOT" if head is None or head < 0 else _V2.get(relation, relation))
                label = {"PERSON": "PERSON", "ORGANIZATION": "ORG", "LOCATION": "GPE"}.get(ner)
                before = ents[-1] if ents else "O"
                ents.append("O" if not label else f"I-{label}" if before[2:] == label and n and tokens[n - 1][1] == s else f"B-{label}")
            try:
                doc = Doc(NLP.vocab, words=words, spaces=spaces, tags=tags, pos=pos, lemmas=lemmas, heads=heads, deps=deps, ents=ents)
            except ValueError:
                continue
            record["offsets"] = [(t[0], t[1]) for t, _ in tokens]
            yield record, _finish(doc, record["id"], breaks)
