"""Lists of people as they are typed on the command line."""

from __future__ import annotations

import pytest

from loccit.editing.typed_people import read_people
from loccit.errors import LoccitError


def test_typed_people(given: str, expected: str) -> None:
    if expected == "refused":
        with pytest.raises(LoccitError, match="may be one person"):
            read_people([given])
    else:
        assert read_people([given]) == expected


def test_a_field_of_names_given_several_times() -> None:
    assert read_people(["Jo Doe", "Al Roe"]) == "Jo Doe and Al Roe"
