"""Names: runs of capitalised words, their kinds, what comes off them."""
from __future__ import annotations

import pytest

from kg.pipeline.names import names
from tests.tagged import tagged

CASES = [
    ("the/DET Rail/PROPN Users'/PROPN Council/PROPN said/VERB", [("organisation", "", "Rail Users' Council")]),
    ("the/DET Department/PROPN for/ADP Work/PROPN and/CCONJ Pensions/PROPN said/VERB", [("organisation", "", "Department for Work and Pensions")]),
    ("said/VERB Cllr/PROPN Ann/PROPN Lee/PROPN", [("person", "cllr", "Ann Lee")]),
    ("says/VERB Transport/PROPN Secretary/PROPN Ann/PROPN Lee/PROPN", [("unknown", "", "Transport"), ("person", "role", "Ann Lee")]),
    ("says/VERB Dr/PROPN van/ADP der/DET Berg/PROPN", [("person", "dr", "van der Berg")]),
    ("The/DET Harbury/PROPN/LOC borough/NOUN council/NOUN met/VERB", [("organisation", "", "Harbury borough council")]),
    ("Later/ADV Theresa/PROPN May/PROPN spoke/VERB", [("person", "", "Theresa May")]),
    ("and/CCONJ Isabel/PROPN/LOC Quill/PROPN/LOC spoke/VERB", [("person", "", "Isabel Quill")]),
    ("near/ADP Victoria/PROPN/LOC Falls/PROPN/LOC", [("place", "", "Victoria Falls")]),
    ("It/PRON met/VERB on/ADP Monday/PROPN in/ADP May/PROPN", []),
    ("Texas/PROPN Sen./PROPN Ted/PROPN Shaw/PROPN spoke/VERB", [("unknown", "", "Texas"), ("person", "sen.", "Ted Shaw")]),
    ("the/DET Tenants/PROPN Union/PROPN 's/PART Ann/PROPN Lee/PROPN", [("organisation", "", "Tenants Union"), ("person", "", "Ann Lee")]),
    ("The/DET Lib/PROPN Dem/PROPN Kevan/PROPN Stroud/PROPN spoke/VERB", [("organisation", "", "Lib Dem"), ("person", "", "Kevan Stroud")]),
    ("The/DET Deputy/PROPN Prime/PROPN Minister/PROPN spoke/VERB", []),
    ("The/DET trainer/NOUN Ginger/PROPN Cole/PROPN spoke/VERB", [("person", "", "Ginger Cole")]),
    ("said/VERB Fr/PROPN Aengus/PROPN Malone/PROPN", [("person", "fr", "Aengus Malone")]),
    ("Capital/NOUN &/CCONJ Orient/PROPN spoke/VERB ./PUNCT | No/DET capital/NOUN", [("unknown", "", "Capital & Orient")]),
    ("said/VERB BetMarram/PROPN today/ADV", [("organisation", "", "BetMarram")]),
    ("said/VERB McMarram/PROPN/PERSON today/ADV", [("person", "", "McMarram")]),
    ("Two/NUM Labour/PROPN TDs/PROPN spoke/VERB", [("organisation", "", "Labour")]),
    ("said/VERB Green/ADJ councillor/NOUN Ann/PROPN Lee/PROPN", [("organisation", "", "Green"), ("person", "", "Ann Lee")]),
    ("The/DET Green/ADJ door/NOUN shut/VERB", [("unknown", "", "Green")]),
    ("LONDON/PROPN/LOC (/PUNCT QXW/PROPN )/PUNCT -/PUNCT banks/NOUN fell/VERB", [("place", "", "LONDON")]),
    ("Ann/PROPN Lee/PROPN ,/PUNCT R/PROPN -/PUNCT Va./PROPN ,/PUNCT spoke/VERB", [("person", "", "Ann Lee")]),
    ("opposed/VERB by/ADP the/DET Fire/PROPN and/CCONJ Bar/PROPN Staff/PROPN union/NOUN", [("organisation", "", "Fire and Bar Staff union")]),
    ("says/VERB Labour/PROPN MP/NOUN Ann/PROPN Lee/PROPN", [("organisation", "", "Labour"), ("person", "role", "Ann Lee")]),
]


@pytest.mark.parametrize("text, expected", CASES)
def test_names(text: str, expected: list[tuple[str, str, str]]) -> None:
    doc = tagged(text)
    assert expected == [(n.kind, n.title, doc[n.start:n.end].text) for n in names(doc)]


def test_a_capital_at_the_start_of_a_sentence_makes_no_name() -> None:
    doc = tagged("Housing/NOUN costs/VERB money/NOUN ./PUNCT | Nobody/PRON likes/VERB housing/NOUN")
    assert [] == names(doc)


def test_a_title_case_headline_gives_no_names_of_its_own() -> None:
    doc = tagged("Minister/NOUN Drops/VERB Plan/NOUN For/ADP Harbour/NOUN Bridge/NOUN || He/PRON spoke/VERB")
    assert [] == names(doc)
