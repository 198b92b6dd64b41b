"""What the evaluation of statements reads: the fresh held-out set only when asked."""
from __future__ import annotations

from training.evaluate_stance import sets


def test_the_fresh_held_out_set_is_measured_only_at_the_end():
    usual, all_of_them = list(sets()), list(sets(final=True))
    assert all_of_them[: len(usual)] == usual
    assert [one.gold.name for one in all_of_them[len(usual) :]] == ["news-c.gold.jsonl"]
    assert not any("news-c" in one.gold.name for one in usual)
