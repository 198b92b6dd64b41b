"""In a browser: the status line on every page, the slider that moves what the page shows, and the answer to the lead question."""
from __future__ import annotations

from dataclasses import replace

import pytest
from browser import kinds, point, until, watched

from kg.views.lead import lead
from kg.views.read import rows
from kg.views.site import Site

pytestmark = pytest.mark.browser
CORPORA = (pytest.param("demo", marks=pytest.mark.model), "hostile", "large")


def slide(page, value: float) -> None:
    """Move the slider as a hand would: the value, then the event."""
    page.locator("#conf").fill(str(value))


@pytest.mark.parametrize("name", CORPORA)
def test_every_page_says_how_it_was_read_and_reaches_the_measured_error(browser, sites, name: str) -> None:
    folder, _ = sites(name)
    with watched(browser) as watch:
        for path in kinds(folder):
            page = watch.open(path)
            status = page.locator(".status")
            assert status.is_visible() and page.locator("#conf").is_visible(), path.name
            words = status.text_content()
            assert "by machine" in words and "Left out: " in words and "Measured: " in words, path.name
            assert status.bounding_box()["y"] < 300, "at the top of the page"
            status.locator("a").dispatch_event("click")
            until(page, "location.hash === '#about'")
            assert page.locator("#about").is_visible() and "Left out" in page.locator("#about").text_content()
            assert page.locator("#about .measured tbody tr").count() > 0, path.name
        assert watch.complaints() == []


@pytest.mark.parametrize("name", ["demo"], ids=["demo"])
@pytest.mark.model
def test_the_slider_hides_what_is_less_sure_on_every_page(browser, sites, name: str) -> None:
    folder, _ = sites(name)
    with watched(browser) as watch:
        for path in kinds(folder):
            page = watch.open(path)
            sure = page.evaluate("kg.statements.map((s) => s.confidence)")
            slide(page, 0.7)
            left = sum(not 0 <= value < 0.7 for value in sure)
            assert page.evaluate("kg.shown.length") == left, path.name
            assert page.locator("#status-live").text_content() == (f"all {left} shown" if left == len(sure) else f"{left} of {len(sure)} shown")
            assert page.evaluate("location.hash") == "#c=0.7"
            listed = page.locator("main .card[data-st], main tr[data-st], main .reader[data-st], main svg [data-st]")
            if listed.count():
                assert page.locator("main .card[data-st]:visible, main tr[data-st]:visible, main .reader[data-st]:visible").count() in (0, left), path.name
        page = watch.open(folder / "pages" / "proposals.html", "#c=0.7")
        assert page.locator("#conf").input_value() == "0.7"
        counted = page.locator("a.open [data-tally]:visible").evaluate_all("(nodes) => nodes.reduce((n, node) => n + [...node.querySelectorAll('b')].reduce((m, b) => m + Number(b.nextSibling.textContent), 0), 0)")
        assert counted == page.evaluate("kg.shown.length")
        assert watch.complaints() == []


@pytest.mark.parametrize("name", CORPORA)
def test_the_lead_counts_again_what_the_slider_leaves(browser, sites, name: str) -> None:
    folder, dataset = sites(name)
    read = rows(dataset)
    with watched(browser) as watch:
        page = watch.open(folder / "index.html")
        for least in (0.0, 0.65, 0.75):
            slide(page, least)
            asked = lead(Site(read))
            under = {s.id for s in asked.statements}
            kept = [s for s in read.statements if s.id in under and not (s.confidence is not None and round(s.confidence, 3) < least)]
            found = lead(Site(replace(read, statements=tuple(kept)))) if kept else None
            numbers = [int(text) for text in page.locator("#lead h3 .num").all_text_contents()]
            assert numbers == ([len(found.bodies.get("supports", [])), len(found.between), len(found.bodies.get("opposes", []))] if found else [0, 0, 0]), least
            assert f"This rests on {len(kept)} statement" in page.locator("#lead-sum").text_content().replace(",", "")
        assert watch.complaints() == []


@pytest.mark.parametrize("name", CORPORA)
def test_a_quotation_of_a_side_names_its_source_and_opens_its_evidence(browser, sites, name: str) -> None:
    folder, _ = sites(name)
    with watched(browser) as watch:
        page = watch.open(folder / "index.html")
        figures = page.locator("#lead figure:visible")
        assert figures.count() > 0
        for i in range(figures.count()):
            figure = figures.nth(i)
            words = figure.locator("blockquote").text_content().strip()
            link = figure.locator("blockquote a")
            assert figure.locator("figcaption a").count() >= 2 and link.get_attribute("href").startswith("pages/t-")
            point(page, link)
            link.dispatch_event("click")
            card = page.locator("#panel-list .card").first
            quoted = card.locator("blockquote").text_content().strip()
            assert quoted and (words[:80].rstrip("…") in quoted or quoted[:80].rstrip("…") in words)
            assert card.locator(".iri").text_content().endswith(figure.get_attribute("data-st").removeprefix("s-"))
            page.keyboard.press("Escape")
        assert watch.complaints() == []


def test_nothing_moves_for_who_asks_for_rest_and_marks_keep_their_colour_under_forced_colours(browser, sites) -> None:
    folder, _ = sites("small")
    for motion, name in (("reduce", "none"), ("no-preference", "rise")):
        with watched(browser, reduced_motion=motion, forced_colors="active") as watch:
            page = watch.open(folder / "index.html")
            page.locator("#matrix [data-cell]:visible").first.dispatch_event("click")
            assert page.evaluate("getComputedStyle(document.getElementById('panel')).animationName") == name
            assert page.evaluate("getComputedStyle(document.querySelector('.legend .line.opposes')).strokeDasharray") == "7px, 4px"
            assert page.evaluate("getComputedStyle(document.querySelector('#lead-bar rect')).fill") != page.evaluate("getComputedStyle(document.body).backgroundColor")
