"""The styles that new text uses, defined where a part first uses them.

They are automatic styles (ODF 1.3, part 3, section 3.15.3): LibreOffice takes them for
formatting that somebody did by hand, and the styles that the document has stay alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.essays.formats.odt.rich_spans import PREFIX, style_definitions
from loccit.essays.formats.odt.styles import Styles
from loccit.essays.packages.element import Element
from loccit.essays.packages.package import Package
from loccit.essays.packages.xml_part import XmlPart
from loccit.model import Edit, Span, edits_by_part

#: The style of an entry of a new list, and of its heading, with its level.
ENTRY = f"{PREFIX}entry"
HEADING = f"{PREFIX}heading-"
#: The styles that they inherit from, where the document has one of them.
_ENTRY_PARENTS = ("Bibliography_20_1", "Standard")
_HANGING = 'fo:margin-left="0.5in" fo:text-indent="-0.5in"'
_NEW_PAGE = 'fo:break-before="page"'
_CENTERED = f'{_NEW_PAGE} fo:text-align="center"'
_BOLD = '<style:text-properties fo:font-weight="bold"/>'
#: The names of loccit's styles in new text.
_USED = regex(rf'text:style-name="({PREFIX}[\w-]+)"')


def preparations(
    edits: Iterable[Edit], package: Package, styles: Styles
) -> Iterator[Edit]:
    """Yield the edits that define the styles of new text.

    Args:
        edits: those that put new text into the document.
        package: the document.
        styles: the styles that it has.
    """
    for name, inside in edits_by_part(edits).items():
        if package.find(name) is None:
            continue
        part = package.xml(name)
        new = "".join([edit.new for edit in inside])
        defined = _definitions(new, part, styles)
        if defined:
            edit = _with_styles(defined, part)
            yield replace(edit, new=package.with_prefixes(edit.new, name))


def _definitions(new: str, part: XmlPart, styles: Styles) -> str:
    """Return the styles that a new text uses and its part lacks."""
    automatic = part.root.find("office:automatic-styles")
    there = _names(automatic) if automatic else set()
    marks = style_definitions()
    lacking = [name for name in dict.fromkeys(_USED.findall(new)) if name not in there]
    return "".join([marks.get(name) or _of_paragraph(name, styles) for name in lacking])


def _names(room: Element) -> set[str]:
    return {style.get("style:name") for style in room.elements}


def _of_paragraph(name: str, styles: Styles) -> str:
    if name == ENTRY:
        found = [each for each in _ENTRY_PARENTS if styles.has("paragraph", each)]
        return _definition(name, found[0] if found else "", _HANGING)
    parent = f"Heading_20_{name.removeprefix(HEADING)}"
    if styles.has("paragraph", parent):
        return _definition(name, parent, _NEW_PAGE)
    return _definition(name, "", _CENTERED, _BOLD)


def _definition(name: str, parent: str, properties: str, text: str = "") -> str:
    inherits = f' style:parent-style-name="{parent}"' if parent else ""
    return (
        f'<style:style style:name="{name}" style:family="paragraph"{inherits}>'
        f"<style:paragraph-properties {properties}/>{text}</style:style>"
    )


def _with_styles(definitions: str, part: XmlPart) -> Edit:
    """Put definitions at the end of a part's automatic styles."""
    room = part.root.find("office:automatic-styles")
    if room is not None and room.inner.end < room.end:
        return Edit(Span(room.inner.end, room.inner.end), definitions, part.name)
    new = f"<office:automatic-styles>{definitions}</office:automatic-styles>"
    if room is not None:  # `<office:automatic-styles/>`
        return Edit(room.span, new, part.name)
    # They precede these (sections 3.1.3.2 and 3.1.3.3).
    following = part.root.find("office:master-styles") or part.root.find("office:body")
    offset = following.start if following else part.root.inner.end
    return Edit(Span(offset, offset), new, part.name)
