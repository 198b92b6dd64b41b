"""Docs drawn by hand, so that a rule's test does not rot with the parser.

A file of tests/drawn holds one token a line, columns parted by white space: text, lemma, UPOS, head, dep. Heads count from
1 in the sentence, 0 is the root. A sixth column may give the entity tag (B-PERSON) or `glue`, no space after. An
empty line ends a sentence, `---` a paragraph, `#` begins a comment. Spaces around punctuation are worked out.
"""
from __future__ import annotations

from pathlib import Path

from spacy.lang.en import English
from spacy.tokens import Doc, Span

from kg.model import Article
from kg.pipeline.view import view

_VOCAB = English().vocab  # knows a word's lower-cased form, which a bare Vocab does not
FOLDER = Path(__file__).parent / "drawn"
_CLOSERS = {",", ".", "!", "?", ":", ";", ")", "]", "'s", "n't", "'re", "'ll", "'ve", "'d", "'m", "%"}
_OPENERS = {"(", "[", "£", "$"}


def load(name: str) -> Doc:
    """The Doc of tests/drawn/NAME.txt."""
    return draw((FOLDER / f"{name}.txt").read_text(encoding="utf-8"), name)


def draw(table: str, name: str = "drawn") -> Doc:
    """A Doc from its table, with article, view, paragraphs, heads, labels, lemmas and entities."""
    rows: list[list[str]] = []
    sentence_at, paragraph_at, glued, ents = [0], [0], set(), []
    first = 0
    heads: list[int] = []
    for line in table.splitlines():
        line = line.split("#")[0].strip() if line.lstrip().startswith("#") else line.strip()
        if not line or line == "---":
            if len(rows) > first:
                first = len(rows)
                sentence_at.append(first)
            if line and paragraph_at[-1] != len(rows):
                paragraph_at.append(len(rows))
            continue
        row = line.split()
        assert 5 <= len(row) <= 7, f"{name}: {line!r} has {len(row)} columns, not 5 to 7"
        heads.append(len(rows) if int(row[3]) == 0 else first + int(row[3]) - 1)
        if "glue" in row[5:]:
            glued.add(len(rows))
        ents.append(next((cell for cell in row[5:] if cell != "glue"), "O"))
        rows.append(row)
    words = [row[0] for row in rows]
    begins = {at for at in paragraph_at if at < len(rows)}
    spaces = _spaces(words, begins, glued)
    pieces = []
    for i, (word, space) in enumerate(zip(words, spaces)):
        pieces += ["\n\n" if i in begins and i else "", word, " " if space and i + 1 not in begins and i + 1 < len(words) else ""]
    text = "".join(pieces)
    doc = Doc(_VOCAB, words=words, spaces=spaces, heads=heads, deps=[row[4] for row in rows], pos=[row[2] for row in rows],
              lemmas=[row[1] for row in rows], ents=ents, sent_starts=[i in sentence_at for i in range(len(rows))])
    doc.user_data["article"] = Article(id=name, text=text)
    doc.user_data["view"] = view(text)
    assert doc.user_data["view"].text == doc.text, f"{name}: the drawn text does not survive the view"
    ends = [*sorted(begins)[1:], len(rows)]
    doc.spans["paragraphs"] = [Span(doc, a, b, label="paragraph") for a, b in zip(sorted(begins), ends)]
    return doc


def _spaces(words: list[str], begins: set[int], glued: set[int]) -> list[bool]:
    """Whether a space follows each word; quote marks open and close in turn, anew in every paragraph."""
    after = [True] * len(words)
    is_open: dict[str, bool] = {}
    for i, word in enumerate(words):
        if i in begins:
            is_open = {}
        if word in _CLOSERS and i and i not in begins:
            after[i - 1] = False
        if word in _OPENERS or i in glued:
            after[i] = False
        if word in ("'", '"'):
            is_open[word] = not is_open.get(word, False)
            if is_open[word]:
                after[i] = False
            elif i and i not in begins:
                after[i - 1] = False
        if i + 1 in begins:
            after[i] = True
    if after:
        after[-1] = False
    return after
