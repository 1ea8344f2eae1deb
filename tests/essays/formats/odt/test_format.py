"""Formatting essays in OpenDocument: what is put in, and what stays."""

from __future__ import annotations

import io
import re
from contextlib import suppress
from itertools import pairwise
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

import loccit
from loccit.essays.formats.odt.document import open_odt
from loccit.essays.formats.odt.rich_spans import spans
from loccit.essays.packages.xml_part import escape
from loccit.model import RichText
from loccit.output import one_line
from tests.cases import Case
from tests.essays.formats.odt.made import archive, flat, odt, read_part

SOURCES: list[dict[str, object]] = [
    {"id": "doe", "type": "book", "title": "The Book", "issued": "2001"}
    | {"author": [{"family": "Doe", "given": "Zoë"}], "publisher": "A & B"},
    {"id": "roe", "type": "book", "title": "Songs", "issued": "2002"}
    | {"author": [{"family": "Roe", "given": "Rick"}]},
]
#: Elements that show nothing.
HARMLESS = [
    "",
    "<text:soft-page-break/>",
    '<text:bookmark text:name="b"/>',
    "<office:annotation><text:p>[@roe]</text:p></office:annotation>",
    "<text:span/>",
    "<text:change/>",
    "<!-- [@roe] -->",
    "<?a b?>",
]
TEXT = re.compile(r"<office:text>(.*)</office:text>", re.DOTALL)
STYLES = re.compile(r"<style:style .*?</style:style>")


@pytest.fixture(scope="module")
def library() -> loccit.Library:
    return loccit.open_library([], SOURCES)


def formatted(data: bytes, library: loccit.Library, style: str = "apa") -> bytes:
    essay = loccit.read_essay(data, "essay.odt")
    return loccit.format_essay(essay, library, loccit.Settings(csl=style)).data


def text_of(data: bytes) -> str:
    found = TEXT.search(read_part(data))
    assert found
    return found[1]


def test_formatted(case: Case, library: loccit.Library) -> None:
    style = case.sections.get("style", "apa").strip()
    before = odt(
        case.given.strip("\n"),
        case.sections.get("automatic", ""),
        case.sections.get("styles", ""),
    )
    after = formatted(before, library, style)
    lines = (
        text_of(after).replace("<text:p", "\n<text:p").replace("<text:h", "\n<text:h")
    )
    assert lines.strip() == case.expected
    if "new styles" in case.sections:
        new = STYLES.findall(read_part(after))
        assert "\n".join(new) == case.sections["new styles"]
    assert formatted(after, library, style) == after


@given(
    cuts=st.sets(st.integers(0, 40)),
    harmless=st.lists(st.sampled_from(HARMLESS), min_size=1, max_size=5),
)
def test_spans_and_harmless_elements_change_no_text(
    cuts: set[int], harmless: list[str], library: loccit.Library
) -> None:
    plain = "So he says [see @doe, p. 3; @roe] & more."
    whole = readable(formatted(odt(f"<text:p>{escape(plain)}</text:p>"), library))
    split = readable(formatted(odt(in_spans(plain, cuts, harmless)), library))
    assert split == whole


def in_spans(text: str, cuts: set[int], harmless: list[str]) -> str:
    """Put a text into a paragraph, in spans that end at some places."""
    places = sorted({0, len(text)} | {min(cut, len(text)) for cut in cuts})
    spans = [
        f"<text:span>{escape(text[start:end]).replace('  ', ' <text:s/>')}</text:span>"
        + harmless[number % len(harmless)]
        for number, (start, end) in enumerate(pairwise(places))
    ]
    return f"<text:p>{''.join(spans)}</text:p>"


def readable(data: bytes) -> list[str]:
    document = loccit.read_essay(data, "essay.odt").document
    return [paragraph.text for paragraph in document.paragraphs]


@given(start=st.integers(0, 4000), length=st.integers(1, 300))
def test_what_is_cut_out_of_a_file_never_ends_in_a_traceback(
    start: int, length: int, library: loccit.Library
) -> None:
    data = odt("<text:p>So [@doe].</text:p>")
    damaged = data[:start] + data[start + length :]
    with suppress(loccit.LoccitError):
        formatted(damaged, library)


@given(st.text(st.sampled_from(" \t\n&a"), max_size=12))
def test_no_blank_of_new_text_is_lost(text: str) -> None:
    document = open_odt(odt(f"<text:p>{spans(RichText.of(text))}</text:p>"), "a.odt")
    [paragraph] = document.paragraphs
    assert paragraph.text == one_line(text)


def test_other_members_stay_as_they_are(library: loccit.Library) -> None:
    before = odt("<text:p>So [@doe].</text:p>")
    after = formatted(before, library)
    old, new = ZipFile(io.BytesIO(before)), ZipFile(io.BytesIO(after))
    assert old.namelist() == new.namelist()
    changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert changed == ["content.xml"]
    assert new.infolist()[0].compress_type == ZIP_STORED


def test_other_prefixes_are_declared_where_they_are_needed(
    library: loccit.Library,
) -> None:
    text = read_part(odt("<text:p>So [@doe].</text:p>"))
    for prefix in ("text", "style", "fo", "office"):
        text = re.sub(
            rf"(?<=[</ ]){prefix}(?=:)|(?<= xmlns:){prefix}", "ns_\\g<0>", text
        )
    data = archive({"content.xml": text})
    after = formatted(data, library)
    assert readable(after) == [
        "So (Doe, 2001).",
        "References",
        "Doe, Z. (2001). The Book. A & B.",
    ]
    assert formatted(after, library) == after


def test_sections_of_characters_stay(library: loccit.Library) -> None:
    after = formatted(odt("<text:p>So <![CDATA[<a> [@doe]]]></text:p>"), library)
    assert "<text:p>So <![CDATA[<a> ]]>(Doe, 2001)<![CDATA[]]></text:p>" in (
        text_of(after)
    )


def test_styles_of_several_rounds_are_defined_once(library: loccit.Library) -> None:
    text = "<text:p>So Doe (2001), and [@roe].</text:p><text:h>References</text:h>"
    entry = "<text:p>Doe, Z. (2001). The Book. A &amp; B.</text:p>"
    after = formatted(odt(text + entry), library)
    assert read_part(after).count('<style:style style:name="loccit') == 1
    assert formatted(after, library) == after


def test_a_flat_file(library: loccit.Library) -> None:
    before = flat("<text:p>So [@doe].</text:p>")
    after = formatted(before, library)
    assert readable(after) == [
        "So (Doe, 2001).",
        "References",
        "Doe, Z. (2001). The Book. A & B.",
        "Roe, R. (2002). Songs.",
        "Foot (Roe, 2002)",
    ]
    assert after.startswith(before[: before.index(b"<office:automatic-styles")])
    assert formatted(after, library) == after
