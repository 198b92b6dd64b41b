"""Statements against gold edges: precision, recall and the kinds of error."""
from kg.scoring.compare import LEVELS, Levels, levels
from kg.scoring.score import Outcome, score

__all__ = ["LEVELS", "Levels", "Outcome", "levels", "score"]
