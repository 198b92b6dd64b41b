"""Every exported file is read by other people's parsers with one and the same count of triples; Jena gives our rows."""
from __future__ import annotations

import hashlib
import io
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
import pytest
import shuffled
from conftest import SHARED
from rdflib import OWL, RDF, Dataset, Graph
from small_world import ARTICLES, PROPOSALS, STATEMENTS
from test_queries import CASES, TRIPLES
from tools import JENA, JSONLD, OWLAPI, RDF4J, java, need

from kg import graph, plugins, queries, resources, store
from kg.exports import owl
from kg.graph import Run
from kg.graph.nquads import quads_of

FILES = {"ttl": "graph.ttl", "trig": "graph.trig", "nq": "graph.nq", "nt": "graph.nt", "rdfxml": "graph.rdf", "jsonld": "graph.jsonld"}
WORLD = graph.build(STATEMENTS, ARTICLES, proposals=PROPOSALS, run=Run(version="1", model="f" * 64))
JAVA = Path(__file__).parent / "java"


class Exported(NamedTuple):
    """A folder with every export of a graph, and how many triples each must have."""

    folder: Path
    count: int


def exported(dataset: Dataset, folder: Path) -> Exported:
    for form, name in {**FILES, "owl": "bundle.ttl"}.items():
        with open(folder / name, "wb") as stream:
            plugins.load("exports", form)(dataset, stream)
    for name, data in owl.beside("bundle.ttl").items():
        (folder / name).write_bytes(data)
    return Exported(folder, len({quad[:3] for quad in quads_of(dataset)}))


BUILDS = [pytest.param("demo", marks=pytest.mark.model), pytest.param("seeds", marks=[pytest.mark.model, pytest.mark.shared])]


@pytest.fixture(scope="module", params=["small", *BUILDS])
def world(request, tmp_path_factory) -> Exported:
    """An invented graph, the demo's, and that of the real articles."""
    dataset = WORLD if request.param == "small" else store.load(request.getfixturevalue(request.param) / "graph.trig")
    return exported(dataset, tmp_path_factory.mktemp(request.param))


@pytest.mark.parametrize("form", FILES)
def test_pyoxigraph_and_rdflib_count_the_same(form: str, world: Exported) -> None:
    path = world.folder / FILES[form]
    kinds = {"rdfxml": ox.RdfFormat.RDF_XML, "jsonld": ox.RdfFormat.JSON_LD}
    strict = {quad.triple for quad in ox.parse(path=str(path), format=kinds.get(form) or ox.RdfFormat.from_extension(path.suffix[1:]))}
    assert world.count == len(strict)
    dataset = Dataset()
    dataset.parse(path, format={"rdfxml": "xml", "jsonld": "json-ld", "nq": "nquads", "ttl": "turtle"}.get(form, form))
    assert world.count == len({quad[:3] for quad in quads_of(dataset)})


@pytest.mark.parametrize("form", [form for form in FILES if form != "jsonld"])
def test_raptor_counts_the_same(form: str, world: Exported) -> None:
    rapper = need("rapper", "raptor2-utils")
    kind = {"ttl": "turtle", "nt": "ntriples", "nq": "nquads"}.get(form, form)
    run = subprocess.run([rapper, "-q", "-i", kind, "-o", "ntriples", str(world.folder / FILES[form])], capture_output=True, text=True)
    assert 0 == run.returncode and not run.stderr, run.stderr
    assert world.count == len(set(run.stdout.strip().split("\n")))


def test_jena_riot_counts_the_same(world: Exported, tmp_path: Path) -> None:
    """JSON-LD by its 1.0 reader: Debian has no JSON-P for the 1.1 one; what we write means the same in both."""
    counted = []
    for options, names in (([], [name for form, name in FILES.items() if form != "jsonld"]), (["--syntax=jsonld10"], [FILES["jsonld"]])):
        run = java(JENA, "libapache-jena-java", "riotcmd.riot", *options, "--count", *[str(world.folder / name) for name in names], folder=tmp_path)
        counted += [number.replace(",", "") for number in re.findall(r"(?:Triples|Quads) = ([\d,]+)", run.stdout + run.stderr)]
    assert [str(world.count)] * len(FILES) == counted


def test_rdf4j_counts_the_same(world: Exported) -> None:
    run = java(RDF4J + JSONLD, "librdf4j-java", str(JAVA / "Rio.java"), *[str(world.folder / name) for name in FILES.values()])
    assert {name: str(world.count) for name in FILES.values()} == dict(line.split("\t") for line in run.stdout.split("\n") if line), run.stderr


def test_the_owlapi_opens_the_bundle_by_its_catalogue_with_assertions_between_nodes(world: Exported) -> None:
    run = java(OWLAPI, "libowlapi-java", str(JAVA / "Owl.java"), str(world.folder / "bundle.ttl"), str(resources.ontology("stance.ttl")))
    assert run.stdout.strip(), run.stderr
    found = {name: list(map(int, counts)) for name, *counts in (line.split("\t") for line in run.stdout.strip().split("\n"))}
    opened = Graph().parse(world.folder / "bundle.ttl")
    terms = opened + Graph().parse(world.folder / "stance.ttl")
    wanted = [sum((p, RDF.type, kind) in terms for _, p, _ in opened) for kind in (OWL.ObjectProperty, OWL.DatatypeProperty)]
    assert 100 < wanted[0]
    assert [*wanted, 0, 0, 2] == found["bundle.ttl"], run.stderr
    assert [0, 0, 1] == found["stance.ttl"][2:], run.stderr


def test_sorted_n_quads_are_those_of_rdfc_1_0(world: Exported) -> None:
    ours = (world.folder / "graph.nq").read_text(encoding="utf-8").split("\n")[:-1]
    strict = ox.Dataset(ox.parse(path=str(world.folder / "graph.nq"), format=ox.RdfFormat.N_QUADS))
    strict.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    assert sorted(f"{quad} ." for quad in strict) == ours


@pytest.mark.parametrize("name", BUILDS)
def test_exports_are_the_bytes_of_the_build_and_have_the_hash_that_run_json_tells(name: str, request) -> None:
    built = request.getfixturevalue(name)
    dataset, found = store.load(built / "graph.trig"), {}
    for form in ("ttl", "trig", "nq"):
        stream = io.BytesIO()
        plugins.load("exports", form)(dataset, stream)
        found[form] = stream.getvalue()
    assert (built / "graph.ttl").read_bytes() == found["ttl"] and (built / "graph.trig").read_bytes() == found["trig"]
    told = json.loads((built / "run.json").read_text(encoding="utf-8"))["graph"]
    assert {"triples": found["nq"].count(b"\n"), "sha256": hashlib.sha256(found["nq"]).hexdigest()} == told


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return exported(WORLD, tmp_path_factory.mktemp("interop")).folder


@pytest.mark.parametrize("shapes", ["shapes.ttl", "rules.ttl"])
def test_jena_validates_by_the_same_shapes(shapes: str, folder: Path, tmp_path: Path) -> None:
    sound = (folder / "graph.ttl").read_text(encoding="utf-8")
    broken = sound.replace("kg:stance kg:conditional ", "kg:stance kg:machine ").replace("oa:end 85 ", "oa:end 86 ")
    assert broken != sound
    (tmp_path / "broken.ttl").write_text(broken, encoding="utf-8")
    reports = [java(JENA, "libapache-jena-java", "shacl.shacl", "validate", "--shapes", str(resources.ontology(shapes)), "--data", str(data), folder=tmp_path).stdout
               for data in (folder / "graph.ttl", tmp_path / "broken.ttl")]
    assert re.search(r"sh:conforms\s+true", reports[0]) and re.search(r"sh:conforms\s+false", reports[1])
    message = {"shapes.ttl": "The stance is one of support, opposition, conditional, neutral", "rules.ttl": "The quote is not as long as its position"}[shapes]
    assert message in reports[1]


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
    here = Path(__file__).parent
    forms = [*FILES, "owl", "csv", "xlsx", "csvw"]
    run = subprocess.run([sys.executable, "-W", "ignore", "-c", code, str(here.parent), str(here), seed, *forms], capture_output=True, text=True,
                         env={"PYTHONHASHSEED": seed, "PATH": ""})
    found = dict(line.split() for line in run.stdout.strip().split("\n") if line)
    assert set(forms) == set(found), run.stderr
    for form in forms:
        stream = io.BytesIO()
        plugins.load("exports", form)(WORLD, stream)
        assert hashlib.sha256(stream.getvalue()).hexdigest() == found[form], form


@pytest.mark.parametrize("name", BUILDS)
def test_a_build_is_the_same_bytes_under_three_hash_seeds_and_in_any_order(name: str, request) -> None:
    built, articles = request.getfixturevalue(name), resources.seeds() if name == "demo" else SHARED / "seeds"
    want = shuffled.hashes(built, articles, 0)
    for seed in ("1", "2", "3"):
        run = subprocess.run([sys.executable, shuffled.__file__, str(built), str(articles), seed], capture_output=True, text=True, check=True,
                             env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent.parent), "PATH": ""})
        assert want == json.loads(run.stdout)
