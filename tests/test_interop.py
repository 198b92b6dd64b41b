"""Every exported file is read by other people's parsers with one and the same count of triples; Jena gives our rows."""
from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Dataset
from small_world import ARTICLES, PROPOSALS, STATEMENTS
from test_queries import CASES, TRIPLES
from tools import JENA, OWLAPI, RDF4J, java, need

from kg import graph, plugins, queries, resources
from kg.graph import Run
from kg.graph.nquads import quads_of

FILES = {"ttl": "graph.ttl", "trig": "graph.trig", "nq": "graph.nq", "nt": "graph.nt", "rdfxml": "graph.rdf", "jsonld": "graph.jsonld", "owl": "bundle.ttl"}
WORLD = graph.build(STATEMENTS, ARTICLES, proposals=PROPOSALS, run=Run(version="1", model="f" * 64))
COUNT = len({quad[:3] for quad in quads_of(WORLD)})
JAVA = Path(__file__).parent / "java"


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    place = tmp_path_factory.mktemp("interop")
    for form, name in FILES.items():
        stream = io.BytesIO()
        plugins.load("exports", form)(WORLD, stream)
        (place / name).write_bytes(stream.getvalue())
    return place


@pytest.mark.parametrize("form", [form for form in FILES if form != "owl"])
def test_pyoxigraph_and_rdflib_count_the_same(form: str, folder: Path) -> None:
    path = folder / FILES[form]
    kinds = {"rdfxml": ox.RdfFormat.RDF_XML, "jsonld": ox.RdfFormat.JSON_LD}
    strict = {quad.triple for quad in ox.parse(path=str(path), format=kinds.get(form) or ox.RdfFormat.from_extension(path.suffix[1:]))}
    assert COUNT == len(strict)
    dataset = Dataset()
    dataset.parse(path, format={"rdfxml": "xml", "jsonld": "json-ld", "nq": "nquads", "ttl": "turtle"}.get(form, form))
    assert COUNT == len({quad[:3] for quad in quads_of(dataset)})


@pytest.mark.parametrize("form", ["ttl", "nt", "nq", "rdfxml"])
def test_raptor_counts_the_same(form: str, folder: Path) -> None:
    rapper = need("rapper", "raptor2-utils")
    kind = {"ttl": "turtle", "nt": "ntriples", "nq": "nquads", "rdfxml": "rdfxml"}[form]
    run = subprocess.run([rapper, "-q", "-i", kind, "-o", "ntriples", str(folder / FILES[form])], capture_output=True, text=True)
    assert 0 == run.returncode, run.stderr
    assert COUNT == len(set(run.stdout.strip().split("\n")))


def test_jena_riot_counts_the_same(folder: Path, tmp_path: Path) -> None:
    names = [FILES[form] for form in ("ttl", "trig", "nq", "nt", "rdfxml")]
    run = java(JENA, "libapache-jena-java", "riotcmd.riot", "--count", *[str(folder / name) for name in names], folder=tmp_path)
    told = run.stdout + run.stderr
    assert [str(COUNT)] * 5 == [number.replace(",", "") for number in re.findall(r"(?:Triples|Quads) = ([\d,]+)", told)], told


def test_rdf4j_counts_the_same(folder: Path) -> None:
    names = [FILES[form] for form in ("ttl", "trig", "nq", "nt", "rdfxml")]
    run = java(RDF4J, "librdf4j-java", str(JAVA / "Rio.java"), *[str(folder / name) for name in names])
    assert {name: str(COUNT) for name in names} == dict(line.split("\t") for line in run.stdout.split("\n") if line), run.stderr


def test_the_owlapi_opens_the_bundle_with_assertions_and_the_ontology_without_violations(folder: Path) -> None:
    run = java(OWLAPI, "libowlapi-java", str(JAVA / "Owl.java"), str(folder / "bundle.ttl"), str(resources.ontology("stance.ttl")))
    assert run.stdout.strip(), run.stderr
    found = {name: list(map(int, counts)) for name, *counts in (line.split("\t") for line in run.stdout.strip().split("\n"))}
    objects, literals, violations = found["bundle.ttl"]
    assert objects > 200 and literals > 150, run.stderr
    assert [0, 0] == [violations, found["stance.ttl"][2]], run.stderr


def test_jena_gives_the_rows_worked_out_by_hand(folder: Path, tmp_path: Path) -> None:
    paths, wanted = [], []
    for number, (name, parameters, columns, rows) in enumerate(CASES):
        path = tmp_path / f"{number}.rq"
        path.write_text(queries.bind(queries.question(name), parameters, WORLD), encoding="utf-8")
        paths.append(str(path))
        wanted.append((name, columns, rows))
    for name, _ in TRIPLES:
        path = tmp_path / f"{name}.rq"
        path.write_text(queries.question(name).text, encoding="utf-8")
        paths.append(str(path))
    run = java(JENA, "libapache-jena-java", str(JAVA / "Ask.java"), str(folder / "graph.ttl"), *paths, folder=tmp_path)
    blocks = re.split(r"^# .*\n", run.stdout, flags=re.MULTILINE)[1:]
    assert len(paths) == len(blocks), run.stderr
    for (name, columns, rows), path, block in zip(wanted, paths, blocks, strict=False):
        asked = queries.ask(WORLD, Path(path).read_text(encoding="utf-8"))
        places = [asked.variables.index(column) for column in columns or asked.variables]
        found = [line.split("\t") for line in block.split("\n")[:-1]]
        want = [["" if value is None else str(value) for value in row] for row in rows]
        assert want == [[row[place] for place in places] for row in found], name
    assert [str(count) for _, count in TRIPLES] == [block.strip() for block in blocks[len(CASES):]]


@pytest.mark.parametrize("seed", ["0", "1", "2"])
def test_bytes_do_not_hang_on_the_hash_seed(seed: str, folder: Path) -> None:
    code = ("import io, random, sys; sys.path[:0] = sys.argv[1:3]; from small_world import *; from kg import graph, plugins; import hashlib\n"
            "r = random.Random(int(sys.argv[3])); s = r.sample(STATEMENTS, len(STATEMENTS)); a = r.sample(ARTICLES, 3)\n"
            "d = graph.build(s, a, proposals=PROPOSALS, run=graph.Run(version='1', model='f' * 64))\n"
            "for f in sys.argv[4:]:\n    o = io.BytesIO(); plugins.load('exports', f)(d, o); print(f, hashlib.sha256(o.getvalue()).hexdigest())")
    import hashlib

    here = Path(__file__).parent
    forms = [*FILES, "csv", "xlsx", "csvw"]
    run = subprocess.run([sys.executable, "-W", "ignore", "-c", code, str(here.parent), str(here), seed, *forms], capture_output=True, text=True,
                         env={"PYTHONHASHSEED": seed, "PATH": ""})
    found = dict(line.split() for line in run.stdout.strip().split("\n") if line)
    assert set(forms) == set(found), run.stderr
    for form in forms:
        stream = io.BytesIO()
        plugins.load("exports", form)(WORLD, stream)
        assert hashlib.sha256(stream.getvalue()).hexdigest() == found[form], form
