"""The graph of a build's statements, taken in another order: `python shuffled.py BUILD ARTICLES SEED` prints a hash for each format."""
from __future__ import annotations

import hashlib
import io
import json
import random
import sys
from pathlib import Path

FORMS = ("nq", "ttl", "trig", "jsonld")


def hashes(build: Path, articles: Path, seed: int) -> dict[str, str]:
    """SHA-256 by format, of the statements, articles and registries as they are read, shuffled by the seed."""
    from rdflib import Graph

    from kg import graph, plugins, resources
    from kg.linking import registry, scheme
    from kg.model import Article, statement_from_dict
    from kg.readers import folder

    def shuffled(values) -> list:
        return random.Random(seed).sample(list(values), len(list(values)))

    lines = (build / "statements.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
    known = registry.load()
    dataset = graph.build(
        shuffled([statement_from_dict(json.loads(line)) for line in lines]), shuffled([a for a in folder.read([articles]) if isinstance(a, Article)]),
        proposals=shuffled(scheme.load().concepts.values()), people=shuffled(known.people.values()), organisations=shuffled(known.organisations.values()),
        ontology=[Graph().parse(resources.ontology(name)) for name in shuffled(["proposals.ttl", "organisations.ttl"])], run=graph.Run(version="1"))
    found = {}
    for form in FORMS:
        stream = io.BytesIO()
        plugins.load("exports", form)(dataset, stream)
        found[form] = hashlib.sha256(stream.getvalue()).hexdigest()
    return found


if __name__ == "__main__":
    print(json.dumps(hashes(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))))
