"""The ontology as a page for people: each term with its meaning, where it applies, an example, and a place to link to."""
from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import BinaryIO

from rdflib import DCTERMS, OWL, RDF, RDFS, Dataset, Graph, URIRef
from rdflib.namespace import SKOS

from kg import resources
from kg.vocab import KG, ONTOLOGY, PREFIXES

KINDS = (("Classes", OWL.Class), ("Properties between nodes", OWL.ObjectProperty), ("Properties with values", OWL.DatatypeProperty), ("Values", SKOS.Concept))
FACTS = (("Is a kind of", RDFS.subClassOf), ("Is a case of", RDFS.subPropertyOf), ("Said of", RDFS.domain), ("Leads to", RDFS.range),
         ("In the scheme", SKOS.inScheme), ("In the statement table", SKOS.notation), ("Never also", OWL.disjointWith), ("Close to", SKOS.closeMatch),
         ("Example", SKOS.example))
STYLE = """body{font:16px/1.5 system-ui,"DejaVu Sans",sans-serif;max-width:50rem;margin:0 auto;padding:1rem;color:#1a1a1a}
h1,h2,h3{line-height:1.2}h3{margin-bottom:0}code{font-size:.9em}dl{display:grid;grid-template-columns:10rem 1fr;gap:.2rem 1rem;margin:.3rem 0 1rem}
dt{color:#4d4d4d}dd{margin:0;overflow-wrap:anywhere}:target{background:#eaf3f8}nav p{margin:.6rem 0 0;color:#4d4d4d}nav ul{columns:12rem;padding-left:1rem;margin:0}"""


def export(dataset: Dataset, stream: BinaryIO) -> None:
    """HTML of the ontology, made from stance.ttl; the same for every dataset."""
    stream.write(page(Graph().parse(resources.ontology("stance.ttl"), format="turtle")).encode())


def page(ontology: Graph) -> str:
    """The whole page; `#name` leads to each term."""
    title = escape(str(ontology.value(ONTOLOGY, RDFS.label)))
    version, licence = ontology.value(ONTOLOGY, OWL.versionInfo), ontology.value(ONTOLOGY, DCTERMS.license)
    return "".join([
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{STYLE}</style></head><body>\n<h1>{title}</h1>\n<p>{escape(str(ontology.value(ONTOLOGY, DCTERMS.description)))}</p>\n",
        f"<dl><dt>Namespace</dt><dd><code>{KG}</code></dd><dt>Version</dt><dd>{version}</dd><dt>Licence</dt><dd><a href=\"{escape(str(licence))}\">{escape(str(licence))}</a></dd></dl>\n",
        *_sections(ontology), "</body></html>\n"])


def _terms(ontology: Graph, kind: URIRef) -> list[URIRef]:
    return sorted(node for node in ontology.subjects(RDF.type, kind) if str(node).startswith(str(KG)))


def _sections(ontology: Graph) -> Iterator[str]:
    yield "<nav>"
    for name, kind in KINDS:
        yield f"<p>{name}</p><ul>"
        for node in _terms(ontology, kind):
            yield f'<li><a href="#{_local(node)}">{_local(node)}</a></li>'
        yield "</ul>"
    yield "</nav>\n"
    for name, kind in KINDS:
        yield f"<h2>{name}</h2>\n"
        for node in _terms(ontology, kind):
            yield f'<section id="{_local(node)}"><h3>{escape(str(ontology.value(node, RDFS.label)))} <code>kg:{_local(node)}</code></h3>\n'
            yield f"<p>{escape(str(ontology.value(node, RDFS.comment)))}</p>\n<dl>"
            for words, predicate in FACTS:
                values = sorted(ontology.objects(node, predicate))
                if values:
                    yield f"<dt>{words}</dt><dd>{', '.join(_shown(value) for value in values)}</dd>"
            yield "</dl></section>\n"


def _local(node: URIRef) -> str:
    return str(node).removeprefix(str(KG))


def _shown(value) -> str:
    if not isinstance(value, URIRef):
        return escape(str(value))
    if str(value).startswith(str(KG)):
        return f'<a href="#{_local(value)}">{_local(value)}</a>'
    prefix = next((p for p, namespace in PREFIXES.items() if str(value).startswith(namespace)), None)
    return f"<code>{prefix}:{escape(str(value).removeprefix(PREFIXES[prefix]))}</code>" if prefix else f"<code>{escape(str(value))}</code>"
