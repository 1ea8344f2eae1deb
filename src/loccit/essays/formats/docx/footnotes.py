"""Write footnotes as Word keeps them: a mark in the text, and a note in a part of its own
(ECMA-376, Part 1, section 17.11).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import count

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.formats.docx.fields import field_runs
from loccit.essays.formats.docx.names import PREFIXES
from loccit.essays.formats.docx.new_part import DECLARATION, NewPart, part_links
from loccit.essays.formats.docx.relationships import relationships
from loccit.essays.formats.docx.styles import Styles
from loccit.essays.formats.docx.values import number
from loccit.essays.packages.element import Element
from loccit.essays.packages.package import Package
from loccit.model import Edit, Mark, RichText, Span
from loccit.output import docx

#: The name of a new part for notes.
NEW_PART = "word/footnotes.xml"
#: The notes that are the lines above footnotes, with the ids that Word gives them.
_SEPARATORS = {-1: "separator", 0: "continuationSeparator"}
_REFERENCE = "w:footnoteReference"
#: A mark, whatever the prefix, also one that is deleted or repeated.
_MARKS = regex(r"<(?:[\w.-]+:)?footnoteReference\b")
_RAISED = {"w:vertAlign": '<w:vertAlign w:val="superscript"/>'}
_SMALL = {"w:sz": '<w:sz w:val="20"/>', "w:szCs": '<w:szCs w:val="20"/>'}
#: What precedes the properties of footnotes in the settings of a document, in CT_Settings
#: (17.15.1.78), is longer than what follows them.
_AFTER = frozenset(
    f"w:{name}"
    for name in [
        "endnotePr", "compat", "docVars", "rsids", "attachedSchema", "themeFontLang",
        "clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures",
        "forceUpgrade", "captions", "readModeInkLockDown", "smartTagType",
        "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
    ]
) | {"m:mathPr", "?:schemaLibrary"}  # fmt: skip


class Note(NamedTuple):
    """A footnote to add.

    Attributes:
        number: its number among those that are added, from 1.
        text: what it says.
        code: that of the live citation that it is; None if it is text.
    """

    number: int
    text: RichText
    code: str | None = None


class Footnotes:
    """The footnotes of a document.

    Their ids are in the order of their marks, as Word has them: LibreOffice takes the
    first mark for that of the first note.  So notes that are there get new ones.
    """

    def __init__(
        self,
        package: Package,
        main: str,
        references: Sequence[Element],
        styles: Styles,
        font: Mapping[str, str],
    ) -> None:
        """Prepare to write.

        Args:
            package: the document.
            main: the name of its main part.
            references: the marks of its footnotes and endnotes, in order.
            styles: its styles.
            font: properties of the runs of its text, by their names.
        """
        self._package = package
        self._main = main
        self._references = references
        self._font = font
        self._text_style = styles.named("footnote text")
        self._mark_style = styles.named("footnote reference", "character")
        parts = (
            each.target
            for each in relationships(package, main)
            if each.kind == "footnotes"
        )
        self._part = next(parts, None)

    def mark(self, note: int) -> RichText:
        """Write the mark of a new note in the text."""
        reference = f'<w:footnoteReference w:id="{self._identifier(note)}"/>'
        return RichText.of(self._mark(reference)).marked(Mark("raw", "docx"))

    def edits(self, notes: Sequence[Note]) -> list[Edit]:
        """Return the edits that add notes, with a part for them if there is none."""
        written = "".join([self._written(note) for note in notes])
        if self._part is None:
            return [Edit(Span(0, 0), DECLARATION + _new_part(written), NEW_PART)]
        end = self._package.xml(self._part).root.inner.end
        declared = self._package.with_prefixes(written, self._part)
        added = Edit(Span(end, end), declared, self._part)
        return [*self._renumbered(notes), added]

    def _renumbered(self, notes: Sequence[Note]) -> Iterator[Edit]:
        """Yield the edits that give the notes that are there the ids of their places."""
        if not self._are_in_order:
            return
        new = {note.number for note in notes}
        last = max(new) + len(self._references)
        free = (place for place in range(1, last + 1) if place not in new)
        there = dict(self._elements)
        for reference, place in zip(self._references, free, strict=False):
            if reference.tag == _REFERENCE:
                element = there.pop(reference.get("w:id"))
                yield from self._with_id(reference, place, self._main)
                yield from self._with_id(element, place, self._part)
        for element, place in zip(there.values(), count(last + 1)):
            yield from self._with_id(element, place, self._part)

    def _with_id(
        self, element: Element, place: int, part: str | None
    ) -> Iterator[Edit]:
        identifier = str(self._lines + place)
        if part is not None and element.get("w:id") != identifier:
            span = self._package.xml(part).attribute_span(element, "w:id")
            yield Edit(span, identifier, part)

    def preparations(self) -> Iterator[Edit]:
        """Yield the edits that a new part for notes needs."""
        if self._part is None:
            part = NewPart(
                NEW_PART, "", "wordprocessingml.footnotes", "footnotes", self._main
            )
            yield from part_links(self._package, part)
            yield from self._settings()

    def _written(self, note: Note) -> str:
        base = {**self._font, **({} if self._text_style else _SMALL)}
        style = _style("w:pStyle", self._text_style)
        properties = f"<w:pPr>{style}</w:pPr>" if style else ""
        space = docx.runs(RichText.of(" "), base)
        runs = field_runs(note.text, note.code, base)
        paragraph = (
            f"<w:p>{properties}{self._mark('<w:footnoteRef/>')}{space}{runs}</w:p>"
        )
        return f'<w:footnote w:id="{self._identifier(note.number)}">{paragraph}</w:footnote>'

    def _mark(self, content: str) -> str:
        style = _style("w:rStyle", self._mark_style)
        return docx.run_of(content, {"w:rStyle": style} if style else _RAISED)

    def _identifier(self, note: int) -> int:
        if self._part is None or self._are_in_order:
            return self._lines + note
        return max([0, *map(_id, self._root.elements)]) + note

    @cached_property
    def _root(self) -> Element:
        assert self._part is not None
        return self._package.xml(self._part).root

    @cached_property
    def _elements(self) -> Mapping[str, Element]:
        """The notes by their ids, without the lines above them."""
        notes = (each for each in self._root.elements if each.tag == "w:footnote")
        return {each.get("w:id"): each for each in notes if not _is_line(each)}

    @cached_property
    def _lines(self) -> int:
        """The highest id of the lines above notes."""
        if self._part is None:
            return max(_SEPARATORS)
        return max([0, *map(_id, filter(_is_line, self._root.elements))])

    @cached_property
    def _are_in_order(self) -> bool:
        """Whether each note has one mark, so that both can get other ids."""
        text = self._package.xml(self._main).text
        marks = [
            each.get("w:id") for each in self._references if each.tag == _REFERENCE
        ]
        is_all = len(marks) == len(_MARKS.findall(text))
        return (
            is_all
            and len(set(marks)) == len(marks)
            and self._elements.keys() >= {*marks}
        )

    def _settings(self) -> Iterator[Edit]:
        """Yield the edit that names the lines above footnotes in the settings."""
        for each in relationships(self._package, self._main):
            if each.kind == "settings":
                root = self._package.xml(each.target).root
                if root.find("w:footnotePr") is None:
                    place = _place_of_footnotes(root)
                    named = "".join(f'<w:footnote w:id="{i}"/>' for i in _SEPARATORS)
                    new = f"<w:footnotePr>{named}</w:footnotePr>"
                    declared = self._package.with_prefixes(new, each.target)
                    yield Edit(Span(place, place), declared, each.target)


def _id(note: Element) -> int:
    return number(note, "w:id")


def _is_line(note: Element) -> bool:
    return note.get("w:type") not in ("", "normal")


def _style(tag: str, style: str | None) -> str:
    return f'<{tag} w:val="{style}"/>' if style else ""


def _place_of_footnotes(settings: Element) -> int:
    after = (each for each in settings.elements if each.tag in _AFTER)
    following = next(after, None)
    return following.start if following else settings.inner.end


def _new_part(notes: str) -> str:
    """Write a part for notes."""
    namespace = next(uri for uri, prefix in PREFIXES.items() if prefix == "w")
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{identifier}"><w:p><w:r><w:{kind}/></w:r></w:p>'
        "</w:footnote>"
        for identifier, kind in _SEPARATORS.items()
    )
    return f'<w:footnotes xmlns:w="{namespace}">{separators}{notes}</w:footnotes>'
