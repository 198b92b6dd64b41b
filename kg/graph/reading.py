"""A dataset back to statements: the inverse of `build`, on any dataset or merged graph that holds its triples."""
from __future__ import annotations

from rdflib import DCTERMS, RDF, Dataset, Graph, URIRef
from rdflib.namespace import FOAF, PROV, SKOS

from kg.errors import GraphError
from kg.graph import iris
from kg.model import Mode, SpeakerKind, Stance, Statement, Status
from kg.vocab import KG, MODES, OA, STANCES, STATUSES

_STANCE, _MODE, _STATUS = ({node: value for value, node in table.items()} for table in (STANCES, MODES, STATUSES))
Index = dict[URIRef, dict[URIRef, list]]


def read(dataset: Dataset | Graph) -> list[Statement]:
    """All statements, sorted by article and place.

    Raises GraphError naming the statement and the part that it lacks.
    """
    index: Index = {}
    for (subject, predicate, value), _ in dataset.store.triples((None, None, None), None):
        index.setdefault(subject, {}).setdefault(predicate, []).append(value)
    nodes = [node for node, parts in index.items() if KG.Statement in parts.get(RDF.type, ())]
    return sorted((_statement(index, node) for node in nodes), key=lambda s: (s.article, s.start, s.end, s.id))


def _one(index: Index, node: URIRef, predicate: URIRef):
    values = index.get(node, {}).get(predicate)
    if not values:
        raise GraphError(f"{node} has no {predicate.n3()}: add it, or make the graph again with 'kg build'")
    return values[0]


def _value(index: Index, node: URIRef, predicate: URIRef, table: dict[URIRef, str]) -> str | None:
    """The statement table's word for a concept of one of the schemes."""
    concept = index.get(node, {}).get(predicate, (None,))[0]
    if concept is not None and concept not in table:
        raise GraphError(f"{node} has {predicate.n3()} {concept}, which is none of {', '.join(sorted(table))}")
    return table.get(concept)


def _maybe(index: Index, node: URIRef | None, predicate: URIRef) -> str | None:
    values = index.get(node, {}).get(predicate)
    return str(values[0]) if values else None


def _name(index: Index, node: URIRef, link: URIRef, override: URIRef) -> str | None:
    """The linked node's name as this statement gives it."""
    other = index[node].get(link)
    if other is None:
        return None
    return _maybe(index, node, override) or str(_one(index, other[0], FOAF.name))


def _concept(index: Index, node: URIRef) -> tuple[str | None, str | None]:
    """(id, label) of the statement's proposal; both None where only the article's words name it."""
    what = _one(index, node, KG.proposal)
    local = iris.split(what)[2]
    if local is None and "id/proposal/text/" in what:
        return None, None
    return local, _maybe(index, node, KG.proposalLabel) or str(_one(index, what, SKOS.prefLabel))


def _statement(index: Index, node: URIRef) -> Statement:
    who, evidence = _one(index, node, KG.speaker), _one(index, node, KG.evidence)
    selectors = {_one(index, part, RDF.type): part for part in index.get(evidence, {}).get(OA.hasSelector, ())}
    for kind in (OA.TextQuoteSelector, OA.TextPositionSelector):
        if kind not in selectors:
            raise GraphError(f"{evidence} has no {kind.n3()}: add it, or make the graph again with 'kg build'")
    words, place = selectors[OA.TextQuoteSelector], selectors[OA.TextPositionSelector]
    _, kind, speaker_id = iris.split(who)
    bodies = index[node].get(KG.onBehalfOf)
    proposal, label = _concept(index, node)
    lean = _value(index, node, KG.lean, _STANCE)
    for needed in (KG.stance, KG.mode, KG.status):
        _one(index, node, needed)
    return Statement(
        id=iris.split(node)[2],
        article=str(_one(index, _one(index, node, PROV.wasDerivedFrom), DCTERMS.identifier)),
        start=int(_one(index, place, OA.start)), end=int(_one(index, place, OA.end)), quote=str(_one(index, words, OA.exact)),
        speaker=_name(index, node, KG.speaker, KG.speakerName), speaker_id=speaker_id, speaker_kind=SpeakerKind(kind),
        role=_maybe(index, node, KG.role),
        organisation=_name(index, node, KG.onBehalfOf, KG.organisationName),
        organisation_id=iris.split(bodies[0])[2] if bodies else None,
        stance=Stance(_value(index, node, KG.stance, _STANCE)), lean=lean and Stance(lean),
        condition=_maybe(index, node, KG.condition),
        proposal=proposal, proposal_label=label, proposal_text=str(_one(index, node, KG.proposalText)),
        mode=Mode(_value(index, node, KG.mode, _MODE)), cue=str(_one(index, node, KG.cue)), rule=str(_one(index, node, KG.rule)),
        reported_by=_name(index, node, KG.reportedBy, KG.reportedByName), said_on=_maybe(index, node, KG.saidOn),
        confidence=float(_one(index, node, KG.confidence)), status=Status(_value(index, node, KG.status, _STATUS)),
        because=_maybe(index, node, KG.because),
    )
