"""The registry: the Turtle is what the CSV says, its facts hang together, and users' files are read or refused with a reason."""
from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import RDF, BNode, Graph
from rdflib.namespace import ORG

from kg.errors import ConfigError
from kg.linking.registry import Registry, covers, load, read_csv, touches
from kg.resources import ontology
from training.registry import build, rows


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load()


def test_the_turtle_is_what_the_csv_files_say() -> None:
    assert build() == ontology("organisations.ttl").read_text(encoding="utf-8")


def test_no_blank_nodes() -> None:
    assert not [term for triple in Graph().parse(ontology("organisations.ttl")) for term in triple if isinstance(term, BNode)]


def test_every_fact_has_a_public_source() -> None:
    for name in ("organisations", "people", "offices", "holders"):
        assert all(row["source"].startswith("https://") for row in rows(name)), name


def test_every_body_person_post_membership_and_change_names_its_source_in_the_graph() -> None:
    graph = Graph().parse(ontology("organisations.ttl"))
    facts = {str(row[0]): int(row[1]) for row in graph.query("""
        PREFIX org: <http://www.w3.org/ns/org#> PREFIX foaf: <http://xmlns.com/foaf/0.1/> PREFIX dcterms: <http://purl.org/dc/terms/>
        SELECT ?kind (COUNT(?fact) AS ?number) {
            VALUES ?kind { org:FormalOrganization foaf:Person org:Post org:Role org:Membership org:ChangeEvent }
            ?fact a ?kind FILTER NOT EXISTS { ?fact dcterms:source ?source FILTER (isIRI(?source) && STRSTARTS(STR(?source), "https://")) }
        } GROUP BY ?kind""")}
    assert {} == facts
    assert 150 < len(set(graph.subjects(RDF.type, ORG.FormalOrganization))) and 100 < len(set(graph.subjects(RDF.type, ORG.Membership)))


def test_size_and_what_is_read_back(registry: Registry) -> None:
    assert len([o for o in registry.organisations.values() if o.kind != "outlet"]) >= 150
    assert len(rows("holders")) == len(registry.holdings)
    assert all(h.person in registry.people and h.office in registry.offices for h in registry.holdings)
    assert all(o in registry.organisations for office in registry.offices.values() for o in office.organisations)


def test_one_holder_at_a_time(registry: Registry) -> None:
    for office in registry.offices:
        held = sorted((h.start, h.end or "9999") for h in registry.holdings if h.office == office)
        assert all(first[1] <= second[0] for first, second in zip(held, held[1:])), office


@pytest.mark.parametrize(("date", "person"), [("2000-07-27", "alan-milburn"), ("2005-10-21", "patricia-hewitt"), ("2009-09", "andy-burnham"), ("2013", "jeremy-hunt"), ("2022", None), ("2003-06-12", None)])
def test_health_secretaries(registry: Registry, date: str, person: str | None) -> None:
    assert ([person] if person else []) == [h.person for h in registry.holders("health-secretary", date)]


@pytest.mark.parametrize(("date", "body"), [("2005", "department-of-health"), ("2019-05-01", "department-of-health-and-social-care"), (None, None)])
def test_the_department_of_an_office_depends_on_the_day(registry: Registry, date: str | None, body: str | None) -> None:
    found = registry.organisation_of("health-secretary", date)
    assert body == (found.id if found else None)


@pytest.mark.parametrize(("start", "end", "date", "whole", "some"), [
    ("2000-05-01", "2003-06-12", "2001", True, True), ("2000-05-01", "2003-06-12", "2000", False, True), ("2000", "2003", "2000", True, True), (None, "2003", "1950", True, True),
    ("2000-05-01", "2003-06-12", "2003-06-12", False, True), ("2000-05", None, "2030-01-01", True, True), ("2000-05", "2001", "1999-12", False, False),
])
def test_days_within_a_time(start: str | None, end: str | None, date: str, whole: bool, some: bool) -> None:
    assert (whole, some) == (covers(start, end, date), touches(start, end, date))


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "names.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_users_names_with_semicolons_and_bom(tmp_path: Path) -> None:
    path = write(tmp_path, "name;kind;aliases;organisation;role;from;until\r\nAcme Tiles;organisation;ACME|Acme;;;;\r\nDora Finch;person;Dora F Finch;Acme Tiles;owner;2001;2004-05\r\n", "utf-8-sig")
    found = read_csv(path, Registry())
    assert ("ACME", "Acme") == found.organisations["acme-tiles"].aliases
    assert ("Dora Finch", ("Dora F Finch",)) == (found.people["dora-finch"].name, found.people["dora-finch"].aliases)
    assert ("owner", "2001", "2004-05") == (found.holdings[0].role, found.holdings[0].start, found.holdings[0].end)


def test_users_names_add_to_a_known_entry(tmp_path: Path, registry: Registry) -> None:
    found = read_csv(write(tmp_path, "name,kind,aliases\nLocal Government Association,organisation,Loc Gov Assoc\n"), registry)
    assert {"Loc Gov Assoc", "LGA"} <= set(found.organisations["lga"].aliases)
    assert len(registry.organisations) == len(found.organisations)


@pytest.mark.parametrize(("text", "words"), [
    ("name,knd\nA,person\n", "did you mean 'kind'"), ("name,kind\nA,persn\n", "did you mean 'person'"), ("name\nA\n", "'kind' is missing"), ("name,kind,from\nA,person,5 May\n", "write 2005, 2005-10"),
    ("name,kind\n,person\n", "'name' is empty"), ("name,kind\nA,person,x\n", "3 cells under 2 columns"),
])
def test_what_cannot_be_understood_names_place_and_remedy(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ConfigError, match=f"names.csv, line [12].*{words}"):
        read_csv(write(tmp_path, text), Registry())


def test_another_encoding_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="CSV UTF-8"):
        read_csv(write(tmp_path, "name,kind\nSe\u00e1n,person\n", "latin-1"), Registry())
