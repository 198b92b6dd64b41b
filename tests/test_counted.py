"""Sources that count or leave out: whom a bare number, a share and an exception mean."""
from __future__ import annotations

import pytest

from kg.model import SpeakerKind
from kg.pipeline.counted import excepted
from tests.tagged import attribute, find, tagged
from tests.test_speakers import speakers

SIX = "Six/NUM ferry/NOUN owners/NOUN//nsubj met/VERB in/ADP May/PROPN ./PUNCT | "
CASES = [
    (SIX + "All/DET six/NUM said/VERB fares/NOUN rise/VERB", "All six", "six ferry owners"),
    (SIX + "Two/NUM said/VERB fares/NOUN rise/VERB", "Two", "two ferry owners"),
    (SIX + "A/DET quarter/NOUN said/VERB fares/NOUN rise/VERB", "A quarter", "a quarter of ferry owners"),
    (SIX + "One/NUM in/ADP three/NUM said/VERB fares/NOUN rise/VERB", "One in three", "one in three ferry owners"),
    ("Seven/NUM in/ADP ten/NUM tenants/NOUN said/VERB rents/NOUN rise/VERB", "Seven in ten tenants", "seven in ten tenants"),
    ("A/DET majority/NOUN of/ADP tenants/NOUN said/VERB rents/NOUN rise/VERB", "A majority of tenants", "a majority of tenants"),
    (SIX + "Owners/NOUN 155/NUM said/VERB fares/NOUN rise/VERB", "Owners 155", "155 owners"),
    ("A/DET number/NOUN of/ADP tenants/NOUN said/VERB rents/NOUN rise/VERB", "A number of tenants", "a number of tenants"),
    ("Everyone/PRON we/PRON met/VERB said/VERB rents/NOUN rise/VERB", "Everyone we met", "everyone we met"),
    ("Every/DET party/NOUN but/ADP the/DET Greens/PROPN said/VERB rents/NOUN rise/VERB", "the Greens", "every party but the Greens"),
]


@pytest.mark.parametrize("text, source, expected", CASES)
def test_a_number_counts_out_of_the_group_before(text: str, source: str, expected: str) -> None:
    what = "rents rise" if "rents" in text else "fares rise"
    actor = speakers(attribute(tagged(text), {"source": source, "cue": "said", "content": what}))[1]
    assert (expected, SpeakerKind.GROUP) == (actor.name, actor.kind)


def test_a_number_with_nothing_to_count_means_nobody() -> None:
    assert {} == speakers(attribute(tagged("Nine/NUM said/VERB fares/NOUN rise/VERB"), {"source": "Nine", "cue": "said", "content": "fares rise"}))


def test_only_what_leaves_one_out_of_all_is_an_exception() -> None:
    doc = tagged("Nobody/PRON came/VERB but/CCONJ the/DET Greens/PROPN did/VERB")
    assert -1 == excepted(doc, find(doc, "Greens")[0])
