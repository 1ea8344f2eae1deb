"""Write the paragraphs of a reference list as WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit._startup.regex import regex
from loccit.essays.formats.docx.new_list import NewList
from loccit.essays.formats.docx.run_properties import written_by_name
from loccit.essays.packages.element import Element
from loccit.essays.packages.package import Package
from loccit.essays.packages.story import StoryParagraph
from loccit.model import Edit, RichText, Span
from loccit.output import docx

#: Elements that stay if the text of their paragraph goes: others refer to them, or they
#: are not text.
_HELD = frozenset(
    f"w:{name}"
    for name in [
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd",
        "commentReference", "footnoteReference", "endnoteReference", "sectPr",
        "drawing", "pict", "object", "sdt", "ins", "del", "moveFrom", "moveTo",
        "permStart", "permEnd",
    ]
)  # fmt: skip
#: Bookmarks that Word sets where somebody was writing.
_LAST_PLACE = "_GoBack"
#: Properties of a paragraph that the next ones don't share.
_OWN = frozenset(["w:sectPr", "w:pageBreakBefore", "w:pPrChange", "w:rPr"])
#: Properties of runs that mark some words, and not the text around.
_MARKS = frozenset(
    f"w:{name}"
    for name in [
        "b", "bCs", "i", "iCs", "u", "vertAlign", "rStyle", "color", "highlight",
        "shd", "vanish", "rPrChange",
    ]
)  # fmt: skip
_NAME = regex(r"<([^\s/>]+)")


class ListWriter:
    """Writes entries into the parts of a package."""

    def __init__(self, package: Package, new_list: NewList) -> None:
        """Prepare to write.

        Args:
            package: the document.
            new_list: knows what a new list looks like.
        """
        self._package = package
        self._new_list = new_list

    def paragraph(self, text: RichText, like: StoryParagraph | None) -> str:
        """Write an entry of the reference list as a paragraph."""
        if like is None:
            return self._new_list.entry(text)
        return f"<w:p>{_properties(like)}{_runs(text, like)}</w:p>"

    def heading(self, title: str, level: int) -> str:
        """Write the heading of a new list, which begins a page (APA 7, section 2.12)."""
        return self._new_list.heading(title, level)

    def holds_more(self, paragraph: StoryParagraph) -> bool:
        """Return whether a paragraph holds more than text."""
        fields = 0
        for each in _within(paragraph.element):
            if each.tag in _HELD and each.get("w:name") != _LAST_PLACE:
                return True
            if each.tag == "w:br" and each.get("w:type") == "page":
                return True
            if each.tag == "w:fldChar":
                fields += _DEPTHS.get(each.get("w:fldCharType"), 0)
                if fields < 0:
                    return True
        return fields != 0 or bool(paragraph.fields)

    def refilled(self, paragraph: StoryParagraph, text: RichText) -> Edit:
        """Return the edit that gives a paragraph another text."""
        element, part = paragraph.element, paragraph.paragraph.part
        properties = element.find("w:pPr")
        start = properties.end if properties else element.inner.start
        span = Span(start, element.inner.end)
        return Edit(span, _runs(text, paragraph), part)

    def added_after(self, paragraph: StoryParagraph, texts: Sequence[RichText]) -> Edit:
        """Return the edit that adds paragraphs after one, in the field that it ends.

        Where a field ends in it, the last of the new ones takes over that end.
        """
        part = self._package.xml(paragraph.paragraph.part)
        element = paragraph.element
        new = [self.paragraph(text, paragraph) for text in texts]
        last = _end_of_field(element)
        if last is None or not _goes_beyond(paragraph):
            return Edit(Span(element.end, element.end), "".join(new), part.name)
        name = _NAME.match(part.text, element.start)
        tag = name[1] if name else "w:p"
        inside = new.pop().removeprefix("<w:p>").removesuffix("</w:p>")
        written = f"</{tag}>{''.join(new)}<{tag}>{inside}"
        return Edit(Span(last.start, last.start), written, part.name)


#: By how much a field character nests.
_DEPTHS = {"begin": 1, "end": -1}


def _goes_beyond(paragraph: StoryParagraph) -> bool:
    """Return whether the field that ends with a paragraph is a list, or one that began
    before it.
    """
    if any(each.what == "list" for each in paragraph.fields):
        return True
    characters = paragraph.element.iterate("w:fldChar")
    depths = [_DEPTHS.get(each.get("w:fldCharType"), 0) for each in characters]
    return sum(depths) < 0


def _end_of_field(paragraph: Element) -> Element | None:
    """Return the run that is the end of a field, if a paragraph ends with one."""
    for run in reversed([*paragraph.elements]):
        found = [each for each in run.elements if each.tag != "w:rPr"]
        if found:
            ends = all(each.get("w:fldCharType") == "end" for each in found)
            return run if ends else None
    return None


def _within(element: Element) -> Iterator[Element]:
    """Yield all elements in one, but not what is set apart as a text box."""
    for each in element.elements:
        yield each
        if each.tag not in ("w:drawing", "w:pict"):
            yield from _within(each)


def _properties(paragraph: StoryParagraph) -> str:
    """Return the properties of a paragraph like another one."""
    found = paragraph.element.find("w:pPr")
    inside = "".join(written_by_name(found, _OWN).values()) if found else ""
    return f"<w:pPr>{inside}</w:pPr>" if inside else ""


def _runs(text: RichText, like: StoryParagraph) -> str:
    """Write a text as runs that look as those of a paragraph do, without its marks."""
    first = like.runs[0].element.find("w:rPr") if like.runs else None
    return docx.runs(text, written_by_name(first, _MARKS) if first else {})
