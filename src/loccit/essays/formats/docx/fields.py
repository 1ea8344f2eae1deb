"""Write complex fields (ECMA-376, Part 1, section 17.16.18)."""

from __future__ import annotations

from collections.abc import Mapping
from zlib import crc32

from loccit.essays.packages.xml_part import escape
from loccit.model import RichText
from loccit.output import docx

#: What Word's own codes begin with; all others are those of an add-in.
_OF_WORD = ("CITATION", "BIBLIOGRAPHY")
#: What the codes of Mendeley Cite begin with, which are tags of content controls.
_TAG = "MENDELEY_CITATION_"


def field_runs(text: RichText, code: str | None, base: Mapping[str, str]) -> str:
    """Write a text as runs, with a field around it if it has a code.

    Args:
        text: what readers see.
        code: the code; None writes the text alone.
        base: the properties of all runs as XML, by their names.
    """
    runs = docx.runs(text, base)
    if code is None:
        return runs
    if code.startswith(_TAG):
        return _tagged(runs, code)
    field = field_begin(code, base) + runs + field_end(base)
    return _control(field, code) if is_of_word(code) else field


def is_of_word(code: str) -> bool:
    """Return whether a code is one of Word's own."""
    return code.startswith(_OF_WORD)


def field_begin(code: str, base: Mapping[str, str]) -> str:
    """Write the runs of a field that precede what readers see."""
    instruction = code if is_of_word(code) else f"ADDIN {code}"
    written = f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>'
    return "".join(
        docx.run_of(each, base)
        for each in (_character("begin"), written, _character("separate"))
    )


def field_end(base: Mapping[str, str]) -> str:
    """Write the run that ends a field."""
    return docx.run_of(_character("end"), base)


def _character(kind: str) -> str:
    return f'<w:fldChar w:fldCharType="{kind}"/>'


def _control(field: str, code: str) -> str:
    """Put the content control around a field that Word looks for (17.5.2.7)."""
    number = crc32(code.encode()) & 0x7FFFFFFF
    properties = f'<w:sdtPr><w:id w:val="{number}"/><w:citation/></w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{field}</w:sdtContent></w:sdt>"


def _tagged(runs: str, tag: str) -> str:
    """Write a content control with a tag, which is its code (17.5.2.42)."""
    number = crc32(tag.encode()) & 0x7FFFFFFF
    properties = f'<w:tag w:val="{escape(tag)}"/><w:id w:val="{number}"/>'
    content = f"<w:sdtContent>{runs}</w:sdtContent>"
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr>{content}</w:sdt>"
