"""Our `NamedTuple` behaves as the standard library's does."""

from __future__ import annotations

import copy
import pickle
import typing

import pytest

from loccit._startup.namedtuple import NamedTuple


class Point(NamedTuple):
    """A class with a default and a property."""

    x: int
    y: int = 0

    @property
    def sum(self) -> int:
        """Both together."""
        return self.x + self.y


class Standard(typing.NamedTuple):
    x: int
    y: int = 0


class Empty(NamedTuple):
    """A class without fields."""


def test_fields_are_found_by_name_and_by_place() -> None:
    point = Point(1, y=2)
    assert (point.x, point.y, point.sum) == (1, 2, 3)
    assert (point[0], point[1]) == (1, 2)
    x, y = point
    assert (x, y) == point == Point(x=1, y=2)
    assert Empty() == ()


def test_it_is_a_tuple_as_the_standard_one_is() -> None:
    assert Point.__mro__[1:] == Standard.__mro__[1:] == (tuple, object)
    assert Point(1) == tuple(Standard(1))
    assert hash(Point(1)) == hash(Standard(1))
    assert Point(1) < Standard(2)
    assert not hasattr(Point(1), "__dict__")
    for name in set(dir(Standard)) - {"__orig_bases__"}:
        assert hasattr(Point, name), name


def test_what_it_says_of_itself() -> None:
    assert repr(Point(1)) == "Point(x=1, y=0)"
    assert Point(1)._asdict() == {"x": 1, "y": 0}
    assert Point._fields == Standard._fields
    assert Point._field_defaults == {"y": 0}
    assert Point.__doc__ == "A class with a default and a property."
    assert Point.__annotations__ == {"x": "int", "y": "int"}
    assert Point.__new__.__qualname__ == "Point.__new__"


def test_changed_copies() -> None:
    assert Point(1)._replace(y=2) == Point(1, 2)
    assert Point._make(iter([1, 2])) == Point(1, 2)
    assert copy.deepcopy(Point(1, 2)) == Point(1, 2)
    assert pickle.loads(pickle.dumps(Point(1, 2))).sum == 3


@pytest.mark.parametrize("made", [Point, Standard])
def test_wrong_arguments_are_refused(made: type[Point]) -> None:
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'x'"):
        made()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword argument 'z'"):
        made(1, z=1)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="takes from 2 to 3 positional arguments"):
        made(1, 2, 3)  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        made(1).x = 2  # type: ignore[misc]
    with pytest.raises((TypeError, ValueError)):
        made(1)._replace(z=1)  # type: ignore[call-arg]


def test_patterns_match_by_place() -> None:
    match Point(1, 2):
        case Point(x, y):
            assert (x, y) == (1, 2)
