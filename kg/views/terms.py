"""The graph's terms as a page's script needs them: to write Turtle and SPARQL that fit the graph."""
from __future__ import annotations

from typing import Any

from kg import vocab
from kg.vocab import KG


def terms() -> dict[str, Any]:
    """Prefixed names: properties of a statement, stances, statuses and direct edges by 'stance' or 'stance/lean'."""
    return {
        "prefixes": {name: vocab.PREFIXES[name] for name in ("kg", "rdf")},
        "class": short(KG.Statement),
        "speaker": short(KG.speaker),
        "organisation": short(KG.onBehalfOf),
        "proposal": short(KG.proposal),
        "stance": short(KG.stance),
        "lean": short(KG.lean),
        "status": short(KG.status),
        "stances": {name: short(term) for name, term in vocab.STANCES.items()},
        "statuses": {name: short(term) for name, term in vocab.STATUSES.items()},
        "edges": {f"{stance}/{lean}" if lean else stance: short(term) for (stance, lean), term in vocab.EDGES.items()},
        "cell": CELL,
    }


def short(term: str) -> str:
    """A term of our namespace as kg:name."""
    return "kg:" + str(term).removeprefix(vocab.PREFIXES["kg"])


# {pairs} and {stances} are those of the statements in the panel; a body is the organisation spoken for, else the speaker.
CELL = """\
PREFIX kg: <https://w3id.org/stancekg/ns#>
PREFIX oa: <http://www.w3.org/ns/oa#>
SELECT DISTINCT ?statement ?stance ?words WHERE {
  VALUES (?body ?proposal) { {pairs} }
  VALUES ?stance { {stances} }
  ?statement a kg:Statement ; kg:proposal ?proposal ; kg:stance ?stance ; kg:speaker ?speaker .
  OPTIONAL { ?statement kg:onBehalfOf ?organisation }
  FILTER (COALESCE(?organisation, ?speaker) = ?body)
  OPTIONAL { ?statement kg:evidence/oa:hasSelector/oa:exact ?words }
} ORDER BY ?statement
"""
