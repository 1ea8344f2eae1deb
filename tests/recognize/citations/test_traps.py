"""What looks like a citation, in an essay that has some: each is found for its own sake."""

from __future__ import annotations

from tests.recognize.citations.typed import REFERENCES, entries, found_in

#: Sure citations, so that the essay's own form counts for others.
_ESSAY = (
    "Doe and Roe (2001) argue so. It is so (Alexander, 2010; Müller, 2015). "
    "So van Gogh (1999) says.\n\n"
)


def test_what_is_recognized(given: str, expected: str) -> None:
    before = found_in(_ESSAY, entries(REFERENCES))
    found = found_in(_ESSAY + given, entries(REFERENCES))
    assert found.removeprefix(before).removeprefix(" ;; ") == expected.replace(
        "nothing", ""
    )
