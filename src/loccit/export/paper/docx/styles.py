"""Write the styles of a paper as WordprocessingML (ECMA-376, Part 1, 17.7)."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from loccit.export.paper.docx.xml import NAMESPACES
from loccit.export.paper.looks import CODE_FONT, FONT, SIZE, Look
from loccit.export.paper.target import Setup

#: In a point: twips, of which lengths are; half-points, of which sizes are.  In a
#: single-spaced line: its units.
_TWIPS, _HALF_POINTS, _LINE = 20, 2, 240

#: Names that Word gives to its own styles (17.7.4.9); the others are custom styles.
_BUILT_IN = frozenset(
    [
        "Bibliography",
        "Block Text",
        "Body Text",
        "Date",
        "Footnote Text",
        "Header",
        "Title",
        *(f"Heading {level}" for level in range(1, 7)),
    ]
)
#: Built-in styles whose names begin with a small letter in files.
_SMALL = ("Heading", "Header", "Footnote")


def styles(setup: Setup) -> str:
    """Write the part `styles.xml`."""
    paragraphs = "".join(map(_paragraph_style, setup.looks))
    return (
        f"<w:styles {NAMESPACES}>{_defaults(setup)}"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        f"{paragraphs}{_CHARACTERS}{_TABLES}</w:styles>"
    )


def style_id(name: str) -> str:
    """Return the id of a style, which pandoc makes of its name in the same way.

    >>> style_id("Block Text")
    'BlockText'
    """
    return name.replace(" ", "")


def _defaults(setup: Setup) -> str:
    """Write what holds where a style says nothing: font, language, direction, spacing."""
    is_rtl = setup.direction == "rtl"
    script = "bidi" if is_rtl else "val"
    lang = f"<w:lang w:{script}={quoteattr(setup.lang)}/>"
    run = _font(FONT) + _size(SIZE) + lang
    spacing = (
        f'<w:spacing w:before="0" w:after="0" w:line="{2 * _LINE}" w:lineRule="auto"/>'
    )
    paragraph = ("<w:bidi/>" if is_rtl else "") + spacing
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{paragraph}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _paragraph_style(look: Look) -> str:
    custom = "" if look.name in _BUILT_IN else ' w:customStyle="1"'
    name = look.name.lower() if look.name.startswith(_SMALL) else look.name
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style_id(look.name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/>{_next(look)}<w:qFormat/>'
        f"<w:pPr>{_paragraph(look)}</w:pPr><w:rPr>{_run(look)}</w:rPr></w:style>"
    )


def _next(look: Look) -> str:
    """Return the style of the paragraph that a writer begins after this one."""
    return '<w:next w:val="BodyText"/>' if look.level else ""


def _paragraph(look: Look) -> str:
    """Write the properties of a paragraph, in the order of the schema (17.3.1.26)."""
    keep_next = "<w:keepNext/>" if look.keep_next else ""
    new_page = "<w:pageBreakBefore/>" if look.new_page else ""
    level = f'<w:outlineLvl w:val="{look.level - 1}"/>' if look.level else ""
    align = f'<w:jc w:val="{look.align}"/>'
    return keep_next + new_page + _spacing(look) + _indent(look) + align + level


def _spacing(look: Look) -> str:
    around = f'w:before="{_twips(look.before)}" w:after="{_twips(look.after)}"'
    line = f'w:line="{round(look.spacing * _LINE)}" w:lineRule="auto"'
    return f"<w:spacing {around} {line}/>"


def _indent(look: Look) -> str:
    hanging = "hanging" if look.first_line < 0 else "firstLine"
    first_line = f'w:{hanging}="{_twips(abs(look.first_line))}"'
    return f'<w:ind w:left="{_twips(look.left)}" {first_line}/>'


def _run(look: Look) -> str:
    """Write the properties of its text, in the order of the schema (17.3.2.28)."""
    bold = "<w:b/><w:bCs/>" if look.bold else ""
    italic = "<w:i/><w:iCs/>" if look.italic else ""
    return _font(look.font) + bold + italic + _size(look.size)


def _font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def _size(points: float) -> str:
    size = round(points * _HALF_POINTS)
    return f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def _twips(points: float) -> int:
    return round(points * _TWIPS)


def _character_style(name: str, properties: str, custom: str = "") -> str:
    return (
        f'<w:style w:type="character"{custom} w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{properties}</w:rPr></w:style>'
    )


#: Links look like text: a paper is read on paper.
_CHARACTERS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
    + _character_style(
        "Verbatim Char", _font(CODE_FONT) + _size(10), ' w:customStyle="1"'
    )
    + _character_style("Footnote Reference", '<w:vertAlign w:val="superscript"/>')
    + _character_style("Hyperlink", "")
)

_RULE = 'w:val="single" w:sz="4" w:space="0" w:color="auto"'
#: Tables have rules above, below, and under their first row (APA 7, section 7.17).
_TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
    '<w:style w:type="table" w:customStyle="1" w:styleId="Table"><w:name w:val="Table"/>'
    '<w:basedOn w:val="TableNormal"/>'
    f"<w:tblPr><w:tblBorders><w:top {_RULE}/><w:bottom {_RULE}/></w:tblBorders></w:tblPr>"
    f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom {_RULE}/></w:tcBorders></w:tcPr></w:tblStylePr>'
    "</w:style>"
)
