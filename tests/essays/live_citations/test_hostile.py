"""Codes that nobody wrote: each is read, or called damaged."""

from __future__ import annotations

import base64
import contextlib
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.bibliography import Library
from loccit.essays.live_citations import (
    BrokenCode,
    FieldCode,
    program_of,
    read,
    what_is,
    with_printed,
)
from loccit.essays.live_citations.json_code import json_of_code, json_of_text
from loccit.essays.live_citations.programs.zotero.lists import edited_in
from loccit.model import RichText
from loccit.workspace.document_sources import document_library
from tests.cases import read_cases
from tests.essays.live_citations.packed import code_of

CODES = [
    code_of(case) for case in read_cases(Path(__file__).with_name("test_read.txt"))
]
#: What means something in some code.
PIECES = [
    '"',
    "{",
    "}",
    "\\",
    "<",
    ">",
    "[",
    ",",
    ":",
    "&",
    "null",
    "\0",
    "é",
    "\ud800",
]


@st.composite
def damaged(draw: st.DrawFn) -> FieldCode:
    """A code with a piece cut out, and another one put somewhere."""
    code = draw(st.sampled_from(CODES))
    text = draw(cut(code.text))
    data = tuple(draw(cut(each)) for each in code.data)
    return FieldCode(text, data, code.sources)


@st.composite
def cut(draw: st.DrawFn, text: str) -> str:
    places = st.integers(0, len(text))
    start, end = sorted((draw(places), draw(places)))
    length = draw(st.sampled_from([0, 1, 3, end - start]))
    piece = draw(st.sampled_from(["", *PIECES]))
    return text[:start] + piece + text[start + length :]


@given(damaged())
def test_damaged_codes(code: FieldCode) -> None:
    assert (program_of(code) is None) == (what_is(code) is None)
    with contextlib.suppress(BrokenCode):
        citation = read(code)
        assert citation.cites
        records = {str(n): cite.record for n, cite in enumerate(citation.cites)}
        document_library(records, Library([]))
    with contextlib.suppress(BrokenCode):
        with_printed(code, RichText.of("(1)"))


def packed(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


BOMB = base64.b64encode(zlib.compress(b"[" + b" " * 30_000_000 + b"]")).decode()
CUT_OFF = base64.b64encode(zlib.compress(b"[" + b"1," * 1000 + b"1]")[:20]).decode()
DEEP = '{"a":' * 100_000


@pytest.mark.parametrize(
    "code",
    [
        f"ADDIN ZOTERO_ITEM CSL_CITATION {DEEP}",
        f'ADDIN ZOTERO_ITEM CSL_CITATION {{"citationItems":[{DEEP}]}}',
        "ADDIN ZOTERO_ITEM CSL_CITATION " + "{{" * 100_000,
        'ADDIN CSL_CITATION {"a": 1' + "0" * 5000 + "}",
        f"MENDELEY_CITATION_v3_{packed(DEEP)}",
        f"ADDIN CitaviPlaceholder{{{packed('[' * 100_000)}}}",
        f"ADDIN CitaviPlaceholder{{{packed('[]')}}}",
        f"ADDIN CITAVI.PLACEHOLDER x {packed('<a>' * 100_000)}",
        f"ADDIN paperpile_citation <citation></citation><data>{BOMB}</data>",
        f"ADDIN paperpile_citation <citation></citation><data>{CUT_OFF}</data>",
        "ADDIN paperpile_citation " + "<citation>" * 100_000,
        "ADDIN EN.CITE <EndNote>" + "<Cite>" * 100_000,
        "ADDIN EN.CITE <EndNote></EndNote>",
        "ADDIN RW.CITE" + "{{" * 100_000,
        '<text:bibliography-mark text:title="a',
    ],
)
def test_hostile_codes(code: str) -> None:
    with pytest.raises(BrokenCode):
        read(FieldCode(code))


def test_quotes_that_are_never_closed() -> None:
    code = 'CITATION a \\f "' + '\\"' * 100_000
    assert read(FieldCode(code)).cites[0].prefix == '"' * 100_000


def test_halves_of_characters() -> None:
    item = r'{"id":"\ud83d","uris":["\ud83d"],"prefix":"\ud83d","locator":"\ud83d"}'
    code = f'{{"properties":{{"plainCitation":"\\ud83d"}},"citationItems":[{item}]}}'
    citation = read(FieldCode(f"ADDIN ZOTERO_ITEM CSL_CITATION {code}"))
    [cite] = citation.cites
    found = (citation.printed, cite.prefix, cite.locator, *cite.record.uris)
    assert found == ("\ufffd",) * 4


def test_data_that_are_nested_too_deeply() -> None:
    deep = '{"custom":' + "[" * 200_000 + "]" * 200_000 + "}"
    for read_json in (json_of_code, json_of_text):
        with pytest.raises(BrokenCode):
            read_json(deep)
    assert edited_in(FieldCode(f"ADDIN ZOTERO_BIBL {deep} CSL_BIBLIOGRAPHY")) == ""
