"""Formatting knows no format: it formats essays of a toy format with two parts."""

from __future__ import annotations

import json

import pytest

import loccit
from loccit.formatting.as_json import as_json
from tests.essays.toy_format import reopened, toy_essay

SOURCES = [
    {"id": "doe", "type": "book", "title": "The Book", "issued": "2001"}
    | {"author": [{"family": "Doe", "given": "Zoë"}]},
    {"id": "roe", "type": "book", "title": "“Quotes”", "issued": "2002"}
    | {"author": [{"family": "Roe", "given": "Rick"}]},
]
NOTES = "chicago-notes-bibliography-subsequent-ibid-17th-edition"
BODY = r"Caf\u00e9 \"so\" [@doe, p. 3].\n\nAs @roe's \ud83d\ude00 says [@nobody; @doe]."
ASIDE = r"An aside on @doe\n[p. 4] \u0026 more."


@pytest.fixture(scope="module")
def library() -> loccit.Library:
    return loccit.open_library([], SOURCES)


def formatted(
    body: str, aside: str, library: loccit.Library, style: str = "apa"
) -> loccit.FormattedEssay:
    settings = loccit.Settings(csl=style)
    return loccit.format_essay(toy_essay(body, aside), library, settings)


def parts(data: bytes) -> tuple[str, str]:
    read = json.loads(data)
    return read["body"], read["aside"]


def test_citations_in_both_parts_are_replaced(library: loccit.Library) -> None:
    body, aside = parts(formatted(BODY, ASIDE, library).data)
    assert body == (
        'Café "so" (Doe, 2001, p. 3).\n\nAs Roe\'s (2002) 😀 says [@nobody; @doe].'
    )
    assert aside == (
        "An aside on Doe (2001, p. 4) & more.\n\nReferences\n\n"
        "Doe, Z. (2001). The Book.\n\nRoe, R. (2002). “Quotes.”"
    )


def test_all_other_bytes_stay(library: loccit.Library) -> None:
    data = formatted(BODY, ASIDE, library).data.decode()
    assert data.startswith('{"made by": "toy",\r\n"body":  "Caf\\u00e9 \\"so\\" (Doe')
    assert r"\ud83d\ude00 says [@nobody; @doe]." in data
    assert r" \u0026 more." in data
    assert data.endswith('"\t}\n')


def test_footnotes_are_numbered_over_parts(library: loccit.Library) -> None:
    body, aside = parts(formatted(BODY, ASIDE, library, NOTES).data)
    assert body == 'Café "so."(1)\n\nAs Rick Roe\'s(2) 😀 says [@nobody; @doe].'
    assert aside == (
        "An aside on Doe(3) & more.\n\n(1) Zoë Doe, The Book (2001), 3.\n\n"
        "(2) “Quotes” (2002).\n\n(3) The Book, 4.\n\nBibliography\n\n"
        "Doe, Zoë. The Book. 2001.\n\nRoe, Rick. “Quotes.” 2002."
    )


@pytest.mark.parametrize("style", ["apa", "ieee", NOTES])
def test_twice_equals_once(style: str, library: loccit.Library) -> None:
    once = formatted(BODY, ASIDE, library, style)
    settings = loccit.Settings(csl=style)
    twice = loccit.format_essay(reopened(once.data), library, settings)
    assert twice.data == once.data
    by_key = [each for each in twice.citations if not each.citation.typed]
    assert len(by_key) == 1, "what cites an unknown key stays"


def test_an_edit_lies_in_the_part_of_its_citation(library: loccit.Library) -> None:
    result = formatted(BODY, ASIDE, library)
    by_part = [(edit.part, edit.span) for edit in result.edits]
    assert by_part == sorted(by_part)
    replaced = {(edit.part, edit.span) for edit in result.edits if len(edit.span)}
    assert replaced == {
        (each.citation.part, each.citation.span)
        for each in result.citations
        if each.text is not None
    }


def test_places_name_the_part(library: loccit.Library) -> None:
    result = formatted(BODY, ASIDE, library)
    [problem] = result.problems
    assert str(problem.place) == f"toy:body:1:{BODY.index('@nobody') + 1}"
    citations = as_json(result)["citations"]
    assert isinstance(citations, list)
    assert citations[-1]["source"] == "@doe\n[p. 4]"
    assert citations[-1]["start"] == ASIDE.index("@doe")


def test_what_a_format_cannot_replace_stays(library: loccit.Library) -> None:
    stuck = [SOURCES[0] | {"id": "stuck"}]
    result = formatted("So [@stuck].", "", loccit.open_library([], stuck))
    assert parts(result.data)[0] == "So [@stuck]."
    assert [problem.rule for problem in result.problems] == ["stuck"]
    assert [entry.key for entry in result.bibliography] == ["stuck"]


def test_entries_get_their_place_in_a_list(library: loccit.Library) -> None:
    aside = r"See @roe.\n\nSources\n\nOwn (1999).\n\nDoe, Z. (2001). The Book."
    result = formatted("[@doe]", aside, library)
    assert parts(result.data)[1] == (
        "See Roe (2002).\n\nSources\n\nDoe, Z. (2001). The Book.\n\nOwn (1999).\n\n"
        "Roe, R. (2002). “Quotes.”"
    )
    assert [problem.rule for problem in result.problems] == ["typed-entry-unknown"]
