"""Styles of footnotes: test_footnotes.txt holds essays and what becomes of them."""

from __future__ import annotations

from typing import Any

import pytest

import loccit

STYLE = "chicago-notes-bibliography-subsequent-ibid-17th-edition"


@pytest.fixture(scope="module")
def library() -> loccit.Library:
    book = {"type": "book", "publisher": "Press"}
    article = {"type": "article-journal", "container-title": "Journal", "volume": "4"}
    doe, roe = (
        [{"family": "Doe", "given": "Jane"}],
        [{"family": "Roe", "given": "Rick"}],
    )
    many = [
        {"family": name, "given": "Ann"} for name in ("Ames", "Bell", "Cole", "Dean")
    ]
    references: list[dict[str, object]] = [
        {**book, "id": "doe", "title": "The Book", "author": doe, "issued": "2001"},
        {
            **article,
            "id": "roe",
            "title": "The Article",
            "author": roe,
            "issued": "2002",
        },
        {**book, "id": "anon", "title": "Tide Tables", "issued": "2004"},
        {**article, "id": "ask", "title": "Who Hides?"},
        {**book, "id": "many", "title": "Many Hands", "author": many, "issued": "2003"},
    ]
    return loccit.open_library([], references)


def formatted(
    text: str, library: loccit.Library, kind: str = "markdown", **settings: object
) -> str:
    values: dict[str, Any] = {"csl": STYLE, "suppress_bibliography": True, **settings}
    chosen = loccit.Settings(**values)
    return loccit.format_essay(
        loccit.read_essay(text.encode(), format=kind), library, chosen
    ).text


def test_notes(given: str, expected: str, library: loccit.Library) -> None:
    assert formatted(given.strip() + "\n", library).strip() == expected


def test_notes_of_a_plain_text_are_a_list(library: loccit.Library) -> None:
    essay = "One [@doe]. Says @roe [p. 7].\n\nSources\n"
    assert formatted(
        essay, library, "plain_text", suppress_bibliography=False
    ).startswith(
        "One.[1] Says Rick Roe.[2]\n\nNotes\n\n[1] Jane Doe, The Book (Press, 2001).\n\n"
        "[2] “The Article,” Journal 4 (2002): 7.\n\nSources\n\nDoe, Jane. The Book. Press, 2001.\n"
    )


def test_more_notes_of_a_plain_text_join_those_it_has(library: loccit.Library) -> None:
    essay = "One.[1] Two [@roe].\n\nAnmerkungen\n\n[1] Own.\n"
    assert formatted(essay, library, "plain_text", lang="de-DE") == (
        "One.[1] Two.[2]\n\nAnmerkungen\n\n[1] Own.\n\n[2] Rick Roe, „The Article“, Journal 4 (2002).\n"
    )


def test_line_endings_and_indents_of_the_essay(library: loccit.Library) -> None:
    assert formatted("> One\r\n> [@doe].\r\n", library) == (
        "> One.[^1]\r\n\r\n[^1]: Jane Doe, *The Book* (Press, 2001).\r\n"
    )


def test_a_note_that_looks_like_a_list(library: loccit.Library) -> None:
    assert "[^1]: 1984\\. Jane Doe, " in formatted("One [1984. @doe].\n", library)


def test_in_text_styles_read_notes_where_they_are_referred_to(
    library: loccit.Library,
) -> None:
    """Numbers go by the order of reading."""
    text = formatted("[^a]: See [@doe].\n\nOne [@roe].[^a]\n", library, csl="ieee")
    assert text == "[^a]: See [2].\n\nOne [1].[^a]\n"


def test_a_sentence_names_the_author_in_natural_order(library: loccit.Library) -> None:
    text = formatted("So says @doe.\n", library, csl="kritische-ausgabe")
    assert text.startswith("So says Jane Doe.[^1]"), text


def test_a_note_that_would_be_empty_or_a_mere_page_names_the_author_again(
    library: loccit.Library,
) -> None:
    """Chicago's short form without the author leaves nothing where it follows itself."""
    text = formatted(
        "@doe, [-@doe], @doe [p. 4].\n",
        library,
        csl="chicago-notes-bibliography-17th-edition",
    )
    assert text.partition("\n\n")[2] == (
        "[^1]: *The Book* (Press, 2001).\n\n[^2]: Doe.\n\n[^3]: Doe, 4.\n"
    )


def test_a_note_without_author_begins_without_punctuation(
    library: loccit.Library,
) -> None:
    text = formatted("@doe says.\n", library, csl="sodertorns-hogskola-oxford")
    assert text == "Jane Doe[^1] says.\n\n[^1]: *The Book* (Press, 2001).\n"


def test_references_in_code_are_none(library: loccit.Library) -> None:
    essay = "`[^x]` One [@doe].[^a]\n\n```\n[^b]\n```\n\n[^a]: Own [@roe].\n\n[^b]: Not seen.\n\n[^x]: Not seen.\n"
    result = loccit.format_essay(
        loccit.read_essay(essay.encode()), library, loccit.Settings(csl=STYLE)
    )
    assert [each.citation.note for each in result.citations] == [1, 2]
