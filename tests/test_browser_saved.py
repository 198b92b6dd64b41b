"""In a browser: what a page saves or copies is what it shows, as Turtle, CSV, SPARQL and pictures."""
from __future__ import annotations

import csv
import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from browser import kinds, watched
from counting import ask, stored
from rdflib import RDF, Graph

from kg.vocab import KG

pytestmark = pytest.mark.browser
CORPORA = (pytest.param("demo", marks=pytest.mark.model), "hostile", "large")


def saved(page, kind: str) -> Path:
    """The file that a button saves."""
    with page.expect_download() as found:
        page.click(f"[data-save={kind}]")
    return Path(found.value.path())


@pytest.mark.parametrize("name", CORPORA)
def test_saved_turtle_and_table_hold_the_statements_of_the_graph(browser, sites, name: str) -> None:
    folder, dataset = sites(name)
    total = ask(stored(dataset))
    with watched(browser) as watch:
        page = watch.open(folder / "index.html")
        graph = Graph().parse(saved(page, "ttl"), format="turtle")
        assert len(set(graph.subjects(RDF.type, KG.Statement))) == total
        assert all(triple in dataset for triple in graph)
        with saved(page, "csv").open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.DictReader(stream))
        assert len({row["id"] for row in rows}) == len(rows) == total
        assert not any(value.startswith(("=", "+", "@", "-")) for row in rows for value in row.values()), "nothing that a spreadsheet runs"
        assert watch.complaints() == []


@pytest.mark.parametrize("name", CORPORA)
def test_the_copied_query_finds_the_statements_of_its_cell(browser, sites, name: str) -> None:
    folder, dataset = sites(name)
    graph, copied = stored(dataset), set()
    with watched(browser) as watch:
        for path in kinds(folder):
            page = watch.open(path)
            page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: {writeText: async (t) => { window.copied = t; }}})")
            cells = page.locator("main a[href][data-cell*='~']:visible")
            for i in range(0, cells.count(), max(1, cells.count() // 3)):
                cells.nth(i).dispatch_event("click")
                page.click("[data-copy=sparql]")
                assert len(list(graph.query(page.evaluate("window.copied"), use_default_graph_as_union=True))) == int(page.locator("#panel-sum").text_content().split()[0])
                copied.add(path.name)
                page.keyboard.press("Escape")
    assert {"index.html", "network.html", "balance.html", "proposals.html"} <= copied


@pytest.mark.parametrize("name", CORPORA)
def test_every_drawing_and_table_saves_as_a_picture_of_twice_the_size(browser, sites, name: str) -> None:
    folder, _ = sites(name)
    with watched(browser) as watch:
        for path in kinds(folder):
            page = watch.open(path)
            if not page.locator("[data-save=png]").count():
                continue
            root = ElementTree.fromstring(saved(page, "svg").read_text(encoding="utf-8"))
            width, height = float(root.get("width")), float(root.get("height"))
            words = " ".join(root.itertext())
            assert "statements." in words and "by machine" in words, "the picture says what it rests on"
            data = saved(page, "png").read_bytes()
            size = [int.from_bytes(data[at : at + 4], "big") for at in (16, 20)]
            assert data[:4] == b"\x89PNG" and abs(size[0] - 2 * width) <= 2 and abs(size[1] - 2 * height) <= 2, path.name
            if path.name == "index.html":
                names = json.loads(page.evaluate("JSON.stringify([...document.querySelectorAll('#matrix tbody th[scope=row] bdi')].map((n) => n.textContent.split(/\\s+/)[0]))"))
                assert name == "hostile" or all(word in words for word in names)
        assert watch.complaints() == []


@pytest.mark.parametrize("name", CORPORA)
def test_no_two_words_of_a_saved_table_lie_over_each_other(browser, sites, name: str) -> None:
    folder, _ = sites(name)
    with watched(browser) as watch:
        page = watch.open(folder / "index.html")
        over = page.evaluate("""(() => {
          const drawn = new DOMParser().parseFromString(kg.picture().text, 'image/svg+xml').documentElement;
          document.body.append(document.importNode(drawn, true));
          const texts = [...document.body.lastElementChild.querySelectorAll('text')].map((t) => [t.textContent, t.getBBox()]);
          return texts.flatMap(([a, p], i) => texts.slice(0, i).filter(([, q]) => p.x + 2 < q.x + q.width && q.x + 2 < p.x + p.width && p.y + 5 < q.y + q.height && q.y + 5 < p.y + p.height).map(([b]) => [a, b]));
        })()""")
        assert over == []
