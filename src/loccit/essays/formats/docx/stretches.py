"""Fields, content controls and bookmarks: stretches of text to which a program attaches
a code.

A field has a code and a result (ECMA-376, Part 1, section 17.16): the runs between its
`begin` and its `separate` are the code, those up to its `end` what readers see.  Fields
may nest, and each kind may go on over paragraphs, as the list of a bibliography does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit._startup.dataclass import dataclass, field
from loccit._startup.regex import regex
from loccit.essays.formats.docx.paragraph_text import ParagraphText
from loccit.essays.formats.docx.stored_codes import StoredCode, StoredCodes
from loccit.essays.live_citations import FieldCode, Kind, what_is
from loccit.essays.packages.element import Element
from loccit.essays.packages.story import CodePlace, LiveField, is_partly_inserted
from loccit.essays.packages.xml_part import XmlPart
from loccit.essays.paragraph import Mark
from loccit.model import Span

#: Fields that repeat text from elsewhere.
_CONTENTS = regex(r"\s*(?:TOC|TOA|INDEX)\b")
#: A link, with its address unless that is in the document.
_LINK = regex(r"""\s*HYPERLINK\b(?:\s+"([^"]*)")?""")
#: What is no text of a citation, and would get lost with it.
_MORE = regex(
    r"<(?:[\w.-]+:)?(?:txbxContent|drawing|pict|object|footnoteReference"
    r"|endnoteReference)\b"
)
#: What the tags of content controls around the fields of Citavi begin with.
_CITAVI = "Citavi"
#: What tells the content controls around Word's own fields.
_OF_WORD = frozenset(["w:citation", "w:bibliography"])


@dataclass()
class Stretch:
    """A stretch whose end is not reached.

    Attributes:
        begin: its first element.
        text: the paragraph in which its text begins; None before that.
        start: where it begins there.
        code: the elements with its code.
        data: its elements `w:fldData`.
        in_code: whether its code is being read.
        stored: its code, where that is not in elements.
        what: what its code is, once that is known.
        is_contents: whether it repeats text from elsewhere.
        is_deleted: whether it is a tracked deletion.
        deletions: how many deleted texts precede it.
    """

    begin: Element
    text: ParagraphText | None
    start: int = 0
    code: list[Element] = field(default_factory=list)
    data: list[Element] = field(default_factory=list)
    in_code: bool = False
    stored: StoredCode | None = None
    what: Kind | None = None
    is_contents: bool = False
    is_deleted: bool = False
    deletions: int = 0


class Stretches:
    """The stretches that are open at a place of a story."""

    def __init__(self, part: XmlPart, codes: StoredCodes, note: int) -> None:
        """Prepare to read a story.

        Args:
            part: the part that it is in.
            codes: what the document keeps apart from its text.
            note: the number of the footnote that it is, 0 if it is none.
        """
        self._part = part
        self._codes = codes
        self._note = note
        self._fields: list[Stretch] = []
        self._controls: list[Stretch] = []
        self._bookmarks: dict[str, Stretch] = {}
        self._text: ParagraphText | None = None
        self.deletions = 0

    # Paragraphs

    def begin_paragraph(self, text: ParagraphText) -> None:
        """Go on with another paragraph."""
        self._text = text
        for each in self._open():
            each.text = each.text or text

    @property
    def are_hiding(self) -> bool:
        """Whether the text here is part of a code."""
        return any(each.in_code for each in self._fields)

    @property
    def are_listing(self) -> bool:
        """Whether the text here is in a reference list."""
        return any(each.what == "list" for each in self._open())

    @property
    def are_repeating(self) -> bool:
        """Whether the text here repeats text from elsewhere."""
        return any(each.is_contents for each in self._fields)

    def _open(self) -> Iterator[Stretch]:
        yield from self._fields
        yield from self._controls
        yield from self._bookmarks.values()

    def _opened(self, begin: Element, stored: StoredCode | None = None) -> Stretch:
        start = self._text.length if self._text else 0
        opened = Stretch(begin, self._text, start, stored=stored)
        opened.deletions = self.deletions
        return opened

    # Fields

    def field_character(self, element: Element, *, is_deleted: bool) -> None:
        """Read a `w:fldChar`."""
        match element.get("w:fldCharType"):
            case "begin":
                opened = self._opened(element)
                opened.in_code, opened.is_deleted = True, is_deleted
                opened.data += element.iterate("w:fldData")
                self._fields.append(opened)
            case "separate" if self._fields:
                self._separate(self._fields[-1])
            case "end" if self._fields:
                self._close_field(self._fields.pop(), element)

    def instruction(self, element: Element) -> None:
        """Read a `w:instrText`."""
        if self._fields and self._fields[-1].in_code:
            self._fields[-1].code.append(element)

    def begin_simple_field(self, element: Element) -> None:
        """Read the start of a `w:fldSimple`."""
        opened = self._opened(element, self._attribute(element, "w:instr"))
        opened.data += element.iterate("w:fldData")
        self._fields.append(opened)
        self._separate(opened)

    def end_simple_field(self, element: Element) -> None:
        """Read the end of a `w:fldSimple`."""
        if self._fields and self._fields[-1].begin is element:
            self._close_field(self._fields.pop(), element)

    def _separate(self, opened: Stretch) -> None:
        opened.in_code = False
        code = self._code_of(opened)
        opened.what = what_is(code)
        opened.is_contents = _CONTENTS.match(code.text) is not None

    def _close_field(self, closed: Stretch, end: Element) -> None:
        if closed.in_code:
            self._separate(closed)
        if self._fields:  # EndNote repeats data in a nested field
            self._fields[-1].data += closed.data
        control = next(filter(_is_of_field, reversed(self._controls)), None)
        whole = Span(closed.begin.start, end.end)
        self._close(closed, control.begin.span if control else whole)

    # Content controls and bookmarks

    def begin_control(self, element: Element) -> None:
        """Read the start of a `w:sdt`."""
        properties = element.find("w:sdtPr")
        tag = properties.find("w:tag") if properties else None
        stored = self._attribute(tag, "w:val") if tag else None
        opened = self._opened(element, stored)
        opened.what = what_is(FieldCode(stored.text)) if stored else None
        self._controls.append(opened)

    def end_control(self) -> None:
        """Read the end of the innermost `w:sdt`."""
        closed = self._controls.pop()
        self._close(closed, closed.begin.span)

    def begin_bookmark(self, element: Element) -> None:
        """Read a `w:bookmarkStart`."""
        stored = self._codes.bookmarks.get(element.get("w:name"))
        if stored:
            opened = self._opened(element, stored)
            opened.what = what_is(FieldCode(stored.text))
            self._bookmarks[element.get("w:id")] = opened

    def end_bookmark(self, element: Element) -> None:
        """Read a `w:bookmarkEnd`."""
        closed = self._bookmarks.pop(element.get("w:id"), None)
        if closed:
            self._close(closed, Span(closed.begin.start, element.end))

    def _attribute(self, element: Element, name: str) -> StoredCode:
        span = self._part.attribute_span(element, name)
        place = CodePlace("attribute", (span,), self._part.name)
        return StoredCode(element.get(name), place)

    # What they are

    def _close(self, closed: Stretch, whole: Span) -> None:
        """Keep a stretch that is about citations, or a link."""
        if closed.text is None:
            return
        if closed.what is None:
            self._mark_link(closed, closed.text)
            return
        stored = closed.stored
        place = stored.place if stored else self._text_place(closed.code)
        goes_on = closed.text is not self._text
        end = closed.text.length
        closed.text.fields.append(
            LiveField(
                self._code_of(closed),
                "leftover" if closed.is_deleted else closed.what,
                min(closed.start, end),
                end,
                place,
                whole,
                self._note,
                self._obstacle(closed, end, whole, goes_on=goes_on),
                tuple(self._text_place([each]) for each in closed.data),
            )
        )

    def _mark_link(self, closed: Stretch, text: ParagraphText) -> None:
        found = _LINK.match(self._code_of(closed).text)
        if found:
            address = found[1] or ""
            text.marks.append(Mark("link", closed.start, text.length, address))

    def _obstacle(
        self, closed: Stretch, end: int, whole: Span, *, goes_on: bool
    ) -> str:
        """Return why a stretch can't be changed; "" if it can."""
        assert closed.text is not None
        if closed.is_deleted:
            return "It is deleted, but the deletion is not accepted yet."
        if goes_on:
            return "It goes on over several paragraphs."
        if _MORE.search(self._part.text, whole.start, whole.end):
            return "A picture, a text box or the mark of a footnote is in it."
        inserted = is_partly_inserted(closed.text.runs, closed.start, end)
        if inserted or closed.deletions < self.deletions:
            return "Changes are tracked in it; accept or reject them."
        return ""

    def _code_of(self, stretch: Stretch) -> FieldCode:
        if stretch.stored:
            text = stretch.stored.text
        else:
            text = "".join([each.text for each in stretch.code])
        data = tuple(each.text for each in stretch.data)
        return FieldCode(text, data, self._codes.sources)

    def _text_place(self, elements: Sequence[Element]) -> CodePlace:
        spans = tuple(each.inner for each in elements)
        return CodePlace("text", spans, self._part.name)


def _is_of_field(control: Stretch) -> bool:
    """Return whether a content control belongs to the field in it: Word's or Citavi's."""
    properties = control.begin.find("w:sdtPr")
    if properties is None:
        return False
    tag = properties.find("w:tag")
    if tag is not None and tag.get("w:val").startswith(_CITAVI):
        return True
    return any(each.tag in _OF_WORD for each in properties.elements)
