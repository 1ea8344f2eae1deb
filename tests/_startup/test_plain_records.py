"""A tree of records that was written as plain values is the same when it is read."""

from __future__ import annotations

import marshal

import pytest

from loccit._startup.dataclass import dataclass
from loccit._startup.plain_records import Table, from_plain, to_plain


@dataclass(frozen=True, slots=True)
class Leaf:
    value: object = ""


@dataclass(frozen=True, slots=True)
class Branch:
    left: object
    right: object = None


ONLY = Leaf()
TABLE = Table([Leaf, Branch], [ONLY])


def there_and_back(tree: object) -> object:
    return from_plain(marshal.loads(marshal.dumps(to_plain(tree, TABLE))), TABLE)


@pytest.mark.parametrize(
    "tree",
    [
        Leaf("a"),
        Branch(Leaf(True), Leaf(1)),
        Branch((Leaf("a"), ("b", (Leaf(None),))), {"a": Leaf("b"), ("c", "d"): "e"}),
        Branch(frozenset(["a", "b"]), ()),
        (Leaf("a"), Leaf("a"), {}),
        {},
        (),
    ],
)
def test_a_tree_is_the_same(tree: object) -> None:
    assert repr(there_and_back(tree)) == repr(tree)


def test_constants_are_the_same_and_others_are_not() -> None:
    tree = there_and_back(Branch(ONLY, Leaf()))
    assert isinstance(tree, Branch)
    assert tree.left is ONLY
    assert tree.right == ONLY
    assert tree.right is not ONLY


def test_equal_parts_are_written_once() -> None:
    assert len(to_plain((Leaf("a"), Leaf("a"), Leaf("b")), TABLE)) == 3


@pytest.mark.parametrize("other", [Branch(1.5), Branch([1]), Branch({1: {2}}), len])
def test_what_is_not_in_the_table_is_refused(other: object) -> None:
    with pytest.raises(TypeError, match="in no table"):
        to_plain(other, TABLE)
