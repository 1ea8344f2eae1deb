"""Our `dataclass` behaves as the standard library's does."""

from __future__ import annotations

import copy
import dataclasses
import pickle

import pytest

from loccit._startup.dataclass import dataclass, field, replace


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """A frozen class with an order."""

    x: int
    y: int = 0


@dataclass(slots=True)
class Basket:
    """A class that changes, with a default made anew and a field that is not compared."""

    things: list[str] = field(default_factory=list)
    note: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Checked:
    """A class that checks its values."""

    size: int

    def __post_init__(self) -> None:
        if self.size < 0:
            raise ValueError(self.size)


def test_values_are_equal_and_hash_alike() -> None:
    assert Point(1) == Point(1, 0) == Point(y=0, x=1)
    assert Point(1) != Point(2)
    assert Point(1).__eq__((1, 0)) is NotImplemented
    assert len({Point(1), Point(1, 0), Point(2)}) == 2


def test_values_have_an_order() -> None:
    assert sorted([Point(2), Point(1, 5), Point(1)]) == [
        Point(1),
        Point(1, 5),
        Point(2),
    ]
    assert Point(1) <= Point(1) < Point(2) > Point(1) >= Point(1)


def test_repr_is_what_makes_the_value() -> None:
    assert repr(Point(1)) == "Point(x=1, y=0)"
    assert repr(Basket(["pear"], "ripe")) == "Basket(things=['pear'])"


def test_a_frozen_value_stays() -> None:
    point = Point(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del point.x


def test_slots_hold_the_fields_alone() -> None:
    with pytest.raises(AttributeError):
        Basket().other = 1  # type: ignore[attr-defined]


def test_defaults_are_made_anew() -> None:
    first = Basket()
    first.things.append("pear")
    assert Basket().things == []
    assert Basket(note="ripe") == Basket()
    with pytest.raises(TypeError, match="unhashable"):
        hash(first)


def test_checks_run_also_on_replace() -> None:
    assert replace(Checked(1), size=2) == Checked(2)
    with pytest.raises(ValueError, match="-1"):
        replace(Checked(1), size=-1)


def test_wrong_arguments_are_refused() -> None:
    with pytest.raises(TypeError, match="missing"):
        Point()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected"):
        replace(Point(1), z=1)  # type: ignore[call-arg]


def test_the_standard_library_knows_it() -> None:
    assert [field.name for field in dataclasses.fields(Point)] == ["x", "y"]
    assert dataclasses.asdict(Basket(["pear"])) == {"things": ["pear"], "note": ""}
    assert dataclasses.replace(Point(1), y=2) == Point(1, 2)
    assert dataclasses.is_dataclass(Point)


def test_copies_are_equal() -> None:
    assert copy.deepcopy(Point(1, 2)) == Point(1, 2)
    assert pickle.loads(pickle.dumps(Checked(3))) == Checked(3)


def test_patterns_match_by_place() -> None:
    match Point(1, 2):
        case Point(x, y):
            assert (x, y) == (1, 2)
