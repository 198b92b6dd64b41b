"""The statement node itself: everything that one reading of one passage says."""
from __future__ import annotations

from collections.abc import Iterator

from rdflib import RDF, Literal, URIRef
from rdflib.namespace import PROV

from kg.graph import background, iris, shared, terms
from kg.graph.provenance import Triple
from kg.model import Statement, Status
from kg.vocab import KG, MODES, STANCES, STATUSES


def statement_triples(base: str, statement: Statement, names: background.Names, labels: dict[URIRef, str],
                      tellers: shared.Tellers, run: URIRef) -> Iterator[Triple]:
    """One statement; a name or label is repeated only where it is not the node's own."""
    local = iris.encode(statement.id)
    node = iris.iri(base, "statement", local)
    who, body, what = iris.speaker(base, statement), iris.organisation(base, statement), iris.proposal(base, statement)
    yield node, RDF.type, KG.Statement
    yield node, KG.speaker, who
    yield node, KG.stance, STANCES[statement.stance]
    yield node, KG.proposal, what
    yield node, KG.proposalText, Literal(statement.proposal_text)
    yield node, KG.evidence, iris.iri(base, "evidence", local)
    yield node, KG.mode, MODES[statement.mode]
    yield node, KG.cue, Literal(statement.cue)
    yield node, KG.rule, Literal(statement.rule)
    yield node, KG.confidence, terms.decimal(statement.confidence)
    yield node, KG.status, STATUSES[statement.status]
    yield node, PROV.wasDerivedFrom, iris.iri(base, "article", iris.encode(statement.article))
    if statement.status != Status.ADDED:
        yield node, PROV.wasGeneratedBy, run
    for predicate, value in ((KG.role, statement.role), (KG.condition, statement.condition), (KG.because, statement.because)):
        if value is not None:
            yield node, predicate, Literal(value)
    if statement.lean is not None:
        yield node, KG.lean, STANCES[statement.lean]
    if statement.said_on is not None:
        yield node, KG.saidOn, terms.day(statement.said_on)
    if statement.speaker != names.of(who):
        yield node, KG.speakerName, Literal(statement.speaker)
    if body is not None:
        yield node, KG.onBehalfOf, body
        if statement.organisation != names.of(body):
            yield node, KG.organisationName, Literal(statement.organisation)
        post = shared.membership(base, statement)
        if post is not None:
            yield node, KG.inCapacity, post
    if statement.proposal_label is not None and statement.proposal_label != labels[what]:
        yield node, KG.proposalLabel, Literal(statement.proposal_label)
    if statement.reported_by is not None:
        teller = tellers.of(statement)
        yield node, KG.reportedBy, teller
        if tellers.known(statement) and names.of(teller) != statement.reported_by:
            yield node, KG.reportedByName, Literal(statement.reported_by)
