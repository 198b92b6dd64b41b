"""The graph as rows: one walk over its triples, whatever store they lie in."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote

from rdflib import RDF, Dataset, Graph, URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, RDFS, SDO, SKOS

from kg import vocab
from kg.views.rows import ActorRow, ArticleRow, ProposalRow, Rows, StatementRow
from kg.vocab import KG, OA

Node = dict[Any, list[Any]]
KINDS = {FOAF.Person: "person", ORG.Organization: "organisation", KG.Group: "group", KG.AnonymousSpeaker: "anonymous"}


def rows(graph: Graph) -> Rows:
    """Rows of an rdflib Graph, or of all graphs of a Dataset together."""
    nodes = _nodes(graph)
    statements = [_statement(node, nodes) for node in nodes if KG.Statement in nodes[node].get(RDF.type, ())]
    statements.sort(key=lambda s: (s.article, s.start, s.end, s.id))
    actors = {a: _actor(a, nodes) for s in statements for a in (s.speaker, s.organisation) if a}
    articles = {s.article: _article(s.article, nodes) for s in statements}
    concepts = {str(n): _proposal(str(n), nodes) for n in nodes if KG.Proposal in nodes[n].get(RDF.type, ())}
    concepts |= {s.proposal: _proposal(s.proposal, nodes) for s in statements if s.proposal not in concepts}
    return Rows(tuple(statements), _sorted(articles), _sorted(actors), _sorted(concepts))


def _sorted(table: dict[str, Any]) -> dict[str, Any]:
    return dict(sorted(table.items()))


def _nodes(graph: Graph) -> dict[Any, Node]:
    """Every subject with its properties; values sorted, for a store promises no order."""
    found: dict[Any, dict[Any, set[Any]]] = defaultdict(lambda: defaultdict(set))
    quads: Iterable[Any] = graph.quads() if isinstance(graph, Dataset) else graph
    for subject, predicate, value, *_ in quads:
        found[subject][predicate].add(value)
    return {s: {p: sorted(values) for p, values in parts.items()} for s, parts in sorted(found.items())}


def _one(node: Node, *properties: Any) -> str | None:
    for name in properties:
        for value in node.get(name, ()):
            return str(value)
    return None


def _local(iri: str) -> str:
    """The last segment of an IRI, percent-decoded."""
    return unquote(iri.rstrip("/").rpartition("/")[2].rpartition("#")[2])


def _value(node: Node, name: Any, table: dict[str, Any], default: str | None = None) -> str | None:
    """The table's word for a concept: kg:support is 'supports'."""
    found = node.get(name, ())
    return next((word for word, concept in table.items() if concept in found), default)


def _statement(node: Any, nodes: dict[Any, Node]) -> StatementRow:
    about = nodes[node]
    evidence = [_evidence(e, nodes) for e in about.get(KG.evidence, ())]
    article, start, end, exact, prefix, suffix = min(evidence, default=("", 0, 0, "", "", ""))
    confidence = _one(about, KG.confidence)
    reported = about.get(KG.reportedBy, ())
    return StatementRow(
        id=_local(str(node)),
        iri=str(node),
        article=article,
        start=start,
        end=end,
        quote=exact,
        prefix=prefix,
        suffix=suffix,
        speaker=_one(about, KG.speaker) or "",
        organisation=_one(about, KG.onBehalfOf),
        role=_one(about, KG.role),
        stance=_value(about, KG.stance, vocab.STANCES, "neutral") or "neutral",
        lean=_value(about, KG.lean, vocab.STANCES),
        condition=_one(about, KG.condition),
        proposal=_one(about, KG.proposal) or "",
        proposal_text=_one(about, KG.proposalText),
        mode=_value(about, KG.mode, vocab.MODES),
        cue=_one(about, KG.cue),
        rule=_one(about, KG.rule),
        reported_by=_one(about, KG.reportedByName) or (_name(nodes.get(reported[0], {}), reported[0]) if reported else None),
        said_on=_one(about, KG.saidOn),
        confidence=float(confidence) if confidence else None,
        status=_value(about, KG.status, vocab.STATUSES, "machine") or "machine",
        because=_one(about, KG.because),
    )


def _evidence(node: Any, nodes: dict[Any, Node]) -> tuple[str, int, int, str, str, str]:
    """(article, start, end, exact, prefix, suffix) of one piece of evidence."""
    about = nodes.get(node, {})
    parts: Node = {}
    for selector in about.get(OA.hasSelector, ()):
        parts |= nodes.get(selector, {})
    places = [int(_one(parts, name) or 0) for name in (OA.start, OA.end)]
    words = [_one(parts, name) or "" for name in (OA.exact, OA.prefix, OA.suffix)]
    return (_one(about, OA.hasSource) or "", places[0], places[1], words[0], words[1], words[2])


def _name(about: Node, node: Any) -> str:
    return _one(about, FOAF.name, SKOS.prefLabel, RDFS.label) or _local(str(node))


def _actor(iri: str, nodes: dict[Any, Node]) -> ActorRow:
    about = _about(iri, nodes)
    kind = next((KINDS[t] for t in about.get(RDF.type, ()) if t in KINDS), "person")
    return ActorRow(iri, iri, _name(about, iri), kind)


def _article(iri: str, nodes: dict[Any, Node]) -> ArticleRow:
    about = _about(iri, nodes)
    publisher = next(iter(about.get(SDO.publisher, ()) or about.get(DCTERMS.publisher, ())), None)
    return ArticleRow(
        id=iri,
        iri=iri,
        key=_one(about, DCTERMS.identifier) or _local(iri),
        title=_one(about, SDO.headline, DCTERMS.title),
        publisher=None if publisher is None else _name(nodes[publisher], publisher) if publisher in nodes else str(publisher),
        date=_one(about, SDO.datePublished, DCTERMS.issued, DCTERMS.date),
        url=_one(about, SDO.url),
    )


def _proposal(iri: str, nodes: dict[Any, Node]) -> ProposalRow:
    about = _about(iri, nodes)
    return ProposalRow(
        id=iri,
        iri=iri,
        key=_local(iri),
        label=_name(about, iri),
        broader=_one(about, SKOS.broader),
        definition=_one(about, SKOS.definition),
        minted=_local(iri).startswith("x-") or "/proposal/label/" in iri or "/proposal/text/" in iri,
    )


def _about(iri: str, nodes: dict[Any, Node]) -> Node:
    return nodes.get(URIRef(iri), {})
