"""Cites are matched with the entries of a list: cases in test_citations.txt.

Given is a cite, and the list in lines with bullets; expected is the title of the entry,
or `nothing`, with how sure it is, and the reasons.
"""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from loccit.bibliography import Library
from loccit.recognize.typed_citation import TypedCite
from tests.recognize.matching.works import cite, entry, level, library, matched

LIST = [
    "Doe, J. | 2001 | On it",
    "Doe, J.; Roe, R. | 2001 | On more",
    "Poe, E. | 1845 | The raven",
    "World Health Organization | 2016 | A report",
]
CITES = ["Doe 2001", "Doe; Roe 2001", "Poe 1845", "WHO 2016", "Moe 1900"]
ENTRIES = [entry(line) for line in LIST]


def shown(typed: TypedCite, titles: list[str]) -> str:
    found = "nothing"
    if typed.entry is not None:
        found = f"{titles[typed.entry]} ({level(typed.confidence)})"
    elif typed.candidates:
        found += ", " + str(len(typed.candidates))
    return "\n".join([found, *(reason.code for reason in typed.reasons)])


def test_the_work_of_a_cite(given: str, expected: str) -> None:
    typed, *lines = given.strip().splitlines()
    lines = [line.removeprefix("- ") for line in lines]
    titles = [line.split("|")[2].strip() for line in lines]
    found = matched(cite(typed), [entry(line) for line in lines])
    assert shown(found, titles) == expected


def test_a_number_is_that_of_the_list() -> None:
    numbered = [entry(line, f"[{n}]") for n, line in enumerate(LIST, 1)]
    assert matched(cite("[3]"), numbered).entry == 2
    assert matched(cite("[9]"), numbered).entry is None


def test_a_number_counts_in_a_list_without_numbers() -> None:
    found = matched(cite("[3]"), ENTRIES)
    assert found.entry == 2
    assert level(found.confidence) == "likely"


def test_a_source_of_the_library_is_cited_without_a_list() -> None:
    found = matched(cite("Poe 1845"), [], library(LIST))
    assert (found.entry, found.key, level(found.confidence)) == (None, "s2", "sure")


def test_the_entry_decides_which_source_it_is() -> None:
    found = matched(cite("Poe 1845"), ENTRIES, library(LIST))
    assert (found.entry, found.key) == (2, None)


def test_nothing_is_read_of_a_library_without_citations() -> None:
    from loccit.recognize.matching import match_citations, match_entries

    class Unread(Library):
        def get(self, key: str) -> None:
            raise AssertionError(key)

        def text(self, key: str) -> str:
            raise AssertionError(key)

    unread = Unread([])
    assert [*match_citations([], ENTRIES, unread)] == []
    assert [*match_entries([], unread)] == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=12), max_size=3), st.text(max_size=6), st.booleans())
def test_any_text_has_a_match_or_not(names: list[str], year: str, et_al: bool) -> None:
    typed = TypedCite(tuple(names), et_al, year)
    found = matched(typed, ENTRIES, library(LIST))
    assert 0 <= found.confidence <= 1
    assert found.confidence == 0 or found.entry is not None or found.key


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(CITES), st.permutations(LIST))
def test_the_order_of_the_library_does_not_matter(typed: str, lines: list[str]) -> None:
    titles = {f"s{number}": line for number, line in enumerate(lines)}
    found = matched(cite(typed), [], library(lines))
    usual = matched(cite(typed), [], library(LIST))
    usual_title = LIST[int(usual.key[1:])] if usual.key else None
    assert (titles[found.key] if found.key else None) == usual_title
    assert [each.confidence for each in found.candidates] == [
        each.confidence for each in usual.candidates
    ]


def test_a_listed_work_comes_before_others_of_the_library() -> None:
    others = ["Poe, E. | 1845 | Another poem", "Moe, M. | 1900 | What is not listed"]
    found = matched(cite("Poe 1845"), ENTRIES, library(others))
    assert (found.entry, found.key, level(found.confidence)) == (2, None, "sure")
    found = matched(cite("Moe 1900"), ENTRIES, library(others))
    assert (found.entry, found.key, level(found.confidence)) == (None, "s1", "likely")
