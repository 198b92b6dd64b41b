"""In a browser: lines and boxes of the drawings lead to words and pages, and the map stays in view."""
from __future__ import annotations

import pytest
from browser import FITTED, kinds, point, until, watched

pytestmark = pytest.mark.browser
CORPORA = (pytest.param("demo", marks=pytest.mark.model), "hostile", "large")
# Points along each line of the map, in the network's own units: a hidden drawing measures nothing.
ALONG = """() => {
  const still = document.getElementById("static"), was = still.hidden;
  still.hidden = false;
  const along = Object.fromEntries(kg.data.edges.map(({ id }) => {
    const path = document.querySelector(`path[data-link="${id}"]`), points = [];
    for (let k = 1; k < 40; k += 1) { const p = path.getPointAtLength(path.getTotalLength() * k / 40); points.push({ x: p.x, y: p.y }); }
    return [id, points];
  }));
  still.hidden = was;
  return along;
}"""
# The first of the points that is in the window, with no box over it.
FREE = """(points) => {
  const box = document.getElementById("canvas").getBoundingClientRect(), boxes = kg.data.nodes.map((n) => kg.network.getBoundingBox(n.id));
  for (const p of points) {
    const at = kg.network.canvasToDOM(p);
    const free = !boxes.some((b) => p.x > b.left - 4 && p.x < b.right + 4 && p.y > b.top - 4 && p.y < b.bottom + 4);
    if (free && at.x > 0 && at.y > 0 && at.x < box.width && at.y < box.height) return [at.x, at.y];
  }
}"""

# The middle, in the window, of a name's box that is well in view.
BOX = """() => {
  const at = document.querySelector("#canvas canvas").getBoundingClientRect(), names = new Set(kg.data.edges.map((e) => e.from));
  const boxes = kg.data.nodes.filter((n) => names.has(n.id)).map((n) => kg.network.getBoundingBox(n.id));
  const middles = boxes.map((b) => kg.network.canvasToDOM({ x: (b.left + b.right) / 2, y: (b.top + b.bottom) / 2 })).map((p) => [at.x + p.x, at.y + p.y]);
  return middles.find(([x, y]) => x > 0 && y > 100 && x < innerWidth && y < innerHeight - 100);
}"""


@pytest.mark.parametrize("name", CORPORA)
def test_a_click_on_a_line_of_the_map_opens_a_cell_whose_line_runs_there(browser, sites, name: str) -> None:
    folder, _ = sites(name)
    with watched(browser) as watch:
        page = watch.open(folder / "pages" / "network.html")
        until(page, "Boolean(kg.network)")
        page.locator("#canvas").scroll_into_view_if_needed()
        along = page.evaluate(ALONG)
        edges, opened = list(along), 0
        for edge in edges[:: max(1, len(edges) // 6)]:
            until(page, FITTED)
            place = page.evaluate(FREE, along[edge])
            if place is None:
                continue
            page.locator("#canvas canvas").click(position={"x": place[0], "y": place[1]})
            until(page, "!document.getElementById('panel').hidden")
            assert page.locator("#panel-list blockquote").first.text_content().strip()
            opened += 1
            page.keyboard.press("Escape")
            until(page, "document.getElementById('panel').hidden")
        assert opened >= min(3, len(edges))
        assert watch.complaints() == []


def test_a_click_on_the_map_counts_however_long_it_takes_and_a_drag_is_none(browser, sites) -> None:
    folder, _ = sites("demo")
    with watched(browser) as watch:
        watch.page.add_init_script("const now = Date.now; window.later = 0; Date.now = () => now() + window.later;")
        page = watch.open(folder / "pages" / "network.html")
        until(page, "Boolean(kg.network)")
        page.locator("#canvas").scroll_into_view_if_needed()
        for milliseconds in (0, 250, 251, 5000):
            until(page, FITTED)
            page.mouse.move(*page.evaluate(BOX))
            page.mouse.down()
            page.evaluate(f"window.later += {milliseconds}")
            page.mouse.up()
            assert page.locator("#panel-list blockquote").first.text_content().strip(), milliseconds
            assert page.locator("#panel").is_visible(), milliseconds
            page.keyboard.press("Escape")
        until(page, FITTED)
        x, y = page.evaluate(BOX)
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 40, y + 30, steps=4)
        page.mouse.move(x, y, steps=4)
        page.mouse.up()
        page.wait_for_timeout(400)
        assert not page.locator("#panel").is_visible()
        assert watch.complaints() == []


def test_no_label_of_the_map_is_wider_than_its_box(browser, sites) -> None:
    with watched(browser) as watch:
        for name in ("hostile", "large"):
            page = watch.open(sites(name)[0] / "pages" / "network.html")
            page.evaluate("document.getElementById('static').hidden = false; document.getElementById('canvas').hidden = true")
            wide = page.evaluate("""[...document.querySelectorAll('#static g')].flatMap((g) => {
              const box = g.querySelector('rect').getBBox();
              return [...g.querySelectorAll('text')].filter((t) => { const b = t.getBBox(); return b.width > box.width || b.y < box.y - 1 || b.y + b.height > box.y + box.height + 3; }).map((t) => t.textContent);
            })""")
            assert wide == []


@pytest.mark.parametrize("name", CORPORA)
def test_the_whole_map_is_in_view_and_the_wheel_scrolls_the_page(browser, sites, name: str) -> None:
    folder, _ = sites(name)
    with watched(browser, reduced_motion="reduce") as watch:
        page = watch.open(folder / "pages" / "network.html")
        until(page, "Boolean(kg.network)")
        outside = page.evaluate("""kg.data.nodes.filter((n) => {
          const b = kg.network.getBoundingBox(n.id), box = document.getElementById('canvas').getBoundingClientRect();
          const [a, z] = [{ x: b.left, y: b.top }, { x: b.right, y: b.bottom }].map((p) => kg.network.canvasToDOM(p));
          return a.x < 0 || a.y < 0 || z.x > box.width || z.y > box.height;
        }).length""")
        assert outside == 0
        point(page, page.locator("#canvas"))
        before, scale = page.evaluate("[scrollY, kg.network.getScale()]")
        page.mouse.wheel(0, 200)
        until(page, f"scrollY > {before}")
        assert page.evaluate("kg.network.getScale()") == scale


@pytest.mark.parametrize("name", CORPORA)
def test_a_tie_of_the_ring_opens_what_the_two_said(browser, sites, name: str) -> None:
    folder, _ = sites(name)
    with watched(browser) as watch:
        page = watch.open(folder / "pages" / "coalitions.html")
        ties = page.locator(".tie:visible")
        assert ties.count() > 0
        for i in range(0, ties.count(), max(1, ties.count() // 4)):
            ties.nth(i).locator(".hit").dispatch_event("click")
            assert page.locator("#panel-list blockquote").first.text_content().strip()
            assert " and " in page.locator("#panel-title").text_content()
            page.keyboard.press("Escape")
        page.locator("#tie").fill("0")
        assert page.locator(".tie:visible").count() == page.locator(".tie").count()
        page.reload()
        assert page.locator("#tie-live").text_content().startswith("all ")
        page = watch.open(folder / "pages" / "balance.html", "#m=votes")
        assert page.locator("section[data-measure=votes]").is_visible() and not page.locator("section[data-measure=statements]").is_visible()
        page.locator("input[value=statements]").check()
        assert page.evaluate("location.hash") == ""
        assert watch.complaints() == []


@pytest.mark.parametrize("name", CORPORA)
def test_the_ego_network_leads_to_pages_and_to_words(browser, sites, name: str) -> None:
    folder, _ = sites(name)
    with watched(browser) as watch:
        page = watch.open(kinds(folder)[-2])
        assert page.locator("svg.ego").is_visible()
        for href in {a.get_attribute("href") for a in page.locator("svg.ego a:not([data-with])").all()}:
            assert (folder / "pages" / href).is_file()
        lines = page.locator("svg.ego [data-with]")
        assert lines.count() >= 2
        for i in range(min(lines.count(), 6)):
            lines.nth(i).dispatch_event("click")
            assert page.locator("#panel-list blockquote").first.text_content().strip()
            page.keyboard.press("Escape")
        assert watch.complaints() == []
