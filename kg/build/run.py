"""The build: one arrow from files to a folder of pages, statements and graph."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import kg
from kg.build import files
from kg.build.report import report
from kg.config import Config
from kg.errors import GraphError
from kg.model import Article, Attribution, Note, Skipped, Statement
from kg.readers import folder

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one article gave, before any registry was asked."""

    article: Article
    attributions: list[Attribution]
    statements: list[Statement]


@dataclass(frozen=True, slots=True)
class Result:
    statements: list[Statement]
    skipped: list[Skipped]
    notes: list[Note]
    run: dict


def read(paths: Iterable[Path]) -> tuple[list[Article], list[Skipped], list[Note]]:
    """The articles in order of their ids, what was skipped, and what needs telling."""
    items = list(folder.read(paths))
    articles = sorted((item for item in items if isinstance(item, Article)), key=lambda article: article.id)
    return articles, [i for i in items if isinstance(i, Skipped)], [i for i in items if isinstance(i, Note)]


def check_quotes(article: Article, statements: Iterable[Statement]) -> None:
    """Raises GraphError for the first statement whose quote is not the article's text at its place."""
    for statement in statements:
        if not statement.quote or article.text[statement.start:statement.end] != statement.quote:
            raise GraphError(f"{article.path or article.id}: characters {statement.start} to {statement.end} are not the quote of statement {statement.id}; "
                             "this is a defect of kg: please report it with the article")


def extract(
    articles: Sequence[Article], skipped: list[Skipped], *, fast: bool = False, stances: bool = True, progress: Progress | None = None,
) -> Iterator[Extraction]:
    """What each article gives, in order. An article that breaks the pipeline is added to `skipped` and the others go on."""
    if not articles:
        return
    from kg.pipeline import extract as extraction

    nlp = extraction.load(fast=fast)
    for number, article in enumerate(articles, 1):
        try:
            attributions, statements = extraction.extract(nlp, article, stances=stances)
        except Exception as error:  # told by name in the report: one bad article never stops a build
            skipped.append(Skipped(article.path or article.id, f"broke the extraction ({type(error).__name__}: {error}): please report it with the article"))
        else:
            check_quotes(article, statements)
            yield Extraction(article, attributions, statements)
        if progress:
            progress(number, len(articles), article.id)


def build(paths: Iterable[Path], output: Path, settings: Config, *, progress: Progress | None = None) -> Result:
    """Read, extract, link, write. Nothing in `output` changes until everything is made.

    Raises GraphError when a quote is not in its article, ConfigError for a registry that cannot be understood.
    """
    from kg.linking import link, registry, scheme
    from kg.pipeline import encoder

    known, concepts = registry.load(_maybe(settings.path("names"))), scheme.load(_maybe(settings.path("proposals")))
    articles, skipped, notes = read(paths)
    extractions = list(extract(articles, skipped, fast=settings.fast, progress=progress))
    statements = [s for e in extractions for s in e.statements]
    linked = link.link(statements, [a for e in extractions for a in e.attributions], [e.article for e in extractions],
                       registry=known, scheme=concepts, embed=encoder.embed)
    kept = [s for s in linked.statements if s.confidence >= settings.least_confidence]
    run = _run(settings, [e.article for e in extractions], kept, linked, skipped, below=len(linked.statements) - len(kept))
    with files.Staging(output) as staging:
        _write(staging, settings, [e.article for e in extractions], kept, linked, skipped, notes, run)
        staging.publish(run)
    return Result(kept, skipped, notes, run)
