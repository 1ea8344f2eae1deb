"""Codes of live citations, as programs write them."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from loccit.essays.live_citations import (
    BrokenCode,
    FieldCode,
    LiveCitation,
    LiveCite,
    program_of,
    read,
    what_is,
)
from tests.cases import Case
from tests.essays.live_citations.packed import code_of


def test_codes_are_read(case: Case) -> None:
    assert described(code_of(case)) == case.expected


def described(code: FieldCode) -> str:
    """What a citation says: a line for itself, and one for each cite."""
    try:
        citation = read(code)
    except BrokenCode as error:
        return f"broken: {error}"
    assert what_is(code) == "citation"
    assert program_of(code) == citation.program
    return "\n".join([*_lines_of(citation), *map(_line_of, citation.cites)])


def _lines_of(citation: LiveCitation) -> list[str]:
    printed = "" if citation.printed is None else f": {citation.printed}"
    kept = [f"kept: {citation.kept}"] if citation.kept else []
    return [citation.program + printed, *kept]


def _line_of(cite: LiveCite) -> str:
    record = cite.record
    text = shown_item(json.loads(record.text)) if _is_json(cite) else record.text
    text = text or "(no data)"
    values = {
        "uri": ", ".join(record.uris),
        "mode": "" if cite.mode == "parenthetical" else cite.mode,
        cite.label: cite.locator,
        "prefix": cite.prefix,
        "suffix": cite.suffix,
    }
    shown = [f"{name} [{value}]" for name, value in values.items() if value]
    return " | ".join([f"- {text}", *shown])


def _is_json(cite: LiveCite) -> bool:
    return cite.record.format == "csl_json" and bool(cite.record.text)


def shown_item(item: Mapping[str, object]) -> str:
    """An item as YAML would have it."""
    return json.dumps(item, ensure_ascii=False).replace('"', "")


@pytest.mark.parametrize(
    ("code", "kind", "program"),
    [
        (' ADDIN ZOTERO_BIBL {"uncited":[]} CSL_BIBLIOGRAPHY ', "list", "zotero"),
        ("ZOTERO_BIBL {} CSL_BIBLIOGRAPHY RNDabcdefghij", "list", "zotero"),
        (" ADDIN ZOTERO_TEMP ", "leftover", "zotero"),
        ("ADDIN Mendeley Bibliography CSL_BIBLIOGRAPHY", "list", "mendeley"),
        ("Mendeley Bibliography CSL_BIBLIOGRAPHY RNDabcdefghij", "list", "mendeley"),
        ("MENDELEY_BIBLIOGRAPHY", "list", "mendeley"),
        (" ADDIN EN.REFLIST ", "list", "endnote"),
        (" ADDIN EN.SECTION.REFLIST ", "list", "endnote"),
        (" ADDIN EN.CITE.DATA ", None, None),
        ("ADDIN CITAVI.BIBLIOGRAPHY abc", "list", "citavi"),
        ("ADDIN CitaviBibliography", "list", "citavi"),
        (" BIBLIOGRAPHY  \\l 1033 ", "list", "word"),
        ("ADDIN RW.BIB", "list", "refworks"),
        ("ADDIN paperpile_bibliography <pp-bibliography>", "list", "paperpile"),
        ("JR_bib", "list", "jabref"),
        (' HYPERLINK "https://example.org" ', None, None),
        (" PAGE ", None, None),
        ("", None, None),
    ],
)
def test_what_a_code_is(code: str, kind: str | None, program: str | None) -> None:
    assert what_is(FieldCode(code)) == kind
    assert program_of(FieldCode(code)) == program
