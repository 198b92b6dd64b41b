"""In a browser: no request, no message, nothing of a hostile text runs, nothing that axe objects to."""
from __future__ import annotations

import re
from pathlib import Path

import pytest
import synthetic
from browser import AXE, kinds, point, until, watched

pytestmark = pytest.mark.browser
CORPORA = (pytest.param("demo", marks=pytest.mark.model), "hostile", "large")
ALIVE = "() => document.querySelectorAll('img, iframe, object, embed, form[action], [onerror], [onload], [onmouseover], a[href^=\"javascript\" i]').length"


@pytest.mark.parametrize("name", CORPORA)
def test_no_request_no_message_no_violation(browser, sites, name: str) -> None:
    folder, _ = sites(name)
    with watched(browser) as watch:
        for path in kinds(folder):
            page = watch.open(path)
            until(page, "document.readyState === 'complete'")
            assert watch.complaints() == [], path.name


@pytest.mark.parametrize("name", CORPORA)
def test_the_policy_allows_only_the_inlined_and_links_out_are_bare(sites, name: str) -> None:
    folder, _ = sites(name)
    for path in [folder / "index.html", *(folder / "pages").glob("*.html")]:
        html = path.read_text(encoding="utf-8")
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html).group(1)
        assert "default-src &#39;none&#39;" in policy and "unsafe" not in policy
        head = re.sub(r"<(script|style)[^>]*>.*?</\1>", "", html, flags=re.DOTALL)
        assert not re.search(r"<(img|link|iframe|object|embed|script)[^>]+(src|href)=", head)
        assert all("noopener" in tag for tag in re.findall(r'<a [^>]*href="https?:[^>]*>', head)), path.name
        assert " style=" not in head and not re.search(r"<[^>]+\son\w+=", re.sub(r'"[^"]*"', '""', head)), path.name


@pytest.mark.parametrize("name", CORPORA)
def test_no_text_of_a_corpus_runs_whatever_is_filtered_and_clicked(browser, sites, name: str) -> None:
    folder, _ = sites(name)
    with watched(browser) as watch:
        for path in kinds(folder):
            page = watch.open(path)
            scripts = page.evaluate("() => document.scripts.length")
            for word in ("<img", "</script>", "x"):
                if page.locator("#filters").count():
                    page.fill("input[type=search]", word)
            if page.locator("#filters").count():
                page.click("#filters button[type=reset]")
                page.click("#filters summary")
                page.select_option("#filters select", index=page.locator("#filters option").count() - 1)
                page.click("#filters button[type=reset]")
                until(page, "document.getElementById('live').textContent.startsWith('All')")
            for target in page.locator("[data-cell]:visible, [data-open]:visible, [data-pair]:visible").all()[:3]:
                point(page, target)
                target.dispatch_event("click")
                if page.locator("#panel-close").is_visible():
                    page.click("#panel-close")
                    until(page, "document.getElementById('panel').hidden")
            canvas = page.locator("#canvas:visible")
            if canvas.count():
                for x in (-0.35, 0, 0.35):
                    middle, height = point(page, canvas)
                    middle += canvas.bounding_box()["width"] * x
                    page.mouse.move(middle, height)
                    page.mouse.click(middle, height)
                    page.keyboard.press("Escape")
            assert page.evaluate(ALIVE) == 0, path.name
            assert page.evaluate("() => document.scripts.length") == scripts
            assert watch.complaints() == [], path.name


@pytest.mark.parametrize("payload", synthetic.PAYLOADS[:5])
def test_hostile_text_is_shown_literally(browser, sites, payload: str) -> None:
    folder, _ = sites("hostile")
    with watched(browser, java_script_enabled=False) as watch:
        page = watch.open(folder / "pages" / "statements.html")
        assert payload in page.locator("main table").text_content()


def test_long_text_is_clipped_and_breaks_no_layout(browser, sites) -> None:
    folder, _ = sites("hostile")
    with watched(browser) as watch:
        for path in kinds(folder):
            page = watch.open(path)
            assert page.evaluate("document.documentElement.scrollWidth") <= 1366, path.name
            assert len(page.title()) < 200


@pytest.mark.parametrize(("name", "scheme"), [pytest.param("demo", "light", marks=pytest.mark.model), pytest.param("demo", "dark", marks=pytest.mark.model), ("hostile", "dark"), ("large", "light")])
def test_axe_finds_nothing(browser, sites, name: str, scheme: str) -> None:
    folder, _ = sites(name)
    found = {}
    with watched(browser, color_scheme=scheme, reduced_motion="reduce") as watch:
        for path in kinds(folder):
            page = watch.open(path)
            page.evaluate("document.querySelectorAll('main tr[data-st], main .card[data-st]').forEach((row, i) => i < 60 || row.remove())")  # thousands alike keep axe busy for minutes
            if page.locator("[data-cell]:visible").count():
                page.locator("[data-cell]:visible").first.dispatch_event("click")
            page.evaluate(AXE.read_text(encoding="utf-8"))
            result = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations']})")
            found[path.name] = [(v["id"], v["nodes"][0]["html"][:150], v["nodes"][0]["failureSummary"][:200]) for v in result["violations"]]
    assert {name: v for name, v in found.items() if v} == {}


@pytest.mark.parametrize("width", [320, 683], ids=["narrow", "zoomed"])  # 683 px: a screen of 1366 at 200 %
@pytest.mark.parametrize("name", CORPORA)
def test_nothing_scrolls_sideways_on_a_narrow_screen_or_zoomed(browser, sites, name: str, width: int) -> None:
    folder, _ = sites(name)
    with watched(browser, viewport={"width": width, "height": 640}) as watch:
        for path in kinds(folder):
            page = watch.open(path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path.name
            assert 'name="viewport"' in path.read_text(encoding="utf-8")


@pytest.mark.model
def test_pages_know_no_path_of_the_machine(sites) -> None:
    folder, _ = sites("demo")
    assert not any(str(Path.cwd()) in p.read_text(encoding="utf-8") for p in folder.rglob("*.html"))
