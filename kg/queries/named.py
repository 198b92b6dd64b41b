"""The named questions: reading a .rq file's head, and binding its parameters without formatting any text of the user's into the query.

A file starts with comment lines `# title:`, `# question:` and `# param NAME (KIND): meaning`, and is a whole query that any
SPARQL engine runs: a parameter is a VALUES block that holds its default, or UNDEF where it has none.
"""
from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from pathlib import Path

from kg.errors import UsageError
from kg.queries.lookup import find
from kg.vocab import BASE

FOLDER = Path(__file__).parent
_HEAD = re.compile(r"# (title|question): (.+)")
_PARAM = re.compile(r"# param (\w+) \((proposal|actor|day|number)\): (.+)")
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_NUMBER = re.compile(r"\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: proposal and actor are asked for by name or id."""

    name: str
    kind: str
    meaning: str
    default: str | None


@dataclass(frozen=True, slots=True)
class Question:
    """One named question; `text` runs as it is."""

    name: str
    title: str
    question: str
    parameters: tuple[Parameter, ...]
    text: str


def names(*folders: Path) -> list[str]:
    """The names of all questions, sorted; further folders are the user's."""
    return sorted({path.stem for folder in (FOLDER, *folders) for path in folder.glob("*.rq")})


def question(name: str, *folders: Path) -> Question:
    """The question of that name; a user's folder goes before the built-in one.

    Raises UsageError naming the nearest one.
    """
    for folder in (*folders, FOLDER):
        if (folder / f"{name}.rq").is_file() and name == Path(name).name:
            return parse(name, (folder / f"{name}.rq").read_text(encoding="utf-8-sig"))
    near = difflib.get_close_matches(name, names(*folders), n=1)
    hint = f"; did you mean {near[0]!r}?" if near else "."
    raise UsageError(f"no question named {name!r}{hint} 'kg query' lists them")


def parse(name: str, text: str) -> Question:
    """A question from the text of its file; a file without a head has its name as title and no parameters."""
    head = dict(match.groups() for line in text.split("\n") if (match := _HEAD.fullmatch(line.rstrip())))
    parameters = tuple(
        Parameter(match[1], match[2], match[3], _default(text, match[1], name))
        for line in text.split("\n") if (match := _PARAM.fullmatch(line.rstrip())))
    return Question(name, head.get("title", name), head.get("question", ""), parameters, text)


def _block(name: str) -> re.Pattern[str]:
    return re.compile(rf"VALUES \?{name} \{{ ([^{{}}]*) \}}")


def _default(text: str, parameter: str, name: str) -> str | None:
    found = _block(parameter).search(text)
    if found is None:
        raise UsageError(f"{name}.rq: the parameter {parameter} has no block 'VALUES ?{parameter} {{ ... }}'; add one with its default or UNDEF")
    value = found[1].strip()
    return None if value == "UNDEF" else value.strip('"<>').removeprefix(f"{BASE}id/proposal/")


def bind(asked: Question, values: dict[str, str], source, base: str = BASE) -> str:
    """The query's text with the parameters' values in their VALUES blocks; a block without a value is left out.

    What goes in is an IRI that the graph holds, a day or a number: never words of the user's.
    Raises UsageError on an unknown parameter and on a value that the graph or the kind does not know.
    """
    known = {parameter.name: parameter for parameter in asked.parameters}
    for name in values:
        if name not in known:
            raise UsageError(f"the question {asked.name!r} has no parameter {name!r}; it has: {', '.join(known) or 'none'}")
    text = asked.text
    for parameter in asked.parameters:
        block = _block(parameter.name)
        if parameter.name in values:
            term = _term(parameter, values[parameter.name], source)
            text = block.sub(lambda _, name=parameter.name, term=term: f"VALUES ?{name} {{ {term} }}", text)
        elif parameter.default is None:
            text = block.sub("", text)
    return text.replace(f"<{BASE}id/", f"<{base}id/") if base != BASE else text


def _term(parameter: Parameter, value: str, source) -> str:
    if parameter.kind == "day":
        if not _DAY.fullmatch(value):
            raise UsageError(f"{parameter.name}={value!r} is no day: write 2005-10-21, 2005-10 or 2005")
        return f'"{value}{"-12-31"[len(value) - 4:] if len(value) < 10 else ""}"'
    if parameter.kind == "number":
        if not _NUMBER.fullmatch(value):
            raise UsageError(f"{parameter.name}={value!r} is no number: write digits, as in 3 or 0.5")
        return value
    return f"<{find(source, parameter.kind, value)}>"
