"""The text as the parser wants it, with a way back: unwrapped lines, folded quote marks, paragraphs, no dateline, no shouted first words.

The article's own text is never changed. A view holds one source offset for each of its characters, so that every
span found in it can be named in the source.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kg import lang
from kg.model import Span
from kg.pipeline.mojibake import mend
from kg.pipeline.opening import dateline, lowered

# What the parser's training data spells with plain marks.
_FOLD = str.maketrans({"\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u00ab": '"', "\u00bb": '"', "\u2018": "'",
                       "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u00b4": "'", "\u2032": "'", "\u2033": '"', "`": "'"})
_BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_MAX_RUN = 100  # characters of an unbroken run of marks: the tokenizer takes time quadratic in its length
_MAX_WORD = 500
_OPENING = 3  # paragraphs in which a report may begin: title and byline may come first
_RUN = re.compile(rf"[^\w\s]{{{_MAX_RUN}}}|\S{{{_MAX_WORD}}}")


@lru_cache
def _boilerplate() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in lang.table("en", "boilerplate")["patterns"]), re.I | re.S)


class Paragraph(NamedTuple):
    """Characters of the view, start inclusive, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class View:
    """`text[i]` stands at `offsets[i]` of the article's text. Paragraphs are parted by one space."""

    text: str
    offsets: tuple[int, ...]
    paragraphs: tuple[Paragraph, ...]

    def source(self, start: int, end: int) -> Span:
        """Characters of the article's text that the view's characters [start, end) stand for."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"[{start}, {end}) is no stretch of a view of {len(self.text)} characters")
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


def _one_line_paragraphs(block: str) -> bool:
    """Whether each line of a block without blank lines is a paragraph of its own, rather than hard-wrapped text."""
    lines = [line.strip() for line in block.split("\n") if line.strip()]
    if len(lines) < 2:
        return False
    broken = sum(1 for this, that in zip(lines, lines[1:]) if that[0].islower() or this[-1] in ",;" or this[-1].isalnum() and len(this) > 45)
    if broken > 0.25 * (len(lines) - 1):
        return False
    return True


def _paragraph_spans(text: str) -> list[tuple[int, int]]:
    """Source offsets of the paragraphs, white space at both ends left out."""
    blocks, start = [], 0
    for gap in _BLANK.finditer(text):
        blocks.append((start, gap.start()))
        start = gap.end()
    blocks.append((start, len(text)))
    spans = []
    for start, end in blocks:
        if _one_line_paragraphs(text[start:end]):
            for line in re.finditer(r"[^\n]+", text[start:end]):
                spans.append((start + line.start(), start + line.end()))
        else:
            spans.append((start, end))
    trimmed = []
    for start, end in spans:
        while start < end and (text[start].isspace() or text[start] == "\ufeff"):
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end and not (end - start < 300 and _boilerplate().fullmatch(text, start, end)):
            trimmed.append((start, end))
    return trimmed


def view(text: str) -> View:
    """The view of an article's text. Any string is accepted; an empty one gives an empty view."""
    characters: list[str] = []
    offsets: list[int] = []
    paragraphs: list[Paragraph] = []
    for number, (start, end) in enumerate(_paragraph_spans(text)):
        small: frozenset[int] = frozenset()
        if number < _OPENING:
            start = dateline(text, start, end)
            small = lowered(text, start, end)
        if characters:
            characters.append(" ")
            offsets.append(start)
        first = len(characters)
        breaks = {start + match.end() for match in _RUN.finditer(text[start:end])}
        space = False
        mended = mend(text[start:end])
        for i in range(start, end):
            character = mended.get(i - start, text[i])
            if character == "" or character.isspace() or character in "\u200b\u200c\u200d\ufeff\u00ad":
                if character.isspace() and not space:
                    characters.append(" ")
                    offsets.append(i)
                    space = True
                continue
            if i in breaks and not space:
                characters.append(" ")
                offsets.append(i)
            space = False
            character = character.lower() if i in small and len(character.lower()) == 1 else character
            characters.append("\ufffd" if 0xD800 <= ord(character) <= 0xDFFF else character)
            offsets.append(i)
        paragraphs.append(Paragraph(first, len(characters)))
    return View("".join(characters).translate(_FOLD), tuple(offsets), tuple(paragraphs))
