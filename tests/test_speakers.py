"""Attributions and their speakers."""
from __future__ import annotations

import pytest
from spacy.tokens import Doc, Span

from kg.model import Actor, SpeakerKind
from kg.pipeline.speakers import speak
from tests.drawn import draw
from tests.tagged import attribute, find, tagged


def speakers(doc: Doc) -> dict[int, Actor]:
    speak(doc)
    return {span.id: doc.user_data["actors"][span.kb_id_] for span in doc.spans["speakers"] if span.label_ == "speaker"}


def test_a_surname_is_resolved_to_the_full_name_and_its_post() -> None:
    doc = tagged("Ann/PROPN Lee/PROPN ,/PUNCT head/NOUN of/ADP Shelter/PROPN ,/PUNCT came/VERB ./PUNCT | Ms/PROPN Lee/PROPN said/VERB rents/NOUN rise/VERB")
    actor = speakers(attribute(doc, {"source": "Ms Lee", "cue": "said", "content": "rents rise"}))[1]
    assert ("Ann Lee", SpeakerKind.PERSON, "head", "Shelter") == (actor.name, actor.kind, actor.role, actor.organisation)


def test_an_unnamed_spokesman_is_the_organisation() -> None:
    doc = tagged("A/DET Network/PROPN Rail/PROPN spokeswoman/NOUN said/VERB trains/NOUN ran/VERB")
    actor = speakers(attribute(doc, {"source": "A Network Rail spokeswoman", "cue": "said", "content": "trains ran"}))[1]
    assert ("Network Rail", SpeakerKind.ORGANISATION) == (actor.name, actor.kind)


def test_a_group_keeps_its_words() -> None:
    doc = tagged("Most/ADJ head/NOUN teachers/NOUN said/VERB pupils/NOUN gain/VERB")
    actor = speakers(attribute(doc, {"source": "Most head teachers", "cue": "said", "content": "pupils gain"}))[1]
    assert ("most head teachers", SpeakerKind.GROUP) == (actor.name, actor.kind)


def test_directors_and_councillors_are_one_group() -> None:
    doc = tagged("But/CCONJ housing/NOUN directors/NOUN and/CCONJ councillors/NOUN said/VERB rents/NOUN rise/VERB")
    assert "housing directors and councillors" == speakers(attribute(doc, {"source": "housing directors and councillors", "content": "rents rise"}))[1].name


def test_one_who_asked_not_to_be_named_is_one_of_the_group_before() -> None:
    doc = tagged("Ferry/NOUN trust/NOUN chief/ADJ executives/NOUN warned/VERB ministers/NOUN ./PUNCT | One/NUM -/PUNCT who/PRON asked/VERB not/PART to/PART be/AUX named/VERB -/PUNCT said/VERB it/PRON works/VERB")
    actor = speakers(attribute(doc, {"source": "One - who asked not to be named", "cue": "said", "content": "it works"}))[1]
    assert ("ferry trust chief executive (anonymous)", SpeakerKind.ANONYMOUS) == (actor.name, actor.kind)


def test_a_source_is_anonymous_with_its_organisation() -> None:
    doc = tagged("A/DET senior/ADJ RMT/PROPN source/NOUN said/VERB talks/NOUN failed/VERB")
    actor = speakers(attribute(doc, {"source": "A senior RMT source", "content": "talks failed"}))[1]
    assert ("senior RMT source (anonymous)", SpeakerKind.ANONYMOUS, "RMT") == (actor.name, actor.kind, actor.organisation)


def test_the_association_is_the_last_body_whose_name_holds_the_word() -> None:
    doc = tagged("The/DET Tram/PROPN Users/PROPN Association/PROPN met/VERB ./PUNCT | The/DET association/NOUN said/VERB fares/NOUN rise/VERB")
    assert "Tram Users Association" == speakers(attribute(doc, {"source": "The association", "content": "fares rise"}))[1].name


def test_the_minister_is_the_person_who_was_given_the_post() -> None:
    doc = tagged("Ann/PROPN Lee/PROPN ,/PUNCT the/DET transport/NOUN minister/NOUN ,/PUNCT met/VERB Bo/PROPN/PERSON Frame/PROPN/PERSON ./PUNCT | The/DET minister/NOUN said/VERB fares/NOUN rise/VERB")
    assert "Ann Lee" == speakers(attribute(doc, {"source": "The minister", "content": "fares rise"}))[1].name


def test_the_government_has_its_countrys_name_as_organisation() -> None:
    doc = tagged("The/DET government/NOUN said/VERB fares/NOUN rise/VERB in/ADP Dublin/PROPN ,/PUNCT the/DET Taoiseach/PROPN hopes/VERB")
    actor = speakers(attribute(doc, {"source": "The government", "content": "fares rise"}))[1]
    assert ("the government", "Irish Government") == (actor.name, actor.organisation)


def test_ministers_speak_for_their_department_else_for_the_government() -> None:
    doc = tagged("Transport/NOUN ministers/NOUN said/VERB fares/NOUN rise/VERB ./PUNCT | Senior/ADJ ministers/NOUN agreed/VERB it/PRON helps/VERB", date="2012")
    found = speakers(attribute(doc, {"source": "Transport ministers", "content": "fares rise"}, {"source": "Senior ministers", "content": "it helps"}))
    assert ["Department for Transport", "UK Government"] == [found[1].organisation, found[2].organisation]


def test_first_person_in_a_quote_is_the_quotes_speaker() -> None:
    doc = tagged("Ann/PROPN Lee/PROPN said/VERB :/PUNCT we/PRON fear/VERB it/PRON fails/VERB")
    found = speakers(attribute(doc, {"source": "Ann Lee", "cue": "said", "content": "we fear it fails"}, {"source": "we", "cue": "fear", "content": "it fails"}))
    assert "Ann Lee" == found[1].name == found[2].name


def test_a_quotation_without_a_source_goes_on_with_the_speaker_before() -> None:
    doc = tagged("Ann/PROPN Lee/PROPN said/VERB \"/PUNCT fares/NOUN rise/VERB \"/PUNCT || \"/PUNCT They/PRON must/AUX fall/VERB \"/PUNCT")
    doc.spans["quotes"] = [Span(doc, 3, 7, label="quote"), Span(doc, 7, 12, label="quote")]
    assert "Ann Lee" == speakers(attribute(doc, {"source": "Ann Lee", "content": "\" fares rise \""}, {"content": "\" They must fall \""}))[2].name


def test_a_headline_without_a_source_stays_without_a_speaker() -> None:
    doc = tagged("Fares/NOUN must/AUX fall/VERB || Ann/PROPN Lee/PROPN spoke/VERB")
    assert {} == speakers(attribute(doc, {"content": "Fares must fall"}))


def test_his_colleagues_belong_to_his_organisation() -> None:
    doc = tagged("Alan/PROPN Lee/PROPN//nsubj ,/PUNCT head/NOUN of/ADP Shelter/PROPN ,/PUNCT came/VERB ./PUNCT | His/PRON//nmod:poss colleagues/NOUN said/VERB rents/NOUN rise/VERB")
    actor = speakers(attribute(doc, {"source": "His colleagues", "content": "rents rise"}))[1]
    assert ("Shelter colleagues", SpeakerKind.GROUP, "Shelter") == (actor.name, actor.kind, actor.organisation)


def test_two_people_who_speak_together_are_both_there_the_first_named_last() -> None:
    doc = tagged("Ann/PROPN Lee/PROPN and/CCONJ Tom/PROPN Shaw/PROPN said/VERB rents/NOUN rise/VERB")
    speak(attribute(doc, {"source": "Ann Lee and Tom Shaw", "content": "rents rise"}))
    assert [("with", "person:tom-shaw"), ("speaker", "person:ann-lee")] == [(s.label_, s.kb_id_) for s in doc.spans["speakers"]]


def test_a_named_owner_is_not_the_speaker() -> None:
    doc = tagged("Ann/PROPN Lee/PROPN 's/PART critics/NOUN said/VERB rents/NOUN rise/VERB")
    assert SpeakerKind.GROUP is speakers(attribute(doc, {"source": "Ann Lee 's critics", "content": "rents rise"}))[1].kind


def test_every_mention_of_an_actor_is_written() -> None:
    doc = tagged("Ann/PROPN Lee/PROPN met/VERB the/DET RMT/PROPN and/CCONJ some/DET nurses/NOUN")
    speak(doc)
    assert {("Ann Lee", "person:ann-lee"), ("RMT", "organisation:rmt"), ("some nurses", "group:some-nurses")} == {(s.text, s.kb_id_) for s in doc.spans["actors"]}
    assert all(span.kb_id_ in doc.user_data["actors"] for span in doc.spans["actors"])
    assert (0, 2) == find(doc, "Ann Lee")


def test_several_and_nameless_bodies_speak_as_they_are_called() -> None:
    doc = tagged("The/DET drug/NOUN chains/NOUN said/VERB prices/NOUN rise/VERB")
    assert ("drug chains", SpeakerKind.GROUP) == (lambda a: (a.name, a.kind))(speakers(attribute(doc, {"source": "The drug chains", "cue": "said", "content": "prices rise"}))[1])
    doc = tagged("The/DET chamber/NOUN of/ADP commerce/NOUN said/VERB prices/NOUN rise/VERB")
    assert ("chamber of commerce", SpeakerKind.ORGANISATION) == (lambda a: (a.name, a.kind))(speakers(attribute(doc, {"source": "The chamber of commerce", "cue": "said", "content": "prices rise"}))[1])


def test_an_unnamed_prime_minister_speaks_for_the_government() -> None:
    doc = tagged("The/DET Prime/PROPN Minister/PROPN said/VERB prices/NOUN rise/VERB")
    actor = speakers(attribute(doc, {"source": "The Prime Minister", "cue": "said", "content": "prices rise"}))[1]
    assert ("Prime Minister (anonymous)", "UK Government") == (actor.name, actor.organisation)


def test_another_with_a_post_of_his_own_is_that() -> None:
    doc = tagged("Labour/PROPN members/NOUN met/VERB ./PUNCT | Another/DET ,/PUNCT a/DET former/ADJ minister/NOUN ,/PUNCT said/VERB prices/NOUN rise/VERB")
    actor = speakers(attribute(doc, {"source": "Another , a former minister ,", "cue": "said", "content": "prices rise"}))[1]
    assert "former minister (anonymous)" == actor.name


def test_she_after_an_unnamed_spokeswoman_is_the_body() -> None:
    doc = tagged("A/DET Network/PROPN Rail/PROPN spokeswoman/NOUN said/VERB trains/NOUN ran/VERB ./PUNCT | Fares/NOUN rose/VERB ,/PUNCT she/PRON added/VERB")
    found = speakers(attribute(doc, {"source": "A Network Rail spokeswoman", "cue": "said", "content": "trains ran"}, {"source": "she", "cue": "added", "content": "Fares rose"}))
    assert "Network Rail" == found[2].name


def test_he_after_an_unnamed_spokeswoman_is_not_the_body() -> None:
    doc = tagged("A/DET Network/PROPN Rail/PROPN spokeswoman/NOUN said/VERB trains/NOUN ran/VERB ./PUNCT | Fares/NOUN rose/VERB ,/PUNCT he/PRON added/VERB")
    found = speakers(attribute(doc, {"source": "A Network Rail spokeswoman", "cue": "said", "content": "trains ran"}, {"source": "he", "cue": "added", "content": "Fares rose"}))
    assert 2 not in found


def test_who_after_a_persons_section_is_the_person() -> None:
    doc = tagged("Sgt/PROPN Ann/PROPN/PERSON Lee/PROPN/PERSON ,/PUNCT of/ADP the/DET Marlby/PROPN/LOC section/NOUN ,/PUNCT who/PRON says/VERB it/PRON fails/VERB ,/PUNCT left/VERB")
    assert "Ann Lee" == speakers(attribute(doc, {"source": "who", "cue": "says", "content": "it fails"}))[1].name


def test_nobody_is_the_one_whom_he_names_in_his_own_words() -> None:
    doc = tagged("Tom/PROPN/PERSON Shaw/PROPN/PERSON//nsubj came/VERB ./PUNCT || \"/PUNCT Bert/PROPN/PERSON Frame/PROPN/PERSON//nsubj rang/VERB \"/PUNCT ,/PUNCT he/PRON said/VERB")
    doc.spans["quotes"] = [Span(doc, 4, 9, label="quote")]
    assert "Tom Shaw" == speakers(attribute(doc, {"source": "he", "cue": "said", "content": "\" Bert Frame rang \""}))[1].name


def test_a_counterpart_elsewhere_speaks_for_the_body_there() -> None:
    doc = tagged("Ann/PROPN Lee/PROPN met/VERB ./PUNCT | Her/PRON//nmod:poss counterpart/NOUN in/ADP the/DET Tram/PROPN Users/PROPN Council/PROPN said/VERB fares/NOUN rise/VERB")
    actor = speakers(attribute(doc, {"source": "Her counterpart in the Tram Users Council", "cue": "said", "content": "fares rise"}))[1]
    assert ("counterpart (anonymous)", "Tram Users Council") == (actor.name, actor.organisation)


def test_a_spokesman_for_an_office_speaks_for_its_holder() -> None:
    doc = tagged("Ann/PROPN Lee/PROPN ,/PUNCT the/DET premier/NOUN ,/PUNCT came/VERB ./PUNCT | A/DET spokesman/NOUN for/ADP the/DET premier/NOUN said/VERB fares/NOUN rise/VERB")
    actor = speakers(attribute(doc, {"source": "A spokesman for the premier", "cue": "said", "content": "fares rise"}))[1]
    assert ("spokesman for Ann Lee (anonymous)", SpeakerKind.ANONYMOUS) == (actor.name, actor.kind)


def test_an_unnamed_councils_spokesman_is_the_council() -> None:
    doc = tagged("A/DET council/NOUN spokesman/NOUN said/VERB fares/NOUN rise/VERB")
    actor = speakers(attribute(doc, {"source": "A council spokesman", "cue": "said", "content": "fares rise"}))[1]
    assert ("council", SpeakerKind.ORGANISATION) == (actor.name, actor.kind)


def test_counsel_for_somebody_is_a_lawyer_without_a_name() -> None:
    doc = tagged("Counsel/NOUN for/ADP the/DET gallery/NOUN said/VERB fares/NOUN rise/VERB")
    actor = speakers(attribute(doc, {"source": "Counsel for the gallery", "cue": "said", "content": "fares rise"}))[1]
    assert ("counsel for the gallery (anonymous)", SpeakerKind.ANONYMOUS) == (actor.name, actor.kind)


def test_two_bodies_may_share_their_noun() -> None:
    doc = tagged("Moor/PROPN/LOC and/CCONJ Skerry/PROPN/LOC councils/NOUN said/VERB fares/NOUN rise/VERB")
    speak(attribute(doc, {"source": "Moor and Skerry councils", "cue": "said", "content": "fares rise"}))
    assert {"Moor council", "Skerry council"} == {doc.user_data["actors"][s.kb_id_].name for s in doc.spans["speakers"]}


def test_a_group_is_called_what_it_calls_itself() -> None:
    doc = tagged("A/DET group/NOUN calling/VERB itself/PRON Open/PROPN Gates/PROPN said/VERB fares/NOUN rise/VERB")
    assert "Open Gates" == speakers(attribute(doc, {"source": "A group calling itself Open Gates", "cue": "said", "content": "fares rise"}))[1].name


def test_words_of_time_are_no_part_of_a_speaker() -> None:
    doc = tagged("Angry/ADJ tenants/NOUN last/ADJ night/NOUN said/VERB rents/NOUN rise/VERB")
    assert "angry tenants" == speakers(attribute(doc, {"source": "Angry tenants last night", "cue": "said", "content": "rents rise"}))[1].name


def test_the_prime_minister_is_not_the_deputy() -> None:
    doc = tagged("Tom/PROPN Shaw/PROPN ,/PUNCT the/DET prime/ADJ minister/NOUN ,/PUNCT met/VERB Ann/PROPN Lee/PROPN ,/PUNCT the/DET deputy/ADJ prime/ADJ minister/NOUN ,/PUNCT today/ADV ./PUNCT | The/DET prime/ADJ minister/NOUN said/VERB fares/NOUN rise/VERB")
    assert "Tom Shaw" == speakers(attribute(doc, {"source": "The prime minister", "cue": "said", "content": "fares rise"}))[1].name


def test_somebody_known_by_whom_he_is_related_to_keeps_that_ones_name() -> None:
    doc = tagged("Ann/PROPN Lee/PROPN fell/VERB ./PUNCT | Lee/PROPN 's/PART widow/NOUN said/VERB it/PRON hurts/VERB")
    actor = speakers(attribute(doc, {"source": "Lee 's widow", "cue": "said", "content": "it hurts"}))[1]
    assert ("Ann Lee's widow (anonymous)", SpeakerKind.ANONYMOUS) == (actor.name, actor.kind)
    doc = tagged("Her/PRON//nmod:poss father/NOUN said/VERB it/PRON hurts/VERB")
    assert {} == speakers(attribute(doc, {"source": "Her father", "cue": "said", "content": "it hurts"}))


def test_the_holder_of_a_post_whom_nobody_names_has_none_but_the_senator_is_somebody_named() -> None:
    doc = tagged("The/DET borough/NOUN engineer/NOUN said/VERB it/PRON sinks/VERB")
    assert "borough engineer (anonymous)" == speakers(attribute(doc, {"source": "The borough engineer", "cue": "said", "content": "it sinks"}))[1].name
    doc = tagged("The/DET Moravia/PROPN senator/NOUN said/VERB it/PRON sinks/VERB")
    assert {} == speakers(attribute(doc, {"source": "The Moravia senator", "cue": "said", "content": "it sinks"}))


def test_his_report_is_that_of_the_unnamed_engineer_before() -> None:
    doc = tagged("The/DET borough/NOUN engineer/NOUN said/VERB it/PRON sinks/VERB ./PUNCT | His/PRON//nmod:poss report/NOUN urges/VERB repair/NOUN")
    found = speakers(attribute(doc, {"source": "The borough engineer", "cue": "said", "content": "it sinks"}, {"source": "His report", "cue": "urges", "content": "repair"}))
    assert found[1] == found[2]


def test_a_second_verb_has_the_first_ones_subject() -> None:
    doc = tagged("Brewers/NOUN//nsubj closed/VERB inns/NOUN and/CCONJ want/VERB//conj more/ADJ")
    assert "brewers" == speakers(attribute(doc, {"cue": "want", "content": "more"}))[1].name


def test_some_of_its_directors_wait_for_what_its_means() -> None:
    from kg.pipeline.meant import owned

    doc = tagged("Some/DET of/ADP its/PRON directors/NOUN and/CCONJ some/DET of/ADP the/DET staff/NOUN")
    assert owned(doc[0:4]) and not owned(doc[5:9])


@pytest.mark.parametrize("dep, expected", [("nsubj:pass", False), ("nsubj", True)])
def test_who_was_asked_says_nothing(dep: str, expected: bool) -> None:
    doc = tagged(f"Visitors/NOUN//{dep} asked/VERB for/ADP more/ADJ")
    doc[1].lemma_ = "ask"
    assert expected == (1 in speakers(attribute(doc, {"source": "Visitors", "cue": "asked for", "content": "more"})))


def test_whoever_writes_speaks_not_the_one_written_to() -> None:
    from kg.pipeline.said import controlled, grouped

    doc = attribute(draw("""
Brewers brewer NOUN 2 nsubj
wrote write VERB 0 root
to to ADP 5 case
the the DET 5 det
mayor mayor NOUN 2 obl
to to PART 7 mark
ask ask VERB 2 advcl
that that SCONJ 10 mark
he he PRON 10 nsubj
stop stop VERB 7 ccomp
. . PUNCT 2 punct
"""), {"source": "the mayor", "cue": "to ask", "content": "that he stop"})
    found = controlled(doc, grouped(doc)[0])
    assert found is not None and "Brewers" == found.text


def test_a_peers_place_is_part_of_his_style() -> None:
    doc = tagged("Lord/PROPN Ambrey/PROPN of/ADP Stoke/PROPN/LOC came/VERB ./PUNCT | Lord/PROPN Ambrey/PROPN said/VERB fares/NOUN rise/VERB")
    assert "Ambrey of Stoke" == speakers(attribute(doc, {"source": "Lord Ambrey", "cue": "said", "content": "fares rise"}))[1].name


def test_both_of_two_bodies_speak() -> None:
    doc = tagged("Both/CCONJ the/DET Tram/PROPN Trust/PROPN and/CCONJ the/DET Rail/PROPN Trust/PROPN said/VERB fares/NOUN rise/VERB")
    speak(attribute(doc, {"source": "Both the Tram Trust and the Rail Trust", "cue": "said", "content": "fares rise"}))
    assert {"Tram Trust", "Rail Trust"} == {doc.user_data["actors"][s.kb_id_].name for s in doc.spans["speakers"]}
