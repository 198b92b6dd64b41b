"""What must hold of a graph: quotes are the articles' own words, nodes have their shapes, and nodes agree with each other."""
from kg.check.findings import Finding, check
from kg.check.quotes import quotes
from kg.check.rules import rules
from kg.check.shapes import shapes

__all__ = ["Finding", "check", "quotes", "rules", "shapes"]
