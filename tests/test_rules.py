"""Every rule explains itself: its docstring is what `kg why` prints."""
from __future__ import annotations

import pytest

from kg.pipeline.rules import RULES


@pytest.mark.parametrize("name", RULES)
def test_a_rule_has_a_sentence_for_people(name: str) -> None:
    rule = RULES[name]
    assert rule.__name__ == name
    assert rule.__doc__ and rule.__doc__.strip().endswith(".")
