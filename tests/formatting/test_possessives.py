"""Possessives of narrative citations, in essays."""

from __future__ import annotations

import pytest

from loccit import format_essay, open_library, read_essay
from loccit.workspace.settings import Settings

LIBRARY = open_library(
    [],
    [
        {
            "id": "doe",
            "type": "book",
            "title": "A",
            "author": [{"family": "Doe", "given": "J."}],
            "issued": "2001",
        },
        {"id": "law", "type": "book", "title": "No author", "issued": "2002"},
    ],
)


@pytest.mark.parametrize(
    ("written", "style", "expected"),
    [
        ("In @doe's book", "apa", "In Doe's (2001) book"),
        ("In @doe’s book", "apa", "In Doe’s (2001) book"),
        ("In @doe's, and", "apa", "In Doe's (2001), and"),
        ("In @doe 's book", "apa", "In Doe (2001) 's book"),
        ("In @doe [p. 3]'s book", "apa", "In Doe (2001, p. 3)'s book"),
        ("In @doe'sing", "apa", "In Doe (2001)'sing"),
        ("In [@doe]'s book", "apa", "In (Doe, 2001)'s book"),
        ("In @law's words", "apa", "In *No Author*'s (2002) words"),
        ("In @doe's book", "ieee", "In Doe's [1] book"),
        ("In @doe's book", "nature", "In Doe's^1^ book"),
        ("In @doe's book", "chicago-notes-bibliography", "In J. Doe's[^1] book"),
        ("In @nobody's book", "apa", "In @nobody's book"),
    ],
)
def test_possessives(written: str, style: str, expected: str) -> None:
    result = format_essay(
        read_essay(f"{written}\n".encode()), LIBRARY, Settings(csl=style)
    )
    assert result.text.splitlines()[0] == expected
    again = format_essay(read_essay(result.data), LIBRARY, Settings(csl=style))
    assert again.data == result.data
