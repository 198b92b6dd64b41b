"""The demo in a browser: its table and its reader hold the words of its files. The other browser tests run on it too."""
from __future__ import annotations

import json
from pathlib import Path

import pytest
from browser import watched
from pyoxigraph import RdfFormat, Store

pytestmark = [pytest.mark.browser, pytest.mark.model]


def test_the_table_of_the_demo_is_its_file_and_its_graph(browser, demo: Path) -> None:
    store = Store()
    store.load(path=demo / "graph.ttl", format=RdfFormat.TURTLE)
    counted = int(next(iter(store.query("SELECT (COUNT(?s) AS ?n) WHERE { ?s a <https://w3id.org/stancekg/ns#Statement> }")))[0].value)
    lines = [json.loads(line) for line in (demo / "statements.jsonl").read_text(encoding="utf-8").split("\n") if line]
    with watched(browser, java_script_enabled=False) as watch:
        page = watch.open(demo / "pages" / "statements.html")
        assert page.locator("main [data-st]").count() == counted == len(lines) > 0
        assert sorted(page.locator("[data-quote]").all_text_contents()) == sorted(line["quote"] if len(line["quote"]) <= 600 else None for line in lines)


def test_each_statement_of_the_demo_stands_in_its_paragraph(browser, demo: Path) -> None:
    with watched(browser, java_script_enabled=False) as watch:
        for path in sorted((demo / "pages").glob("t-*.html")):
            page = watch.open(path)
            for reader in page.locator(".reader").all():
                marked = "".join(reader.locator("mark.quote").all_text_contents())
                assert " ".join(marked.split()) == " ".join(reader.locator("[data-quote]").text_content().split())
