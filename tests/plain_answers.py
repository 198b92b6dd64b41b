"""The named questions answered in plain Python: no graph, no SPARQL. Each function gives the rows of the question of its name."""
from __future__ import annotations

from collections import Counter, defaultdict
from itertools import product

from plain_corpus import SIDE, Corpus, body, parties, rows, who

TOP = "structural-integration"


def _sides(counts: dict) -> dict:
    """By key the numbers for and against of a set of (key, who, side)."""
    found = defaultdict(lambda: [0, 0])
    for key, _, side in counts:
        found[key][side < 0] += 1
    return found


def sides(c: Corpus, proposal: str = TOP) -> list:
    found = defaultdict(Counter)
    for s in c.live:
        if s["proposal"] in c.under(proposal):
            for node in parties(s):
                found[node][s["stance"]] += 1
    return rows((c.name(node), n["supports"], n["opposes"], n["conditional"], n["neutral"]) for node, n in found.items())


def positions(c: Corpus, proposal: str = TOP, actor: tuple | None = None) -> list:
    return rows((s["said_on"], c.name(who(s)), c.name(body(s)) if s["organisation"] else None, s["stance"], c.labels[s["proposal"]], s["id"])
                for s in c.statements if s["proposal"] in c.under(proposal) and (actor is None or actor in parties(s)))


def _dated(c: Corpus) -> dict[tuple, list]:
    """(day, side, id) of the statements that take a side on a day, by speaker and proposal."""
    found = defaultdict(list)
    for s in c.live:
        if s["said_on"] and SIDE.get(s["stance"]):
            found[who(s), s["proposal"]].append((s["said_on"], SIDE[s["stance"]], s["id"]))
    return found


def changed(c: Corpus) -> list:
    found = []
    for (node, proposal), said in _dated(c).items():
        days = [sorted(day for day, side, _ in said if side == wanted) for wanted in (1, -1)]
        if all(days):
            found.append((c.name(node), c.labels[proposal], days[0][0], days[0][-1], days[1][0], days[1][-1], len(said)))
    return rows(found)


def contradictions(c: Corpus) -> list:
    found = []
    for (node, proposal), said in _dated(c).items():
        for day in {day for day, _, _ in said}:
            ids = [sorted(i for d, side, i in said if d == day and side == wanted) for wanted in (1, -1)]
            if all(ids):
                found.append((day, c.name(node), c.labels[proposal], ids[0][0], ids[1][0]))
    return rows(found)


def split(c: Corpus) -> list:
    people = {((body(s), s["proposal"]), who(s), SIDE[s["stance"]]) for s in c.live if s["organisation"] and SIDE.get(s["stance"])}
    several = {key for key, _, _ in people if len({node for other, node, _ in people if other == key}) > 1}
    return rows((c.name(key[0]), c.labels[key[1]], *n) for key, n in _sides(people).items() if all(n) and key in several)


def contested(c: Corpus, least: int = 1) -> list:
    people = {(s["proposal"], who(s), SIDE[s["stance"]]) for s in c.live if SIDE.get(s["stance"])}
    return rows((c.labels[key], *n) for key, n in _sides(people).items() if min(n) >= least)


def tally(c: Corpus) -> list:
    last: dict[tuple, str] = {}
    placed = [s for s in c.live if s["said_on"] and s["stance"] in SIDE]
    for s in placed:
        key = who(s), s["proposal"]
        last[key] = max(last.get(key, ""), s["said_on"])
    latest = {(s["proposal"], who(s), SIDE[s["stance"]]) for s in placed if s["said_on"] == last[who(s), s["proposal"]]}
    return rows((c.labels[key], sum(side > 0 for k, _, side in latest if k == key), sum(side < 0 for k, _, side in latest if k == key)) for key in {k for k, _, _ in latest})


def _compared(c: Corpus, actor: tuple | None) -> list[tuple]:
    """The stakeholder, or the twenty who stand on most proposals."""
    nodes = {node for node, kind, _ in c.edges if kind in ("supports", "opposes")}
    width = {node: len(c.on(node, "supports") | c.on(node, "opposes")) for node in nodes}
    return [actor] if actor else sorted(nodes, key=lambda node: (-width[node], "/".join(node)))[:20]


def allies(c: Corpus, actor: tuple | None = None) -> list:
    found = []
    for one, other in product(_compared(c, actor), {node for node, _, _ in c.edges}):
        agree = len((c.on(one, "supports") & c.on(other, "supports")) | (c.on(one, "opposes") & c.on(other, "opposes")))
        differ = len((c.on(one, "supports") & c.on(other, "opposes")) | (c.on(one, "opposes") & c.on(other, "supports")))
        if one != other and agree:
            found.append((c.name(one), c.name(other), agree, differ))
    return rows(found)


def adversaries(c: Corpus, actor: tuple | None = None) -> list:
    found = set()
    for one, other in product(_compared(c, actor), {node for node, _, _ in c.edges}):
        if one != other:
            apart = (c.on(one, "supports") & c.on(other, "opposes")) | (c.on(one, "opposes") & c.on(other, "supports"))
            found |= {(c.name(one), c.name(other), c.labels[proposal]) for proposal in apart}
    return rows(found)


def evidence(c: Corpus, actor: tuple | None = None, proposal: str | None = None) -> list:
    return rows({(c.name(node), s["stance"], c.labels[s["proposal"]], s["quote"], s["article"], s["start"], s["end"], s["mode"], s["cue"], s["rule"], f"{s['confidence']:g}",
                  s["status"], c.articles[s["article"]]["sha256"])
                 for s in c.statements for node in parties(s) if actor in (None, node) and proposal in (None, s["proposal"])})


def outlets(c: Corpus) -> list:
    found = defaultdict(list)
    for s in c.statements:
        if publisher := c.articles[s["article"]]["publisher"]:
            found[publisher].append(s)
    return rows((name, len({s["article"] for s in said}), len(said), sum(s["stance"] == "supports" for s in said), sum(s["stance"] == "opposes" for s in said))
                for name, said in found.items())


def office_holders(c: Corpus, day: str = "9999-12-31") -> list:
    posts = defaultdict(list)
    for s in c.statements:
        if s["speaker_kind"] == "person" and s["organisation"] and s["role"] and s["said_on"] and s["said_on"] <= day:
            posts[body(s), s["role"], who(s)].append(s["said_on"])
    found = {(c.name(office), role, c.name(person), min(days), max(days)) for (office, role, person), days in posts.items()}
    for place, office, person, since, until in c.holdings():
        until = until or "9999-12-31"
        if day[:len(since)] >= since and day[:len(until)] <= until:
            found.add((c.organisation(place), office, c.name(("person", person)), since, until))
    return rows(found)


def conditions(c: Corpus) -> list:
    return rows((c.labels[s["proposal"]], c.name(who(s)), s["lean"], s["condition"], s["quote"], s["article"]) for s in c.statements if s["stance"] == "conditional")


def unopposed(c: Corpus) -> list:
    against = {proposal for _, kind, proposal in c.edges if kind in ("opposes", "conditional-opposes")}
    supporters = Counter(proposal for _, kind, proposal in c.edges if kind == "supports" and proposal not in against)
    return rows((c.labels[proposal], n) for proposal, n in supporters.items())


def to_review(c: Corpus, below: float = 0.6) -> list:
    return rows((f"{s['confidence']:g}", c.name(who(s)), s["stance"], c.labels[s["proposal"]], s["quote"], s["id"])
                for s in c.statements if s["status"] == "machine" and s["confidence"] < below)


def hearsay(c: Corpus) -> list:
    found = defaultdict(list)
    for s in c.statements:
        found[who(s), s["proposal"]].append(bool(s["reported_by"]) and s["status"] == "machine")
    return rows((c.name(node), c.labels[proposal], len(told)) for (node, proposal), told in found.items() if all(told))


def reported(c: Corpus) -> list:
    return rows((s["reported_by"], c.name(who(s)), s["stance"], c.labels[s["proposal"]], s["quote"]) for s in c.statements if s["reported_by"])


def silent(c: Corpus, proposal: str = TOP, narrower: str = "care-trusts") -> list:
    wide, close = ({node for s in c.statements if s["proposal"] in c.under(top) for node in parties(s)} for top in (proposal, narrower))
    return rows({(c.name(node),) for node in wide - close})


def timeline(c: Corpus) -> list:
    found = defaultdict(Counter)
    for s in c.live:
        if s["said_on"] and s["proposal"] in c.under(TOP):
            found[s["said_on"][:4]][s["stance"]] += 1
    return rows((year, n["supports"], n["opposes"], n["conditional"]) for year, n in found.items())


def topics(c: Corpus) -> list:
    found = []
    for top in (name for name in c.labels if c.above.get(name) is None):
        said = [s for s in c.live if s["proposal"] in c.under(top)]
        if said:
            found.append((c.labels[top], len(said), len({who(s) for s in said}), sum(s["stance"] == "supports" for s in said), sum(s["stance"] == "opposes" for s in said)))
    return rows(found)


def provenance(c: Corpus) -> list:
    made = c.run["software"]["name"], c.run["software"]["version"], c.run["language"]
    return rows((*made, status, n, 0) for status, n in Counter(s["status"] for s in c.statements).items())
