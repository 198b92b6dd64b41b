"""The IRI of everything in the graph: made from ids and names alone, percent-encoded, and readable back.

    BASE id/statement/ID    evidence/ID  quote/ID  position/ID      article/ID  graph/ID
    BASE id/person/ID       organisation/ID  group/ID  anonymous/ID      from a registry
    BASE id/person/name/NAME ...                                         no registry knows the name
    BASE id/anonymous/name/ARTICLE/NAME                                  an unnamed person is one article's
    BASE id/proposal/ID     proposal/label/LABEL  proposal/text/WORDS
"""
from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from urllib.parse import quote, unquote

from rdflib import URIRef

from kg.model import SpeakerKind, Statement, normalise


_PATH = re.compile(r"(.*?)id/(statement|person|organisation|group|anonymous|proposal|article)/(.*)")


def encode(text: str) -> str:
    """Any text as one path segment; all dots become %2E where the segment is nothing else, lest a parser climb."""
    return quote(text, safe="") if text.strip(".") else text.replace(".", "%2E") or "-"


def slug(text: str) -> str:
    """A name as a path segment: two spellings that a reader compares as equal share it."""
    return encode(normalise(text).replace(" ", "-") or text)


def iri(base: str, *path: str) -> URIRef:
    """An IRI under the base from parts that are segments already."""
    return URIRef(f"{base}id/{'/'.join(path)}")


def digest(*parts: str) -> str:
    """Twelve hexadecimal digits that stand for the parts."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


@lru_cache(maxsize=65536)
def actor(base: str, kind: str, name: str, local: str | None, article: str) -> URIRef:
    """A stakeholder: by registry id where there is one, else by name; an anonymous one never leaves its article."""
    if local is not None:
        return iri(base, kind, encode(local))
    if kind == SpeakerKind.ANONYMOUS:
        return iri(base, kind, "name", encode(article), slug(name))
    return iri(base, kind, "name", slug(name))


@lru_cache(maxsize=65536)
def concept(base: str, local: str | None, label: str | None, text: str) -> URIRef:
    """A proposal: by its id in the scheme, else by the label suggested, else by the article's words."""
    if local is not None:
        return iri(base, "proposal", encode(local))
    return iri(base, "proposal", "text", slug(text)) if label is None else iri(base, "proposal", "label", slug(label))


def speaker(base: str, statement: Statement) -> URIRef:
    """The statement's stakeholder."""
    return actor(base, str(statement.speaker_kind), statement.speaker, statement.speaker_id, statement.article)


def organisation(base: str, statement: Statement) -> URIRef | None:
    """The body that the stakeholder speaks for."""
    if statement.organisation is None:
        return None
    return actor(base, "organisation", statement.organisation, statement.organisation_id, statement.article)


def proposal(base: str, statement: Statement) -> URIRef:
    """What the stance is on."""
    return concept(base, statement.proposal, statement.proposal_label, statement.proposal_text)


def split(node: str) -> tuple[str, str, str | None]:
    """(base, kind, registry id or None): what an IRI made here says of its node."""
    base, kind, rest = _PATH.fullmatch(node).groups()
    return base, kind, None if "/" in rest else unquote(rest)
