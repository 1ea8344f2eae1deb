"""Keep styles and locales as they were read, for the next run of the command, which then
needs neither their XML nor the corrections.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import cache
from typing import TypeVar

from loccit._startup.kept import is_used, keep, kept, stamp_of, stamp_of_code
from loccit._startup.plain_records import Table, from_plain, to_plain

T = TypeVar("T")


def kept_tree(
    name: str,
    files: Sequence[str | os.PathLike[str]],
    table: Table,
    make: Callable[[], T],
) -> T:
    """Return a tree that an earlier run kept, or make it and keep it.

    Args:
        name: of the tree.
        files: what it is made of, besides the code of this package.
        table: the classes of its records.
        make: makes it.
    """
    if not is_used():
        return make()
    try:
        stamp = (_code(), *map(stamp_of, files))
    except OSError:  # who makes it says what is missing
        return make()
    nodes = kept(name, stamp)
    if isinstance(nodes, list):
        tree: T = from_plain(nodes, table)
        return tree
    tree = make()
    keep(name, to_plain(tree, table), stamp)
    return tree


@cache
def _code() -> bytes:
    """Return what changes when the code that makes trees does."""
    csl = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120 - pathlib is slow
    return stamp_of_code(csl)
