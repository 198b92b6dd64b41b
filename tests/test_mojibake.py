"""Broken marks are seen for what they were, and sound text is left alone."""
from __future__ import annotations

import pytest

from kg.pipeline.view import view


@pytest.mark.parametrize("text", ["“It’s £3m” – Zoë said…", "naïve café", "plain"])
def test_text_that_was_decoded_wrongly_reads_as_it_was_meant(text: str) -> None:
    broken = "".join(bytes([byte]).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte) for byte in text.encode("utf-8"))
    assert view(text).text == view(broken).text


@pytest.mark.parametrize("text", ["Ângela Ñandú's £3 crêpe", "È vero"])
def test_accents_are_left_alone(text: str) -> None:
    assert text == view(text).text
