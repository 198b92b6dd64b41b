"""The pieces of the pages as data: tallies, text made safe, marked passages, places, days."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.views.columns import GAP, WIDTH, place
from kg.views.frame import island
from kg.views.marking import bounds, passage, split
from kg.views.rows import StatementRow
from kg.views.stances import Tally
from kg.views.text import anchor, clean, clip, href, plain, slug, wrap
from kg.views.timeline import day, ticks


@pytest.mark.parametrize(
    ("counts", "side"),
    [((1, 0, 0), "supports"), ((0, 2, 1), "opposes"), ((2, 1, 0), "supports"), ((3, 2, 0), "divided"), ((1, 1, 0), "divided"),
     ((1, 0, 3), "conditional"), ((0, 0, 1), "conditional"), ((0, 0, 0, 2), "neutral"), ((0, 0, 0, 0), "neutral")],
)
def test_a_tally_adds_up_to_a_side(counts: tuple[int, ...], side: str) -> None:
    assert Tally(*counts).side == side


def test_one_statement_alone_is_pale() -> None:
    assert [Tally(n).step for n in (1, 2, 3)] == ["supports-1", "supports-2", "supports-3"]


@given(st.text(), st.integers(2, 60))
def test_text_is_cut_to_size_and_holds_nothing_that_utf8_cannot(text: str, limit: int) -> None:
    assert len(clip(text, limit)) <= limit
    assert len(clean(text)) == len(text)
    clean(text).encode("utf-8")
    assert not set(plain(text)) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\n")


@given(st.text(max_size=300), st.integers(5, 40), st.integers(1, 4))
def test_labels_are_wrapped_within_width_and_lines(text: str, width: int, lines: int) -> None:
    found = wrap(text, width, lines)
    assert 1 <= len(found) <= lines and all(len(line) <= width + 1 for line in found)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "JAVASCRIPT:x", " https://a.org", "data:text/html,x", "//a.org", "https:", "https://a.org/\n", "ftp://a.org", "https://[", "", None])
def test_only_plain_web_addresses_become_links(url: str | None) -> None:
    assert href(url) is None


def test_a_web_address_is_kept() -> None:
    assert href("https://example.org/a?b=c#d") == "https://example.org/a?b=c#d"


@given(st.text(), st.text())
def test_file_names_and_anchors_are_safe_and_tell_keys_apart(name: str, key: str) -> None:
    assert set(slug(name, key)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert set(anchor(key)) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")


@given(st.text())
def test_data_cannot_end_its_script(text: str) -> None:
    assert not set(island({"k": text})) & set("<>&\u2028\u2029")


def row(text: str, quote: str, **more: str) -> StatementRow:
    start = text.index(quote)
    return StatementRow("s", "s", "a", start, start + len(quote), quote, "x", "supports", "p", prefix="before ", suffix=" after", **more)


def test_a_passage_marks_speaker_cue_proposal_and_quote() -> None:
    text = "First paragraph.\n\nAda Carver warned that closing\nthe ward would hurt. More.\n\nLast."
    statement = row(text, "warned that closing\nthe ward would hurt", cue="warned", proposal_text="closing the ward")
    pieces = passage(statement, "Ada Carver", text)
    assert "".join(p.text for p in pieces) == "Ada Carver warned that closing\nthe ward would hurt. More."
    marked = {role: "".join(p.text for p in pieces if role in p.roles) for role in ("quote", "speaker", "cue", "proposal")}
    assert marked == {"quote": "warned that closing\nthe ward would hurt", "speaker": "Ada Carver", "cue": "warned", "proposal": "closing\nthe ward"}
    assert any("speaker" in p.roles for p in passage(statement, "Beryl Carver", text))
    assert not any("speaker" in p.roles for p in passage(statement, "Beryl Carver", text, person=False))


def test_a_text_that_has_changed_is_not_shown() -> None:
    statement = row("She backed it.", "She backed it")
    assert "".join(p.text for p in passage(statement, "Ada", "Another text altogether.")) == "… before She backed it after …"


def test_a_long_paragraph_is_cut_at_words_around_the_quote() -> None:
    text = "word " * 400 + "the quote" + " word" * 400
    left, right = bounds(text, text.index("the quote"), text.index("the quote") + 9)
    assert text[left:right].startswith("word ") and text[left:right].endswith(" word") and right - left < 1100


@given(st.text(min_size=1), st.lists(st.tuples(st.sampled_from(("quote", "cue")), st.integers(0, 20), st.integers(0, 20)), max_size=5))
def test_splitting_loses_no_character(text: str, spans) -> None:
    spans = [(role, min(a, b, len(text)), min(max(a, b), len(text))) for role, a, b in spans]
    assert "".join(piece.text for piece in split(text, spans)) == text


def meet(nodes) -> list[tuple[str, str]]:
    return [(a.key, b.key) for i, a in enumerate(nodes) for b in nodes[:i] if abs(a.x - b.x) < WIDTH and abs(a.y - b.y) < (a.height + b.height) / 2 + GAP - 0.3]


def world(left, right, mixed, topics):
    """What `place` takes, for the given numbers of names on each side; labels of one to three lines."""
    sides = {f"{side}{i}": side for side, numbers in (("supports", left), ("opposes", right), ("divided", mixed)) for i in sorted(numbers)}
    names = {key: f"{key} " * (1 + int(key[-1]) % 9) for key in [*sides, *(f"t{i}" for i in sorted(topics))]}
    weights = {(key, f"t{sorted(topics)[i % len(topics)]}"): 1.0 + i for i, key in enumerate(sides)}
    return names, sides, [f"t{i}" for i in sorted(topics)], weights


worlds = st.tuples(st.sets(st.integers(0, 14)), st.sets(st.integers(0, 14)), st.sets(st.integers(0, 14)), st.sets(st.integers(0, 11), min_size=1)).map(lambda sets: world(*sets))


def places(nodes) -> dict[str, dict]:
    return {n.key: {"x": n.x, "y": n.y, "mixed": n.side == "divided"} for n in nodes}


@given(worlds)
def test_no_two_boxes_of_the_map_meet(made) -> None:
    nodes = place(*made, {})
    assert {n.key for n in nodes} == made[0].keys()
    assert meet(nodes) == []


@given(worlds, worlds)
def test_boxes_that_stay_keep_their_places_and_new_ones_find_room(first, second) -> None:
    before = places(place(*first, {}))
    nodes = place(*second, before)
    assert {n.key for n in nodes} == second[0].keys() and meet(nodes) == []
    after = places(nodes)
    assert all(after[key] == before[key] for key in before.keys() & after.keys())
    assert place(*second, after) == nodes


@given(worlds, st.integers(1, 3))
def test_a_label_that_grows_pushes_its_neighbours(made, times: int) -> None:
    names, *rest = made
    longer = {key: f"{name} " * times for key, name in names.items()}
    nodes = place(longer, *rest, places(place(names, *rest, {})))
    assert meet(nodes) == []
    assert place(longer, *rest, places(nodes)) == nodes


def test_a_day_a_month_a_year_and_nonsense() -> None:
    assert day("2005-10-21") - day("2005-10-20") == 1
    assert day("2005-10") == day("2005-10-15") and day("2005") == day("2005-07-01")
    assert [day(text) for text in ("", "soon", "2005-13", "0-0-0")] == [None] * 4


def test_ticks_are_few() -> None:
    for last in (2001, 2010, 2100, 9999):
        assert 1 <= len(ticks(day("2000-01-01"), day(f"{last}-01-01"))) <= 14
