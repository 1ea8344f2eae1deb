"""Write RichText as the content of a paragraph (ODF 1.3, part 3, section 6.1).

Each mark is a `text:span` whose style says only what the mark says, so that the rest is
as in the element around.  The styles have names of loccit's, and are defined where a
part first uses them.
"""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.essays.packages.xml_part import escape
from loccit.model import Marked, RichText
from loccit.output import one_line

#: What the names of loccit's styles begin with.
PREFIX = "loccit-"
#: (mark, value) -> the properties of its text (section 16.29.28).
_PROPERTIES = {
    ("code", ""): "fo:font-family=\"'Liberation Mono'\"",
    ("font-weight", "bold"): 'fo:font-weight="bold" style:font-weight-asian="bold"',
    ("font-weight", "normal"): 'fo:font-weight="normal"',
    ("font-weight", "light"): 'fo:font-weight="normal"',
    ("font-style", "italic"): 'fo:font-style="italic" style:font-style-asian="italic"',
    ("font-style", "oblique"): 'fo:font-style="italic" style:font-style-asian="italic"',
    ("font-style", "normal"): 'fo:font-style="normal"',
    ("font-variant", "small-caps"): 'fo:font-variant="small-caps"',
    ("font-variant", "normal"): 'fo:font-variant="normal"',
    ("text-decoration", "underline"): 'style:text-underline-style="solid"',
    ("text-decoration", "none"): 'style:text-underline-style="none"',
    ("vertical-align", "sup"): 'style:text-position="super 58%"',
    ("vertical-align", "sub"): 'style:text-position="sub 58%"',
    ("vertical-align", "baseline"): 'style:text-position="0% 100%"',
}
#: Blanks, a tab, or other characters.
_STRETCHES = regex(r" +|\t|[^ \t]+")
_TAB, _BREAK = "<text:tab/>", "<text:line-break/>"
#: What precedes and follows a block of an entry (CSL 1.0.2, "display").
_EDGES = {"left-margin": ("", _TAB), "right-inline": ("", "")}


def spans(text: RichText, *, after_blank: bool = True) -> str:
    """Write text.

    Args:
        text: the text.
        after_blank: whether a blank precedes it, or perhaps nothing.

    >>> spans(RichText.of("R&D  lab"))
    'R&amp;D <text:s/>lab'
    >>> from loccit.model import Mark
    >>> spans(RichText.of("a").marked(Mark("font-style", "italic")))
    '<text:span text:style-name="loccit-font-style-italic">a</text:span>'
    """
    writer = _SpanWriter(len(text.plain), after_blank=after_blank)
    writer.write(text)
    return "".join(writer.written)


def style_definitions() -> dict[str, str]:
    """Return the styles of marks, as XML, by their names."""
    return {
        _style_name(name, value): _definition(_style_name(name, value), properties)
        for (name, value), properties in _PROPERTIES.items()
    }


def _style_name(name: str, value: str) -> str:
    return f"{PREFIX}{name}-{value}" if value else f"{PREFIX}{name}"


def _definition(name: str, properties: str) -> str:
    return (
        f'<style:style style:name="{name}" style:family="text">'
        f"<style:text-properties {properties}/></style:style>"
    )


class _SpanWriter:
    """Writes one text.  It remembers what precedes a blank, since one that follows
    another, or is the first or last character, has to be an element (section 6.1.3).
    """

    def __init__(self, length: int, *, after_blank: bool) -> None:
        self.written: list[str] = []
        self._left = length
        self._after_blank = after_blank

    def write(self, text: RichText) -> None:
        for node in text.nodes:
            if isinstance(node, str):
                self._write_characters(one_line(node))
            else:
                self._write_marked(node)

    def _write_marked(self, marked: Marked) -> None:
        name, value = marked.mark.name, marked.mark.value
        if name == "raw" and value == "odt":
            self._write_raw(marked.content.plain)
            return
        before, after = self._around(name, value)
        self.written.append(before)
        self.write(marked.content)
        self.written.append(after)

    def _write_raw(self, xml: str) -> None:
        self._left -= len(xml)
        self._after_blank = False
        self.written.append(xml)

    def _around(self, name: str, value: str) -> tuple[str, str]:
        """Return the tags of a mark."""
        if name == "display":
            return _EDGES.get(value, (_BREAK, _BREAK))
        if name == "link" and not value.startswith("#"):
            address = escape(value)
            return f'<text:a xlink:type="simple" xlink:href="{address}">', "</text:a>"
        if (name, value) in _PROPERTIES:
            style = _style_name(name, value)
            return f'<text:span text:style-name="{style}">', "</text:span>"
        return "", ""

    def _write_characters(self, text: str) -> None:
        for found in _STRETCHES.findall(text):
            self._left -= len(found)
            self.written.append(self._stretch(found))
            self._after_blank = found.startswith(" ")

    def _stretch(self, text: str) -> str:
        """Write blanks, a tab, or other characters."""
        if text == "\t":
            return _TAB
        if not text.startswith(" "):
            return escape(text)
        if self._after_blank or not self._left:
            return "<text:s/>" * len(text)
        return " " + "<text:s/>" * (len(text) - 1)
