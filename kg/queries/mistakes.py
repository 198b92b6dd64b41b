"""What is wrong with a query and where, in words: the parsers name every letter that could have stood there."""
from __future__ import annotations

import re

import pyoxigraph as ox

from kg.vocab import PREFIXES

_AT = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
_SENTENCE = re.compile(r"[A-Za-z][\w*]*(?: [\w*]+)+")  # among the quoted signs, what is told in words
_SKIP = re.compile(r"""#[^\n]*|<[^<>"{}|^`\\\x00-\x20]*>|"{3}.*?"{3}|'{3}.*?'{3}|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'""", re.DOTALL)
_DECLARED = re.compile(r"\bPREFIX\s+([\w-]*):", re.IGNORECASE)
_USED = re.compile(r"(?<![\w?$:-])((?!_:)[\w-]*):(?!\s*<)")
_UPDATE = re.compile(r"\s*(?:(?:PREFIX\s+\S*|BASE)\s*)*(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b", re.IGNORECASE)


def bare(text: str) -> str:
    """The query with spaces for its comments, IRIs and strings; each sign stays where it is."""
    return _SKIP.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def explain(text: str, error: Exception | None = None) -> str | None:
    """One line on what `error`, else pyoxigraph, finds wrong with the query; None where nothing is."""
    if error is None:
        try:
            ox.Store().query(text)
        except (SyntaxError, ValueError) as found:
            error = found
        else:
            return None
    told = _AT.match(str(error))
    if told is None:
        return str(error)
    line, column, reason = _undeclared(text) or (int(told[1]), int(told[2]), _reason(text, told[3]))
    shown = text.split("\n")[line - 1 : line] or [""]
    return f"line {line}, column {column}: {shown[0].strip()[:80]!r} ({reason})"


def _undeclared(text: str) -> tuple[int, int, str] | None:
    """Place and reason of the first prefix that is used and not declared."""
    signs = bare(text)
    declared = set(_DECLARED.findall(signs))
    for found in _USED.finditer(_DECLARED.sub(lambda name: " " * len(name[0]), signs)):
        name = found[1]
        if name not in declared:
            start = signs.rfind("\n", 0, found.start()) + 1
            known = f"PREFIX {name}: <{PREFIXES.get(name, '...')}>"
            return signs.count("\n", 0, start) + 1, found.start() - start + 1, f"the prefix {name}: is not declared: begin with {known}"
    return None


def _reason(text: str, expected: str) -> str:
    if not text.strip():
        return "the query is empty"
    if _UPDATE.match(bare(text)):
        return "an update is not taken: ask by SELECT, ASK, CONSTRUCT or DESCRIBE"
    return "; ".join(_SENTENCE.findall(expected)) or "the query cannot be read from here on"
