"""The same article in another house style: British single marks, straight marks, the comma outside, "says" for "said".

PolNeAR is American and double-quoted; a style is made by editing the text and carrying the labels along.
"""
from __future__ import annotations

import random
import re

from kg.pipeline.quotes import stretches
from kg.pipeline.view import view

Edit = tuple[int, int, str]  # source characters [start, end) become this text


def apply(text: str, edits: list[Edit], attributions: list[list[dict]]) -> tuple[str, list[list[dict]]]:
    """The edited text and the annotations moved with it. Edits must not overlap."""
    parts, at, ends = [], 0, []  # ends: (source offset, shift from there on)
    shift = 0
    for start, end, new in sorted(edits):
        parts += [text[at:start], new]
        at = end
        shift += len(new) - (end - start)
        ends.append((end, shift))
    parts.append(text[at:])

    def move(offset: int) -> int:
        moved = offset
        for end, by in ends:
            if end > offset:
                break
            moved = offset + by
        return moved

    readings = [[{role: [[move(a), move(b)] for a, b in spans] for role, spans in one.items()} for one in reading]
                for reading in attributions]
    return "".join(parts), readings


def restyle(text: str, attributions: list[list[dict]], seed: int, british: bool) -> tuple[str, list[list[dict]]]:
    """A variant of the text with the annotations of every reading, drawn with a fixed seed."""
    draw = random.Random(seed)
    curly, outside, present = draw.random() < 0.5, draw.random() < 0.5, draw.random() < 0.25
    dropped = 0.0 if draw.random() < 0.7 else 0.15
    seen = view(text)
    opening, closing = ("\u2018\u2019" if british else "\u201c\u201d") if curly else ("''" if british else '""')
    edits: list[Edit] = []
    swaps: list[int] = []
    for start, end, closed, kind in stretches(seen, text):
        inner = seen.text[start + 1:end - 1]
        if kind != '"' or british and re.search(r"(?<!\w)'|'(?!\w)", inner):
            continue
        width = 2 if seen.text[start:start + 2] == "''" else 1
        if seen.text[start] in "'\"":
            a = seen.offsets[start]
            edits.append((a, a + width, opening))
        if closed:
            width = 2 if seen.text[end - 2:end] == "''" else 1
            a = seen.offsets[end - width]
            if draw.random() < dropped:
                edits.append((a, a + width, ""))
            elif outside and british and text[a - 1] == ",":
                edits.append((a - 1, a + width, closing + ","))
                swaps.append(a + width)
            else:
                edits.append((a, a + width, closing))
    if present:
        edits += [(m.start(), m.end(), "says") for m in re.finditer(r"\bsaid\b", text)]
    kept, last = [], 0
    for edit in sorted(edits):
        if edit[0] >= last:
            kept.append(edit)
            last = edit[1]
    if swaps:  # a content that ended after mark and comma ends before the comma now
        ends = set(swaps)
        attributions = [[{role: [[a, b] for a, b in spans] for role, spans in one.items() if role in ("source", "cue", "content")}
                         for one in reading] for reading in attributions]
        new, moved = apply(text, kept, attributions)
        for old_reading, reading in zip(attributions, moved):
            for old, one in zip(old_reading, reading):
                one["content"] = [[a, b - 1 if ob in ends and new[b - 1] == "," else b]
                                  for (a, b), (_, ob) in zip(one["content"], old["content"])]
        return new, moved
    return apply(text, kept, [[{r: one[r] for r in ("source", "cue", "content")} for one in reading] for reading in attributions])
