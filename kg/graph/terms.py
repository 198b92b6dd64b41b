"""Python values as RDF literals in canonical form, so that every store writes them the same."""
from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from rdflib import XSD, Literal

_FORMS = (
    (re.compile(r"\d{4}-\d\d-\d\d"), XSD.date, ""),
    (re.compile(r"\d{4}-\d\d"), XSD.gYearMonth, "-01"),
    (re.compile(r"\d{4}"), XSD.gYear, "-01-01"),
)


def text(value: str) -> Literal:
    """A plain string."""
    return Literal(value)


def integer(value: int) -> Literal:
    """An xsd:integer."""
    return Literal(str(value), datatype=XSD.integer, normalize=False)


def decimal(value: float) -> Literal:
    """An xsd:decimal without exponent or trailing zeros: 0.5, 1."""
    digits = format(Decimal(repr(float(value))), "f")
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return Literal(digits, datatype=XSD.decimal, normalize=False)


def day(value: str) -> Literal:
    """An ISO 8601 day, month or year with its datatype; anything else stays a string."""
    for form, datatype, rest in _FORMS:
        if form.fullmatch(value):
            try:
                date.fromisoformat(value + rest)
            except ValueError:
                break
            return Literal(value, datatype=datatype, normalize=False)
    return Literal(value)
