"""What is wrong with a query is told in one line: the place, and the reason in words."""
from __future__ import annotations

import pytest
from small_world import ARTICLES, STATEMENTS

from kg import graph, queries
from kg.errors import GraphError
from kg.queries.mistakes import explain

MISTAKES = {
    "SELECT ?x WHERE { ?s kg:stance ?x }": "line 1, column 22: .*the prefix kg: is not declared: begin with PREFIX kg: <https://w3id.org/stancekg/ns#>",
    "SELECT ?x\nWHERE { ?s skos:broader+/ex:y ?x }": "line 2, column 12: .*begin with PREFIX skos: <http://www.w3.org/2004/02/skos/core#>",
    "SELECT ?x WHERE { ?s ex:y ?x }": "the prefix ex: is not declared: begin with PREFIX ex: <...>",
    "SELECT ?s ?p WHERE { ?s ?p ?o } GROUP BY ?s": r"\(The SELECT contains a variable that is unbound\)",
    "SELECT * WHERE { ?s ?p ?o } GROUP BY ?s": r"\(SELECT \* is not authorized with GROUP BY\)",
    "SELECT * { ?s <a b> ?o }": r"line 1, column 20: .*\(IRI parsing failed\)",
    "SELECT *\nWHERE { ?s ?p": r"line 2, column 14: 'WHERE { \?s \?p' \(the query cannot be read from here on\)",
    "PREFIX a: <http://e/>\n# c\nINSERT DATA { a:x a a:y }": r"line 3, column \d+: .*\(an update is not taken: ask by SELECT, ASK, CONSTRUCT or DESCRIBE\)",
    " ": r"line 1, column \d: .*\(the query is empty\)",
}


@pytest.mark.parametrize("text", MISTAKES)
def test_a_mistake_is_told_with_place_and_reason_on_one_line(text: str) -> None:
    with pytest.raises(GraphError, match=MISTAKES[text]) as told:
        queries.ask(graph.build(STATEMENTS, ARTICLES), text)
    assert "\n" not in str(told.value) and 300 > len(str(told.value))


def test_a_prefix_in_a_string_a_comment_or_an_iri_is_none() -> None:
    text = "PREFIX a: <http://e/x:y> # b:c\nSELECT * { ?s a:b 'c:d', \"e:f\", <urn:g:h> ; a:i ?j . _:k a a:l } GROUP BY ?s"
    assert "prefix" not in explain(text).partition("(")[2]


def test_a_sound_query_has_no_mistake() -> None:
    assert explain("ASK {}") is None
