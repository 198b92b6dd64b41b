"""Invented statements and a small registry for the tests of linking."""
from __future__ import annotations

from kg.linking.registry import Holding, Office, Organisation, Person, Registry
from kg.model import Article, Mode, SpeakerKind, Stance, Statement, statement_id

REGISTRY = Registry(
    organisations={o.id: o for o in (
        Organisation("health-ministry", "Ministry of Wells", ("MoW", "wells department"), "department", "1990", "2010-05"),
        Organisation("health-and-water", "Ministry of Wells and Water", ("MWW", "wells department"), "department", "2010-05"),
        Organisation("ruc", "Rural Union of Carers", ("RUC",), "union"),
        Organisation("rucc", "Rural Union of Couriers", (), "union"),
        Organisation("fenland-mind", "Mindful", (), "charity"),
        Organisation("daily-gull", "The Daily Gull", ("Gull",), "outlet"),
    )},
    people={p.id: p for p in (Person("ada-moss", "Ada Moss", ("Baroness Moss",)), Person("ben-hart", "Ben Hart"))},
    offices={"wells-secretary": Office("wells-secretary", "Secretary of State for Wells", ("wells secretary",), ("health-and-water", "health-ministry"))},
    holdings=(
        Holding("ada-moss", "wells-secretary", "health-ministry", None, "1999-05-01", "2003-06-12"),
        Holding("ben-hart", "wells-secretary", "health-ministry", None, "2003-06-12", "2010-05"),
    ),
)


def article(key: str, date: str | None = None, **more: str) -> Article:
    return Article(key, "Nothing but a few words.", date=date, **more)


def said(place: str, speaker: str, words: str, *, kind: str = "person", start: int = 0, **more: object) -> Statement:
    """A statement in article `place` with only what linking looks at."""
    quote = f"{speaker} on {words}"
    return Statement(
        id=statement_id(place, quote, speaker, "supports", words), article=place, start=start, end=start + len(quote), quote=quote, speaker=speaker, speaker_kind=SpeakerKind(kind),
        stance=Stance.SUPPORTS, proposal_text=words, mode=Mode.INDIRECT, cue="said", rule="test", **more,
    )
