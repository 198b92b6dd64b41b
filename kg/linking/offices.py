"""A role and a day -> who held that office then, and for which body."""
from __future__ import annotations

import re

from kg.linking.registry import Holding, Registry, covers
from kg.linking.words import tokens


class Offices:
    """The registry's offices by name."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.by_name = {" ".join(tokens(name)).removeprefix("the "): office.id for office in registry.offices.values() for name in (office.name, *office.aliases)}

    def office(self, role: str | None) -> str | None:
        """The office that a role names in full: "former health secretary" and "junior health minister" name none."""
        return self.by_name.get(" ".join(tokens(re.sub(r"[(),].*", "", role))).removeprefix("the ")) if role else None

    def holder(self, role: str | None, date: str | None) -> Holding | None:
        """The one person who held the office on the whole of that day, month or year."""
        office = self.office(role)
        held = self.registry.holders(office, date) if office and date else []
        return held[0] if len({h.person for h in held}) == 1 else None

    def body(self, role: str | None, date: str | None, person: str | None = None) -> str | None:
        """The id of the body that the role is for: by the day, else where all of the person's times in office agree."""
        office = self.office(role)
        if office is None:
            return None
        body = self.registry.organisation_of(office, date)
        if body is not None:
            return body.id
        held = [h for h in self.registry.holdings if h.office == office and person in (None, h.person) and (date is None or covers(h.start, h.end, date))]
        bodies = {h.organisation for h in held}
        return bodies.pop() if len(bodies) == 1 else None
