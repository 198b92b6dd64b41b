"""New proposals: like wordings are one, others are not, in any order."""
from __future__ import annotations

import random

import pytest

from kg.linking.cluster import clusters, mint
from kg.pipeline.encoder import embed
from training.linking.bcubed import b_cubed

PAIRS_SAME = [
    ("closing the Elm Road swimming pool", "shutting the Elm Road pool"), ("a ban on fracking", "banning fracking"), ("banning fracking", "not banning fracking"), ("building a third runway at the airport", "a third runway at the airport"),
    ("charging for plastic bags", "plastic bag charges"), ("a tax on sugary drinks", "the sugary drinks tax"), ("selling off the school playing field", "the sale of the school's playing field"), ("lowering the voting age to 16", "votes at 16 and a lower voting age"),
]
PAIRS_OTHER = [
    ("closing the Elm Road swimming pool", "closing the Ash Lane swimming pool"), ("a ban on fracking", "a ban on smoking in cars"), ("charging for plastic bags", "charging for parking"), ("a tax on sugary drinks", "a tax on second homes"),
    ("building a third runway at the airport", "building a new road to the airport"), ("lowering the voting age to 16", "lowering the speed limit to 20"), ("raising rail fares", "raising bus driver pay"), ("merging the two colleges", "merging the two councils"),
]


@pytest.mark.parametrize(("one", "other"), PAIRS_SAME)
def test_same(one: str, other: str) -> None:
    assert [sorted((one, other))] == clusters([one, other], embed)


@pytest.mark.parametrize(("one", "other"), PAIRS_OTHER)
def test_not_the_same(one: str, other: str) -> None:
    assert 2 == len(clusters([one, other], embed))


def test_order_does_not_matter() -> None:
    texts = [text for pair in PAIRS_SAME + PAIRS_OTHER for text in pair]
    expected = clusters(texts)
    for seed in range(5):
        random.Random(seed).shuffle(texts)
        assert expected == clusters(texts)


def test_the_commonest_label_names_the_concept() -> None:
    found = mint({"banning fracking": ["ban fracking"] * 3, "a ban on fracking": ["a ban"], "school vouchers": ["vouchers"]})
    assert found["a ban on fracking"] == found["banning fracking"]
    assert ("x-banning-fracking", "banning fracking", True) == (found["banning fracking"].id, found["banning fracking"].label, found["banning fracking"].minted)
    assert "x-school-vouchers" == found["school vouchers"].id


def test_ids_never_clash() -> None:
    found = mint({"wells!": ["wells"], "bells": ["bells"]}, taken=("x-wells",))
    assert {"x-wells-2", "x-bells"} == {p.id for p in found.values()}


def test_nothing_is_nothing() -> None:
    assert [] == clusters([])
    assert {} == mint({})


def test_b_cubed_by_hand() -> None:
    """Three items, two of them truly together, all put together: precision (2/3 + 2/3 + 1/3) / 3, recall 1."""
    precision, recall = b_cubed({"a": 0, "b": 0, "c": 0}, {"a": 0, "b": 0, "c": 1})
    assert (5 / 9, 1.0) == (pytest.approx(precision), recall)
