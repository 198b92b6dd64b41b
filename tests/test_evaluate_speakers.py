"""Speaker resolution on GUM: the shipped pipeline from plain text, above a floor."""
from __future__ import annotations

import pytest


@pytest.mark.shared
@pytest.mark.model
def test_pronouns_of_named_people_are_resolved_in_news_interviews_and_speeches() -> None:
    from training.evaluate_speakers import coreference

    found = coreference()
    assert found["pronouns"] >= 70
    assert found["pronoun accuracy"] >= 80
    assert found["pronoun accuracy"] > found["nearest agreeing person"]
