"""The text that a program printed, changed in its code."""

from __future__ import annotations

from loccit.essays.live_citations import FieldCode, read, with_printed
from loccit.essays.live_citations.tags import from_tags
from tests.cases import Case
from tests.essays.live_citations.packed import code_of, packed


def test_only_the_printed_text_changes(case: Case) -> None:
    code = code_of(case)
    text = from_tags(case.sections["printed"])
    changed = with_printed(code, text)
    assert changed.text == packed(case.expected)
    assert changed.sources == code.sources
    if "data after" in case.sections:
        [data] = changed.data
        assert data == packed(f"⟦base64 {case.sections['data after']}⟧")
    if read(code).printed is not None:
        assert read(changed).printed == text.plain
    assert read(changed).cites == read(code).cites


def test_lines_of_base64_stay_as_long_as_they_were() -> None:
    xml = "<EndNote><Cite><DisplayText>(1)</DisplayText><Author>B</Author></Cite></EndNote>"
    changed = with_printed(FieldCode("ADDIN EN.CITE", (lines(xml),)), from_tags("(2)"))
    assert changed.data == (lines(xml.replace("(1)", "(2)")),)


def lines(xml: str) -> str:
    whole = packed(f"⟦base64 {xml}⟧")
    return f"{whole[:76]}\n{whole[76:]}"
