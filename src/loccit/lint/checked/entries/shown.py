"""The beginning of an entry, as findings quote it."""

from __future__ import annotations

from loccit.lint.checked.entries.entry import CheckedEntry

_LONGEST = 70


def shown(entry: CheckedEntry) -> str:
    """Return the beginning of an entry, as a message quotes it."""
    text = " ".join(entry.text.split())
    if len(text) > _LONGEST:
        text = f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
    return f"“{text}”"
