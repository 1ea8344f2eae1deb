from __future__ import annotations

from loccit.csl.elements.initials import initials, tidy_initials


def test_initials(title: str, given: str, expected: str) -> None:
    assert (
        initials(given, "" if title == "none" else title.replace("_", " ")) == expected
    )


def test_hyphens_may_be_dropped() -> None:
    assert initials("Jean-Luc", ".", hyphens=False) == "J.L."


def test_full_names_stay_without_initialize() -> None:
    assert tidy_initials("John M.E.", ". ") == "John M. E."
