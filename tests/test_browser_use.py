"""In a browser: counts are the graph's, evidence is two steps away, keys suffice, the address brings a view back."""
from __future__ import annotations

import random

import pytest
from browser import kinds, until, watched
from counting import ask, stored

pytestmark = pytest.mark.browser
CORPORA = (pytest.param("demo", marks=pytest.mark.model), "hostile", "large")
PROPOSAL = "; <https://w3id.org/stancekg/ns#proposal> <IRI>"
ACTOR = ". { ?s <https://w3id.org/stancekg/ns#speaker> <IRI> } UNION { ?s <https://w3id.org/stancekg/ns#onBehalfOf> <IRI> }"
DRAWN = "kg.data.nodes.every(n => { const b = kg.network.getBoundingBox(n.id); return b && b.right > b.left; })"


def rows(page) -> int:
    return page.locator("main [data-st]").count()


@pytest.mark.parametrize("name", CORPORA)
def test_rows_are_the_statements_of_the_graph(browser, sites, name: str) -> None:
    folder, dataset = sites(name)
    dataset = stored(dataset)
    with watched(browser, java_script_enabled=False) as watch:
        parts = sorted((folder / "pages").glob("statements*.html"))
        assert sum(rows(watch.open(part)) for part in parts) == ask(dataset)
        for path in kinds(folder):
            if path.name.startswith("t-"):
                page = watch.open(path)
                shown = {node.text_content() for node in page.locator("dd.note").all()}
                assert len(shown) == rows(page), "each statement of an article once, with its IRI"
            elif path.name.startswith(("p-", "a-")):
                page = watch.open(path)
                iri = page.locator("main .note").last.text_content().rpartition("Identifier: ")[2].strip()
                if len(iri) < 299:  # longer ones are clipped on the page
                    pattern = PROPOSAL if path.name.startswith("p-") else ACTOR
                    assert rows(page) == ask(dataset, pattern.replace("IRI", iri))


def test_matrix_network_and_balance_count_every_statement_they_speak_of(browser, sites) -> None:
    folder, dataset = sites("small")
    with watched(browser, java_script_enabled=False) as watch:
        digits = "(nodes) => nodes.reduce((n, node) => n + [...node.querySelectorAll('b')].reduce((m, b) => m + Number(b.nextSibling.textContent), 0), 0)"
        drawn = watch.open(folder / "index.html").locator("#matrix .cell")
        total = ask(stored(dataset))
        assert 0 < drawn.evaluate_all(digits) <= total
        page = watch.open(folder / "pages" / "network.html")
        behind = int(page.locator("main").text_content().split(" statements stand behind")[0].split()[-3].replace(",", ""))
        assert page.locator("#links li span").evaluate_all(digits) == behind


@pytest.mark.parametrize("name", CORPORA)
def test_without_script_summary_legend_and_table_are_there(browser, sites, name: str) -> None:
    folder, _ = sites(name)
    with watched(browser, java_script_enabled=False) as watch:
        for path in kinds(folder):
            page = watch.open(path)
            assert page.locator("h1").is_visible() and page.locator(".legend").is_visible() and page.locator(".about").is_visible()
            assert page.locator("main table, main .card, main .reader, main .names, main .tree").first.is_visible(), path.name
            assert not page.locator("#filters:visible, [data-exports]:visible").count(), "controls that need a script stay hidden"


@pytest.mark.parametrize("name", CORPORA)
def test_any_mark_leads_to_words_source_and_identifier(browser, sites, name: str) -> None:
    folder, _ = sites(name)
    dice = random.Random(3)
    with watched(browser) as watch:
        for view in ("index.html", "pages/network.html", "pages/timeline.html", "pages/balance.html", "pages/coalitions.html"):
            page = watch.open(folder / view)
            marks = page.locator("main a[href][data-cell]:visible, main rect[data-cell]:visible, main [data-open]:visible, main [data-pair]:visible, main [data-lead]:visible, main [data-camp]:visible")
            for i in dice.sample(range(marks.count()), min(10, marks.count())):
                marks.nth(i).dispatch_event("click")
                card = page.locator("#panel-list .card").first
                assert card.locator("blockquote").text_content().strip()
                assert card.locator(".meta a").first.get_attribute("href").split("#")[0].endswith(".html")
                assert card.locator(".iri").text_content().startswith("https://w3id.org/stancekg/id/statement/")
                page.keyboard.press("Escape")
                assert not page.locator("#panel").is_visible()


@pytest.mark.parametrize("name", ["small", *CORPORA])
def test_keys_reach_everything_and_escape_returns(browser, sites, name: str) -> None:
    folder, _ = sites(name)
    with watched(browser) as watch:
        page = watch.open(folder / "index.html")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        seen = set()
        for _ in range(200):
            page.keyboard.press("Tab")
            here = page.evaluate("(() => { const a = document.activeElement; return [a.tagName, a.name || a.dataset.cell || a.className || a.textContent.slice(0, 20), getComputedStyle(a).outlineStyle, a.closest('[data-cell]') ? 1 : 0] })()")
            if here[3]:
                assert here[2] != "none", "focus can be seen"
                break
            seen.add(here[1])
        assert {"s", "q"} <= seen, "filters and search come before the table"
        cell = page.evaluate("document.activeElement.dataset.cell")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "panel"
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.dataset.cell") == cell
        page = watch.open(folder / "pages" / "network.html")
        page.locator(".vis-network").focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Tab")
        assert not page.evaluate("document.activeElement.classList.contains('vis-network')"), "the map is no trap"
        page.locator("[data-pick]").first.focus()
        page.keyboard.press("Enter")
        assert page.locator("#panel").is_visible()
        assert watch.complaints() == []


@pytest.mark.parametrize("name", CORPORA)
def test_the_address_brings_back_the_view(browser, sites, name: str) -> None:
    folder, _ = sites(name)
    with watched(browser) as watch:
        page = watch.open(folder / "index.html")
        page.uncheck("#filters input[value=supports]")
        page.locator("#matrix [data-cell]:visible").nth(3).click()
        title, hash_ = page.locator("#panel-title").text_content(), page.evaluate("location.hash")
        page.go_back()
        until(page, "document.getElementById('panel').hidden")
        page.go_forward()
        until(page, "!document.getElementById('panel').hidden")
        assert page.locator("#panel-title").text_content() == title
    with watched(browser) as watch:
        page = watch.open(folder / "index.html", hash_)
        assert page.locator("#panel-title").text_content() == title
        assert not page.locator("#filters input[value=supports]").is_checked()
        for bad in ("#cell=nobody~nothing", "#st=%3Cimg%3E", "#c=9&f=abc&s=loud", "#%E0%A4%A", "#toString=1&__proto__=2"):
            watch.page.goto("about:blank")
            page = watch.open(folder / "index.html", bad)
            assert page.locator("#matrix .cell:visible").count() > 0
        assert watch.complaints() == []


@pytest.mark.parametrize("name", ["pages/statements.html", "index.html", "pages/network.html"])
@pytest.mark.parametrize("corpus", CORPORA)
def test_filters_say_what_they_leave(browser, sites, name: str, corpus: str) -> None:
    folder, _ = sites(corpus)
    with watched(browser) as watch:
        page = watch.open(folder / name)
        for stance in ("supports", "conditional", "neutral"):
            page.uncheck(f"#filters input[value={stance}]")
        shown = int(page.locator("#live").text_content().split()[0])
        if name.endswith("statements.html"):
            assert page.locator("main [data-st]:visible").count() == shown
        elif name == "pages/network.html":
            lines = page.locator("#net-live").text_content()
            assert page.evaluate("Object.values(kg.network.body.edges).filter(e => !e.options.hidden).length") == int(lines.split()[0])
            assert page.locator("#links li:visible").count() == int(lines.split()[0])
        else:
            assert page.locator("#matrix b.supports:visible").count() == 0
        page.fill("input[type=search]", "zzzz no such words")
        assert page.locator("#live").text_content().startswith("None of")
        page.click("#filters button[type=reset]")
        until(page, "document.getElementById('live').textContent.startsWith('All')")


@pytest.mark.parametrize("name", CORPORA)
def test_the_map_stays_where_python_put_it(browser, sites, name: str) -> None:
    folder, _ = sites(name)
    with watched(browser) as watch:
        places = []
        for wait in (0, 2000):
            page = watch.open(folder / "pages" / "network.html")
            until(page, DRAWN)
            page.wait_for_timeout(wait)
            places.append(page.evaluate("JSON.stringify(kg.network.getPositions())"))
        assert places[0] == places[1]
        boxes = page.evaluate("""kg.data.nodes.map(n => kg.network.getBoundingBox(n.id))""")
        overlaps = sum(
            a["left"] < b["right"] and b["left"] < a["right"] and a["top"] < b["bottom"] and b["top"] < a["bottom"]
            for i, a in enumerate(boxes) for b in boxes[:i]
        )
        assert overlaps == 0
        assert page.evaluate("kg.network.getScale() * 15") >= 9, "labels can be read"


def first_paint(page) -> float:
    """Milliseconds from the start of loading to the first contentful paint, and to the drawing of the map where there is one."""
    names = ["first-contentful-paint"] + ["drawn"] * (page.locator("#canvas").count() > 0)
    until(page, " && ".join(f"performance.getEntriesByName('{name}').length" for name in names))
    return max(page.evaluate(f"performance.getEntriesByName('{name}')[0].startTime") for name in names)


def test_two_thousand_statements_draw_within_five_seconds_and_say_what_is_left_out(browser, sites) -> None:
    folder, _ = sites("large")
    with watched(browser) as watch:
        for name in ("index.html", "pages/network.html", "pages/statements.html", "pages/timeline.html", "pages/coalitions.html"):
            page = watch.open(folder / name)
            drawn = [first_paint(page)]
            while drawn[-1] >= 5000 and len(drawn) < 4:  # another process may have had the machine
                page.reload()
                drawn.append(first_paint(page))
            assert min(drawn) < 5000, (name, drawn)
            assert any(word in page.locator("main").text_content() for word in (" are shown", " are drawn", "Part 1")), name


def test_print_keeps_table_legend_and_source_and_drops_the_controls(browser, sites) -> None:
    folder, _ = sites("small")
    with watched(browser) as watch:
        for path in kinds(folder):
            page = watch.open(path)
            page.emulate_media(media="print")
            assert page.locator(".legend").is_visible() and page.locator(".about").is_visible()
            assert not page.locator("#filters:visible, .actions:visible, #canvas:visible, .top nav:visible").count(), path.name
        page = watch.open(folder / "pages" / "network.html")
        assert page.locator("#static svg").is_visible() and page.locator("#links").is_visible()


@pytest.mark.parametrize("name", CORPORA)
def test_nothing_is_cut_off_on_paper(browser, sites, name: str) -> None:
    folder, _ = sites(name)
    with watched(browser, viewport={"width": 718, "height": 1000}) as watch:  # A4 less Chromium's margins
        for path in kinds(folder):
            page = watch.open(path)
            page.emulate_media(media="print")
            wide = page.evaluate("[...document.querySelectorAll('main table, main svg, main h1')].filter((n) => n.getBoundingClientRect().right > 719).map((n) => n.outerHTML.slice(0, 80))")
            assert wide == [], path.name
