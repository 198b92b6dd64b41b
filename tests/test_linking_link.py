"""Linking a corpus: canonical names, the same in any order, and nothing new the second time."""
from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from linking_examples import REGISTRY, article, said

from kg.linking.link import link
from kg.linking.scheme import Scheme
from kg.model import Article, Attribution, Mode, Proposal, SpeakerKind, Span

SCHEME = Scheme({p.id: p for p in (
    Proposal("wells", "digging public wells", ("public wells", "new wells for every village")),
    Proposal("deep-wells", "digging deep public wells", ("deep wells",), broader="wells"),
    Proposal("water-meters", "water meters in every home", ("metering water",)),
)})
ARTICLES = [article("a", "2000-07-27"), article("b", "2005-10-21"), article("c", "2012"), article("d"), article("e", "2001-01-02", publisher="The Daily Gull")]
SAID = [
    said("a", "wells secretary", "digging public wells"),
    said("b", "the wells secretary", "deep wells", kind="anonymous"),
    said("a", "RUC", "closing the Elm Road baths", kind="organisation"),
    said("b", "Dora Finch", "shutting the Elm Road baths", organisation="Rural Union of Carers", role="officer"),
    said("c", "Dora Finch", "the plans", organisation="Acme Tiles"),
    said("d", "Dora Finch", "metering water"),
    said("c", "most carers", "a ban on hosepipes", kind="group"),
    said("d", "carers", "banning hosepipes", kind="group"),
    said("e", "The Gull", "metering water", kind="organisation"),
    said("c", "wells department", "public wells", kind="organisation"),
    said("d", "Rural Union of Carer", "public wells", kind="organisation"),
    said("d", "a manager (anonymous)", "public wells", kind="anonymous"),
]
HEARD = [Attribution("b", (Span(0, 3),), (Span(4, 8),), (Span(9, 12),), Mode.DIRECT, "Dora Finch", speaker_kind=SpeakerKind.PERSON, organisation="RUC")]


def linked(statements=SAID, heard=HEARD, articles=ARTICLES):
    return link(statements, heard, articles, REGISTRY, SCHEME)


def of(article_id: str, text: str):
    return next(s for s in linked().statements if (s.article, s.proposal_text) == (article_id, text))


@given(st.permutations(SAID), st.permutations(ARTICLES))
@settings(max_examples=15, deadline=None)
def test_order_does_not_matter(statements, articles) -> None:
    assert linked(statements, HEARD, articles) == linked()


def test_a_second_time_changes_nothing() -> None:
    once = linked()
    assert link(once.statements, once.attributions, ARTICLES, REGISTRY, SCHEME) == once


def test_ids_places_and_words_stay() -> None:
    before = {(s.id, s.article, s.start, s.end, s.quote, s.proposal_text, s.stance) for s in SAID if s.article != "e"}
    assert before == {(s.id, s.article, s.start, s.end, s.quote, s.proposal_text, s.stance) for s in linked().statements}


def test_an_office_is_another_person_in_another_year() -> None:
    first, later = of("a", "digging public wells"), of("b", "deep wells")
    assert ("Ada Moss", "ada-moss", SpeakerKind.PERSON) == (first.speaker, first.speaker_id, first.speaker_kind)
    assert ("Ben Hart", "ben-hart") == (later.speaker, later.speaker_id)
    assert ("Ministry of Wells", "health-ministry", "the wells secretary") == (later.organisation, later.organisation_id, later.role)


def test_bodies_are_named_in_full_and_by_date() -> None:
    assert ("Rural Union of Carers", "ruc") == (of("a", "closing the Elm Road baths").speaker, of("a", "closing the Elm Road baths").speaker_id)
    assert "health-and-water" == of("c", "public wells").speaker_id


def test_one_name_for_two_bodies_is_two_people_and_a_question() -> None:
    result = linked()
    ids = {s.article: s.speaker_id for s in result.statements if s.speaker == "Dora Finch"}
    assert {"b": "dora-finch-of-ruc", "c": "dora-finch-of-acme-tiles", "d": "dora-finch"} == ids
    assert ["Dora Finch"] * 2 == [c.name for c in result.candidates if c.kind == "person"]


def test_attributions_name_the_same_person() -> None:
    assert "dora-finch-of-ruc" == linked().attributions[0].speaker_id


def test_an_attribution_inside_another_names_the_same_person() -> None:
    around = Attribution("b", (Span(0, 3),), (Span(4, 8),), (Span(9, 12),), Mode.DIRECT, inner=tuple(HEARD))
    told = linked(heard=[around]).attributions[0]
    assert (None, "dora-finch-of-ruc") == (told.speaker_id, told.inner[0].speaker_id)


def test_a_group_is_one_group_whatever_its_quantifier() -> None:
    assert {"carers"} == {s.speaker_id for s in linked().statements if s.speaker_kind == SpeakerKind.GROUP}
    assert {"most carers", "carers"} == {s.speaker for s in linked().statements if s.speaker_kind == SpeakerKind.GROUP}


def test_an_unnamed_person_has_no_id() -> None:
    assert [None] == [s.speaker_id for s in linked().statements if s.speaker_kind == SpeakerKind.ANONYMOUS]


def test_the_outlet_of_an_article_is_no_stakeholder() -> None:
    assert "e" not in {s.article for s in linked().statements}


def test_another_outlet_may_be_a_stakeholder_where_the_publisher_is_known() -> None:
    articles = [article("e", publisher="The Evening Crow"), article("f")]
    statements = [said(key, "The Daily Gull", "public wells", kind="organisation") for key in "ef"]
    assert ["e"] == [s.article for s in link(statements, [], articles, REGISTRY, SCHEME).statements]


def test_new_proposals_are_shared_and_back_references_are_not() -> None:
    result = linked()
    by_text = {s.proposal_text: s.proposal for s in result.statements}
    assert by_text["a ban on hosepipes"] == by_text["banning hosepipes"]
    assert by_text["closing the Elm Road baths"] == by_text["shutting the Elm Road baths"]
    assert "x-the-plans-in-c" == by_text["the plans"]
    minted = {p.id: p for p in result.proposals if p.minted}
    assert {"a ban on hosepipes", "banning hosepipes"} <= {minted[by_text["banning hosepipes"]].label, *minted[by_text["banning hosepipes"]].alternatives}


def test_a_proposal_in_use_brings_what_is_above_it() -> None:
    assert {"deep-wells", "wells"} <= {p.id for p in linked().proposals}


def test_a_proposal_that_a_person_set_stays() -> None:
    kept = said("a", "RUC", "public wells", kind="organisation", proposal="water-meters")
    result = link([kept], [], ARTICLES, REGISTRY, SCHEME)
    assert ("water-meters", "water meters in every home") == (result.statements[0].proposal, result.statements[0].proposal_label)


def test_statements_say_how_their_proposal_was_found() -> None:
    assert all("proposal" in s.because for s in linked().statements)


def test_a_surname_is_the_person_of_that_name_in_the_article() -> None:
    statements = [said("a", "Dora Finch", "public wells", organisation="RUC"), said("a", "Ms Finch", "deep wells"), said("b", "Ms Finch", "deep wells")]
    found = {(s.article, s.proposal): s.speaker_id for s in link(statements, [], ARTICLES, REGISTRY, SCHEME).statements}
    assert {("a", "wells"): "dora-finch", ("a", "deep-wells"): "dora-finch", ("b", "deep-wells"): "ms-finch-in-b"} == found


def test_two_people_of_one_surname_leave_the_surname_alone() -> None:
    statements = [said("a", name, "public wells") for name in ("Dora Finch", "Hal Finch")] + [said("a", "Finch", "deep wells")]
    result = link(statements, [], ARTICLES, REGISTRY, SCHEME)
    assert {"dora-finch", "hal-finch", "finch-in-a"} == {s.speaker_id for s in result.statements}


def test_a_group_that_the_registry_knows_is_a_body() -> None:
    statement = link([said("b", "the Rural Union of Carers", "public wells", kind="group")], [], ARTICLES, REGISTRY, SCHEME).statements[0]
    assert ("Rural Union of Carers", "ruc", SpeakerKind.ORGANISATION) == (statement.speaker, statement.speaker_id, statement.speaker_kind)


def test_words_that_say_something_else_than_the_suggested_label_come_first() -> None:
    statement = said("a", "RUC", "metering water", kind="organisation", proposal_label="digging public wells")
    assert "water-meters" == link([statement], [], ARTICLES, REGISTRY, SCHEME).statements[0].proposal
    pointing = said("a", "RUC", "it", kind="organisation", proposal_label="digging public wells")
    assert "wells" == link([pointing], [], ARTICLES, REGISTRY, SCHEME).statements[0].proposal


def test_the_narrower_of_label_and_words_wins() -> None:
    statement = said("a", "RUC", "deep wells", kind="organisation", proposal_label="public wells")
    assert "deep-wells" == link([statement], [], ARTICLES, REGISTRY, SCHEME).statements[0].proposal


def bodies_of(*statements, articles) -> dict:
    return {s.article: s.organisation_id for s in link(statements, [], articles, REGISTRY, SCHEME).statements}


def test_an_affiliation_is_carried_within_the_article_and_over_some_months() -> None:
    articles = [article("p", "2001-01-05"), article("q", "2001-06-30"), article("r", "2002-06-30"), article("s")]
    told = [said("p", "Dora Finch", "public wells", organisation="RUC")] + [said(key, "Dora Finch", "deep wells") for key in "pqrs"]
    assert {"p": "ruc", "q": "ruc", "r": None, "s": None} == bodies_of(*told, articles=articles)


def test_carrying_an_affiliation_on_and_on_is_done_at_once() -> None:
    articles = [article("p", "2001-01-05"), article("q", "2001-06-30"), article("r", "2001-11-01")]
    told = [said("p", "Ada Moss", "public wells", organisation="RUC"), said("q", "Ada Moss", "deep wells"), said("r", "Ada Moss", "deep wells")]
    once = link(told, [], articles, REGISTRY, SCHEME)
    assert once == link(once.statements, [], articles, REGISTRY, SCHEME)
    assert {"ruc"} == {s.organisation_id for s in once.statements}


def test_an_affiliation_that_something_contradicts_is_not_carried() -> None:
    articles = [article("p", "2001-01-05"), article("q", "2001-03-30"), article("r", "2001-02-01")]
    told = [said("p", "Ada Moss", "public wells", organisation="RUC"), said("q", "Ada Moss", "public wells", organisation="Mindful"), said("r", "Ada Moss", "public wells")]
    assert {"p": "ruc", "q": "fenland-mind", "r": None} == bodies_of(*told, articles=articles)


def test_a_bare_act_is_one_articles_own() -> None:
    told = [said(key, "RUC", "closure", kind="organisation") for key in "ab"]
    assert ["x-closure-in-a", "x-closure-in-b"] == [s.proposal for s in link(told, [], ARTICLES, REGISTRY, SCHEME).statements]


def test_a_government_without_a_name_is_the_one_that_the_article_says() -> None:
    statements = [said("a", "the government", "public wells", kind="organisation", organisation=body) for body in ("Irish Government", "RUC")]
    statements += [said("b", "the government", "deep wells", kind="organisation"), said("b", "the Wells Guild", "public wells", kind="organisation", organisation="RUC")]
    result = link(statements, [], ARTICLES, REGISTRY, SCHEME)
    assert ["Irish Government", "Rural Union of Carers", "the Wells Guild", "the government"] == sorted(s.speaker for s in result.statements)
    assert {"irish-government", "ruc", "wells-guild", "government"} == {s.speaker_id for s in result.statements}
    assert result.statements == link(result.statements, [], ARTICLES, REGISTRY, SCHEME).statements


def test_a_post_in_another_country_is_not_the_registrys() -> None:
    at_home = Article("h", "Ministers in London said no.", date="2000-07-27")
    abroad = Article("f", "Ministers in Canada said no, and Ottawa will not pay. Canadians agree.", date="2000-07-27")
    by_article = {s.article: s for s in link([said("h", "wells secretary", "public wells"), said("f", "wells secretary", "public wells")], [], [at_home, abroad], REGISTRY, SCHEME).statements}
    assert ("Ada Moss", "health-ministry") == (by_article["h"].speaker, by_article["h"].organisation_id)
    assert ("wells secretary", None) == (by_article["f"].speaker, by_article["f"].organisation_id)
