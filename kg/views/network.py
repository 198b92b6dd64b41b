"""The network: built with pyvis, placed in Python, drawn as SVG for everybody and by vis-network for those with a script."""
from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pyvis.network import Network

from kg.views.columns import COLUMN, WIDTH, Node, place
from kg.views.data import cell, data
from kg.views.frame import page
from kg.views.matrix import bodies, columns
from kg.views.site import Site, group
from kg.views.stances import MARKS, Tally
from kg.views.text import clip, plain, wrap

BODIES, TOPICS, SPEAKERS = 20, 10, 8
QUOTES, ISLAND = (300, 200, 120, 80), 75_000  # characters of a quote, and the bytes of statements that they must leave room for
MIXED = ("divided", "conditional", "neutral")


@dataclass(frozen=True)
class Link:
    """Everything one body said on one proposal."""

    body: Node
    topic: Node
    tally: Tally
    width: float
    path: str
    pale: bool


def links(site: Site) -> tuple[dict[tuple[str, str], Tally], list[str], list[str]]:
    """(tally by body and proposal, bodies, proposals) of what is drawn: the most contested proposals, those heard most on them."""
    topics = columns(site)[:TOPICS]
    cells = {key: votes for key, votes in site.cells(site.statements).items() if key[1] in set(topics)}
    heard = [b for b in bodies(site) if any(body == b for body, _ in cells)]
    said = {b: sum(votes.total for (body, _), votes in cells.items() if body == b) for b in heard}
    chosen = sorted(heard, key=lambda b: (-said[b], heard.index(b)))[:BODIES]
    cells = {key: votes for key, votes in cells.items() if key[0] in set(chosen)}
    return cells, chosen, [t for t in topics if any(topic == t for _, topic in cells)]


def sides(cells: dict[tuple[str, str], Tally], chosen: list[str]) -> dict[str, str]:
    """The side of each body: its statements added up over the proposals drawn."""
    return {b: Tally(*map(sum, zip(*[votes for (body, _), votes in cells.items() if body == b], strict=True))).side for b in chosen}


def curve(body: Node, topic: Node, bottom: float) -> str:
    """A path from the border of a body's box to that of a proposal; `bottom` is where the columns end.

    From below it rises between two columns, for behind the boxes it could not be seen.
    """
    if body.side not in ("supports", "opposes"):
        top, sign = body.y - body.height / 2, -1 if body.x < 0 or (body.x == 0 and topic.y < 0) else 1
        row = round((body.y - bottom) / 60)  # those of one row and the next do not share a lane
        lane, edge = sign * (WIDTH / 2 + 30 + 90 * (COLUMN - abs(body.x)) / COLUMN + 7 * (row % 6)), sign * WIDTH / 2
        bend = min(topic.y + 60, bottom)
        return (f"M{body.x:g} {top:g}C{body.x:g} {top - 40:g} {lane:g} {bottom + 30:g} {lane:g} {bottom:g}"
                f"L{lane:g} {bend:g}C{lane:g} {topic.y:g} {lane:g} {topic.y:g} {edge:g} {topic.y:g}")
    sign = 1 if body.x < topic.x else -1
    x1, x2 = body.x + sign * WIDTH / 2, topic.x - sign * WIDTH / 2
    half = (x1 + x2) / 2
    return f"M{x1:g} {body.y:g}C{half:g} {body.y:g} {half:g} {topic.y:g} {x2:g} {topic.y:g}"


def built(nodes: list[Node], drawn: list[Link], names: dict[str, str]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The network as pyvis hands it to vis-network: directed, or a second edge between a pair would vanish."""
    network = Network(directed=True, cdn_resources="in_line")
    for node in sorted(nodes, key=lambda n: n.key):
        network.add_node(
            node.key, label="\n".join(node.lines), shape="box", x=node.x, y=node.y, side=node.side, title=clip(plain(names[node.key]), 200),
            heightConstraint={"minimum": node.height - 18},
        )
    for link in sorted(drawn, key=lambda k: (k.body.key, k.topic.key)):
        network.add_edge(
            link.body.key, link.topic.key, id=f"{link.body.key}~{link.topic.key}",
        )
    nodes_out, edges_out, *_ = network.get_network_data()
    # pyvis adds arrow heads to every directed edge; widths and colours follow the filters, so the page's script sets them
    nodes_out = [{key: node[key] for key in ("id", "label", "title", "x", "y", "side", "heightConstraint")} for node in nodes_out]
    return nodes_out, [{"from": edge["from"], "to": edge["to"]} for edge in edges_out]


def short(page_name: str) -> str:
    """A node's id: letter and hash of its page, opaque and the same in every build."""
    stem = page_name.removesuffix(".html")
    return stem[0] + stem.rpartition("-")[2]


def speakers(site: Site, node: Node, body: str, bottom: float) -> list[dict[str, Any]]:
    """Who spoke for a body, with places outside its column; the most heard first."""
    said = group((s.speaker, s) for s in site.by_body[body] if s.speaker != body)
    chosen = sorted(said, key=lambda a: (-len(said[a]), site.rows.actors[a].name, a))[:SPEAKERS]
    found = []
    for i, actor in enumerate(chosen):
        shift = (i - (len(chosen) - 1) / 2)
        outer = math.copysign(COLUMN + WIDTH + 80, node.x)
        at = (outer, node.y + shift * 46) if node.side in ("supports", "opposes") else (shift * (WIDTH + 20), bottom + 84)
        found.append({"label": "\n".join(wrap(site.rows.actors[actor].name, 26, 2)), "x": round(at[0], 1), "y": round(at[1], 1), "n": len(said[actor])})
    return found


def captions(nodes: list[Node]) -> list[dict[str, Any]]:
    """What each column holds, above it, and what the row below them does, under it."""
    top = min((n.y - n.height / 2 for n in nodes), default=0.0) - 22
    words = ((-COLUMN, "supports", "▲ mostly support"), (0, "topic", "proposals"), (COLUMN, "opposes", "mostly resist ▼"))
    found = [{"x": x, "y": top, "label": text} for x, side, text in words if any(n.side == side for n in nodes)]
    below = [f"{MARKS[name].glyph} {MARKS[name].title.lower()}" for name in MIXED if any(n.side == name for n in nodes)]
    bottom = max((n.y + n.height / 2 for n in nodes), default=0.0) + 22
    return found + ([{"x": 0, "y": bottom, "label": "on neither side: " + ", ".join(below)}] if below else [])


def render(site: Site) -> Iterator[tuple[str, str]]:
    """pages/network.html, and pages/positions.json: the places, which the next build into the same folder keeps."""
    cells, chosen, topics = links(site)
    side = sides(cells, chosen)
    keys = {row.id: short(site.page(row)) for row in [*map(site.rows.actors.get, chosen), *map(site.rows.proposals.get, topics)]}
    glyphs = {b: MARKS[side[b]].glyph + " " if side[b] in MIXED else "" for b in chosen}
    names = {keys[b]: f"{glyphs[b]}{site.rows.actors[b].name} ({sum(v.total for (x, _), v in cells.items() if x == b)})" for b in chosen}
    names |= {keys[t]: site.rows.proposals[t].label for t in topics}
    nodes = place(
        names, {keys[b]: side[b] for b in chosen}, [keys[t] for t in topics],
        {(keys[b], keys[t]): float(votes.total) for (b, t), votes in cells.items()}, site.positions,
    )
    at = {node.key: node for node in nodes}
    floor = max((n.y + n.height / 2 for n in nodes if n.side not in MIXED), default=0.0)
    drawn = [
        Link(at[keys[b]], at[keys[t]], votes, round(1.2 + 1.3 * math.log(votes.total), 2), curve(at[keys[b]], at[keys[t]], floor),
             at[keys[b]].side not in ("supports", "opposes"))
        for (b, t), votes in sorted(cells.items())
    ]
    bottom = max((n.y + n.height / 2 for n in nodes), default=0.0)
    vis_nodes, vis_edges = built(nodes, drawn, names)
    shown = [s for s in site.statements if (site.body(s).id, s.proposal) in cells]
    for limit in QUOTES:
        island = data(site, shown, limit=limit)
        if len(json.dumps(island, ensure_ascii=False, separators=(",", ":")).encode()) <= ISLAND:
            break
    island |= {
        "width": WIDTH - 16, "captions": captions(nodes), "nodes": vis_nodes, "edges": vis_edges, "speakers": {keys[b]: speakers(site, at[keys[b]], b, bottom) for b in chosen},
        "dashes": {name: [int(n) for n in mark.dash.split()] for name, mark in MARKS.items()},
    }
    box = (
        min((n.x - WIDTH / 2 for n in nodes), default=0) - 12, min((n.y - n.height / 2 for n in nodes), default=0) - 34,
        max((n.x + WIDTH / 2 for n in nodes), default=0) + 12, bottom + (40 if set(MIXED) & set(side.values()) else 12),
    )
    lists = [
        (css, title, [(site.rows.actors[b], b) for b in chosen if side[b] in which])
        for css, title, which in (
            ("supports", "Mostly support", ("supports",)), ("opposes", "Mostly resist", ("opposes",)),
            ("divided", "Divided, conditional or neutral", MIXED),
        )
    ]
    yield page(
        site, "pages/network.html", "network.html", heading="Network", scripts=("network.js",), network=True, data=island,
        nodes=nodes, captions=captions(nodes), links=drawn, box=box, half=WIDTH / 2, lists=lists, keys=keys, topics=[site.rows.proposals[t] for t in topics],
        cells=[
            (site.rows.actors[b], side[b], sorted(((site.rows.proposals[t], votes) for (x, t), votes in cells.items() if x == b), key=lambda c: (-c[1].total, c[0].label)))
            for b in chosen
        ],
        cell=lambda body, topic: cell(island, site, body, topic), all_bodies=len(site.by_body), all_topics=len(site.by_proposal), shown=len(shown),
    )
    places = {node.key: {"x": node.x, "y": node.y} | ({} if node.side in ("supports", "opposes", "topic") else {"mixed": True}) for node in nodes}
    yield "pages/positions.json", json.dumps(places, indent=0, sort_keys=True) + "\n"
