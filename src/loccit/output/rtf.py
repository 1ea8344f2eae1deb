r"""Write RichText as RTF, which every word processor opens (Microsoft, "Rich Text Format
Specification", 1.9.1).

A list with a heading is a page as APA wants it (sections 2.12, 2.18, 2.27): Letter
paper, margins of an inch, the page number at the top right, the heading bold and
centered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from struct import iter_unpack
from urllib.parse import quote

from loccit._startup.regex import regex
from loccit.model import BibliographyOptions, Marked, RichText
from loccit.output import Entry, Section, one_line, under_headings

EXTENSIONS = (".rtf",)

#: (mark, value) -> the control word at the start of its group.
_CONTROL_WORDS = {
    ("font-style", "italic"): r"\i",
    ("font-style", "oblique"): r"\i",
    ("font-style", "normal"): r"\i0",
    ("font-variant", "small-caps"): r"\scaps",
    ("font-variant", "normal"): r"\scaps0",
    ("font-weight", "bold"): r"\b",
    ("font-weight", "light"): r"\b0",
    ("font-weight", "normal"): r"\b0",
    ("text-decoration", "underline"): r"\ul",
    ("text-decoration", "none"): r"\ulnone",
    ("vertical-align", "sup"): r"\super",
    ("vertical-align", "sub"): r"\sub",
    ("vertical-align", "baseline"): r"\nosupersub",
    ("code", ""): r"\f1",
}
_SPECIAL = regex(r"[\\{}\t]|[^\x00-\x7f]")
#: In twips: the indent of APA's hanging lines (half an inch), a line, and the width of a
#: digit in 12-point letters.
_INDENT, _LINE, _DIGIT = 720, 240, 120
#: Paper and margins in twips, and the page number.
_PAGE = (
    r"\paperw12240\paperh15840\margl1440\margr1440\margt1440\margb1440\headery720"
    r"{\header\pard\qr\f0\fs24 {\field{\*\fldinst PAGE}{\fldrslt 1}}\par}"
)
_HEADER = r"{\rtf1\ansi\ansicpg1252\deff0\uc1{\fonttbl{\f0\froman Times New Roman;}{\f1\fmodern Courier New;}}"


def render(text: RichText) -> str:
    r"""Write text as RTF, in ASCII only.

    >>> from loccit.model import Mark
    >>> print(render(RichText(("Jiménez, ", Marked(Mark("font-style", "italic"), RichText.of("Fear & {Hope}"))))))
    Jim\u233\'e9nez, {\i Fear & \{Hope\}}
    """
    return "".join(
        _escape(node) if isinstance(node, str) else _group(node) for node in text.nodes
    )


def heading(title: str, level: int) -> str:
    """Write a heading as APA has it (section 2.27), level 1 centered; it appears in the
    outline of a word processor.
    """
    place = r"\qc" if level == 1 else ""
    return rf"{{\pard{place}\outlinelevel{level - 1}\keepn\sl{2 * _LINE}\slmult1\f0\b\fs24 {_escape(title)}\par}}"


def entries(entries: Sequence[Entry], *, anchors: bool) -> list[str]:
    """Write each entry as a paragraph."""
    return [
        f"{_bookmark(entry.key) if anchors else ''}{render(entry.text)}\\par"
        for entry in entries
    ]


def annotation(paragraphs: Sequence[RichText], options: BibliographyOptions) -> str:
    """Write an annotation as paragraphs."""
    lines = rf"\sl{options.line_spacing * _LINE}\slmult1"
    indents = ("", *(rf"\fi{_INDENT}" for _ in paragraphs[1:]))
    return "\n".join(
        rf"{{\pard\li{_INDENT}{indent}{lines}\f0\fs24 {render(text)}\par}}"
        for indent, text in zip(indents, paragraphs, strict=False)
    )


def document(sections: Sequence[Section], options: BibliographyOptions) -> str:
    """Write a list as a file, with the same layout for all entries."""
    margin = ""
    if options.second_field_align:
        width = options.max_offset * _DIGIT + _DIGIT
        margin = rf"\fi-{width}\li{width}\tx{width}"
    elif options.hanging_indent:
        margin = rf"\fi-{_INDENT}\li{_INDENT}"
    lines = (
        rf"\sl{options.line_spacing * _LINE}\slmult1\sa{options.entry_spacing * _LINE}"
    )
    pieces = [_HEADER]
    if any(section.title and section.level == 1 for section in sections):
        pieces.append(_PAGE)
    pieces.append(rf"\pard{margin}{lines}\f0\fs24")
    pieces += under_headings(sections, heading)
    pieces.append("}")
    return "\n".join(pieces)


def _group(node: Marked) -> str:
    mark = node.mark
    if mark.name == "raw" and mark.value == "rtf":
        return node.content.plain
    content = render(node.content)
    if word := _CONTROL_WORDS.get((mark.name, mark.value)):
        return f"{{{word} {content}}}"
    if mark.name == "link":
        return _link(mark.value, content)
    if mark.name == "display":
        return _display(mark.value, content)
    return content


def _link(address: str, content: str) -> str:
    if address.startswith("#"):
        target = rf'\\l "{_anchor(address.removeprefix("#ref-"))}"'
    else:
        # Characters that mean something to the field (quotation marks, backslashes,
        # braces) are percent-encoded (RFC 3986).
        target = f'"{quote(address, ":/?#[]@!$&()*+,;=%~")}"'
    return rf"{{\field{{\*\fldinst{{HYPERLINK {target}}}}}{{\fldrslt{{{content}}}}}}}"


def _bookmark(key: str) -> str:
    name = _anchor(key)
    return rf"{{\*\bkmkstart {name}}}{{\*\bkmkend {name}}}"


def _anchor(key: str) -> str:
    """Make an anchor of any key; bookmarks take letters, digits and `_`."""
    return "ref_" + re.sub(r"[^A-Za-z0-9]", lambda sign: f"_{ord(sign[0]):x}_", key)


def _display(place: str, content: str) -> str:
    """Write a block of an entry (CSL 1.0.2, "display")."""
    if place == "left-margin":
        return rf"{content.rstrip()}\tab "
    if place == "right-inline":
        return content
    indent = r"\tab " if place == "indent" else ""
    return rf"\line {indent}{content}\line "


def _escape(text: str) -> str:
    return _SPECIAL.sub(_escaped, one_line(text))


def _escaped(found: re.Match[str]) -> str:
    sign = found[0]
    if sign == "\t":
        return r"\tab "
    if sign.isascii():
        return f"\\{sign}"
    # UTF-16 in signed numbers; after each, the character that a reader from before
    # Unicode shows (\uc1, \ansicpg1252).
    units = iter_unpack("<h", sign.encode("utf-16-le", "surrogatepass"))
    fallback = sign.encode("cp1252", "replace").hex()
    return "".join(rf"\u{unit}\'{fallback}" for (unit,) in units)
