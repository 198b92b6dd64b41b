"""Bytes and first draw of the pages at 50, 500 and 2,000 statements, beside plain pyvis on the same statements.

First draw is the browser's own mark: first contentful paint for our pages, and for the network the end of the map's first
drawing, where that is later; the best of three loads. For plain pyvis, whose box is filled by its script, it is the end of
loading, or when its progress bar had gone, and whether that was within LIMIT seconds; one load. CPU seconds are the
renderer's, and tell more than the clock on a busy machine. The network is off, as for a reader on a train.
"""
from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))
SIZES, LIMIT = (50, 500, 2000), 20
PAGES = ("index.html", "pages/network.html", "pages/statements.html")


def plain_pyvis(statements: list[Any], path: Path) -> None:
    """What a newcomer writes: a node for each speaker and proposal, an edge for each statement, the words as its title."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    for statement in statements:
        for node in (statement.speaker, statement.proposal_label):
            network.add_node(node, label=node)
        network.add_edge(statement.speaker, statement.proposal_label, title=f"{statement.stance}: {statement.quote}")
    path.write_text(network.generate_html(), encoding="utf-8")


def measure(browser: Any, path: Path, *, wait_for_bar: bool = False) -> tuple[float, float, str]:
    """(seconds to first draw, renderer CPU seconds, a note)."""
    context = browser.new_context(viewport={"width": 1366, "height": 900}, offline=True)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    note = ""
    start = time.monotonic()
    page.goto(path.as_uri(), timeout=300_000)
    if wait_for_bar:
        drawn = time.monotonic() - start
        try:
            page.wait_for_function("!document.getElementById('loadingBar') || getComputedStyle(document.getElementById('loadingBar')).display === 'none'", timeout=LIMIT * 1000)
            drawn = time.monotonic() - start
        except Exception:  # playwright's own timeout class needs playwright at import
            note = f"progress bar still there after {LIMIT} s"
    else:
        while not page.evaluate("performance.getEntriesByName('first-contentful-paint').length") and time.monotonic() < start + 60:
            page.wait_for_timeout(20)
        while page.locator("#canvas").count() and not page.evaluate("performance.getEntriesByName('drawn').length") and time.monotonic() < start + 60:
            page.wait_for_timeout(20)
        drawn = page.evaluate("Math.max(...['first-contentful-paint', 'drawn'].flatMap((name) => performance.getEntriesByName(name).map((e) => e.startTime)))") / 1000
    if note:  # a page that does not answer tells nothing either
        return float("inf"), float("nan"), note
    spent = {m["name"]: m["value"] for m in session.send("Performance.getMetrics")["metrics"]}["ProcessTime"]
    context.close()
    return drawn, spent, note


def main() -> None:
    import synthetic
    from browser import chromium

    from kg.views import site

    print(f"load {os.getloadavg()[0]:.1f}\n")
    print("| statements | page | kB | first draw, s | renderer CPU, s | |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for n in SIZES:
            made = synthetic.corpus(n)
            at = Path(folder) / str(n)
            start = time.process_time()
            written = site.write(synthetic.dataset(made), at, texts={a.id: a.text for a in made[1]})
            spent = time.process_time() - start
            with chromium() as browser:
                for name in PAGES:
                    drawn, cpu, note = min(measure(browser, at / name) for _ in range(3))
                    print(f"| {n} | {name} | {(at / name).stat().st_size / 1000:.0f} | {drawn:.2f} | {cpu:.2f} | {note} |", flush=True)
            total = sum(p.stat().st_size for p in written)
            print(f"| {n} | all {len(written)} files | {total / 1000:.0f} | | | written in {spent:.1f} s CPU |", flush=True)
            path = at / "pyvis.html"
            plain_pyvis(made[0], path)
            with chromium() as browser:
                drawn, cpu, note = measure(browser, path, wait_for_bar=True)
            print(f"| {n} | plain pyvis | {path.stat().st_size / 1000:.0f} | {drawn:.2f} | {cpu:.2f} | {note} |", flush=True)


if __name__ == "__main__":
    main()
