"""The demo itself in a browser: the bundled articles, built as `make demo` builds them."""
from __future__ import annotations

import json
from pathlib import Path

import pytest
from browser import AXE, kinds, watched
from pyoxigraph import RdfFormat, Store

pytestmark = [pytest.mark.browser, pytest.mark.model]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a build of the seeds."""
    from kg import resources
    from kg.build import run
    from kg.config import Config

    folder = tmp_path_factory.mktemp("seeds")
    run.build([resources.seeds()], folder, Config())
    return folder


def test_the_demo_is_quiet_accessible_and_complete(browser, demo: Path) -> None:
    store = Store()
    store.load(path=demo / "graph.ttl", format=RdfFormat.TURTLE)
    counted = int(next(iter(store.query("SELECT (COUNT(?s) AS ?n) WHERE { ?s a <https://w3id.org/stancekg/ns#Statement> }")))[0].value)
    lines = [json.loads(line) for line in (demo / "statements.jsonl").read_text(encoding="utf-8").split("\n") if line]
    assert counted == len(lines) > 0
    with watched(browser, reduced_motion="reduce") as watch:
        for path in kinds(demo):
            page = watch.open(path)
            page.evaluate(AXE.read_text(encoding="utf-8"))
            found = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations']})")
            assert [v["id"] for v in found["violations"]] == [], path.name
            assert watch.complaints() == [], path.name
        page = watch.open(demo / "pages" / "statements.html")
        assert page.locator("main [data-st]").count() == counted
        assert sorted(page.locator("[data-quote]").all_text_contents()) == sorted(line["quote"] if len(line["quote"]) <= 600 else None for line in lines)


def test_each_statement_of_the_demo_stands_in_its_paragraph(browser, demo: Path) -> None:
    with watched(browser, java_script_enabled=False) as watch:
        for path in sorted((demo / "pages").glob("t-*.html")):
            page = watch.open(path)
            for reader in page.locator(".reader").all():
                marked = "".join(reader.locator("mark.quote").all_text_contents())
                assert " ".join(marked.split()) == " ".join(reader.locator("[data-quote]").text_content().split())
