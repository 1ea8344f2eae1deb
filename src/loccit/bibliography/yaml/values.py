"""Values of a tree taken by their path, and put there."""

from __future__ import annotations

from collections.abc import Mapping

from loccit._startup.regex import regex
from loccit.model import Date, DateParts

_ISO = regex(r"\s*(-?\d{1,9})(?:-(\d{1,2}))?(?:-(\d{1,2}))?\s*$")


def mapping(value: object) -> Mapping[str, object]:
    """A mapping; an empty one for anything else."""
    return value if isinstance(value, Mapping) else {}


def listed(value: object) -> list[object]:
    """A list; of one where it is something else, and empty where it is nothing."""
    return value if isinstance(value, list) else [] if value in (None, "") else [value]


def text_of(value: object) -> str:
    """Text on one line, or `""` for what is none."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def at(tree: object, path: str) -> object:
    """What stands at `a.b` of nested mappings, or None.

    >>> at({"a": {"b": "c"}}, "a.b"), at({"a": "c"}, "a.b")
    ('c', None)
    """
    for name in path.split("."):
        tree = mapping(tree).get(name)
    return tree


def put(tree: dict[str, object], path: str, value: object) -> None:
    """Puts a value at `a.b`, making the mappings on the way."""
    *above, last = path.split(".")
    for name in above:
        below = tree.setdefault(name, {})
        assert isinstance(below, dict)
        tree = below
    tree[last] = value


def read_date(value: object) -> Date | None:
    """A date as `2010`, `2010-05` or `2010-05-01`."""
    found = _ISO.match(text_of(value).replace("~", ""))
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    return Date(DateParts(year or 0, month or None, day or None))


def write_date(date: Date) -> str:
    """The beginning of a date, or `""`."""
    if date.start is None:
        return ""
    parts = [
        f"{date.start.year:04}",
        *(f"{part:02}" for part in (date.start.month, date.start.day) if part),
    ]
    return "-".join(parts)
