"""PolNeAR as the extractor will meet it: our view, our tokens, our quotes; labels carried over by character."""
from __future__ import annotations

import gzip
import json
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from kg.model import Article
from kg.pipeline.parse import tokens
from kg.pipeline.quotes import quote

ROLES = ("source", "cue", "content")
TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
NO_LINK = -1


def records(path: Path) -> Iterator[dict]:
    """The articles of a PolNeAR file that have text and sentences."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["sentences"]:
                yield record


def held_out(number: int) -> bool:
    """Every twentieth training article decides choices; it is never trained on."""
    return number % 20 == 7


def document(nlp: Language, text: str, name: str) -> Doc:
    """Tokens and quotes of a text, before any parse."""
    return quote(tokens(nlp, Article(id=name, text=text)))


def project(doc: Doc, spans: list[list[int]]) -> list[tuple[int, int]]:
    """Character spans of the article's text as token spans [start, end) of the Doc, empty ones left out."""
    offsets = doc.user_data["view"].offsets
    starts = [token.idx for token in doc]
    ends = [token.idx + len(token) for token in doc]
    found = []
    for a, b in spans:
        a, b = bisect_left(offsets, a), bisect_left(offsets, b)
        i, j = bisect_left(ends, a + 1), bisect_left(starts, b)
        if i < j:
            found.append((i, j))
    return found


def label(doc: Doc, attributions: list[dict]) -> tuple[np.ndarray, np.ndarray]:
    """Tag number of every token, and for tokens of a source or content the first token of their cue (or NO_LINK)."""
    tags = np.zeros(len(doc), dtype=np.int64)
    links = np.full(len(doc), NO_LINK, dtype=np.int64)
    for attribution in attributions:
        cues = project(doc, attribution["cue"])
        for number, role in enumerate(ROLES):
            for i, j in project(doc, attribution[role]):
                if tags[i:j].any():
                    continue
                tags[i:j] = 2 * number + 2
                tags[i] = 2 * number + 1
                if role != "cue" and cues:
                    links[i:j] = cues[0][0]
    return tags, links
