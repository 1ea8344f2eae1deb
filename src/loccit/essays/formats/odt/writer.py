"""Write text as OpenDocument, in the look of what it replaces."""

from __future__ import annotations

from loccit.essays.formats.odt.new_styles import ENTRY, HEADING
from loccit.essays.formats.odt.rich_spans import spans
from loccit.essays.formats.odt.styles import Styles
from loccit.essays.packages.package import Package
from loccit.essays.packages.story import StoryParagraph
from loccit.essays.packages.writer import Slot
from loccit.essays.packages.xml_part import escape
from loccit.model import RichText

#: The style of entries that LibreOffice and Zotero use, "Bibliography 1".
_BIBLIOGRAPHY = "Bibliography_20_1"


class OdtWriter:
    """Writes into the parts of a package."""

    def __init__(self, package: Package, styles: Styles) -> None:
        self._package = package
        self._styles = styles

    def inserted(self, text: RichText, slot: Slot) -> str:
        """Write what stands in the place of some characters.

        It goes where they were, so that the element around gives it its look.
        """
        part = self._package.xml(slot.part)
        return part.markup(spans(text), slot.span.start)

    def paragraph(self, text: RichText, like: StoryParagraph | None) -> str:
        """Write an entry of the reference list; after a list item, as the next one."""
        if like is None:
            has_look = self._styles.is_hanging(_BIBLIOGRAPHY)
            return _paragraph(text, _BIBLIOGRAPHY if has_look else ENTRY)
        entry = _paragraph(text, like.element.get("text:style-name"))
        if like.paragraph.kind == "item":
            return f"</text:list-item><text:list-item>{entry}"
        return entry

    def heading(self, title: str, level: int) -> str:
        """Write the heading of a new list, which begins a page (APA 7, section 2.12)."""
        attributes = f'text:style-name="{HEADING}{level}" text:outline-level="{level}"'
        return f"<text:h {attributes}>{spans(RichText.of(title))}</text:h>"


def _paragraph(text: RichText, style: str) -> str:
    named = f' text:style-name="{escape(style)}"' if style else ""
    return f"<text:p{named}>{spans(text)}</text:p>"
