"""Trees of records as plain values, and back: 170 of 770 million instructions for a short
essay went into reading a style and a locale, and restoring them takes 10.

A tree becomes a list of nodes, each of which is made of values and of earlier nodes;
equal parts are one node.  The classes are listed by who asks, so that nothing else is
ever made.
"""

from __future__ import annotations

import marshal
from collections.abc import Sequence
from typing import Any, TypeAlias

from loccit._startup.namedtuple import NamedTuple

#: A class by its number, or what stands for `tuple` or `dict`; what it is made of; and at
#: which places the node of that number is.
_Node: TypeAlias = tuple[int, list[Any], list[tuple[int, int]]]

_TUPLE, _DICT, _CONSTANT = -1, -2, -3
#: The version of `marshal` in which equal values are written alike.
_SAME_BYTES = 2


class Table(NamedTuple):
    """What a tree may have in it besides plain values, always in the same order.

    Attributes:
        classes: of records, whose fields are all parameters.
        constants: records that are asked for by identity.
    """

    classes: Sequence[type]
    constants: Sequence[object] = ()


def to_plain(tree: object, table: Table) -> list[_Node]:
    """Return a tree as nodes; the last one is the tree.

    Raises:
        TypeError: it has something in it that is neither plain nor in the table.
    """
    writer = _Writer(table)
    writer.add(tree)
    return writer.nodes


class _Writer:
    def __init__(self, table: Table) -> None:
        self.nodes: list[_Node] = []
        self._known: dict[bytes, int] = {}
        self._classes = {each: number for number, each in enumerate(table.classes)}
        self._constants = {
            id(each): number for number, each in enumerate(table.constants)
        }

    def add(self, value: Any) -> int:
        """Return the number of the node of a record, a tuple or a dictionary."""
        if id(value) in self._constants:
            return self._number((_CONSTANT, [self._constants[id(value)]], []))
        if isinstance(value, dict):
            kind, parts = _DICT, [part for item in value.items() for part in item]
        elif type(value) in self._classes:
            kind = self._classes[type(value)]
            parts = [getattr(value, name) for name in value.__match_args__]
        elif type(value) is tuple:
            kind, parts = _TUPLE, list(value)
        else:
            raise TypeError(f"{type(value).__name__} is in no table of records")
        nodes = [
            (place, self.add(part))
            for place, part in enumerate(parts)
            if not _is_plain(part)
        ]
        for place, _ in nodes:
            parts[place] = None
        return self._number((kind, parts, nodes))

    def _number(self, node: _Node) -> int:
        key = marshal.dumps(node, _SAME_BYTES)
        if key not in self._known:
            self._known[key] = len(self.nodes)
            self.nodes.append(node)
        return self._known[key]


def _is_plain(value: object) -> bool:
    if isinstance(value, tuple | frozenset):
        return all(map(_is_plain, value))
    return value is None or type(value) in (str, int, bool)


def from_plain(nodes: Sequence[_Node], table: Table) -> Any:
    """Return the tree that was written as nodes."""
    made: list[Any] = []
    for kind, parts, references in nodes:
        for place, number in references:
            parts[place] = made[number]
        if kind >= 0:
            made.append(table.classes[kind](*parts))
        elif kind == _TUPLE:
            made.append(tuple(parts))
        elif kind == _DICT:
            made.append(dict(zip(parts[::2], parts[1::2], strict=True)))
        else:
            made.append(table.constants[parts[0]])
    return made[-1]
