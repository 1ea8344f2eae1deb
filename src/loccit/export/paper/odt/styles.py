"""Write the styles of a paper as OpenDocument (Part 3, 16)."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from loccit.export.paper.looks import CODE_FONT, FONT, SIZE, Look
from loccit.export.paper.target import Setup

#: What pandoc and LibreOffice call the styles of DOCX in ODT; some have two names.
_NAMES = {
    "Bibliography": ("Bibliography 1",),
    "Body Text": ("Text body",),
    "First Paragraph": ("First paragraph",),
    "Block Text": ("Quotations",),
    "Compact": ("Table Contents", "Table Heading"),
    "Source Code": ("Preformatted Text",),
    "Footnote Text": ("Footnote",),
    "Definition Term": ("Definition Term", "Definition Term Tight"),
    "Definition": ("Definition Definition", "Definition Definition Tight"),
}


def style_of(look: str) -> str:
    """Return the style of a look.

    >>> style_of("Bibliography")
    'Bibliography_20_1'
    """
    return _encoded(_NAMES.get(look, (look,))[0])


def _encoded(name: str) -> str:
    """Write the name of a style as files have it, without spaces (19.502)."""
    return name.replace(" ", "_20_")


def styles(setup: Setup) -> str:
    """Write the default style and those of paragraphs and characters."""
    # LibreOffice takes "start" for the left in every direction of the text.
    start = "end" if setup.direction == "rtl" else "start"
    paragraphs = "".join(
        _paragraph_style(name, look, start)
        for look in setup.looks
        for name in _NAMES.get(look.name, (look.name,))
    )
    return _defaults(setup) + paragraphs + _CHARACTERS


def writing_mode(setup: Setup) -> str:
    """Return the direction of the text (20.404)."""
    return "rl-tb" if setup.direction == "rtl" else "lr-tb"


def _defaults(setup: Setup) -> str:
    language, _, country = setup.lang.partition("-")
    spoken = (
        f"fo:language={quoteattr(language)} fo:country={quoteattr(country or 'none')}"
    )
    return (
        '<style:default-style style:family="paragraph">'
        '<style:paragraph-properties fo:orphans="2" fo:widows="2" style:tab-stop-distance="0.5in"'
        f' style:writing-mode="{writing_mode(setup)}"/>'
        f"<style:text-properties {_font(FONT, SIZE)} {spoken}/></style:default-style>"
        '<style:style style:name="Standard" style:family="paragraph" style:class="text">'
        '<style:paragraph-properties fo:line-height="200%"/></style:style>'
    )


def _paragraph_style(name: str, look: Look, start: str) -> str:
    level = f' style:default-outline-level="{look.level}"' if look.level else ""
    next_ = ' style:next-style-name="Text_20_body"' if look.level else ""
    return (
        f'<style:style style:name="{_encoded(name)}" style:display-name="{name}" style:family="paragraph"'
        f' style:parent-style-name="Standard"{next_}{level}>'
        f"<style:paragraph-properties {_paragraph(look, start)}/>"
        f"<style:text-properties {_run(look)}/></style:style>"
    )


def _paragraph(look: Look, start: str) -> str:
    align = look.align.replace("left", start)
    keep_next = ' fo:keep-with-next="always"' if look.keep_next else ""
    new_page = ' fo:break-before="page"' if look.new_page else ""
    return (
        f'fo:margin-top="{look.before}pt" fo:margin-bottom="{look.after}pt" fo:margin-left="{look.left}pt"'
        f' fo:text-indent="{look.first_line}pt" fo:line-height="{look.spacing:.0%}"'
        f' fo:text-align="{align}"{keep_next}{new_page}'
    )


def _run(look: Look) -> str:
    weight = "bold" if look.bold else "normal"
    style = "italic" if look.italic else "normal"
    written = [_font(look.font, look.size)]
    for script in ("", "-asian", "-complex"):
        prefix = "style" if script else "fo"
        written.append(f'{prefix}:font-weight{script}="{weight}"')
        written.append(f'{prefix}:font-style{script}="{style}"')
    return " ".join(written)


def _font(name: str, size: float) -> str:
    """Write a font and its size, for all scripts."""
    return (
        f'style:font-name="{name}" style:font-name-asian="{name}" style:font-name-complex="{name}"'
        f' fo:font-size="{size}pt" style:font-size-asian="{size}pt" style:font-size-complex="{size}pt"'
    )


def _character_style(name: str, properties: str) -> str:
    return (
        f'<style:style style:name="{_encoded(name)}" style:display-name="{name}" style:family="text">'
        f"<style:text-properties {properties}/></style:style>"
    )


_RAISED = 'style:text-position="super 58%"'
#: Links look like text: a paper is read on paper.
_CHARACTERS = (
    _character_style("Source_Text", _font(CODE_FONT, 10))
    + _character_style("Footnote Symbol", _RAISED)
    + _character_style("Footnote anchor", _RAISED)
    + _character_style("Internet link", "")
    + _character_style("Visited Internet Link", "")
    + _character_style("Bullet Symbols", "")
    + _character_style("Numbering Symbols", "")
)
