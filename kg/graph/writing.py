"""Statements and articles to quads: a named graph for each article, everything shared in the default graph, no blank node."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rdflib import DCTERMS, RDF, Dataset, Graph, Literal, URIRef
from rdflib.namespace import FOAF, ORG, PROV, SDO
from rdflib.term import Identifier

from kg.graph import background, iris, terms
from kg.graph.provenance import Run, Triple, decision_triples, run_triples
from kg.model import Article, Proposal, Statement, Status, normalise
from kg.vocab import BASE, EDGES, KG, MODES, OA, STANCES, STATUSES

Quad = tuple[URIRef, URIRef, Identifier, URIRef | None]
CONTEXT = 32  # characters of prefix and suffix in a quote selector


def build(statements: Iterable[Statement], articles: Iterable[Article] = (), **options) -> Dataset:
    """The dataset of linked statements; options as for `quads`. Queries on it see the union of all graphs."""
    dataset = Dataset(default_union=True)
    graphs: dict[URIRef | None, Graph] = {None: dataset.default_graph}
    add = dataset.store.add
    for subject, predicate, value, name in quads(statements, articles, **options):
        if name not in graphs:
            graphs[name] = dataset.graph(name)
        add((subject, predicate, value), graphs[name])
    return dataset


def quads(statements: Iterable[Statement], articles: Iterable[Article] = (), *, proposals: Iterable[Proposal] = (),
          people: Iterable[background.Named] = (), organisations: Iterable[background.Named] = (),
          ontology: Iterable[Graph] = (), decisions: Mapping[str, Iterable[Mapping[str, str]]] | None = None,
          base: str = BASE, run: Run | None = None) -> Iterator[Quad]:
    """The same as (subject, predicate, object, graph or None) without a store, for corpora that outgrow memory.

    `proposals` are all of the scheme and the minted ones, `ontology` parsed files (proposals.ttl, organisations.ttl) to
    take along, `decisions` what people decided by statement id. Of several statements with one id the first is kept.
    """
    run = run or Run()
    chosen: dict[str, Statement] = {}
    for statement in sorted(statements, key=lambda s: (s.article, s.start, s.end, s.id)):
        chosen.setdefault(statement.id, statement)
    known = {article.id: article for article in articles}
    names = background.actor_names(base, chosen.values(), people, organisations)
    proposals = list(proposals)
    labels = {iris.concept(base, p.id, None, ""): p.label for p in proposals}

    for triple in run_triples(base, run):
        yield *triple, None
    for triple in background.value_triples():
        yield *triple, None
    for graph in ontology:
        for triple in background.rebase(graph, base):
            yield *triple, None
    for triple in background.proposal_triples(base, proposals):
        yield *triple, None
    for triple in background.actor_triples(names):
        yield *triple, None

    told = {(s.article, normalise(s.speaker)): iris.speaker(base, s) for s in reversed(chosen.values())}
    for identifier in sorted(known.keys() | {s.article for s in chosen.values()}):
        name = iris.iri(base, "graph", iris.encode(identifier))
        for triple in article_triples(base, identifier, known.get(identifier)):
            yield *triple, name
    for statement in chosen.values():
        name = iris.iri(base, "graph", iris.encode(statement.article))
        for triple in minted_triples(base, statement, labels):
            yield *triple, None
        for triple in statement_triples(base, statement, known.get(statement.article), names, labels, told, run.iri(base)):
            yield *triple, name
        node = iris.iri(base, "statement", iris.encode(statement.id))
        for triple in decision_triples(base, node, (decisions or {}).get(statement.id, ())):
            yield *triple, name


def article_triples(base: str, identifier: str, article: Article | None) -> Iterator[Triple]:
    """What is known of an article: never its text, only the hash of it."""
    node = iris.iri(base, "article", iris.encode(identifier))
    yield node, RDF.type, KG.Article
    yield node, DCTERMS.identifier, Literal(identifier)
    if article is None:
        return
    yield node, KG.textSha256, Literal(article.sha256)
    if article.title:
        yield node, DCTERMS.title, Literal(article.title)
    if article.byline:
        yield node, KG.byline, Literal(article.byline)
    if article.date:
        yield node, DCTERMS.issued, terms.day(article.date)
    if article.url:
        yield node, SDO.url, Literal(article.url)
    if article.publisher:
        outlet = iris.iri(base, "outlet", iris.slug(article.publisher))
        yield node, DCTERMS.publisher, outlet
        yield outlet, RDF.type, ORG.Organization
        yield outlet, FOAF.name, Literal(article.publisher)


def minted_triples(base: str, statement: Statement, labels: dict[URIRef, str]) -> Iterator[Triple]:
    """The proposal of a statement where no scheme describes it: the first label that a statement gives is its label."""
    node = iris.proposal(base, statement)
    if node not in labels:
        labels[node] = statement.proposal_label or statement.proposal_text
        yield from background.concept_triples(base, node, labels[node])


def statement_triples(base: str, statement: Statement, article: Article | None, names: background.Names,
                      labels: dict[URIRef, str], told: Mapping[tuple[str, str], URIRef], run: URIRef) -> Iterator[Triple]:
    """One statement with its evidence, membership and direct edges."""
    local = iris.encode(statement.id)
    node, source = iris.iri(base, "statement", local), iris.iri(base, "article", iris.encode(statement.article))
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
    yield node, PROV.wasDerivedFrom, source
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
    if statement.proposal_label is not None and statement.proposal_label != labels[what]:
        yield node, KG.proposalLabel, Literal(statement.proposal_label)
    if statement.reported_by is not None:
        yield from reporter_triples(base, node, statement, names, told)
    yield from evidence_triples(base, local, statement, source, article)
    if body is not None:
        yield node, KG.onBehalfOf, body
        if statement.organisation != names.of(body):
            yield node, KG.organisationName, Literal(statement.organisation)
        yield from membership_triples(base, node, statement, who, body, source)
    if statement.status != Status.DISPUTED:
        edge = EDGES.get((statement.stance, statement.lean)) or EDGES[statement.stance, None]
        for stakeholder in (who, body):
            if stakeholder is not None:
                yield stakeholder, edge, what


def reporter_triples(base: str, node: URIRef, statement: Statement, names: background.Names,
                     told: Mapping[tuple[str, str], URIRef]) -> Iterator[Triple]:
    """Who tells of it: a stakeholder of the same article where the name is one, else an agent of that name."""
    name = statement.reported_by
    reporter = told.get((statement.article, normalise(name)))
    if reporter is None:
        reporter = iris.iri(base, "agent", iris.encode(name))
        yield reporter, RDF.type, FOAF.Agent
        yield reporter, FOAF.name, Literal(name)
    elif names.of(reporter) != name:
        yield node, KG.reportedByName, Literal(name)
    yield node, KG.reportedBy, reporter


def evidence_triples(base: str, local: str, statement: Statement, source: URIRef, article: Article | None) -> Iterator[Triple]:
    """The exact words, with what stands before and after, and their place in code points of the text as read."""
    node, words, place = (iris.iri(base, part, local) for part in ("evidence", "quote", "position"))
    yield node, RDF.type, KG.Evidence
    yield node, OA.hasSource, source
    yield node, OA.hasSelector, words
    yield node, OA.hasSelector, place
    yield words, RDF.type, OA.TextQuoteSelector
    yield words, OA.exact, Literal(statement.quote)
    if article is not None:
        yield words, OA.prefix, Literal(article.text[max(0, statement.start - CONTEXT):statement.start])
        yield words, OA.suffix, Literal(article.text[statement.end:statement.end + CONTEXT])
    yield place, RDF.type, OA.TextPositionSelector
    yield place, OA.start, terms.integer(statement.start)
    yield place, OA.end, terms.integer(statement.end)


def membership_triples(base: str, node: URIRef, statement: Statement, who: URIRef, body: URIRef, source: URIRef) -> Iterator[Triple]:
    """A person's post in a body with the days that articles attest it: news tells a day, seldom an interval."""
    if statement.speaker_kind != "person":
        return
    membership = iris.iri(base, "membership", iris.digest(who, body, normalise(statement.role or "")))
    yield node, KG.inCapacity, membership
    yield membership, RDF.type, ORG.Membership
    yield membership, ORG.member, who
    yield membership, ORG.organization, body
    yield membership, PROV.wasDerivedFrom, source
    if statement.role is not None:
        yield membership, KG.role, Literal(statement.role)
    if statement.said_on is not None:
        yield membership, KG.asOf, terms.day(statement.said_on)
