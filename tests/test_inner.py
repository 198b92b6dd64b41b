"""What somebody says inside what another says is an attribution of its own, inside the other's."""
from __future__ import annotations

import pytest

from kg.model import Article, attribution_to_dict
from kg.pipeline.inner import sayings
from tests.drawn import draw

SAYS = """
Lee Lee PROPN 2 nsubj B-PERSON
said say VERB 0 root
that that SCONJ 8 mark
many many ADJ 5 amod
tenants tenant NOUN 8 nsubj
have have AUX 8 aux
always always ADV 8 advmod
feared fear VERB 2 ccomp
that that SCONJ 13 mark
the the DET 11 det
hall hall NOUN 13 nsubj
would would AUX 13 aux
close close VERB 8 ccomp
. . PUNCT 2 punct
"""


def told(table: str) -> list[tuple[str, str, str]]:
    doc = draw(table)
    return [tuple(doc[slice(*part)].text for part in (one.source, one.cue, one.content)) for one in sayings(doc, 2, len(doc) - 1)]


def test_the_inner_one_has_its_subject_its_cue_with_auxiliaries_and_its_clause() -> None:
    assert [("many tenants", "have always feared", "that the hall would close")] == told(SAYS)


@pytest.mark.parametrize("change", [
    ("always always ADV 8 advmod", "never never ADV 8 advmod"),  # denied
    ("have have AUX 8 aux", "might might AUX 8 aux"),  # only possible
    ("that that SCONJ 8 mark", "if if SCONJ 8 mark"),  # supposed
    ("tenants tenant NOUN 8 nsubj", "you you PRON 8 nsubj"),  # nobody in particular
    ("feared fear VERB 2 ccomp", "saved save VERB 2 ccomp"),  # no saying
], ids=lambda change: change[1].split()[0])
def test_what_is_not_told_of_anybody_is_none(change: tuple[str, str]) -> None:
    assert [] == told(SAYS.replace(*change))


def test_a_subject_that_a_relative_clause_speaks_of_ends_before_it() -> None:
    assert [("the union", "says", "fees must fall")] == told("""
Lee Lee PROPN 2 nsubj B-PERSON
praised praise VERB 0 root
the the DET 4 det
union union NOUN 2 obj
, , PUNCT 7 punct
which which PRON 7 nsubj
says say VERB 4 acl:relcl
fees fee NOUN 10 nsubj
must must AUX 10 aux
fall fall VERB 7 ccomp
. . PUNCT 2 punct
""")


def test_what_is_said_of_a_thing_in_passing_is_not_told() -> None:
    assert [] == told("""
Lee Lee PROPN 2 nsubj B-PERSON
wants want VERB 0 root
the the DET 4 det
savings saving NOUN 2 obj
tenants tenant NOUN 6 nsubj
say say VERB 4 acl:relcl
the the DET 8 det
plan plan NOUN 9 nsubj
brings bring VERB 6 ccomp
. . PUNCT 2 punct
""")


def read(text: str) -> list[dict]:
    from kg.pipeline.extract import extract
    from kg.pipeline.parse import load

    return [attribution_to_dict(one) for one in extract(load(), Article("one", text), stances=False)[0]]


def shown(text: str, one: dict) -> tuple[str | None, str, str, list]:
    return one["speaker"], *(" | ".join(text[start:end] for start, end in one[role]) for role in ("cue", "content")), [shown(text, inner) for inner in one["inner"]]


@pytest.mark.model
def test_a_report_of_a_warning_of_a_fear_is_three_attributions_in_one_another() -> None:
    text = "Ann Lee, the council leader, said the tenants' union warned that nurses fear the ward will close."
    assert [("Ann Lee", "said", "the tenants' union warned that nurses fear the ward will close", [
        ("tenants' union", "warned", "that nurses fear the ward will close", [("nurses", "fear", "the ward will close", [])])])] == [shown(text, one) for one in read(text)]


@pytest.mark.model
def test_what_a_speaker_says_of_his_own_belief_is_no_second_attribution() -> None:
    text = "Tom Shaw, the mayor, said he believed the hall would close. Tom Shaw said that Ann Lee thought he would lose."
    assert [[], ["Ann Lee"]] == [[inner["speaker"] for inner in one["inner"]] for one in read(text)]
