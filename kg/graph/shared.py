"""What several articles may say alike: edges, memberships, outlets, tellers, minted proposals. All in the default graph."""
from __future__ import annotations

from collections.abc import Iterable, Iterator

from rdflib import RDF, Literal, URIRef
from rdflib.namespace import FOAF, ORG, PROV

from kg.graph import background, iris, terms
from kg.graph.provenance import Triple
from kg.model import Article, SpeakerKind, Statement, Status, normalise
from kg.vocab import EDGES, KG


def edge_triples(base: str, statement: Statement) -> Iterator[Triple]:
    """The direct edges of speaker and body; none where somebody disputes the statement."""
    if statement.status == Status.DISPUTED:
        return
    edge = EDGES.get((statement.stance, statement.lean)) or EDGES[statement.stance, None]
    for stakeholder in (iris.speaker(base, statement), iris.organisation(base, statement)):
        if stakeholder is not None:
            yield stakeholder, edge, iris.proposal(base, statement)


def membership(base: str, statement: Statement) -> URIRef | None:
    """A person's post in a body; None for other speakers and where the article tells of no body."""
    body = iris.organisation(base, statement)
    if body is None or statement.speaker_kind != SpeakerKind.PERSON:
        return None
    return iris.iri(base, "membership", iris.digest(iris.speaker(base, statement), body, normalise(statement.role or "")))


def membership_triples(base: str, statement: Statement) -> Iterator[Triple]:
    """The post with the days on which articles attest it: news tells a day, seldom an interval."""
    node = membership(base, statement)
    if node is None:
        return
    yield node, RDF.type, ORG.Membership
    yield node, ORG.member, iris.speaker(base, statement)
    yield node, ORG.organization, iris.organisation(base, statement)
    yield node, PROV.wasDerivedFrom, iris.iri(base, "article", iris.encode(statement.article))
    if statement.role is not None:
        yield node, KG.role, Literal(statement.role)
    if statement.said_on is not None:
        yield node, KG.asOf, terms.day(statement.said_on)


def outlet_triples(base: str, article: Article) -> Iterator[Triple]:
    """The publisher of an article."""
    if article.publisher:
        outlet = iris.iri(base, "outlet", iris.slug(article.publisher))
        yield outlet, RDF.type, ORG.Organization
        yield outlet, FOAF.name, Literal(article.publisher)


def minted_triples(base: str, statement: Statement, labels: dict[URIRef, str]) -> Iterator[Triple]:
    """The proposal of a statement where no scheme describes it: the first label that a statement gives becomes its label."""
    node = iris.proposal(base, statement)
    if node not in labels:
        labels[node] = statement.proposal_label or statement.proposal_text
        yield from background.concept_triples(base, node, labels[node])


class Tellers:
    """Who tells of others' stances: a stakeholder of the same article or the only one of that name, else an agent of that name."""

    def __init__(self, base: str, statements: Iterable[Statement]) -> None:
        self._base = base
        self._here: dict[tuple[str, str], URIRef] = {}
        self._anywhere: dict[str, set[URIRef]] = {}
        for statement in statements:
            name, node = normalise(statement.speaker), iris.speaker(base, statement)
            self._here.setdefault((statement.article, name), node)
            if statement.speaker_kind != SpeakerKind.ANONYMOUS:
                self._anywhere.setdefault(name, set()).add(node)

    def _known(self, statement: Statement) -> URIRef | None:
        name = normalise(statement.reported_by)
        nodes = self._anywhere.get(name, set())
        return self._here.get((statement.article, name)) or (next(iter(nodes)) if len(nodes) == 1 else None)

    def known(self, statement: Statement) -> bool:
        """Whether the teller is a stakeholder of some statement."""
        return self._known(statement) is not None

    def of(self, statement: Statement) -> URIRef:
        """The teller's node."""
        return self._known(statement) or iris.iri(self._base, "agent", iris.encode(statement.reported_by))

    def triples(self, statement: Statement) -> Iterator[Triple]:
        """Class and name of a teller who is no stakeholder."""
        if statement.reported_by is not None and not self.known(statement):
            yield self.of(statement), RDF.type, FOAF.Agent
            yield self.of(statement), FOAF.name, Literal(statement.reported_by)
