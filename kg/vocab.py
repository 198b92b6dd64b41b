"""The terms of our ontology as a closed namespace, and the outside terms that rdflib does not know: a misspelt one is an AttributeError."""
from __future__ import annotations

from rdflib import Namespace, URIRef
from rdflib.namespace import DefinedNamespace

BASE = "https://w3id.org/stancekg/"
ONTOLOGY = URIRef("https://w3id.org/stancekg/ns")
VERSION = URIRef("https://w3id.org/stancekg/ns/1.0.0")


class KG(DefinedNamespace):
    """Terms of ontology/stance.ttl."""

    _NS = Namespace("https://w3id.org/stancekg/ns#")
    _fail = True

    # classes
    AnonymousSpeaker: URIRef
    Article: URIRef
    Decision: URIRef
    Evidence: URIRef
    Group: URIRef
    Proposal: URIRef
    Statement: URIRef

    # a statement's parts
    speaker: URIRef
    onBehalfOf: URIRef
    inCapacity: URIRef
    stance: URIRef
    lean: URIRef
    proposal: URIRef
    evidence: URIRef
    mode: URIRef
    status: URIRef
    reportedBy: URIRef

    # edges from stakeholder to proposal
    hasStanceOn: URIRef
    supports: URIRef
    opposes: URIRef
    hasConditionalStanceOn: URIRef
    conditionallySupports: URIRef
    conditionallyOpposes: URIRef
    isNeutralOn: URIRef

    # literals
    asOf: URIRef
    because: URIRef
    byline: URIRef
    condition: URIRef
    confidence: URIRef
    cue: URIRef
    modelSha256: URIRef
    ordinal: URIRef
    organisationName: URIRef
    proposalLabel: URIRef
    proposalText: URIRef
    reportedByName: URIRef
    role: URIRef
    rule: URIRef
    saidOn: URIRef
    speakerName: URIRef
    textSha256: URIRef
    verdict: URIRef

    # concept schemes and their concepts
    stances: URIRef
    support: URIRef
    opposition: URIRef
    conditional: URIRef
    neutral: URIRef
    modes: URIRef
    direct: URIRef
    indirect: URIRef
    mixed: URIRef
    narrated: URIRef
    statuses: URIRef
    machine: URIRef
    accepted: URIRef
    edited: URIRef
    added: URIRef
    disputed: URIRef


class OA(DefinedNamespace):
    """Web Annotation terms in use (https://www.w3.org/TR/annotation-vocab/)."""

    _NS = Namespace("http://www.w3.org/ns/oa#")
    _fail = True

    SpecificResource: URIRef
    TextPositionSelector: URIRef
    TextQuoteSelector: URIRef
    end: URIRef
    exact: URIRef
    hasSelector: URIRef
    hasSource: URIRef
    prefix: URIRef
    start: URIRef
    suffix: URIRef


PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "kg": "https://w3id.org/stancekg/ns#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

# the values of the statement table and the concepts that stand for them (skos:notation holds the value)
STANCES = {"supports": KG.support, "opposes": KG.opposition, "conditional": KG.conditional, "neutral": KG.neutral}
MODES = {"direct": KG.direct, "indirect": KG.indirect, "mixed": KG.mixed, "narrated": KG.narrated}
STATUSES = {"machine": KG.machine, "accepted": KG.accepted, "edited": KG.edited, "added": KG.added, "disputed": KG.disputed}

# (stance, lean) -> the direct edge from stakeholder to proposal
EDGES = {
    ("supports", None): KG.supports,
    ("opposes", None): KG.opposes,
    ("conditional", None): KG.hasConditionalStanceOn,
    ("conditional", "supports"): KG.conditionallySupports,
    ("conditional", "opposes"): KG.conditionallyOpposes,
    ("neutral", None): KG.isNeutralOn,
}
