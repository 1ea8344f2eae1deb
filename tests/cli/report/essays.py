"""Checked essays, whose findings are reported."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from docx import Document

from loccit import open_library, read_essay
from loccit._startup.dataclass import replace
from loccit.cli.checking.essays import reported
from loccit.cli.report import Report
from loccit.editing.check import check_essay
from loccit.lint.prose import prose_rules

#: One rule, so that other rules may be added.
RULES = [rule for rule in prose_rules() if rule.code == "C01"]
#: A text in which lines and columns are easily miscounted: a byte order mark, Windows'
#: line ends, characters of two units of UTF-16, wide and combining ones, a tab.
TANGLED = (
    "\ufeffSo it is (Doe 2001).\r\n\r\n"
    "😀😀 e\u0301t\t漢字 (Roe 2002) & <b>“so”</b>.\r\n\r\n"
    "No: (Coe, 2003) --> ]]> % , :\r\n"
)


def report(*texts: str | bytes, names: Iterable[str] = ()) -> Report:
    """Check essays, which are called `essay-1.md` and so on."""
    given = [*names] or [f"essay-{number}.md" for number, _ in enumerate(texts, 1)]
    essays = []
    for text, name in zip(texts, given, strict=True):
        data = text if isinstance(text, bytes) else text.encode()
        essay = read_essay(data, name)
        essays.append(reported(check_essay(essay, open_library([]), rules=RULES)))
    return Report(0, [each for essay in essays for each in essay.findings], essays)


def with_message(found: Report, message: str) -> Report:
    """Put another message into the first finding."""
    first, *others = found.essays
    finding = first.findings[0]
    said = replace(finding, problem=replace(finding.problem, message=message))
    first = replace(first, findings=[said, *first.findings[1:]])
    essays = [first, *others]
    return Report(0, [each for essay in essays for each in essay.findings], essays)


def document(*paragraphs: str) -> bytes:
    """Make a document of Word."""
    made = Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    data = BytesIO()
    made.save(data)
    return data.getvalue()
