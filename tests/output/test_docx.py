"""A list as a .docx: what stands in it, and LibreOffice opens it."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from loccit.model import BibliographyOptions, Mark, RichText
from loccit.output import Entry, Section, docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HANGING = BibliographyOptions(hanging_indent=True, line_spacing=2, entry_spacing=0)
ITALIC = Mark("font-style", "italic")
ENTRIES = [
    Entry(
        "a",
        RichText.of("Doe & Roe. ")
        + RichText.of("Do\x00ors").marked(ITALIC)
        + RichText.of(" <1>."),
    ),
    Entry(
        "b",
        RichText.of("https://x.org/a?b&c").marked(Mark("link", "https://x.org/a?b&c")),
    ),
]


def made(options: BibliographyOptions = HANGING) -> bytes:
    note = docx.annotation([RichText.of("On doors."), RichText.of("More.")], options)
    return docx.document(
        [Section([*docx.entries(ENTRIES, anchors=True), note], "References")], options
    )


def part(name: str, data: bytes) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(BytesIO(data)).read(name))


def test_every_part_is_xml_and_the_same_twice() -> None:
    with zipfile.ZipFile(BytesIO(made())) as package:
        assert package.testzip() is None
        for name in package.namelist():
            etree.fromstring(package.read(name))
    assert made() == made()


def test_what_stands_in_it() -> None:
    body = part("word/document.xml", made())
    paragraphs = [
        "".join(map(str, paragraph.itertext())) for paragraph in body.iter(f"{W}p")
    ]
    assert paragraphs == [
        "References",
        "Doe & Roe. Doors <1>.",
        "https://x.org/a?b&c",
        "On doors.",
        "More.",
    ]
    styles = [style.get(f"{W}val") for style in body.iter(f"{W}pStyle")]
    assert styles == [
        "Heading1",
        "Bibliography",
        "Bibliography",
        "Annotation",
        "Annotation",
    ]
    [italic] = body.iter(f"{W}i")
    run = italic.getparent().getparent()  # type: ignore[union-attr]
    assert "".join(map(str, run.itertext())) == "Doors"  # type: ignore[union-attr]
    [field] = body.iter(f"{W}fldSimple")
    assert field.get(f"{W}instr") == ' HYPERLINK "https://x.org/a?b&c" '


def test_the_style_sets_the_lines() -> None:
    styles = {
        style.get(f"{W}styleId"): style
        for style in part("word/styles.xml", made()).iter(f"{W}style")
    }
    bibliography = styles["Bibliography"]
    indent = bibliography.find(f".//{W}ind")
    spacing = bibliography.find(f".//{W}spacing")
    assert indent is not None
    assert spacing is not None
    assert indent.items() == [(f"{W}left", "720"), (f"{W}hanging", "720")]
    assert spacing.get(f"{W}line") == "480"
    numbered = BibliographyOptions(
        second_field_align="flush", max_offset=3, entry_spacing=1
    )
    bibliography = next(
        style for style in part("word/styles.xml", made(numbered)).iter(f"{W}style")
        if style.get(f"{W}styleId") == "Bibliography"
    )  # fmt: skip
    assert bibliography.find(f".//{W}tab").get(f"{W}pos") == "480"  # type: ignore[union-attr]


def test_a_number_in_the_margin_is_parted_by_a_tab() -> None:
    text = RichText.of("[1]").marked(Mark("display", "left-margin")) + RichText.of(
        "Doe."
    )
    [block] = docx.entries([Entry("a", text)], anchors=False)
    assert block.count("<w:tab/>") == 1


@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="LibreOffice is not installed",
)
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    (tmp_path / "list.docx").write_bytes(made())
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "list.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    text = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "list.pdf", "-"],
        check=True,
        capture_output=True,
        text=True,
    )
    lines = [line.strip() for line in text.stdout.splitlines() if line.strip()]
    assert lines == [
        "1",
        "References",
        "Doe & Roe. Doors <1>.",
        "https://x.org/a?b&c",
        "On doors.",
        "More.",
    ]
