"""The page frame: one autoescaping template environment, inlined assets, and the policy that allows only those."""
from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kg.views import stances, text
from kg.views.site import Site, count
from kg.views.status import about

NAV = (
    ("index.html", "Positions"),
    ("pages/network.html", "Network"),
    ("pages/proposals.html", "Proposals"),
    ("pages/actors.html", "Who"),
    ("pages/balance.html", "Balance"),
    ("pages/timeline.html", "Timeline"),
    ("pages/coalitions.html", "Coalitions"),
    ("pages/statements.html", "Statements"),
)

NAME = 160  # characters of a name, a post or a proposal where it leads to its own page
STYLES = ("base.css", "views.css", "media.css")
SHARED = ("core.js", "panel.js", "table.js", "picture.js", "save.js")


@cache
def asset(name: str) -> str:
    """A file of static/ without indentation and comments; line ends as an HTML parser leaves them, for the hash must match what it sees."""
    source = files("kg.views").joinpath("static", name).read_text(encoding="utf-8")
    return "\n".join(line for line in map(str.strip, source.splitlines()) if line and not line.startswith("//"))


@cache
def vis() -> str:
    """The vis-network script that pyvis carries in its own package."""
    source = files("pyvis").joinpath("templates", "lib", "vis-9.1.2", "vis-network.min.js").read_text(encoding="utf-8")
    return source.replace("\r\n", "\n").replace("</script", "<\\/script")


def digest(content: str) -> str:
    """A Content-Security-Policy source for inline content."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode() + "'"


def policy(scripts: list[str], styles: list[str]) -> str:
    """Nothing from anywhere, and only these scripts and styles inside."""
    return (
        f"default-src 'none'; script-src {' '.join(map(digest, scripts)) or chr(39) + 'none' + chr(39)}; "
        f"style-src {' '.join(map(digest, styles))}; img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def island(data: Any) -> Markup:
    """JSON for a script element: no character that could end it or be read as markup."""
    dumped = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        dumped = dumped.replace(char, f"\\u{ord(char):04x}")
    return Markup(dumped)


def number(value: float | None) -> str:
    """A figure with at most two decimals."""
    return "" if value is None else f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else f"{value:,}"


def plural(n: int, one: str, many: str | None = None) -> str:
    """'1 statement', '2 statements'."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


@cache
def environment() -> Environment:
    """Jinja with autoescape on, always: every text of an article is hostile until shown otherwise."""
    made = Environment(
        loader=PackageLoader("kg.views", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "clean": text.clean, "plain": text.plain, "clip": text.clip, "href": text.href, "number": number, "plural": plural,
    }
    made.globals |= {"NAME": NAME, "MARKS": stances.MARKS, "STANCES": stances.STANCES, "STATUS": stances.STATUS, "plural": plural, "count": count,
                     "anchor": lambda statement: text.anchor(statement.id)}
    return made


def page(
    site: Site,
    name: str,
    template: str,
    *,
    heading: str,
    scripts: tuple[str, ...] = (),
    data: Any = None,
    network: bool = False,
    current: str | None = None,
    **values: Any,
) -> tuple[str, str]:
    """(file name, html) of a page made from a template inside the frame."""
    sources = ([vis()] if network else []) + [asset(script) for script in (*SHARED, *scripts)]
    styles = [asset(style) for style in STYLES]
    root = "../" * name.count("/")
    html = environment().get_template(template).render(
        site=site,
        name=name,
        current=current or name,
        root=root,
        pages="" if root else "pages/",
        heading=text.plain(heading),
        navigation=NAV,
        csp=policy(sources, styles),
        styles=[Markup(s) for s in styles],
        sources=[Markup(s) for s in sources],
        data=island(data) if data is not None else None,
        about=about(site),
        **values,
    )
    return name, html
