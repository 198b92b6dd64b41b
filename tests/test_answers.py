"""Every named question on the demo: the rows worked out in plain Python, equal in rdflib, pyoxigraph, Oxigraph server and Jena."""
from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import plain_answers
import pytest
from plain_corpus import Corpus, body, parties, who
from rdflib import Literal, Namespace, URIRef
from rdflib.namespace import FOAF, RDF, SKOS
from servers import oxigraph
from tools import JENA, java

from kg import queries, resources, store
from kg.queries import engine
from kg.vocab import BASE, KG, OA

pytestmark = pytest.mark.model
ANNOTATION = Namespace(str(OA._NS))
CONSTRUCTED = ("annotations", "edges")
ENGINES = ("rdflib", "pyoxigraph", "server", "jena")
# question, parameters as on the command line, and as the plain functions take them
ASKED = [(name, {}, {}) for name in queries.names() if name not in CONSTRUCTED] + [
    ("sides", {"proposal": "care-trusts"}, {"proposal": "care-trusts"}),
    ("positions", {"actor": "Local Government Association"}, {"actor": ("organisation", "lga")}),
    ("contested", {"least": "2"}, {"least": 2}),
    ("allies", {"actor": "Local Government Association"}, {"actor": ("organisation", "lga")}),
    ("adversaries", {"actor": "Local Government Association"}, {"actor": ("organisation", "lga")}),
    ("evidence", {"actor": "Alan Milburn"}, {"actor": ("person", "alan-milburn")}),
    ("office-holders", {"day": "2001-06-30"}, {"day": "2001-06-30"}),
    ("to-review", {"below": "0.7"}, {"below": 0.7}),
    ("silent", {"narrower": "nhs-runs-social-services"}, {"narrower": "nhs-runs-social-services"}),
]


@pytest.fixture(scope="module")
def corpus(demo: Path) -> Corpus:
    return Corpus(demo, resources.ontology("."))


@pytest.fixture(scope="module")
def texts(demo: Path) -> list[str]:
    held = store.open(demo / "graph.trig")
    return [queries.bind(queries.question(name), parameters, held) for name, parameters, _ in ASKED] + [queries.question(name).text for name in CONSTRUCTED]


@pytest.fixture(scope="module")
def answers(demo: Path, texts: list[str], tmp_path_factory) -> dict[str, list[list[list[str]]]]:
    """By engine the rows of each question, as strings and in the order given; of a constructed graph the number of triples."""
    dataset = store.load(demo / "graph.trig")
    found = {"rdflib": [plain(engine._rdflib(dataset, text)) for text in texts], "pyoxigraph": [plain(queries.ask(store.open(demo / "graph.trig"), text)) for text in texts]}
    with oxigraph() as url:
        store.write(url, dataset)
        found["server"] = [plain(queries.ask(store.open(url), text)) for text in texts]
    folder = tmp_path_factory.mktemp("jena")
    for number, text in enumerate(texts):
        (folder / f"{number}.rq").write_text(text, encoding="utf-8")
    run = java(JENA, "libapache-jena-java", str(Path(__file__).parent / "java" / "Ask.java"), str(demo / "graph.ttl"),
               *[str(folder / f"{number}.rq") for number in range(len(texts))], folder=folder)
    blocks = re.split(r"^# .*\n", run.stdout, flags=re.MULTILINE)[1:]
    assert len(texts) == len(blocks), run.stderr
    found["jena"] = [[line.split("\t") for line in block.split("\n")[:-1]] for block in blocks]
    return found


def plain(result: queries.Result) -> list[list[str]]:
    if result.triples is not None:
        return [[str(len(result.triples))]]
    return [["" if value is None else " ".join(str(value).split()) for value in row] for row in result.rows]


def local(rows: list[list[str]]) -> list[list[str]]:
    """The rows in the order of the alphabet, IRIs of statements by their last part."""
    return sorted([value.removeprefix(f"{BASE}id/statement/") for value in row] for row in rows)


@pytest.mark.parametrize("number", range(len(ASKED)), ids=[f"{name}-{'-'.join(given) or 'as-it-is'}" for name, given, _ in ASKED])
def test_the_rows_are_those_of_plain_python(number: int, corpus: Corpus, answers: dict) -> None:
    name, _, given = ASKED[number]
    want = getattr(plain_answers, name.replace("-", "_"))(corpus, **given)
    assert [[" ".join(value.split()) for value in row] for row in want] == local(answers["pyoxigraph"][number])


@pytest.mark.parametrize("name", ENGINES)
def test_every_engine_gives_the_same_rows_in_the_same_order(name: str, answers: dict) -> None:
    for (question, given, _), rows, others in zip([*ASKED, *[(name, {}, {}) for name in CONSTRUCTED]], answers["pyoxigraph"], answers[name], strict=True):
        assert rows == others, (question, given)


def test_most_questions_have_an_answer_in_the_demo(answers: dict) -> None:
    empty = {name for (name, _, _), rows in zip(ASKED, answers["pyoxigraph"], strict=False) if not rows}
    assert empty <= {"changed", "contradictions", "split"}, "no stakeholder of the demo says two things; the small world's do"


def test_the_network_has_each_edge_with_both_names(demo: Path, corpus: Corpus) -> None:
    kinds = {"supports": KG.supports, "opposes": KG.opposes, "neutral": KG.isNeutralOn, "conditional": KG.hasConditionalStanceOn,
             "conditional-supports": KG.conditionallySupports, "conditional-opposes": KG.conditionallyOpposes}
    found = queries.run(store.open(demo / "graph.trig"), "edges").triples
    names, labels = ({s: str(o) for s, p, o in found if p == wanted} for wanted in (FOAF.name, SKOS.prefLabel))
    assert Counter((corpus.name(node), kinds[kind], corpus.labels[proposal]) for node, kind, proposal in corpus.edges) == Counter(
        (names[s], p, labels[o]) for s, p, o in found if p in kinds.values())
    assert len({node for node, _, _ in corpus.edges}) == len(names) and len({proposal for _, _, proposal in corpus.edges}) == len(labels)


def test_annotations_have_target_body_and_both_selectors(demo: Path, corpus: Corpus) -> None:
    found = set(queries.run(store.open(demo / "graph.trig"), "annotations").triples)
    assert 14 * len(corpus.statements) == len(found)
    for s in corpus.statements:
        node, passage, words, place = (URIRef(f"{BASE}id/{kind}/{s['id']}") for kind in ("statement", "evidence", "quote", "position"))
        assert {(node, RDF.type, ANNOTATION.Annotation), (node, ANNOTATION.hasTarget, passage), (node, ANNOTATION.motivatedBy, ANNOTATION.classifying), (passage, OA.hasSelector, words), (passage, OA.hasSelector, place),
                (words, OA.exact, Literal(s["quote"]))} <= found
        assert {str(s["start"]), str(s["end"])} == {str(o) for a, p, o in found if a == place and p in (OA.start, OA.end)}


def test_the_plain_reading_knows_every_party(corpus: Corpus) -> None:
    assert all(corpus.name(node) for s in corpus.statements for node in parties(s))
    assert any(who(s) != body(s) for s in corpus.statements if s["organisation"])
