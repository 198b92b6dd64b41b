"""Names of people and bodies: what is the same, what is near, what is neither."""
from __future__ import annotations

import pytest
from linking_examples import REGISTRY

from kg.linking.names import body_key, group_key, likeness, person_key, stands_for
from kg.linking.organisations import Bodies, long_names, mint

BODIES = Bodies(REGISTRY)


@pytest.mark.parametrize(("name", "key"), [
    ("Dr Ann Lee MP", ("ann", "lee")), ("Councillor Ann Lee", ("ann", "lee")), ("Lord Hope", ("lord", "hope")), ("Baroness Ann Lee", ("ann", "lee")), ("Ann Lee, chair", ("ann", "lee")),
    ("Sir Ann", ("ann",)), ("O'Neill", ("o'neill",)), ("Zoë Ní Bhriain", ("zoe", "ni", "bhriain")),
])
def test_person_key(name: str, key: tuple[str, ...]) -> None:
    assert key == person_key(name)


@pytest.mark.parametrize(("one", "other"), [("The King's Fund", "King\u2019s Fund"), ("Health & Safety Board", "health and safety board"), ("Ministry of Wells (MoW)", "Ministry of Wells")])
def test_body_key_folds_what_does_not_matter(one: str, other: str) -> None:
    assert body_key(one) == body_key(other)


def test_group_key_drops_quantifiers_but_never_the_whole_name() -> None:
    assert "gps" == group_key("Some of the GPs")
    assert "most" == group_key("most")


@pytest.mark.parametrize(("short", "name", "expected"), [("RUC", "Rural Union of Carers", True), ("RUC", "Rural Carers Union", False), ("DoH", "Department of Health", True), ("W", "Wells", False)])
def test_acronyms(short: str, name: str, expected: bool) -> None:
    assert expected is stands_for(short, name)


def test_long_names_needs_one_answer() -> None:
    assert {"RUC": "Rural Union of Carers"} == long_names(["RUC", "Rural Union of Carers", "Wells"])
    assert {} == long_names(["RUC", "Rural Union of Carers", "Rural Union of Couriers"])


@pytest.mark.parametrize(("one", "other"), [
    ("Royal College of Physicians", "Royal College of Psychiatrists"), ("Association of Directors of Social Services", "Association of Directors of Adult Social Services"),
    ("Local Government Association", "Welsh Local Government Association"), ("National Care Forum", "National Care Association"), ("Health Authority", "Health Foundation"),
])
def test_sisters_are_never_alike(one: str, other: str) -> None:
    assert likeness(one, other) < 0.95


def resolved(name: str, date: str | None = None) -> str | None:
    body, _ = BODIES.resolve(name, date)
    return body.id if body else None


@pytest.mark.parametrize(("name", "date", "expected"), [
    ("the Rural Union of Carers", None, "ruc"), ("RUC", None, "ruc"), ("Rural Union of Carers (RUC)", None, "ruc"), ("Rural Unions of Carers", None, "ruc"), ("MoW", None, "health-ministry"),
    ("wells department", "2001-02-03", "health-ministry"), ("wells department", "2015", "health-and-water"), ("wells department", None, None), ("mindful", None, None), ("Mindful", None, "fenland-mind"),
    ("ruc", None, None), ("Rural Union of Carters", None, None), ("Union", None, None),
])
def test_bodies(name: str, date: str | None, expected: str | None) -> None:
    assert expected == resolved(name, date)


def test_a_near_miss_is_a_question_never_a_link() -> None:
    body, candidates = BODIES.resolve("Rural Union of Carters")
    assert body is None
    assert {"ruc"} <= {c.other_id for c in candidates}
    _, undated = BODIES.resolve("wells department")
    assert {"health-ministry", "health-and-water"} == {c.other_id for c in undated}


def test_a_new_body_never_takes_a_registered_id() -> None:
    assert "acme-tiles" == mint("Acme Tiles", REGISTRY)
    assert "ruc-unregistered" == mint("Ruc", REGISTRY)
