"""Sources that an essay has itself."""

from __future__ import annotations

import pytest

from loccit.essays import read_essay
from loccit.workspace.membership import own_keys


@pytest.mark.parametrize(
    ("front_matter", "keys"),
    [
        ("references:\n- id: doe\n- id: 7\n- title: A\n", {"doe", "7", ""}),
        ("references: none\n", set()),
        ("references: [doe]\n", set()),
        ("title: A\n", set()),
        ("references: [\n", set()),
    ],
)
def test_own_keys(front_matter: str, keys: set[str]) -> None:
    essay = read_essay(f"---\n{front_matter}---\n@doe\n".encode())
    assert own_keys(essay) == keys


def test_an_essay_without_front_matter() -> None:
    assert own_keys(read_essay(b"@doe\n")) == frozenset()
