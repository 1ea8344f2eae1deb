"""What readers see of documents of Word, and what they cite."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit.essays import Essay, read_essay
from loccit.essays.paragraph import Paragraph
from loccit.model import Citation
from tests.cases import Case
from tests.essays.formats.docx.word_file import field, word_file

_ABBREVIATION = re.compile(r"\[(?P<code>[^\[\]|]*)\|(?P<result>[^\[\]|]*)\]")
_TEXT = re.compile(r"‹([^‹›]*)›")


def test_documents_are_read(case: Case) -> None:
    parts = {
        name: spelled_out(text)
        for name, text in case.sections.items()
        if name != "expected"
    }
    data = word_file(spelled_out(case.given), parts)
    essay = read_essay(data, "essay.docx")
    assert "\n".join(described(essay)) == case.expected


def spelled_out(text: str) -> str:
    """XML in which `‹text›` is a run and `⟦code|result⟧` the runs of a field."""
    text = re.sub(
        r"⟦([^⟦⟧|]*)\|([^⟦⟧|]*)⟧", lambda found: field(found[1], found[2]), text
    )
    run = r'<w:r><w:t xml:space="preserve">\1</w:t></w:r>'
    return _TEXT.sub(run, text.replace("\n", ""))


def described(essay: Essay) -> Iterator[str]:
    """The paragraphs, citations and problems, a line for each."""
    for each in essay.document.paragraphs:
        yield _paragraph(each)
    for citation in essay.citations({"p.": "page"}):
        yield _citation(essay, citation)
    for problem in essay.document.problems:
        yield f"{problem.rule}: {problem.message}"


def _paragraph(paragraph: Paragraph) -> str:
    quoted = "quoted " if paragraph.is_quoted else ""
    signs = (
        f"{quoted}{paragraph.kind}{paragraph.level or ''} {paragraph.marker}".strip()
    )
    shown = "" if signs == "paragraph" else f"{signs}: "
    marks = "".join(
        f" {mark.kind} {paragraph.text[mark.start : mark.end]!r} {mark.target}".rstrip()
        for mark in paragraph.marks
    )
    return f"{shown}{paragraph.text!r}{marks}"


def _citation(essay: Essay, citation: Citation) -> str:
    keys = "; ".join(_cite(essay, cite.key) for cite in citation.cites)
    kept = essay.document.obstacle(citation)
    note = f" in note {citation.note}" if citation.note else ""
    said = f", kept: {kept.message.split('stays. ')[1]}" if kept else ""
    return (
        f"- {citation.program or 'key'}{note}: {citation.source!r} cites {keys}{said}"
    )


def _cite(essay: Essay, key: str) -> str:
    record = essay.document.records.get(key)
    if record is None:
        return key
    title = re.search(r'title(?:"\s*:\s*"|>)([^"<]*)', record.text, re.IGNORECASE)
    return title[1] if title else record.text
