"""Cites are matched with the entries of a list: cases in test_citations.txt.

Given is a cite, and the list in lines with bullets; expected is the title of the entry,
or `nothing`, with how sure it is, and the reasons.
"""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from loccit._startup.dataclass import replace
from loccit.bibliography import Library
from loccit.essays.mapped_text import MappedText
from loccit.essays.paragraph import Paragraph
from loccit.model import Span
from loccit.recognize.matching import match_citations, match_entries
from loccit.recognize.typed_citation import TypedCitation, TypedCite
from tests.recognize.matching.works import (
    NO_LIBRARY,
    cite,
    entry,
    level,
    library,
    matched,
)

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


def in_text(text: str, typed: TypedCite, lines: list[str]) -> TypedCite:
    """Match a cite that `(...)` stands for in a text."""
    start = text.index("(...)")
    citation = TypedCitation(
        "parenthetical", (typed,), "(...)", Span(0, 0), "", 0, start, start + 5
    )
    paragraphs = [Paragraph(MappedText.of(text))]
    entries = [entry(line) for line in lines]
    (found,) = match_citations([citation], entries, NO_LIBRARY, paragraphs)
    return found.cites[0]


def test_an_acronym_is_what_the_essay_defines() -> None:
    lines = ["Fund for the Peace of the Young | 2016 | A report", LIST[0]]
    text = "The Fund for the Peace of the Young (FPY) says so (...)."
    assert in_text(text, cite("FPY 2016"), lines).entry == 0


def test_title_words_in_the_sentence_decide_between_works() -> None:
    lines = [
        "Li, H.; Xu, W.; Cheng, W. | 2025 | Drug-tolerant persister cells",
        "Li, Z.; Li, J.; Bai, X. | 2025 | The tumour microenvironment as a milieu",
    ]
    text = "So much for the rest. The tumour microenvironment is a milieu (...). Cells."
    found = in_text(text, cite("Li et al. 2025"), lines)
    assert (found.entry, level(found.confidence)) == (1, "likely")
    text = "So much for the rest (...). The tumour microenvironment is a milieu."
    assert in_text(text, cite("Li et al. 2025"), lines).entry is None


def test_a_short_title_distinguishes_works() -> None:
    lines = [
        "Mulvey, L. | 1975 | Visual pleasure and narrative cinema",
        "Mulvey, L. | 1989 | Visual and other pleasures",
    ]
    entries = [entry(line) for line in lines]
    for text, wanted in (
        ("(Mulvey, “Visual Pleasure” 8)", 0),
        ("(Mulvey, “Visual and Other” 29)", 1),
        ("(Mulvey 8)", None),
    ):
        typed = TypedCitation("mla", (cite("Mulvey"),), text, Span(0, 0), "", 0, 0, 0)
        (found,) = match_citations([typed], entries, NO_LIBRARY)
        assert found.cites[0].entry == wanted


def test_another_short_title_is_another_work() -> None:
    entries = [entry("Mulvey, L. | 1975 | Visual pleasure and narrative cinema")]
    text = "(Mulvey, “Death 24x a Second” 8)"
    typed = TypedCitation("mla", (cite("Mulvey"),), text, Span(0, 0), "", 0, 0, 0)
    (found,) = match_citations([typed], entries, NO_LIBRARY)
    assert found.cites[0].entry is None


def test_a_word_before_the_name_is_not_a_name() -> None:
    entries = [entry("Bradbury, J.; Frostig, R.; Hawkins, P. | 2018 | Programs")]
    found = matched(cite("JAX; Bradbury et al. 2018"), entries)
    assert (found.entry, level(found.confidence)) == (0, "likely")


def test_an_entry_whose_source_is_in_the_library_has_the_data_of_both() -> None:
    listed = replace(entry("Alexander, M. | | The New Jim Crow"), key="s0")
    lines = ["Alexander, Michelle | 2010 | The New Jim Crow", "Roe, R. | 2010 | Else"]
    found = matched(cite("Alexander 2010"), [listed], library(lines))
    assert (found.entry, found.key, level(found.confidence)) == (0, "s0", "sure")


def test_a_personal_communication_is_of_no_work() -> None:
    found = matched(replace(cite("Doe 2001"), personal=True), ENTRIES)
    assert (found.entry, found.candidates) == (None, ())


def test_the_year_of_a_cite_decides_between_editions() -> None:
    lines = [
        "Alexander, Michelle | 2010 | The New Jim Crow",
        "Alexander, Michelle | 2012 | The New Jim Crow | edition=2",
    ]
    listed = [entry("Alexander, Michelle | | The New Jim Crow")]
    listed = [*match_entries(listed, library(lines))]
    assert listed[0].key is None
    found = matched(cite("Alexander 2012"), listed, library(lines))
    assert (found.entry, found.key, level(found.confidence)) == (0, "s1", "likely")
    found = matched(cite("Alexander 1999"), listed, library(lines))
    assert (found.entry, found.key) == (0, None)


def test_the_year_leads_through_very_many_namesakes() -> None:
    many = [entry(f"Smith, J. | {1900 + n} | Title {n}") for n in range(90)]
    assert matched(cite("Smith 1950"), many).entry == 50
    assert matched(cite("Smith 1999"), many).entry is None


def test_a_short_note_in_a_numbered_list_is_a_question() -> None:
    listed = [entry("Buder, S. | 1967 | Pullman: an experiment", "1")]
    note = replace(entry("Buder | | x", "2"), text="Buder, 181.")
    assert level(matched(cite("[1]"), [*listed, note]).confidence) == "sure"
    assert level(matched(cite("[2]"), [*listed, note]).confidence) == "likely"
