"""ontology/shapes.ttl by pySHACL on the merged graph."""
from __future__ import annotations

from functools import lru_cache

import pyshacl
from rdflib import RDF, SH, Dataset, Graph

from kg import resources
from kg.check.findings import Finding


@lru_cache(maxsize=1)
def _shapes() -> Graph:
    return Graph().parse(resources.ontology("shapes.ttl"), format="turtle")


def shapes(dataset: Dataset) -> list[Finding]:
    """What the Core shapes find; the rule is the shape's name and path."""
    merged = Graph()
    for (s, p, o), _ in dataset.store.triples((None, None, None), None):
        merged.add((s, p, o))
    _, report, _ = pyshacl.validate(merged, shacl_graph=_shapes(), inference="none", advanced=False, meta_shacl=False, allow_warnings=False)
    found = []
    for result in report.subjects(RDF.type, SH.ValidationResult):
        path, value = report.value(result, SH.resultPath), report.value(result, SH.value)
        message = str(min(report.objects(result, SH.resultMessage)))
        rule = str(report.value(result, SH.sourceConstraintComponent)).rpartition("#")[2].removesuffix("ConstraintComponent")
        shown = "" if value is None else f": {str(value)[:80]!r}"
        found.append(Finding(str(report.value(result, SH.focusNode)), rule if path is None else f"{rule} of {_short(path)}", f"{message}{shown}"))
    return sorted(set(found))


def _short(path) -> str:
    return str(path).replace("#", "/").rpartition("/")[2]
