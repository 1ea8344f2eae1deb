"""What a new reference list looks like: the styles of the document, or else the look of
its text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from loccit.essays.formats.docx.run_properties import written, written_by_name
from loccit.essays.formats.docx.styles import Styles
from loccit.essays.packages.element import Element
from loccit.essays.packages.story import StoryParagraph
from loccit.model import RichText
from loccit.output import docx

#: The styles that word processors and citation programs have for entries.
_ENTRY_STYLES = ("Bibliography", "Citavi Bibliography Entry", "EndNote Bibliography")
#: Half an inch (APA 7, section 2.12).
_HANGING = '<w:ind w:left="720" w:hanging="720"/>'
_NO_INDENT = '<w:ind w:left="0" w:firstLine="0"/>'
#: What a list shares of the characters around.
_FONT = ("w:rFonts", "w:sz", "w:szCs", "w:lang")


class NewList:
    """Writes the paragraphs of a new list."""

    def __init__(
        self, styles: Styles, typical: Callable[[], StoryParagraph | None]
    ) -> None:
        """Prepare to write.

        Args:
            styles: the styles of the document.
            typical: finds a paragraph that looks as the text of the essay does.
        """
        self._styles = styles
        self._find_typical = typical

    def entry(self, text: RichText) -> str:
        """Write an entry."""
        named = self._styles.named
        style = next(filter(None, map(named, _ENTRY_STYLES)), None)
        look = f'<w:pStyle w:val="{style}"/>' if style else self._text_style
        has_indent = style is not None and self._styles.is_hanging(style)
        indent = "" if has_indent else _HANGING
        properties = f"<w:pPr>{look}{self._spacing}{indent}</w:pPr>"
        return f"<w:p>{properties}{docx.runs(text, self.font)}</w:p>"

    def heading(self, title: str, level: int) -> str:
        """Write the heading, which begins a page."""
        style = self._styles.named(f"heading {level}")
        text = RichText.of(title)
        if style:
            number = '<w:numPr><w:numId w:val="0"/></w:numPr>'
            unnumbered = number if self._styles.is_numbered(style) else ""
            properties = f'<w:pStyle w:val="{style}"/><w:pageBreakBefore/>{unnumbered}'
            return f"<w:p><w:pPr>{properties}</w:pPr>{docx.runs(text, {})}</w:p>"
        properties = (
            f"<w:keepNext/><w:pageBreakBefore/>{self._spacing}{_NO_INDENT}"
            f'<w:jc w:val="center"/><w:outlineLvl w:val="{level - 1}"/>'
        )
        runs = docx.runs(text, {**self.font, "w:b": "<w:b/>"})
        return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"

    @cached_property
    def _typical(self) -> StoryParagraph | None:
        return self._find_typical()

    @property
    def _text_style(self) -> str:
        found = self._property("w:pStyle")
        return written(found) if found else ""

    @property
    def _spacing(self) -> str:
        found = self._property("w:spacing")
        return written(found) if found else ""

    def _property(self, name: str) -> Element | None:
        properties = self._typical.element.find("w:pPr") if self._typical else None
        return properties.find(name) if properties else None

    @property
    def font(self) -> Mapping[str, str]:
        """The properties of runs that a list shares with the text, by their names."""
        runs = self._typical.runs if self._typical else ()
        found = runs[0].element.find("w:rPr") if runs else None
        properties = written_by_name(found) if found else {}
        return {name: properties[name] for name in _FONT if name in properties}
