"""Who stands where, and on what evidence: a stakeholder stance knowledge graph from news articles."""
from kg.model import Article, Attribution, Proposal, Span, Stance, Statement

__version__ = "0.1.0"
__all__ = ["Article", "Attribution", "Proposal", "Span", "Stance", "Statement"]
