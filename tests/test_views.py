"""The pages as files: same bytes, all links alive, sizes within the budget, one page of each kind for every node."""
from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import synthetic

from kg.views import site
from kg.views.read import rows
from kg.views.site import Site


def write(folder: Path, made, **options) -> list[Path]:
    return site.write(synthetic.dataset(made), folder, texts={a.id: a.text for a in made[1]}, **options)


class Links(HTMLParser):
    """Every href and id of a page; raises nothing, reads what a browser would."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.hrefs: set[str] = set()
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = dict(attributes)
        if tag == "a" and found.get("href"):
            self.hrefs.add(found["href"])
        if found.get("id"):
            self.ids.append(found["id"])


def test_the_same_bytes_twice_whatever_the_order_and_only_in_the_folder(tmp_path: Path) -> None:
    statements, articles, proposals = synthetic.corpus(40)
    one = write(tmp_path / "a", (statements, articles, proposals))
    two = write(tmp_path / "b", (statements[::-1], articles[::-1], proposals[::-1]))
    assert [p.relative_to(tmp_path / "a") for p in one] == [p.relative_to(tmp_path / "b") for p in two]
    assert all(a.read_bytes() == b.read_bytes() for a, b in zip(one, two, strict=True))
    assert sorted(p for p in (tmp_path / "a").rglob("*") if p.is_file()) == one


@pytest.mark.parametrize("name", ["plain", "hostile"])
def test_every_link_leads_to_a_page_and_a_place_on_it(tmp_path: Path, name: str) -> None:
    pages = {p: Links(p.read_text(encoding="utf-8")) for p in write(tmp_path, synthetic.hostile() if name == "hostile" else synthetic.corpus(60)) if p.suffix == ".html"}
    for path, found in pages.items():
        assert len(found.ids) == len(set(found.ids)), f"{path.name} uses an id twice"
        for href in found.hrefs:
            if not href.startswith(("http://", "https://")):
                target, _, fragment = href.partition("#")
                assert ":" not in target
                aim = (path.parent / target).resolve() if target else path
                assert aim in pages, f"{path.name} links to {href}"
                assert not fragment or fragment in pages[aim].ids, f"{path.name} links to {href}"


def test_names_of_files_hold_nothing_of_a_hostile_name(tmp_path: Path) -> None:
    assert all(re.fullmatch(r"[a-z0-9-]+\.(html|json)", p.name) for p in write(tmp_path, synthetic.hostile()))


def test_five_hundred_statements_stay_within_seven_hundred_kilobytes(tmp_path: Path) -> None:
    sizes = {p.name: p.stat().st_size for p in write(tmp_path, synthetic.corpus(500))}
    assert max(sizes.values()) <= 700_000, max(sizes, key=sizes.get)


def test_an_empty_graph_makes_pages_that_say_so(tmp_path: Path) -> None:
    written = write(tmp_path, ([], [], []), run={"left_out": {"files that could not be read": 2}})
    assert "No statement was found" in (tmp_path / "index.html").read_text(encoding="utf-8")
    assert all("files that could not be read" in p.read_text(encoding="utf-8") for p in written if p.suffix == ".html")


def test_rows_read_what_the_statements_say() -> None:
    statements, articles, _ = made = synthetic.corpus(50)
    found = {row.id: row for row in rows(synthetic.dataset(made)).statements}
    assert found.keys() == {s.id for s in statements}
    table = rows(synthetic.dataset(made))
    for s in statements:
        row = found[s.id]
        assert (row.quote, row.start, row.end, row.stance, row.lean, row.status, row.cue, row.said_on) == (
            s.quote, s.start, s.end, str(s.stance), s.lean and str(s.lean), str(s.status), s.cue, s.said_on)
        assert table.actors[row.speaker].name == s.speaker and table.articles[row.article].key == s.article
        assert (table.actors[row.organisation].name if row.organisation else None) == s.organisation
        assert row.confidence == pytest.approx(s.confidence)


def test_measured_error_and_what_was_left_out_stand_on_every_page(tmp_path: Path) -> None:
    run = {"articles": 99, "left_out": {"short files": 4}, "measured": {"F1 of edges": {"value": 0.5, "source": "a sample of 49"}}}
    for path in write(tmp_path, synthetic.corpus(20), run=run):
        if path.suffix == ".html":
            text = path.read_text(encoding="utf-8")
            assert "short files</bdi> 4" in text and "F1 of edges</bdi> 0.5" in text and "a sample of 49" in text and "of 99 read" in text


def test_a_loop_in_the_scheme_does_no_harm(tmp_path: Path) -> None:
    from dataclasses import replace

    statements, articles, proposals = synthetic.corpus(30)
    proposals[0] = replace(proposals[0], broader="care-trusts")
    assert write(tmp_path, (statements, articles, proposals))


def test_bodies_that_agree_as_often_as_they_clash_are_drawn(tmp_path: Path) -> None:
    from dataclasses import replace

    from kg.model import SpeakerKind, Stance

    statements, articles, proposals = synthetic.corpus(4)
    sides = (("supports", "Ann Lee", 0), ("supports", "Ben Hart", 0), ("supports", "Ann Lee", 1), ("opposes", "Ben Hart", 1))
    statements = [replace(s, stance=Stance(stance), lean=None, condition=None, speaker=who, speaker_id=None, speaker_kind=SpeakerKind.PERSON, organisation=None,
                          organisation_id=None, role=None, proposal=proposals[n].id, proposal_label=proposals[n].label) for s, (stance, who, n) in zip(statements, sides, strict=True)]
    write(tmp_path, (statements, articles, proposals))
    page = (tmp_path / "pages" / "coalitions.html").read_text(encoding="utf-8")
    assert 'data-tie="0.0000"' in page and "agree on 1, clash on 1" in page


def test_boxes_of_an_earlier_map_stay_where_they_are(tmp_path: Path) -> None:
    places = {}
    statements, *rest = synthetic.corpus(100)
    for name, size, before in (("first", 80, None), ("again", 80, "first"), ("more", 100, "first"), ("more again", 100, "more")):
        write(tmp_path / name, (statements[:size], *rest), positions=places.get(before))
        places[name] = json.loads((tmp_path / name / "pages" / "positions.json").read_text())
    assert places["first"] == places["again"] and places["more"] == places["more again"]
    first, more = places["first"], places["more"]
    same = [key for key in first if key in more and first[key].get("mixed") == more[key].get("mixed") and (first[key].get("mixed") or first[key]["x"] == more[key]["x"])]
    assert len(same) > 10 and more.keys() - first.keys()
    assert [first[key] for key in same] == [more[key] for key in same]


def test_the_lead_counts_one_vote_for_each_body_over_the_branch() -> None:
    from kg.views.lead import lead

    made = Site(rows(synthetic.dataset(synthetic.corpus(80))))
    found = lead(made)
    assert found.asked and found.concept.key == "structural-integration"
    under = {key for key in made.rows.proposals if made.rows.proposals[key].key in {"structural-integration", "care-trusts", "care-trusts-duty", "merge-budgets", "nhs-runs-social-services"}}
    assert {s.id for s in found.statements} == {s.id for s in made.statements if s.proposal in under}
    assert found.votes.total == found.size == len({made.body(s).id for s in found.statements})
    assert not lead(Site(made.rows, lead="nothing-of-the-kind")).asked
