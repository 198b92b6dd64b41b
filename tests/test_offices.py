"""Posts and the departments that held them."""
from __future__ import annotations

import pytest

from kg.lang.governments import government
from kg.pipeline.offices import department, year


@pytest.mark.parametrize("role, when, expected", [
    ("health secretary", 2005, "Department of Health"),
    ("health secretary", 2021, "Department of Health and Social Care"),
    ("Health Secretary", None, "Department of Health"),
    ("junior transport minister", 2010, "Department for Transport"),
    ("transport minister", 1999, "Department of the Environment, Transport and the Regions"),
    ("prime minister", 2001, "UK Government"),
    ("shadow health secretary", 2005, None),
    ("former home secretary", 2005, None),
    ("general secretary", 2005, None),
])
def test_department(role: str, when: int | None, expected: str | None) -> None:
    assert expected == department(role, "UK Government", when)


def test_another_countrys_minister_holds_no_british_office() -> None:
    assert department("health secretary", "US Government", 2010) is None
    assert "US Department of the Treasury" == department("treasury secretary", "US Government", 2010)


def test_government_is_the_one_with_most_signals() -> None:
    assert "Irish Government" == government("The Taoiseach told the Dáil in Dublin that the government would act.")
    assert "UK Government" == government("The government would act.")


def test_year_is_the_dates_else_the_latest_in_the_text() -> None:
    assert 2005 == year("2005-10-21", "by 2010")
    assert 2010 == year(None, "from 2001 to 2010")
    assert year(None, "last week") is None
