"""Named questions, one file each, and running any SPARQL query on a dataset, an Oxigraph store or an endpoint with equal rows."""
from kg.queries.engine import ask
from kg.queries.lookup import base_of
from kg.queries.named import Question, bind, names, question
from kg.queries.results import Result

__all__ = ["Question", "Result", "ask", "base_of", "bind", "names", "question", "run"]


def run(source, name: str, parameters: dict[str, str] | None = None) -> Result:
    """The answer to a named question; parameters are names, ids, days or numbers as a person writes them."""
    asked = question(name)
    return ask(source, bind(asked, parameters or {}, source, base_of(source)))
