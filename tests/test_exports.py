"""What each format must hold beyond being read back: no formula, no second line, no clock, nothing that XML forbids."""
from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import openpyxl
import pyoxigraph as ox
import pytest
from small_world import ARTICLES, PROPOSALS, STATEMENTS

from kg import graph, plugins
from kg.errors import GraphError, UsageError
from kg.model import COLUMNS
from kg.vocab import KG, OA

NASTY = replace(STATEMENTS[0], cue='=HYPERLINK("http://evil.example")', because="one\ntwo\x07 <b>&\u2028\"'", rule="-1+1", role="@x")


def written(form: str, statements=(NASTY,)) -> bytes:
    stream = io.BytesIO()
    plugins.load("exports", form)(graph.build(statements, ARTICLES, proposals=PROPOSALS), stream)
    return stream.getvalue()


def test_csv_has_the_columns_and_runs_nothing() -> None:
    header, row = csv.reader(io.StringIO(written("csv").decode(), newline=""))
    assert list(COLUMNS) == header
    cells = dict(zip(header, row, strict=True))
    assert "'=HYPERLINK" == cells["cue"][:11] and "'-1+1" == cells["rule"] and "'@x" == cells["role"]
    assert NASTY.because == cells["because"]


def test_csvw_describes_every_column_of_the_csv() -> None:
    record = json.loads(written("csvw"))
    assert list(COLUMNS) == [column["name"] for column in record["tableSchema"]["columns"]]
    assert "statements.csv" == record["url"] and "id" == record["tableSchema"]["primaryKey"]
    assert {"@language"} == set(record["@context"][1]), "the standard allows no prefix of one's own"
    urls = {column["name"]: column["propertyUrl"] for column in record["tableSchema"]["columns"] if "propertyUrl" in column}
    assert str(KG.stance) == urls["stance"] and str(OA.exact) == urls["quote"] and all(url.startswith("http") for url in urls.values())
    required = [column["name"] for column in record["tableSchema"]["columns"] if column["required"]]
    assert {"id", "article", "quote", "stance"} <= set(required) and not {"condition", "cue"} & set(required)


def test_xlsx_has_text_and_no_formula() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(written("xlsx")))["statements"]
    header, row = sheet.iter_rows()
    assert list(COLUMNS) == [cell.value for cell in header]
    cells = {name: cell for name, cell in zip(COLUMNS, row, strict=True)}
    assert NASTY.cue == cells["cue"].value and "s" == cells["cue"].data_type
    assert 10 == cells["start"].value and "one\ntwo\ufffd" == cells["because"].value[:8]


def test_xlsx_has_no_clock() -> None:
    assert written("xlsx") == written("xlsx")
    assert 1980 == openpyxl.load_workbook(io.BytesIO(written("xlsx"))).properties.created.year


@pytest.mark.parametrize("form", ["ttl", "trig", "nt", "nq"])
def test_a_literal_stays_on_one_line(form: str) -> None:
    text = written(form).decode()
    assert '"one\\ntwo\\u0007 <b>&\u2028\\"\'"' in text


def test_rdfxml_replaces_what_xml_forbids_and_escapes_the_rest() -> None:
    quads = list(ox.parse(written("rdfxml"), ox.RdfFormat.RDF_XML))
    assert "one\ntwo\ufffd <b>&\u2028\"'" in {quad.object.value for quad in quads}


def test_jsonld_asks_no_network_for_its_context() -> None:
    record = json.loads(written("jsonld"))
    assert isinstance(record["@context"], dict)
    statement = next(node for node in record["@graph"] if node["type"] == "Statement")
    assert "https://w3id.org/stancekg/ns#support" == statement["stance"] and "0.9" == statement["confidence"]


def test_an_unknown_format_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="'ttl'"):
        plugins.load("exports", "tttl")


def test_rdfxml_refuses_a_property_that_xml_cannot_name() -> None:
    from rdflib import Dataset, Literal, URIRef

    dataset = Dataset()
    dataset.add((URIRef("http://e/a"), URIRef("http://e/1"), Literal("x")))
    with pytest.raises(GraphError, match="another format"):
        plugins.load("exports", "rdfxml")(dataset, io.BytesIO())
