"""Posts and bodies that a clause tells."""
from __future__ import annotations

import pytest

from kg.pipeline.casting import gather
from tests.tagged import tagged

CASES = [
    ("Ann/PROPN Lee/PROPN ,/PUNCT who/PRON now/ADV chairs/VERB the/DET Tram/PROPN Trust/PROPN since/ADP 2001/NUM ,/PUNCT agreed/VERB", "Tram Trust"),
    ("Ann/PROPN Lee/PROPN ,/PUNCT who/PRON runs/VERB the/DET Bell/PROPN Inn/PROPN and/CCONJ chairs/VERB the/DET Tram/PROPN Trust/PROPN ,/PUNCT agreed/VERB", "Bell Inn"),
    ("Ann/PROPN Lee/PROPN has/AUX run/VERB the/DET Tram/PROPN Trust/PROPN for/ADP years/NOUN", "Tram Trust"),
    ("Ann/PROPN Lee/PROPN joined/VERB the/DET Tram/PROPN Trust/PROPN as/ADP director/NOUN", "Tram Trust"),
    ("The/DET Tram/PROPN Trust/PROPN 's/PART director/NOUN is/AUX Ann/PROPN Lee/PROPN", "Tram Trust"),
    ("The/DET Tram/PROPN Trust/PROPN ,/PUNCT whose/PRON director/NOUN is/AUX Ann/PROPN Lee/PROPN ,/PUNCT agreed/VERB", "Tram Trust"),
    ("For/ADP the/DET Tram/PROPN Trust/PROPN ,/PUNCT Ann/PROPN Lee/PROPN agreed/VERB", "Tram Trust"),
    ("Ann/PROPN Lee/PROPN ,/PUNCT whose/PRON company/NOUN Tram/PROPN Lines/PROPN pays/VERB well/ADV ,/PUNCT agreed/VERB", "Tram Lines"),
    ("Ann/PROPN Lee/PROPN ,/PUNCT who/PRON chaired/VERB the/DET Tram/PROPN Trust/PROPN once/ADV ,/PUNCT agreed/VERB", None),
    ("Ann/PROPN Lee/PROPN joined/VERB the/DET Tram/PROPN Trust/PROPN march/NOUN", None),
]


@pytest.mark.parametrize("text, organisation", CASES)
def test_clauses(text: str, organisation: str | None) -> None:
    assert organisation == gather(tagged(text)).actors["person:ann-lee"].organisation
