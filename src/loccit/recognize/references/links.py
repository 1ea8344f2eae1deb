"""Read the address that a reference leads to without showing it."""

from __future__ import annotations

from collections.abc import Iterable

from loccit.essays.paragraph import Mark
from loccit.model.source import Value

_WEB = ("http://", "https://")


def with_link(variables: dict[str, Value], marks: Iterable[Mark]) -> dict[str, Value]:
    """Return variables with the target of the first link, if no address is typed.

    >>> with_link({}, [Mark("link", 0, 4, "https://example.org/")])
    {'URL': 'https://example.org/'}
    """
    if "URL" in variables or "DOI" in variables:
        return variables
    for mark in marks:
        if mark.kind == "link" and mark.target.startswith(_WEB):
            return {**variables, "URL": mark.target}
    return variables
