"""In a browser: order and view are kept in the address, bars lead to words, and ties, years and tallies follow the filters."""
from __future__ import annotations

from dataclasses import replace

import pytest
from browser import FITTED, kinds, until, watched

from kg.networks import project
from kg.views.coalitions import events, shared
from kg.views.read import rows
from kg.views.site import Site
from kg.views.timeline import years

pytestmark = pytest.mark.browser
CORPORA = (pytest.param("demo", marks=pytest.mark.model), "hostile", "large")
FILTERS = (("#c=0.65", {"c": 0.65}), ("#s=supports,conditional", {"s": ("supports", "conditional")}))
DATES = "[...document.querySelectorAll('main tr[data-st] td:nth-child(5)')].map((c) => c.dataset.v)"


def left(dataset, c: float = 0.0, s: tuple[str, ...] = ()) -> Site:
    """The site of the statements that a filter leaves."""
    read = rows(dataset)
    kept = [t for t in read.statements if not (t.confidence is not None and round(t.confidence, 3) < c) and (not s or t.stance in s)]
    return Site(replace(read, statements=tuple(kept)))


@pytest.mark.parametrize("name", CORPORA)
def test_the_order_of_a_table_is_over_the_whole_table_and_kept_in_the_address(browser, sites, name: str) -> None:
    folder, _ = sites(name)
    with watched(browser) as watch:
        page = watch.open(folder / "pages" / "statements.html")
        first = page.evaluate(DATES)
        head = page.locator("main th", has_text="Date")
        head.locator("button").click()
        assert page.evaluate(DATES) == sorted(first) and head.get_attribute("aria-sort") == "ascending"
        head.locator("button").click()
        assert page.evaluate("location.hash") == "#r=4d" and page.evaluate(DATES) == sorted(first, reverse=True)
        page.locator("#conf").fill("0.5")
        page.reload()
        assert page.locator("main th", has_text="Date").get_attribute("aria-sort") == "descending"
        assert page.evaluate(DATES) == sorted(first, reverse=True)
        for bad in ("#r=3a", "#r=99d", "#r=x"):  # the words have no order, the rest is no column
            page = watch.open(folder / "pages" / "statements.html", bad)
            assert page.evaluate(DATES) == first and not page.locator("[aria-sort]").count()
        page = watch.open(folder / "pages" / "balance.html", "#r=3d")
        numbers = page.locator("[data-measure=statements] [data-n=supports]")
        assert [int(n) for n in numbers.all_text_contents()] == sorted(map(int, numbers.all_text_contents()), reverse=True)
        page = watch.open(folder / "index.html", "#r=0d")
        for found in page.locator("#matrix tbody").all():
            names = found.locator("tr:not(.group) th").all_text_contents()
            assert names == page.evaluate("(names) => names.sort((a, b) => -new Intl.Collator().compare(a.trim(), b.trim()))", names)
        assert watch.complaints() == []


@pytest.mark.parametrize("name", CORPORA)
def test_ties_are_those_of_the_statements_that_the_filters_leave(browser, sites, name: str) -> None:
    folder, dataset = sites(name)
    with watched(browser) as watch:
        for hash_, filters in FILTERS:
            site = left(dataset, **filters)
            said = events(site)
            weights = project.onemode(said, aggregation="subtract", normalization="average", duplicates="document")
            counts = shared(said)
            at = {site.page(row): key for key, row in site.rows.actors.items()}
            page = watch.open(folder / "pages" / "coalitions.html", hash_)
            pairs = page.locator("g[data-pair]").evaluate_all("(nodes) => nodes.map((n) => n.dataset.pair)")
            found = page.evaluate("(pairs) => pairs.map((pair) => kg.tie(pair.split('~').map((page) => kg.data.actors.findIndex((a) => a[2] === page))))", pairs)
            there = 0
            for pair, tie in zip(pairs, found, strict=True):
                a, b = sorted(at[end] for end in pair.split("~"))
                assert (tie is None) == ((a, b) not in weights), pair
                if tie:
                    there += 1
                    assert tie["weight"] == pytest.approx(weights[a, b], abs=1e-9)
                    assert (tie["agree"], tie["clash"]) == counts.get((a, b), (0, 0))
            assert page.locator(".heat a[data-pair]").count() == 2 * there
            page.locator("#tie").fill("0")
            assert page.locator("g[data-pair]:not([hidden])").count() == there
            assert page.locator("#tie-live").text_content() == (f"all {there} ties shown" if there else "no tie is left with these filters")
        assert watch.complaints() == []


@pytest.mark.parametrize("name", CORPORA)
def test_the_table_of_years_counts_what_the_filters_leave_and_a_year_opens_it(browser, sites, name: str) -> None:
    folder, dataset = sites(name)
    with watched(browser) as watch:
        for hash_, filters in (("", {}), *FILTERS):
            site = left(dataset, **filters)
            page = watch.open(folder / "pages" / "timeline.html", hash_)
            shown = page.locator("#years tbody tr:visible")
            cells = [row.locator("td").all_text_contents() for row in shown.all()]
            found = years(site)
            assert [row.get_attribute("data-year") for row in shown.all()] == [year for year, _, _ in found]
            assert cells == [[*map(str, votes), f"{votes.net:+.2f}".replace("-", "−"), str(articles)] for _, votes, articles in found]
            if found:
                shown.first.locator("a").click()
                assert page.locator("#panel-sum").text_content().startswith(f"{found[0][1].total} statement")
                title = page.locator("#panel-title").text_content()
                page.reload()
                assert page.locator("#panel-title").text_content() == title
        assert watch.complaints() == []


@pytest.mark.parametrize("name", CORPORA)
def test_the_tally_of_a_page_is_that_of_the_statements_it_shows(browser, sites, name: str) -> None:
    folder, _ = sites(name)
    with watched(browser) as watch:
        for path in (path for path in kinds(folder) if path.name.startswith(("p-", "a-"))):
            for hash_, _ in FILTERS:
                page = watch.open(path, hash_)
                numbers = page.locator(".tallies [data-tally] b").evaluate_all("(nodes) => nodes.map((b) => Number(b.nextSibling.textContent))")
                assert sum(numbers) == page.locator("main .card:visible").count(), path.name
        assert watch.complaints() == []


@pytest.mark.parametrize("name", CORPORA)
def test_a_bar_opens_the_words_that_it_counts(browser, sites, name: str) -> None:
    folder, dataset = sites(name)
    with watched(browser) as watch:
        for hash_ in ("", "#s=supports,opposes"):
            page = watch.open(folder / "index.html", hash_)
            resting = page.locator("#lead-sum").text_content().replace(",", "").rpartition("rests on ")[2]
            opened = 0
            for i in range(page.locator("#lead-bar rect").count()):
                page.locator("#lead-bar rect").nth(i).dispatch_event("click")
                assert page.locator("#panel-list blockquote").first.text_content().strip()
                assert "camp" in page.evaluate("location.hash")
                opened += int(page.locator("#panel-sum").text_content().split()[0])
                page.keyboard.press("Escape")
            assert resting.startswith(f"{opened} statement"), "the parts of the bar are the whole answer"
            for i in range(page.locator("#lead .sum a").count()):
                link = page.locator("#lead .sum a").nth(i)
                link.click()
                assert page.locator("#panel-sum").text_content().split(";")[0] == link.text_content()
                page.keyboard.press("Escape")
        page = watch.open(next(path for path in kinds(folder) if path.name.startswith("p-")))
        for part in page.locator("#own-bar rect").all():
            part.dispatch_event("click")
            opened = int(page.locator("#panel-sum").text_content().split()[0])
            side = part.get_attribute("class").split()[-1]
            assert opened == page.locator(f"main .card.{side}").count()
        for measure in ("", "#m=votes"):
            page = watch.open(folder / "pages" / "balance.html", measure)
            section = page.locator("section[data-measure]:visible")
            for side in ("supports", "opposes", "conditional"):
                bar = section.locator(f"rect.{side}[width='100.00'], rect.{side}").first
                number = bar.locator(f"xpath=ancestor::tr//*[@data-n='{side}']")
                if number.text_content() != "0":
                    number.locator("xpath=..").click()
                    by_number = page.locator("#panel-sum").text_content(), page.locator("#panel-title").text_content()
                    if not measure:
                        assert by_number[0].startswith(number.text_content() + " statement")
                    page.keyboard.press("Escape")
                    bar.dispatch_event("click")
                    assert (page.locator("#panel-sum").text_content(), page.locator("#panel-title").text_content()) == by_number
                    page.keyboard.press("Escape")
        assert watch.complaints() == []


@pytest.mark.parametrize("name", CORPORA)
def test_evidence_covers_neither_map_nor_status_and_the_status_stays_in_view(browser, sites, name: str) -> None:
    folder, _ = sites(name)
    for width, height in ((1366, 900), (1024, 768), (390, 844), (320, 640)):
        with watched(browser, viewport={"width": width, "height": height}, reduced_motion="reduce") as watch:
            for view, mark in (("index.html", "#matrix [data-cell]"), ("pages/network.html", "[data-pick]"), ("pages/timeline.html", "main svg [data-open]")):
                page = watch.open(folder / view)
                page.locator(mark).first.scroll_into_view_if_needed()
                page.locator(mark).first.dispatch_event("click")
                panel, status, slider = (page.locator(at).bounding_box() for at in ("#panel", ".status", "#conf"))
                assert status["y"] + status["height"] <= panel["y"] or status["x"] + status["width"] <= panel["x"] + 1, (width, view)
                assert slider["x"] + slider["width"] <= width
                if view == "pages/network.html" and width > 1200:
                    until(page, f"kg.network && {FITTED}")
                    around = page.locator("#canvas").bounding_box()
                    assert around["x"] + around["width"] <= panel["x"]
                    assert page.evaluate("kg.network.getScale() * 15") >= 9, "labels can still be read"
                page.keyboard.press("Escape")
                page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
                until(page, "scrollY > 100")
                assert abs(page.locator(".status").bounding_box()["y"]) < 1, (width, view)
                assert page.locator(".status").bounding_box()["height"] < 0.25 * height
            assert watch.complaints() == []


@pytest.mark.parametrize("name", CORPORA)
def test_a_place_on_the_page_leaves_the_view_as_it_is(browser, sites, name: str) -> None:
    folder, _ = sites(name)
    with watched(browser) as watch:
        page = watch.open(folder / "pages" / "statements.html")
        page.uncheck("#filters input[value=supports]")
        shown = page.locator("#live").text_content()
        page.locator(".status a").click()
        until(page, "document.getElementById('about').getBoundingClientRect().top < innerHeight")
        assert page.locator("#live").text_content() == shown
        until(page, "location.hash.startsWith('#s=')")
        assert watch.complaints() == []


@pytest.mark.parametrize("name", CORPORA)
def test_who_spoke_is_shown_on_demand_and_comes_back(browser, sites, name: str) -> None:
    folder, _ = sites(name)
    drawn = "kg.network.body.nodeIndices.filter((id) => String(id).startsWith('s:')).length"
    with watched(browser) as watch:
        page = watch.open(folder / "pages" / "network.html")
        key, spoke = page.evaluate("Object.entries(kg.data.speakers).find(([, list]) => list.length)")
        assert page.evaluate(drawn) == 0, "organisations first"
        page.locator("[data-map=speakers]").click()
        page.locator(f"[data-pick='{key}']").dispatch_event("click")
        assert page.evaluate(drawn) == len(spoke)
        page.reload()
        until(page, "Boolean(kg.network)")
        assert page.evaluate(drawn) == len(spoke)
        page.keyboard.press("Escape")
        page.locator("[data-map=speakers]").click()
        assert page.evaluate(drawn) == 0 and page.evaluate("location.hash") == ""
        assert watch.complaints() == []
