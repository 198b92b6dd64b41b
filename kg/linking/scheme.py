"""The scheme of proposals: ontology/proposals.ttl and what users add by Turtle or CSV."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from rdflib import RDF, Graph, URIRef
from rdflib.namespace import SKOS

from kg import resources
from kg.errors import ConfigError
from kg.linking import sheet, turtle
from kg.linking.words import slug
from kg.model import Proposal, normalise

COLUMNS = ("id", "label", "aliases", "broader", "definition")


@dataclass(frozen=True, slots=True)
class Scheme:
    """Concepts by id. A concept's `broader` is the id of one that is in the scheme too.

    `whole` holds hidden labels by concept: names of bodies, say, that mean the proposal only where they are all that is said.
    """

    concepts: dict[str, Proposal]
    whole: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def ancestors(self, concept: str) -> tuple[str, ...]:
        """The ids above a concept, nearest first."""
        found: list[str] = []
        at = self.concepts[concept].broader
        while at is not None:
            found.append(at)
            at = self.concepts[at].broader
        return tuple(found)


def _local(concept: URIRef, graph: Graph) -> str:
    notation = graph.value(concept, SKOS.notation)
    return str(notation) if notation is not None else str(concept).rstrip("/").rpartition("/")[2].rpartition("#")[2]


def read_turtle(path: Path) -> tuple[list[Proposal], dict[str, tuple[str, ...]]]:
    """The concepts of a SKOS file and their hidden labels, by id. Raises ConfigError for one that cannot be parsed or lacks a label."""
    graph = turtle.read(path)
    found, whole = [], {}
    for concept in sorted(graph.subjects(RDF.type, SKOS.Concept)):
        label = graph.value(concept, SKOS.prefLabel)
        if label is None:
            raise ConfigError(f"{path}: {concept} has no skos:prefLabel")
        broader = min(graph.objects(concept, SKOS.broader), default=None)
        definition = graph.value(concept, SKOS.definition)
        hidden = tuple(sorted(map(str, graph.objects(concept, SKOS.hiddenLabel))))
        if hidden:
            whole[_local(concept, graph)] = hidden
        found.append(Proposal(
            _local(concept, graph), str(label), tuple(sorted(map(str, graph.objects(concept, SKOS.altLabel)))),
            str(definition) if definition is not None else None, _local(broader, graph) if broader is not None else None,
        ))
    return found, whole


def read_csv(path: Path) -> list[Proposal]:
    """A user's proposals: id (made from the label where empty), label, aliases by '|', broader, definition."""
    found = []
    for _, row in sheet.rows(path, COLUMNS, required=("label",)):
        found.append(Proposal(row["id"] or slug(row["label"]), row["label"], sheet.parts(row["aliases"]), row["definition"] or None, row["broader"] or None))
    return found


def _add(concepts: dict[str, Proposal], new: Iterable[Proposal], path: Path) -> None:
    for concept in new:
        old = concepts.get(concept.id)
        if old is not None:  # the user's words first, ours kept as alternatives
            labels = dict.fromkeys((*concept.alternatives, old.label, *old.alternatives))
            labels.pop(concept.label, None)
            concept = replace(concept, alternatives=tuple(labels), broader=concept.broader or old.broader, definition=concept.definition or old.definition)
        concepts[concept.id] = concept
    for concept in concepts.values():
        if concept.broader is not None and concept.broader not in concepts:
            raise ConfigError(f"{path}: {concept.id} is under {concept.broader!r}, which is no proposal's id")
    for start in concepts:
        at, seen = concepts[start].broader, {start}
        while at is not None:
            if at in seen:
                raise ConfigError(f"{path}: {start} lies under itself, through {at}; change one 'broader'")
            seen.add(at)
            at = concepts[at].broader


def _one_meaning(concepts: dict[str, Proposal], path: Path) -> None:
    owner: dict[str, str] = {}
    for concept in concepts.values():
        for label in (concept.label, *concept.alternatives):
            other = owner.setdefault(normalise(label), concept.id)
            if other != concept.id:
                raise ConfigError(f"{path}: {label!r} names both {other} and {concept.id}; keep it for one")


def load(*more: Path, bundled: bool = True) -> Scheme:
    """The bundled scheme and the user's files (.ttl or .csv), later files winning over earlier ones.

    Raises ConfigError for a broader that is no concept, a cycle, or a label that names two concepts.
    """
    concepts: dict[str, Proposal] = {}
    whole: dict[str, tuple[str, ...]] = {}
    for path in ([resources.ontology("proposals.ttl")] if bundled else []) + list(more):
        new, hidden = (read_csv(path), {}) if path.suffix.lower() == ".csv" else read_turtle(path)
        _add(concepts, new, path)
        whole |= hidden
        _one_meaning(concepts, path)
    return Scheme(dict(sorted(concepts.items())), dict(sorted(whole.items())))
