"""Every rule can be explained."""
from __future__ import annotations

from kg.pipeline import rules
from kg.pipeline.meanings import meaning


def test_every_rule_has_a_meaning() -> None:
    assert rules.RULES and all(meaning(name) for name in rules.RULES)


def test_an_unknown_rule_has_none() -> None:
    assert "" == meaning("no_such_rule")
