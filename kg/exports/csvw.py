"""W3C metadata of the statement table (CSV on the Web), to lie beside statements.csv."""
from __future__ import annotations

import json
from typing import BinaryIO

from rdflib import RDFS, Dataset, Graph

from kg import resources
from kg.model import COLUMNS
from kg.vocab import KG, PREFIXES

TERMS = {
    "speaker": "kg:speakerName", "speaker_id": "kg:speaker", "stance": "kg:stance", "lean": "kg:lean", "condition": "kg:condition",
    "role": "kg:role", "organisation": "kg:organisationName", "organisation_id": "kg:onBehalfOf", "proposal": "kg:proposal",
    "proposal_label": "kg:proposalLabel", "proposal_text": "kg:proposalText", "mode": "kg:mode", "cue": "kg:cue", "rule": "kg:rule",
    "reported_by": "kg:reportedByName", "said_on": "kg:saidOn", "confidence": "kg:confidence", "status": "kg:status",
    "because": "kg:because", "quote": "oa:exact", "start": "oa:start", "end": "oa:end", "article": "dcterms:identifier"}
TYPES = {"start": "integer", "end": "integer", "confidence": "decimal"}
REQUIRED = ("id", "article", "start", "end", "quote", "speaker", "speaker_kind", "stance", "proposal_text", "mode", "rule")


def export(dataset: Dataset, stream: BinaryIO) -> None:
    """The description of statements.csv; the same for every dataset."""
    stream.write(metadata("statements.csv").encode())


def metadata(url: str) -> str:
    """JSON that tells a CSVW reader each column's name, type and term."""
    ontology = Graph().parse(resources.ontology("stance.ttl"), format="turtle")
    columns = []
    for name in COLUMNS:
        column = {"name": name, "titles": name, "datatype": TYPES.get(name, "string"), "required": name in REQUIRED}
        if name in TERMS:
            prefix, _, local = TERMS[name].partition(":")
            column["propertyUrl"] = f"{PREFIXES[prefix]}{local}"
            if TERMS[name].startswith("kg:"):
                column["dc:description"] = str(ontology.value(KG[TERMS[name][3:]], RDFS.comment))
        columns.append(column)
    table = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}], "url": url, "dc:title": "Stance statements",
        "dialect": {"header": True, "encoding": "utf-8", "lineTerminators": ["\r\n"]},
        "tableSchema": {"columns": columns, "primaryKey": "id"}}
    return json.dumps(table, indent=2, ensure_ascii=False) + "\n"
