"""The scheme with users' additions."""
from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import ConfigError
from kg.linking.scheme import load


def write(folder: Path, text: str, name: str = "proposals.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_bundled_scheme_reads() -> None:
    scheme = load()
    assert ("care-trusts", "structural-integration") == scheme.ancestors("statutory-care-trusts")
    assert "PCTs" in scheme.whole["primary-care-trusts"]


def test_a_users_concept_without_an_id_goes_under_a_bundled_one(tmp_path: Path) -> None:
    scheme = load(write(tmp_path, "label,aliases,broader\nbuilding health hubs,health hubs|hubs for health,integrated-services\n"))
    assert ("health hubs", "hubs for health") == scheme.concepts["building-health-hubs"].alternatives
    assert ("integrated-services",) == scheme.ancestors("building-health-hubs")


def test_a_users_label_wins_and_ours_stays_as_an_alternative(tmp_path: Path) -> None:
    concept = load(write(tmp_path, "id,label\npolyclinics,super clinics\n")).concepts["polyclinics"]
    assert "super clinics" == concept.label
    assert "polyclinics" in concept.alternatives


def test_a_scheme_of_ones_own_in_turtle(tmp_path: Path) -> None:
    text = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<http://ex.org/#a> a skos:Concept ; skos:prefLabel "raising the tolls"@en .
<http://ex.org/#b> a skos:Concept ; skos:prefLabel "raising the bridge toll"@en ; skos:broader <http://ex.org/#a> ; skos:hiddenLabel "tolls"@en .
"""
    scheme = load(write(tmp_path, text, "own.ttl"), bundled=False)
    assert {"a", "b"} == scheme.concepts.keys()
    assert ("a",) == scheme.ancestors("b")
    assert {"b": ("tolls",)} == scheme.whole


@pytest.mark.parametrize(("text", "words"), [
    ("label,broader\nx y,nothing\n", "no proposal's id"), ("id,label,broader\na,x y,b\nb,y z,a\n", "lies under itself"), ("label\nsuper trusts\n", "names both"), ("labels\nx\n", "did you mean 'label'"),
])
def test_what_contradicts_itself_is_refused(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ConfigError, match=words):
        load(write(tmp_path, text))


def test_a_damaged_turtle_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="own.ttl"):
        load(write(tmp_path, "this is not Turtle", "own.ttl"))


def test_an_iri_that_only_a_lenient_parser_reads_is_refused_with_the_place(tmp_path: Path) -> None:
    text = '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n<http://e/a b> a skos:Concept ; skos:prefLabel "x"@en .\n'
    with pytest.raises(ConfigError, match="own.ttl.*line 2"):
        load(write(tmp_path, text, "own.ttl"))
