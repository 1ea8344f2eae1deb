"""Write RichText as WordprocessingML, and a list as a .docx file (ECMA-376, Part 1, 17;
Part 2).

A list is a page as APA wants it (section 2.12): 12-point Times New Roman, margins of an
inch, the page number at the top right, a bold centered heading; line spacing and indents
follow the style.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from urllib.parse import quote

from loccit.model import BibliographyOptions, Mark, RichText
from loccit.output import Entry, Section, one_line, split_margin, under_headings

EXTENSIONS = (".docx",)

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#: In twips: half an inch, a line, and the width of a digit.
_INDENT, _LINE, _DIGIT = 720, 240, 120
#: (mark, value) -> the run property, in the order of the schema (17.3.2.28).
_PROPERTIES = {
    (
        "code",
        "",
    ): '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>',
    ("font-weight", "bold"): "<w:b/>",
    ("font-weight", "normal"): '<w:b w:val="0"/>',
    ("font-weight", "light"): '<w:b w:val="0"/>',
    ("font-style", "italic"): "<w:i/>",
    ("font-style", "oblique"): "<w:i/>",
    ("font-style", "normal"): '<w:i w:val="0"/>',
    ("font-variant", "small-caps"): "<w:smallCaps/>",
    ("font-variant", "normal"): '<w:smallCaps w:val="0"/>',
    ("text-decoration", "underline"): '<w:u w:val="single"/>',
    ("text-decoration", "none"): '<w:u w:val="none"/>',
    ("vertical-align", "sup"): '<w:vertAlign w:val="superscript"/>',
    ("vertical-align", "sub"): '<w:vertAlign w:val="subscript"/>',
    ("vertical-align", "baseline"): '<w:vertAlign w:val="baseline"/>',
}
#: The properties of a run in the order of the schema (17.3.2.28, CT_RPr).
_ORDER = {
    f"w:{name}": number
    for number, name in enumerate(
        [
            "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike",
            "dstrike", "outline", "shadow", "emboss", "imprint", "noProof",
            "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern",
            "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd",
            "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout",
            "specVanish", "oMath",
        ]
    )
}  # fmt: skip
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
#: Characters that XML can't have (XML 1.0, 2.2).
_UNFIT = r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TAB = "<w:r><w:tab/></w:r>"
_BREAK = "<w:r><w:br/></w:r>"
#: What precedes and follows a block of an entry (CSL 1.0.2, "display"); line breaks by
#: default.
_EDGES = {"left-margin": ("", _TAB), "right-inline": ("", "")}


def render(text: RichText) -> str:
    """Write text as runs of a paragraph.

    >>> render(RichText.of("R&D"))
    '<w:r><w:t xml:space="preserve">R&amp;D</w:t></w:r>'
    """
    return runs(text, {})


def runs(text: RichText, base: Mapping[str, str]) -> str:
    """Write text as runs that have other properties, too.

    Args:
        text: the text.
        base: properties as XML by their names, which marks of the text replace.

    >>> runs(RichText.of("a"), {"w:b": "<w:b/>"})
    '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">a</w:t></w:r>'
    """
    return "".join(_runs(text, (), base))


def heading(title: str, level: int) -> str:
    """Write a heading."""
    return _paragraph(render(RichText.of(title)), f"Heading{level}")


def entries(entries: Sequence[Entry], *, anchors: bool) -> list[str]:
    """Write each entry as a paragraph; a tab follows a first field in the margin."""
    blocks = []
    for number, entry in enumerate(entries):
        runs = _bookmark(number, entry.key) if anchors else ""
        if parts := split_margin(entry.text):
            runs += render(parts[0]) + _TAB + render(parts[1])
        else:
            runs += render(entry.text)
        blocks.append(_paragraph(runs, "Bibliography"))
    return blocks


def annotation(paragraphs: Sequence[RichText], options: BibliographyOptions) -> str:
    """Write an annotation as paragraphs."""
    written = []
    for number, text in enumerate(paragraphs):
        first_line = _INDENT if number else 0
        indent = f'<w:ind w:left="{_INDENT}" w:firstLine="{first_line}"/>'
        written.append(_paragraph(render(text), "Annotation", indent))
    return "".join(written)


def document(sections: Sequence[Section], options: BibliographyOptions) -> bytes:
    """Write a list as a file; the same list gives the same bytes."""
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    body = "".join(under_headings(sections, heading))
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="12240" w:h="15840"/><w:pgMar'
        ' w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/>'
        "</w:sectPr>"
    )
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _relationships(("officeDocument", "word/document.xml")),
        "word/document.xml": _part("document", f"<w:body>{body}{section}</w:body>"),
        "word/_rels/document.xml.rels": _relationships(
            ("styles", "styles.xml"), ("header", "header1.xml")
        ),
        "word/styles.xml": _part("styles", _styles(options)),
        "word/header1.xml": _part("hdr", _HEADER),
    }
    file = BytesIO()
    with ZipFile(file, "w") as package:
        for name, content in parts.items():
            info = ZipInfo(
                name
            )  # dated 1980, so that the bytes do not depend on the time
            info.compress_type = ZIP_DEFLATED
            package.writestr(info, _XML + content)
    return file.getvalue()


def _bookmark(number: int, key: str) -> str:
    start = f'<w:bookmarkStart w:id="{number}" w:name="{_anchor(key)}"/>'
    return f'{start}<w:bookmarkEnd w:id="{number}"/>'


def _paragraph(runs: str, style: str, properties: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>'


def _runs(
    text: RichText, marks: tuple[Mark, ...], base: Mapping[str, str]
) -> list[str]:
    found: list[str] = []
    for node in text.nodes:
        if isinstance(node, str):
            found.append(_run(node, marks, base))
        elif node.mark.name == "link":
            inside = "".join(_runs(node.content, marks, base))
            found.append(_link(node.mark.value, inside))
        elif node.mark.name == "display":
            inside = "".join(_runs(node.content, marks, base))
            before, after = _EDGES.get(node.mark.value, (_BREAK, _BREAK))
            found += [before, inside, after]
        elif node.mark.name == "raw" and node.mark.value == "docx":
            found.append(node.content.plain)
        else:
            outer = tuple(mark for mark in marks if mark.name != node.mark.name)
            found += _runs(node.content, (*outer, node.mark), base)
    return found


def run_of(content: str, base: Mapping[str, str]) -> str:
    """Write a run with content as XML, and properties as for `runs`."""
    properties = _properties((), base)
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{inside}{content}</w:r>"


def _run(text: str, marks: tuple[Mark, ...], base: Mapping[str, str]) -> str:
    properties = _properties(marks, base)
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (
        f'<w:r>{inside}<w:t xml:space="preserve">{_escape(one_line(text))}</w:t></w:r>'
    )


def _properties(marks: tuple[Mark, ...], base: Mapping[str, str]) -> str:
    """Return the properties of a run, in the order of the schema."""
    found = dict(base)
    for mark in marks:
        if xml := _PROPERTIES.get((mark.name, mark.value)):
            found[xml[1:].split(" ")[0].removesuffix("/>")] = xml
    in_order = sorted(found, key=lambda name: _ORDER.get(name, len(_ORDER)))
    return "".join(found[name] for name in in_order)


def _link(address: str, runs: str) -> str:
    """Write a link as a field, which needs no relationship (17.16.5.25)."""
    if address.startswith("#"):
        target = f'\\l "{_anchor(address.removeprefix("#ref-"))}"'
    else:
        target = f'"{quote(address, ":/?#[]@!$&()*+,;=%~")}"'
    return f'<w:fldSimple w:instr="{_escape(f" HYPERLINK {target} ")}">{runs}</w:fldSimple>'


def _anchor(key: str) -> str:
    """Make an anchor of any key; bookmarks take at most 40 letters, digits and `_`."""
    return "ref_" + re.sub(r"[^A-Za-z0-9]", lambda sign: f"_{ord(sign[0]):x}", key)[:36]


def _escape(text: str) -> str:
    return re.sub(r'[&<>"]', lambda sign: _ESCAPES[sign[0]], re.sub(_UNFIT, "", text))


def _part(name: str, content: str) -> str:
    relationships = (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    )
    return f'<w:{name} xmlns:w="{_NAMESPACE}" xmlns:r="{relationships}">{content}</w:{name}>'


def _styles(options: BibliographyOptions) -> str:
    """Write the styles, under the names that word processors know."""
    spacing = f'w:line="{options.line_spacing * _LINE}" w:lineRule="auto"'
    after = (
        f'<w:spacing w:before="0" w:after="{options.entry_spacing * _LINE}" {spacing}/>'
    )
    if options.second_field_align:
        width = (options.max_offset + 1) * _DIGIT
        indent = f'<w:ind w:left="{width}" w:hanging="{width}"/>'
        tabs = f'<w:tabs><w:tab w:val="left" w:pos="{width}"/></w:tabs>'
    else:
        hanging = _INDENT if options.hanging_indent else 0
        indent, tabs = f'<w:ind w:left="{hanging}" w:hanging="{hanging}"/>', ""
    font = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    headings = "".join(
        _style(f"Heading{level}", f"heading {level}", f'<w:keepNext/><w:spacing w:before="0" w:after="0" {spacing}/>'
               f'<w:jc w:val="{"center" if level == 1 else "left"}"/><w:outlineLvl w:val="{level - 1}"/>', "<w:b/>")
        for level in range(1, 4)
    )  # fmt: skip
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{font}<w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr><w:spacing w:after="0" {spacing}/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        + headings
        + _style(
            "Header",
            "header",
            '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="right"/>',
        )
        + _style("Bibliography", "Bibliography", tabs + after + indent)
        + _style("Annotation", "Annotation", after)
    )


def _style(identifier: str, name: str, paragraph: str, run: str = "") -> str:
    runs = f"<w:rPr>{run}</w:rPr>" if run else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr>{runs}</w:style>"
    )


def _relationships(*targets: tuple[str, str]) -> str:
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{base}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{listed}</Relationships>'


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>'
    f'<Override PartName="/word/header1.xml" ContentType="{_WORD}.header+xml"/></Types>'
)
_HEADER = (
    '<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    "</w:p>"
)
