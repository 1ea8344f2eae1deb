"""Take values out of JSON that may have any shape."""

from __future__ import annotations

from collections.abc import Mapping

from loccit.model.csl_json import whole_text


def mapping_at(parent: Mapping[str, object], name: str) -> Mapping[str, object]:
    """Return an object in an object; an empty one, if it is missing or something else."""
    value = parent.get(name)
    return value if isinstance(value, Mapping) else {}


def mappings_at(parent: Mapping[str, object], name: str) -> list[Mapping[str, object]]:
    """Return the objects in an array; nothing, if it is missing or something else."""
    value = parent.get(name)
    if not isinstance(value, list):
        return []
    return [each for each in value if isinstance(each, Mapping)]


def text_at(parent: Mapping[str, object], *names: str) -> str:
    """Return the first of the named values that is a text or a number, as text.

    >>> text_at({"locator": 3}, "pages", "locator")
    '3'
    """
    return next(filter(None, (_text(parent.get(name)) for name in names)), "")


def _text(value: object) -> str:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return whole_text(value) if isinstance(value, str) else ""
