"""OpenDocument as readers see it."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from loccit.errors import UnreadableFile
from loccit.essays.formats.odt.document import OdtDocument, open_odt
from loccit.essays.paragraph import Paragraph
from loccit.model import Citation
from tests.cases import Case
from tests.essays.formats.odt.made import MANIFEST, archive, content, odt, part

#: A style by its name, family, parent and a property, so that cases are short.
STYLE = re.compile(r"^(\w+): (text|paragraph)(?: of (\w+))?(?:, (.+))?\n", re.MULTILINE)


def test_paragraphs_are_read(case: Case) -> None:
    document = opened(case)
    described = [as_line(each) for each in document.paragraphs]
    described += [citation_line(each, document) for each in document.citations({})]
    described += [each.message for each in document.problems]
    assert "\n".join(described) == case.expected


def opened(case: Case) -> OdtDocument:
    """Open the document of a case: its text, and styles by the names of sections."""
    sections = case.sections
    styles = STYLE.sub(style, sections.get("styles", "") + "\n")
    data = odt(
        case.given.strip("\n"),
        styles + sections.get("list styles", ""),
        "",
        sections.get("pages", ""),
        sections.get("meta", ""),
    )
    return open_odt(data, "essay.odt")


def style(found: re.Match[str]) -> str:
    name, family, parent, properties = found.groups("")
    return (
        f'<style:style style:name="{name}" style:family="{family}"'
        f' style:parent-style-name="{parent}">'
        f"<style:text-properties {properties}/></style:style>"
    )


def as_line(paragraph: Paragraph) -> str:
    """Describe a paragraph: what it is, and its text with its marks."""
    what = " ".join(
        str(each)
        for each in (
            paragraph.kind,
            paragraph.level or "",
            paragraph.marker,
            "quoted" if paragraph.is_quoted else "",
        )
        if each
    )
    text = paragraph.text.replace("\n", "⏎").replace("\t", "⇥").replace("\xa0", "~")
    marks = [
        f"{mark.kind} {paragraph.text[mark.start : mark.end]!r}"
        + (f" {mark.target}" if mark.target else "")
        for mark in paragraph.marks
    ]
    return " | ".join([f"{what}: {text}", *marks])


def citation_line(citation: Citation, document: OdtDocument) -> str:
    where = f" in note {citation.note}" if citation.note else ""
    line = f"cites: {citation.program or 'key'} {citation.source!r}{where}"
    obstacle = document.obstacle(citation)
    return f"{line} ({obstacle.message})" if obstacle else line


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"content.xml": "<a>"}, "not well-formed"),
        ({"content.xml": part("document-content", "")}, "not a text document"),
        ({"content.xml": f"<!DOCTYPE a []>{content('')}"}, "document type declaration"),
        ({"styles.xml": part("document-styles", "")}, "no part `content.xml`"),
        ({"content.xml": content("<text:p>" * 500)}, "nested more than"),
    ],
)
def test_what_is_not_a_text_document_is_refused(
    parts: dict[str, str], message: str
) -> None:
    with pytest.raises(UnreadableFile, match=message):
        open_odt(archive(parts), "essay.odt")


def test_an_encrypted_document_is_refused() -> None:
    data = odt("<text:p/>")
    entry = "<manifest:encryption-data/>"
    broken = archive_with_manifest(
        MANIFEST.replace("</manifest:m", f"{entry}</manifest:m")
    )
    assert open_odt(data, "essay.odt")
    with pytest.raises(UnreadableFile, match="encrypted"):
        open_odt(broken, "essay.odt")


def archive_with_manifest(manifest: str) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as package:
        package.writestr("content.xml", "scrambled")
        package.writestr("META-INF/manifest.xml", manifest)
    return file.getvalue()
