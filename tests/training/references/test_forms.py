"""References in forms that no style has."""

from __future__ import annotations

import random

from loccit.bibliography import read_library
from loccit.model import Name
from training.references.forms import typed_form

PEOPLE = [Name(family=each, given="Bo") for each in ("Poe", "Roe", "Moe")]


def test_a_form_has_only_what_the_source_has() -> None:
    (source,) = read_library(
        [
            {
                "id": "a",
                "type": "book",
                "title": "On gardens",
                "author": [{"family": "Doe", "given": "Ann"}],
                "issued": {"date-parts": [[2001]]},
            }
        ]
    )
    written = [typed_form(source, PEOPLE, random.Random(seed)) for seed in range(50)]
    typed = [pieces for pieces in written if pieces is not None]
    assert len(typed) > 30
    for pieces in typed:
        text = "".join(piece.text for piece in pieces)
        assert "{" not in text
        assert "On gardens" in text, text
        assert all(piece.text for piece in pieces)
