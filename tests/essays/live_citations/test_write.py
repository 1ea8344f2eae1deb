"""Codes that are written are read again, by this program and by others."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit._startup.dataclass import replace
from loccit.essays.live_citations import (
    FieldCode,
    LiveCite,
    read,
    what_is,
    with_printed,
)
from loccit.essays.live_citations.programs import word, zotero
from loccit.essays.live_citations.programs.zotero import preferences, write
from loccit.essays.live_citations.properties import joined, split
from loccit.essays.live_citations.tags import from_tags, with_tags
from loccit.model import Citation, Cite, CiteMode, Locator, RichText
from tests.essays.live_citations.written import ITEMS, citations, rich_texts


def in_word(code: str) -> FieldCode:
    return FieldCode(f" ADDIN {code} ")


def cites_of(cites: tuple[LiveCite, ...]) -> tuple[Cite, ...]:
    """Cites by key, with rich text."""
    return tuple(
        Cite(
            json.loads(cite.record.text)["id"],
            cite.mode,
            from_tags(cite.prefix),
            from_tags(cite.suffix),
            Locator(cite.label, cite.locator) if cite.locator else None,
            cite.secondary,
        )
        for cite in cites
    )


@given(citations(), rich_texts)
def test_zoteros_citations_are_read_again(citation: Citation, text: RichText) -> None:
    code = write.citation_code(citation, ITEMS, text, "a1")
    for written in (in_word(code), FieldCode(write.mark_name(code, 1))):
        found = read(written)
        assert found.program == "zotero"
        assert cites_of(found.cites) == citation.cites
        assert (found.printed or "") == text.plain
        assert not found.kept
        assert all(cite.record.uris for cite in found.cites)


@given(citations(), rich_texts, st.sampled_from(["narrative", "locator-only"]))
def test_what_zotero_cannot_print(
    citation: Citation, text: RichText, mode: CiteMode
) -> None:
    first, *rest = citation.cites
    first = replace(first, mode=mode)
    rest = [replace(cite, secondary=True) for cite in rest]
    whole = replace(citation, mode=mode, cites=(first, *rest))
    code = in_word(write.citation_code(whole, ITEMS, text, "a1"))
    assert cites_of(read(code).cites) == whole.cites
    assert not read(code).kept
    # The next text is its own again.
    changed = with_printed(code, RichText.of("Bell (2009)"))
    assert cites_of(read(changed).cites) == whole.cites
    assert read(changed).printed == "Bell (2009)"
    assert not read(changed).kept


def test_a_text_that_zotero_changed_is_the_users() -> None:
    citation = Citation((Cite("bell2009", "narrative"),), "narrative")
    code = write.citation_code(citation, ITEMS, RichText.of("Bell (2009)"), "a1")
    changed = code.replace('"custom":"Bell (2009)"', '"custom":"Dr Bell (2009)"')
    assert read(in_word(changed)).kept == "Its text was edited by hand in Zotero."


@given(citations(), rich_texts, rich_texts)
def test_only_the_printed_text_changes(
    citation: Citation, one: RichText, other: RichText
) -> None:
    code = in_word(write.citation_code(citation, ITEMS, one, "a1"))
    again = in_word(write.citation_code(citation, ITEMS, other, "a1"))
    assert with_printed(code, one) == code
    changed = with_printed(code, other)
    assert without_id(changed) == without_id(again)


def without_id(code: FieldCode) -> str:
    """The code without the checksum in its id, which only custom texts need."""
    return code.text.partition('"properties"')[2]


def test_what_is_private_stays_out() -> None:
    data = {**ITEMS["bell2009"].data, "custom": {"file": "/home/bell/thesis.pdf"}}
    items = {"bell2009": write.Item(data)}
    citation = Citation((Cite("bell2009"),))
    code = write.citation_code(citation, items, RichText.of("(x)"), "a1")
    assert "/home/bell" not in code


def test_zoteros_list() -> None:
    code = write.list_code([ITEMS["bell2009"]])
    assert what_is(in_word(code)) == "list"
    assert '"uncited":[["loccit:bell2009"]]' in code


@pytest.mark.parametrize(
    "written",
    [
        preferences.Preferences("http://www.zotero.org/styles/apa"),
        preferences.Preferences("a & <b>" * 80, "de-DE", "Bookmark", "endnotes"),
        preferences.Preferences("x", "fr-FR", "ReferenceMark", "footnotes"),
    ],
)
def test_preferences(written: preferences.Preferences) -> None:
    properties = preferences.preference_properties(written)
    assert all(len(value) <= 255 for value in properties.values())
    assert preferences.read_preferences(properties) == written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '<data data-version="3"><style id="mla"/><prefs><pref name="fieldType" value="Bookmark"/></prefs></data>',
            preferences.Preferences("mla", "", "Bookmark"),
        ),
        (
            '{"style":{"styleID":"apa","locale":"en-US"},"prefs":{"fieldType":"Field","noteType":1},"dataVersion":4}',
            preferences.Preferences("apa", "en-US", "Field", "footnotes"),
        ),
        ("<data", None),
        ("", None),
    ],
)
def test_preferences_of_zotero(
    text: str, expected: preferences.Preferences | None
) -> None:
    assert preferences.read_preferences(split(text, "ZOTERO_PREF")) == expected


@given(st.text(st.sampled_from("a😀\n"), max_size=700))
def test_pieces_are_joined_again(value: str) -> None:
    pieces = split(value, "A")
    assert joined(pieces, "A") == value
    assert all(len(piece.encode("utf-16-le")) <= 510 for piece in pieces.values())


@given(citations())
def test_words_citations_are_read_again(citation: Citation) -> None:
    plain = tuple(
        replace(
            cite,
            prefix=RichText.of(cite.prefix.plain),
            suffix=RichText.of(cite.suffix.plain),
        )
        for cite in citation.cites
    )
    code = word.citation_code(replace(citation, cites=plain))
    is_possible = all(
        cite.locator is None or cite.locator.label in ("page", "volume")
        for cite in plain
    )
    assert (code is not None) == is_possible
    if code is not None:
        assert cites_of(read(FieldCode(code)).cites) == plain


def test_what_word_cannot_print() -> None:
    cite = Cite("a", "narrative")
    assert word.citation_code(Citation((cite,), "narrative")) is None
    both = (Cite("a"), Cite("b", secondary=True))
    assert word.citation_code(Citation(both)) is None


@given(rich_texts)
def test_marks_are_written_for_zotero(text: RichText) -> None:
    written = zotero.rtf.written(text)
    assert written.isascii()
    assert zotero.rtf.plain_text(written) == text.plain


def test_tags() -> None:
    text = from_tags("see <i>A</i> & <b>B</b>, <u>C</u> < <i>")
    assert text.plain == "see A & B, <u>C</u> < <i>"
    assert with_tags(text) == "see <i>A</i> & <b>B</b>, <u>C</u> < <i>"
