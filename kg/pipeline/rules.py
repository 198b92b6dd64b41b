"""The rules that read claims from a Doc. Each is a function with a sentence that explains its statements to a person.

A rule takes the Case and the claims found so far, and gives new ones.
"""
from __future__ import annotations

from collections.abc import Callable
from functools import partial

from kg.pipeline.asking import announced, deontic, imperative, intention, pledge
from kg.pipeline.casework import Case, placement
from kg.pipeline.claims import Claim
from kg.pipeline.echo import echoes, on_documents, seconded
from kg.pipeline.factions import called
from kg.pipeline.hitting import from_hits, named_members
from kg.pipeline.leaning import leanings
from kg.pipeline.sides import elliptic, listed


def stance_verb(case: Case, so_far: list[Claim]) -> list[Claim]:
    """A verb or adjective of taking sides ('backs', 'is opposed to') links the holder, its subject, to the proposal, its object or complement."""
    return from_hits(case, ("support", "oppose", "conditional"), "stance_verb", so_far)


def stance_noun(case: Case, so_far: list[Claim]) -> list[Claim]:
    """A noun of taking sides ('opposition to', 'the council's plans to') links its owner to what follows it."""
    return from_hits(case, ("nouns",), "stance_noun", so_far)


def evaluation(case: Case, so_far: list[Claim]) -> list[Claim]:
    """The speaker's words call the proposal good or bad ('is a disaster', 'makes sense')."""
    return from_hits(case, ("evaluation",), "evaluation", so_far)


def consequence(case: Case, so_far: list[Claim]) -> list[Claim]:
    """The speaker's words say that the proposal would do good or harm; that is an argument for or against it."""
    return from_hits(case, ("consequence",), "consequence", so_far)


def echo(case: Case, so_far: list[Claim]) -> list[Claim]:
    """Somebody is said to agree or disagree with whoever spoke last, or with the one named, on what that one spoke of."""
    found = echoes(case.scene, case.hits, so_far, "echo") + on_documents(case.scene, case.hits, so_far, "echo")
    return [*found, *seconded(case.scene, so_far, "echo")]


def side(case: Case, so_far: list[Claim]) -> list[Claim]:
    """Someone is listed as for or against, or is said to do, or not to do, what another did just before, who took a side."""
    found = listed(case.scene, so_far, case.topics[0] if case.prominent and case.topics else None, "side")
    return [*found, *elliptic(case.scene, [*so_far, *found], "side"), *called(case.scene, so_far, partial(placement, case), partial(named_members, case), case.prominent, "side")]


def leaning(case: Case, so_far: list[Claim]) -> list[Claim]:
    """No cue decides, but the trained reader hears a side in the speaker's words on what the article is about."""
    return leanings(case.scene, case.subjects, case.topics, so_far, "leaning") if case.prominent else []


RULES: dict[str, Callable[[Case, list[Claim]], list[Claim]]] = {
    "stance_verb": stance_verb, "stance_noun": stance_noun, "announced": announced, "evaluation": evaluation, "consequence": consequence, "deontic": deontic, "pledge": pledge, "imperative": imperative, "intention": intention, "leaning": leaning,
    "echo": echo, "side": side,
}
