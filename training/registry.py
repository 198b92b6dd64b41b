"""Write ontology/organisations.ttl from the CSV files beside it: `python -m training.registry`.

organisations.csv, people.csv, offices.csv and holders.csv are what people edit; the Turtle is what is loaded and
published. Every node is an IRI; days, events and memberships too.
"""
from __future__ import annotations

import csv
from pathlib import Path

from rdflib import RDF, RDFS, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, OWL, SDO, SKOS, TIME, XSD

FOLDER = Path(__file__).parent.parent / "ontology"
ID = Namespace("https://w3id.org/stancekg/id/")
DATES = {4: (XSD.gYear, TIME.inXSDgYear), 7: (XSD.gYearMonth, TIME.inXSDgYearMonth), 10: (XSD.date, TIME.inXSDDate)}


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def label(graph: Graph, node: URIRef, text: str, aliases: str = "") -> None:
    for term in (SKOS.prefLabel, RDFS.label):
        graph.add((node, term, Literal(text, lang="en")))
    for alias in filter(None, aliases.split("|")):
        graph.add((node, SKOS.altLabel, Literal(alias, lang="en")))


def day(graph: Graph, date: str) -> URIRef:
    """The node of a day, month or year."""
    kind, term = DATES[len(date)]
    node = ID[f"day/{date}"]
    graph.add((node, RDF.type, TIME.Instant))
    graph.add((node, RDFS.label, Literal(date)))
    graph.add((node, term, Literal(date, datatype=kind)))
    return node


def organisations(graph: Graph) -> None:
    scheme = ID["organisation-kinds"]
    graph.add((scheme, RDF.type, SKOS.ConceptScheme))
    label(graph, scheme, "Kinds of organisation")
    for row in rows("organisations"):
        node, kind = ID[f"organisation/{row['id']}"], ID[f"organisation-kind/{row['kind']}"]
        graph.add((node, RDF.type, ORG.FormalOrganization))
        graph.add((node, RDF.type, ORG.Organization))
        label(graph, node, row["name"], row["aliases"])
        graph.add((node, FOAF.name, Literal(row["name"], lang="en")))
        graph.add((node, ORG.classification, kind))
        graph.add((kind, RDF.type, SKOS.Concept))
        graph.add((kind, SKOS.inScheme, scheme))
        label(graph, kind, row["kind"].replace("-", " "))
        graph.add((node, DCTERMS.source, URIRef(row["source"])))
        for column, term in (("from", SDO.foundingDate), ("until", SDO.dissolutionDate)):
            if row[column]:
                graph.add((node, term, Literal(row[column], datatype=DATES[len(row[column])][0])))
        if row["follows"]:
            event = ID[f"change/{row['id']}"]
            graph.add((event, RDF.type, ORG.ChangeEvent))
            label(graph, event, f"Formation of {row['name']}")
            graph.add((event, ORG.resultingOrganization, node))
            graph.add((event, DCTERMS.source, URIRef(row["source"])))
            graph.add((node, ORG.resultedFrom, event))
            for earlier in row["follows"].split("|"):
                graph.add((event, ORG.originalOrganization, ID[f"organisation/{earlier}"]))
                graph.add((ID[f"organisation/{earlier}"], ORG.changedBy, event))


def offices(graph: Graph) -> dict[str, list[str]]:
    bodies = {}
    for row in rows("offices"):
        post, role = ID[f"post/{row['id']}"], ID[f"role/{row['id']}"]
        graph.add((post, RDF.type, ORG.Post))
        label(graph, post, row["name"], row["aliases"])
        graph.add((post, ORG.role, role))
        graph.add((post, DCTERMS.source, URIRef(row["source"])))
        graph.add((role, RDF.type, ORG.Role))
        label(graph, role, row["name"])
        graph.add((role, DCTERMS.source, URIRef(row["source"])))
        bodies[row["id"]] = [body for body in row["organisations"].split("|") if body]
        for body in bodies[row["id"]]:
            graph.add((post, ORG.postIn, ID[f"organisation/{body}"]))
    return bodies


def body_at(bodies: list[str], known: dict[str, dict[str, str]], date: str) -> str | None:
    """Of the bodies that an office belonged to, the one that existed first on or after the date a holder began."""
    for body in bodies:
        until = known[body]["until"]
        if not until or date < until:
            return body
    return bodies[-1] if bodies else None


def people(graph: Graph, bodies: dict[str, list[str]]) -> None:
    known = {row["id"]: row for row in rows("organisations")}
    for row in rows("people"):
        node = ID[f"person/{row['id']}"]
        graph.add((node, RDF.type, FOAF.Person))
        label(graph, node, row["name"], row["aliases"])
        graph.add((node, FOAF.name, Literal(row["name"], lang="en")))
        graph.add((node, DCTERMS.source, URIRef(row["source"])))
    for row in rows("holders"):
        key = f"{row['office']}/{row['person']}/{row['from']}"
        person, membership, interval = ID[f"person/{row['person']}"], ID[f"membership/{key}"], ID[f"interval/{key}"]
        graph.add((person, ORG.holds, ID[f"post/{row['office']}"]))
        graph.add((person, ORG.hasMembership, membership))
        graph.add((membership, RDF.type, ORG.Membership))
        graph.add((membership, ORG.member, person))
        graph.add((membership, ORG.role, ID[f"role/{row['office']}"]))
        body = row["organisation"] or body_at(bodies[row["office"]], known, row["from"])
        if body:
            graph.add((membership, ORG.organization, ID[f"organisation/{body}"]))
        graph.add((membership, ORG.memberDuring, interval))
        graph.add((membership, DCTERMS.source, URIRef(row["source"])))
        graph.add((interval, RDF.type, TIME.Interval))
        graph.add((interval, TIME.hasBeginning, day(graph, row["from"])))
        if row["until"]:
            graph.add((interval, TIME.hasEnd, day(graph, row["until"])))


def build() -> str:
    """The Turtle, the same bytes for the same CSV."""
    graph = Graph()
    for prefix, namespace in (("dcterms", DCTERMS), ("foaf", FOAF), ("org", ORG), ("owl", OWL), ("schema", SDO), ("skos", SKOS), ("time", TIME)):
        graph.bind(prefix, namespace)
    header = ID["registry"]
    graph.add((header, RDF.type, OWL.Ontology))
    label(graph, header, "Organisations, offices and office holders of health and social care in the United Kingdom since 1997")
    graph.add((header, OWL.versionInfo, Literal("1.0.0")))
    graph.add((header, DCTERMS.license, URIRef("https://www.apache.org/licenses/LICENSE-2.0")))
    organisations(graph)
    people(graph, offices(graph))
    return graph.serialize(format="turtle")


if __name__ == "__main__":
    (FOLDER / "organisations.ttl").write_text(build(), encoding="utf-8")
