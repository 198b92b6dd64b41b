"""Chromium for the tests of the pages: offline, watched for requests, messages, dialogs and policy violations."""
from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

AXE = Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
PATIENCE = 180_000  # milliseconds, for a busy machine
# The map lies as it will: no refit is to come.
FITTED = "document.getElementById('canvas').dataset.fitted === String(document.getElementById('canvas').clientWidth)"
VIOLATIONS = "window.violations = []; document.addEventListener('securitypolicyviolation', e => window.violations.push(e.violatedDirective))"


@contextmanager
def chromium() -> Iterator[Any]:
    """A running Chromium; skips where there is none, fails instead when KG_CI=1."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        path = None
    if path is None:
        reason = "needs playwright and Chromium: pip install playwright, apt-get install chromium"
        pytest.fail(reason) if os.environ.get("KG_CI") == "1" else pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@dataclass
class Watched:
    """A page and everything that it did which it should not."""

    page: Any
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    def open(self, path: Path, hash: str = "") -> Any:
        """Load a file, with a fragment."""
        self.page.goto(path.as_uri() + hash)
        return self.page

    def complaints(self) -> list[str]:
        """Requests beyond the files themselves, console messages, errors, dialogs and policy violations."""
        return self.requests + self.messages + self.page.evaluate("window.violations || []")


@contextmanager
def watched(browser: Any, **options: Any) -> Iterator[Watched]:
    """A fresh profile with one page; `options` are Playwright's for a context."""
    context = browser.new_context(**({"viewport": {"width": 1366, "height": 900}} | options))
    context.add_init_script(VIOLATIONS)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    made = Watched(page)

    def dismiss(dialog: Any) -> None:
        made.messages.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("request", lambda r: None if r.url.startswith(("file:", "blob:", "data:")) else made.requests.append(r.url))
    page.on("console", lambda m: made.messages.append(f"console: {m.text}"))
    page.on("pageerror", lambda e: made.messages.append(f"error: {e}"))
    page.on("dialog", dismiss)
    yield made
    context.close()


def kinds(folder: Path) -> list[Path]:
    """One file of each page kind; of proposals, actors and articles the one with most on it."""
    pages = folder / "pages"
    most = [max(sorted(pages.glob(f"{letter}-*.html")), key=lambda p: p.stat().st_size) for letter in "pat"]
    return [folder / "index.html", *sorted(p for p in pages.glob("*.html") if "-" not in p.name), *most]


def until(page, condition: str, seconds: float = 60) -> None:
    """Wait for a JavaScript condition without eval, which the pages' policy forbids.

    Raises AssertionError when it does not come about in time.
    """
    for _ in range(int(seconds * 20)):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"not within {seconds} s: {condition}")


SEEN = """(node) => {
  const boxes = [...node.getClientRects()].map((r) => [Math.max(r.left, 0), Math.max(r.top, 0), Math.min(r.right, innerWidth), Math.min(r.bottom, innerHeight)]);
  const box = boxes.find(([left, top, right, bottom]) => right - left >= 1 && bottom - top >= 1);
  return box && [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
}"""


def point(page, target, seconds: float = 60) -> tuple[float, float]:
    """Move the mouse to the middle of what can be seen of a node, once it holds still; the place, in CSS pixels.

    Raises AssertionError when the node stays out of sight or never comes to rest.
    """
    before = None
    for _ in range(int(seconds * 20)):
        target.scroll_into_view_if_needed()
        place = target.evaluate(SEEN)
        if place and place == before:
            page.mouse.move(*place)
            return place
        before = place
        page.wait_for_timeout(50)
    raise AssertionError(f"not in sight within {seconds} s: {target}")
