"""What a rule's name stands for: the docstring of the function that decided."""
from __future__ import annotations

import inspect


def meaning(rule: str) -> str:
    """The first paragraph of the rule's docstring, on one line; an empty string for a rule that this version does not have."""
    from kg.pipeline import rules

    found = rules.RULES.get(rule)
    text = inspect.getdoc(found) if found else None
    return " ".join((text or "").split("\n\n")[0].split())
