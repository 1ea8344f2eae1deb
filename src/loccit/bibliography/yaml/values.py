"""Values of a tree taken by their path, and put there."""

from __future__ import annotations

from collections.abc import Mapping


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
