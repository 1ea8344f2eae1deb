"""Get values from trees of mappings and lists, and put values into them."""

from __future__ import annotations

from collections.abc import Mapping


def mapping(value: object) -> Mapping[str, object]:
    """Return the value if it is a mapping, else an empty mapping."""
    return value if isinstance(value, Mapping) else {}


def listed(value: object) -> list[object]:
    """Return the value as a list: wrap a single value; `None` and `""` give `[]`."""
    if isinstance(value, list):
        return value
    if value is None or value == "":
        return []
    return [value]


def text_of(value: object) -> str:
    """Return a text on one line, or `""` if the value is not a text."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def at(tree: object, path: str) -> object:
    """Return the value at the path `a.b` of nested mappings, or None.

    >>> at({"a": {"b": "c"}}, "a.b"), at({"a": "c"}, "a.b")
    ('c', None)
    """
    for name in path.split("."):
        tree = mapping(tree).get(name)
    return tree


def put(tree: dict[str, object], path: str, value: object) -> None:
    """Put a value at the path `a.b`; create the mappings above it if needed."""
    *above, last = path.split(".")
    for name in above:
        below = tree.setdefault(name, {})
        assert isinstance(below, dict)
        tree = below
    tree[last] = value
