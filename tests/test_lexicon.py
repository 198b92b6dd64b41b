"""The word lists about people and bodies: no word twice, no name of two genders, every post with its department."""
from __future__ import annotations

import pytest

from kg import lang

TABLES = ("titles", "roles", "organisations", "groups", "anonymity", "pronouns", "given_names")


def lists(value, path=""):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from lists(inner, f"{path}.{key}")
    elif isinstance(value, list):
        yield path, value


@pytest.mark.parametrize("table", TABLES)
def test_no_word_stands_twice_in_a_list(table: str) -> None:
    assert {} == {path: sorted({w for w in found if found.count(w) > 1}) for path, found in lists(lang.table("en", table)) if len(set(found)) < len(found)}


def test_a_given_name_has_one_entry() -> None:
    names = lang.table("en", "given_names")
    every = names["m"] + names["f"] + names["either"]
    assert [] == sorted({name for name in every if every.count(name) > 1})


def test_posts_name_their_department_and_years_in_order() -> None:
    for post in lang.table("en", "posts")["post"]:
        assert post["titles"] and post["department"]
        assert post.get("from", 1990) <= post.get("until", 2100)
