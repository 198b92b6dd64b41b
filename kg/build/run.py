"""The build: one arrow from files to a folder of pages, statements and graph."""
from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rdflib import Graph

import kg
from kg import plugins, resources
from kg.build import files, versions
from kg.build.report import report
from kg.config import Config
from kg.errors import ConfigError, GraphError
from kg.model import Article, Attribution, Note, Skipped, Stance, Statement
from kg.readers import folder
from kg.review import decisions
from kg.review import proposals as review

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


def read(paths: Iterable[Path | str]) -> tuple[list[Article], list[Skipped], list[Note]]:
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
    from kg.pipeline import parse

    nlp = parse.load(fast=fast)
    for number, article in enumerate(articles, 1):
        try:
            attributions, statements = extraction.extract(nlp, article, fast=fast, stances=stances)
        except Exception as error:  # told by name in the report: one bad article never stops a build
            skipped.append(Skipped(article.path or article.id, f"broke the extraction ({type(error).__name__}: {error}): please report it with the article"))
        else:
            check_quotes(article, statements)
            yield Extraction(article, attributions, statements)
        if progress:
            progress(number, len(articles), article.id)


def build(paths: Iterable[Path | str], output: Path | str, settings: Config, *, progress: Progress | None = None) -> Result:
    """Read, extract, link, write. Nothing in `output` changes until everything is made, nor when there is no article.

    Raises GraphError when a quote is not in its article, ConfigError for a registry that cannot be understood.
    """
    from kg.linking import link, registry, scheme
    from kg.pipeline import encoder

    known, concepts = registry.load(*_maybe(settings.path("names"))), scheme.load(*_maybe(settings.path("proposals")))
    judged = decisions.read(settings.path("decisions"))
    articles, skipped, notes = read(paths)
    extractions = list(extract(articles, skipped, fast=settings.fast, progress=progress))
    statements = [s for e in extractions for s in e.statements]
    linked = link.link(statements, [a for e in extractions for a in e.attributions], [e.article for e in extractions],
                       registry=known, scheme=concepts, embed=encoder.embed)
    decided = review.apply(linked.statements, linked.proposals, judged, concepts.concepts)
    linked = replace(linked, statements=decided.statements, proposals=decided.proposals)
    kept = [s for s in linked.statements if s.confidence >= settings.least_confidence]
    run = _run(settings, [e.article for e in extractions], kept, linked, skipped, below=len(linked.statements) - len(kept))
    if judged:
        run["decisions"] = versions.decided(settings.path("decisions"), decided)
    if not extractions:
        return Result(kept, skipped, notes, run)
    with files.Staging(Path(output)) as staging:
        _write(staging, settings, [e.article for e in extractions], kept, linked, decided, skipped, notes, run)
        staging.publish(run)
    return Result(kept, skipped, notes, run)


def _maybe(path: Path) -> tuple[Path, ...]:
    return (path,) if path.is_file() else ()


def _run(settings: Config, articles: Sequence[Article], statements: Sequence[Statement], linked, skipped: Sequence[Skipped], *, below: int) -> dict:
    """run.json but for the hashes of the files: what went in, what it was made with, and counts that add up."""
    stances = Counter(str(s.stance) for s in statements)
    spoken = sum(a.speaker is not None for a in linked.attributions)
    backed = {(s.article, s.start, s.end) for s in statements}
    counts = {
        "articles": len(articles), "skipped": len(skipped), "articles_with_statements": len({s.article for s in statements}),
        "attributions": len(linked.attributions), "attributions_with_speaker": spoken, "statements": len(statements), "passages": len(backed),
        "statements_below_confidence": below, "speakers": len({s.speaker_id or s.speaker for s in statements}),
        "organisations": len({s.organisation_id or s.organisation for s in statements if s.organisation}),
        "proposals": len({s.proposal or s.proposal_text for s in statements}), "names_to_review": len(linked.candidates),
        **{f"statements_{stance}": stances[stance] for stance in sorted(str(s) for s in Stance)},
    }
    return {
        "software": {"name": "stance-kg", "version": kg.__version__}, "language": versions.language(), "registries": versions.registries(),
        "settings": {"base": settings.base, "lead": settings.lead, "fast": settings.fast, "least_confidence": settings.least_confidence},
        "articles": {a.id: {"path": a.path, "sha256": a.sha256, "title": a.title, "publisher": a.publisher, "date": a.date, "url": a.url} for a in articles},
        "skipped": [{"path": s.path, "reason": s.reason} for s in skipped], "counts": counts,
    }


def _left_out(run: dict) -> dict[str, int]:
    """What the pages say was left out, in words."""
    counts = run["counts"]
    told = {
        "files that could not be read": counts["skipped"],
        "utterances whose speaker is not known": counts["attributions"] - counts["attributions_with_speaker"],
        "articles without a statement": counts["articles"] - counts["articles_with_statements"],
        "statements below the confidence asked for": counts["statements_below_confidence"],
    }
    return {words: number for words, number in told.items() if number}


def _write(staging: files.Staging, settings: Config, articles: Sequence[Article], statements: Sequence[Statement], linked, decided: review.Applied,
           skipped: Sequence[Skipped], notes: Sequence[Note], run: dict) -> None:
    """Every file of a build but run.json, into the staging folder."""
    from kg import graph
    from kg.graph.nquads import sha256
    from kg.views import site

    staging.write("statements.jsonl", files.statements_jsonl(statements))
    staging.write("statements.csv", files.statements_csv(statements))
    staging.write("attributions.jsonl", files.attributions_jsonl(linked.attributions))
    unresolved = [str(candidate) for candidate in linked.candidates]
    staging.write("report.md", report(statements, linked.proposals, skipped, notes, unresolved, run["counts"], decided))
    outcome = run["settings"] | {"registries": run["registries"]} | ({"decisions": run["decisions"]["sha256"]} if "decisions" in run else {})
    made = graph.Run(version=kg.__version__, model=run["language"], settings=versions.settings(outcome))
    dataset = graph.build(statements, articles, proposals=linked.proposals, people=linked.people, organisations=linked.organisations,
                          ontology=[_ontology(name) for name in ("proposals.ttl", "organisations.ttl")], base=settings.base, run=made,
                          decisions={key: [decisions.to_dict(d) for d in told] for key, told in decided.by_statement.items()})
    run["graph"] = {"triples": len(dataset.store), "sha256": sha256(dataset)}  # of the canonical N-Quads: the name of this graph
    for name in ("ttl", "trig"):
        stream = io.BytesIO()
        plugins.load("exports", name)(dataset, stream)
        staging.write(f"graph.{name}", stream.getvalue())
    told = {"left_out": _left_out(run), "measured": versions.measured(), "articles": run["counts"]["articles"]}
    site.write(dataset, staging.folder, texts={a.id: a.text for a in articles}, run=told, lead=settings.lead, positions=earlier_places(settings, staging.output))


def earlier_places(settings: Config, output: Path) -> dict:
    """The places to keep on the map: those of the last build in this folder, and above them those of a positions.json beside kg.toml.

    Raises ConfigError for a file that holds no places.
    """
    found: dict = {}
    for path in (output / "pages" / "positions.json", settings.folder / "positions.json"):
        if path.is_file():
            try:
                found |= {str(key): _place(at) for key, at in json.loads(path.read_text(encoding="utf-8")).items()}
            except (ValueError, TypeError, KeyError, AttributeError) as error:
                raise ConfigError(f"{path}: no places of a map ({error}); delete it, or copy pages/positions.json of a build there") from error
    return found


def _place(at: dict) -> dict:
    place = {"x": float(at["x"]), "y": float(at["y"]), "mixed": bool(at.get("mixed"))}
    if not all(abs(place[axis]) < 1e6 for axis in "xy"):
        raise ValueError(f"{at} is nowhere")
    return place


def _ontology(name: str) -> Graph:
    return Graph().parse(resources.ontology(name), format="turtle")
