"""The demo's pages that list statements: each lists those that the file holds for it and that a SPARQL query finds, no more, no fewer."""
from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

pytestmark = pytest.mark.model
PREFIXES = "PREFIX kg: <https://w3id.org/stancekg/ns#> PREFIX oa: <http://www.w3.org/ns/oa#> "
PROPOSALS = PREFIXES + "SELECT ?key ?s WHERE { ?s a kg:Statement ; kg:proposal ?key }"
ACTORS = PREFIXES + "SELECT DISTINCT ?key ?s WHERE { ?s a kg:Statement . { ?s kg:speaker ?key } UNION { ?s kg:onBehalfOf ?key } }"
ARTICLES = PREFIXES + "SELECT DISTINCT ?key ?s WHERE { ?s a kg:Statement ; kg:evidence/oa:hasSource ?key }"


@pytest.fixture(scope="module")
def store(demo: Path) -> Store:
    made = Store()
    made.load(path=demo / "graph.ttl", format=RdfFormat.TURTLE)
    return made


def tail(iri: str) -> str:
    return iri.rpartition("/")[2]


def asked(store: Store, query: str) -> dict[str, set[str]]:
    """Statement ids by the IRI of the query's key."""
    found = defaultdict(set)
    for row in store.query(query):
        found[row[0].value].add(tail(row[1].value))
    return found


def lines(demo: Path) -> list[dict]:
    return [json.loads(line) for line in (demo / "statements.jsonl").read_text(encoding="utf-8").split("\n") if line]


def shown(path: Path) -> list[str]:
    """The ids of the statements that a page lists."""
    return [key.removeprefix("s-") for key in re.findall(r'<(?:li|article|tr)[^>]* data-st="([^"]+)"', path.read_text(encoding="utf-8"))]


def identifier(path: Path) -> str:
    return re.search(r'Identifier: </span>([^<]+)</p>', path.read_text(encoding="utf-8")).group(1)


def test_proposal_pages_list_the_statements_of_the_file_and_of_the_graph(demo: Path, store: Store) -> None:
    graph, file = asked(store, PROPOSALS), defaultdict(set)
    for line in lines(demo):
        file[line["proposal"]].add(line["id"])
    pages = {identifier(path): shown(path) for path in (demo / "pages").glob("p-*.html")}
    assert {key: set(found) for key, found in pages.items() if found} == graph
    assert {tail(key): set(found) for key, found in pages.items() if found} == file
    assert sum(map(len, pages.values())) == len(lines(demo)) > 0


def test_pages_of_who_spoke_list_the_statements_of_the_file_and_of_the_graph(demo: Path, store: Store) -> None:
    graph, file = asked(store, ACTORS), defaultdict(set)
    for line in lines(demo):
        unnamed = (line["article"], line["speaker"])  # who has no id is somebody of this article alone
        for key in {line["speaker_id"] or unnamed, line["organisation_id"]} - {None}:
            file[key].add(line["id"])
    pages = {identifier(path): shown(path) for path in (demo / "pages").glob("a-*.html")}
    assert {key: sorted(found) for key, found in pages.items()} == {key: sorted(found) for key, found in graph.items()}
    assert sorted(map(len, pages.values())) == sorted(map(len, file.values()))


def test_article_pages_list_the_statements_of_the_file_and_of_the_graph(demo: Path, store: Store) -> None:
    graph, file = asked(store, ARTICLES), defaultdict(set)
    for line in lines(demo):
        file[line["article"]].add(line["id"])
    pages = sorted(sorted(shown(path)) for path in (demo / "pages").glob("t-*.html"))
    assert pages == sorted(map(sorted, graph.values())) == sorted(map(sorted, file.values()))


def test_the_timeline_marks_every_dated_statement(demo: Path) -> None:
    html = (demo / "pages" / "timeline.html").read_text(encoding="utf-8")
    marked = {key.removeprefix("s-") for key in re.findall(r'<a [^>]*data-st="([^"]+)"', html)}
    undated = int(re.search(r"(\d+) statements? without a date", html).group(1))
    file = {line["id"] for line in lines(demo)}
    assert marked < file and len(marked) + undated == len(file)
