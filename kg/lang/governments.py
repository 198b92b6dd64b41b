"""Which country an article is about, by the words of governments.toml."""
from __future__ import annotations

import re
from collections import Counter

from kg.lang import table


def government(text: str, code: str = "en") -> str:
    """Whose government "the government" is in an article: the one with most signals in the text, the default on a tie."""
    governments, whole = table(code, "governments"), text.lower()
    known = {signal: text.count(signal) for entry in governments["government"] for signal in entry["signals"] if " " in signal}
    for signal in sorted(known, key=len, reverse=True):  # the Liberal Democrats are no Democrats
        text = text.replace(signal, " ")
    found = (word if word.count(".") > 1 else word.rstrip(".") for word in re.findall(r"[\w.]+", text))
    count = Counter(word.title() if word.isupper() and len(word) > 4 else word for word in found)  # a dateline: GLASGOW
    seen = {entry["name"]: sum(known[signal] if " " in signal else count[signal] for signal in entry["signals"]) for entry in governments["government"]}
    best = max(seen.values(), default=0)
    winners = [name for name, count in seen.items() if count == best]
    of = winners[0] if best and len(winners) == 1 else governments["default"]
    tiers: list[str] = next((entry.get("tiers", []) for entry in governments["government"] if entry["name"] == of), [])
    return next((tier for tier in tiers if tier in whole), of)


def signalled(place: str, of: str, code: str = "en") -> bool:
    """Whether a place is among the signals of a government."""
    return any(place in entry["signals"] for entry in table(code, "governments")["government"] if entry["name"] == of)


def default(code: str = "en") -> str:
    """The government that is meant where an article gives no sign."""
    return table(code, "governments")["default"]
