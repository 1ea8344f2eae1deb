"""Locators: "pp. 46-47" and what follows it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from loccit.model import Locator, RichText


def take_locator(suffix: RichText, words: Mapping[str, str]) -> tuple[Locator | None, RichText]:
    """The locator that a suffix begins with, and the rest of the suffix."""
    text = suffix.plain
    match = re.match(r",?\s*([^\d\s]+)?\s*(\d[\d\-–]*)", text)
    if not match or (match[1] and match[1].casefold() not in words):
        return None, suffix
    label = words[match[1].casefold()] if match[1] else "page"
    return Locator(label, match[2]), RichText.of(text[match.end() :])
