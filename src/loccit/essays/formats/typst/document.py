"""A Typst essay as a document."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import ClassVar

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.essays.document import (
    FrontMatter,
    KeyPlace,
    ListChange,
    NewNote,
    ReferenceList,
)
from loccit.essays.formats.typst import blocks, inlines
from loccit.essays.formats.typst.citations import KEY, defined_labels, listed_in
from loccit.essays.formats.typst.code import calls_in
from loccit.essays.formats.typst.settings import read_settings, without_titles
from loccit.essays.key_citation import KeyCitation, KeyCite
from loccit.essays.markup.block import Block
from loccit.essays.markup.document import MarkupDocument
from loccit.essays.markup.inline import Inline
from loccit.model import Citation, Edit, RichText
from loccit.output import Entry, Output, typst

_FORMS = {"narrative": "prose", "suppress-author": "year"}
#: What goes on with a call, if nothing separates it from that.
_GOES_ON = regex(r"[(\[]|\.\w")


class TypstDocument(MarkupDocument):
    """An essay in Typst."""

    MARKUP: ClassVar[str] = "typst"

    @cached_property
    def front_matter(self) -> FrontMatter | None:
        """The settings of the bibliography and of the text."""
        values = dict(read_settings(self.text))
        if "nocite" not in values and (listed := self.nocited()):
            values["nocite"] = [f"@{{{place.key}}}" for place in listed]
        return FrontMatter((), values) if values else None

    def read_blocks(self, text: str) -> Iterable[Block]:
        """Read headings, items, paragraphs, and the contents of calls."""
        return blocks.read_blocks(text)

    def scan(self, text: str, start: int, end: int) -> Iterable[Inline]:
        """Find the constructs in the text of a block."""
        return inlines.scan(text, start, end, self._defined)

    @cached_property
    def _defined(self) -> frozenset[str]:
        return defined_labels(self.mapped.text)

    def reference_list(self, headings: Collection[str]) -> ReferenceList:
        """Find the section of the list, or the call that prints it; that stays, since
        it names the bibliography.
        """
        return replace(super().reference_list(headings), command=None)

    # Keys

    def nocited(self) -> Sequence[KeyPlace]:
        """Return the keys that are cited in the form `none`."""
        text = self.mapped.text
        return [
            KeyPlace(self.mapped.span(start, end), key)
            for call in calls_in(text).values()
            for key, start, end in listed_in(text, call)
        ]

    def key_citations(self, citation: KeyCitation) -> Sequence[str]:
        """Write a citation as `@key[p. 3]`, or as a call of `cite`."""
        if not all(map(_can_be_cited, citation.cites)):
            return []
        if citation.mode == "parenthetical":
            return [" ".join(map(_reference, citation.cites))]
        form = _FORMS.get(citation.mode)
        if form is None or len(citation.cites) > 1:
            return []
        call = _call(citation.cites[0], form)
        if form == "year":
            return [f"({call})"]
        return [f"{call}{citation.possessive}"]

    def with_key(self, place: KeyPlace, new: str) -> Edit | None:
        """Type another key, as a reference, a label or a string."""
        typed = place.span.of(self.text)
        if typed.startswith('"'):
            return Edit(place.span, f'"{new}"') if '"' not in new else None
        if not KEY.fullmatch(new):
            return None
        written = f"@{new}" if typed.startswith("@") else f"<{new}>"
        return Edit(place.span, written)

    # How Typst is written

    def in_place(self, markup: str, citation: Citation, output: Output) -> str:
        """Keep brackets from being those of a call before them, and the apostrophe of a
        possessive as it is typed.
        """
        if citation.possessive and self.is_own(output):
            escaped = typst.render(RichText.of(citation.possessive))
            markup = markup.replace(escaped, citation.possessive)
        before = self.text[citation.span.start - 1 : citation.span.start]
        if before and before in "])" and _GOES_ON.match(markup) and self.is_own(output):
            return f"\\{markup}"
        return markup

    def add_entries(
        self,
        entries: Sequence[Entry],
        references: ReferenceList,
        title: str,
        output: Output,
        *,
        anchors: bool,
        others: Sequence[Edit] = (),
    ) -> ListChange:
        """Add entries to the reference list; the call that would print it, below, prints
        no title any more.
        """
        change = super().add_entries(
            entries, references, title, output, anchors=anchors, others=others
        )
        if not change.edits:
            return change
        untitled = [
            edit
            for edit in without_titles(self.mapped)
            if not any(_overlap(edit, other) for other in others)
        ]
        return replace(change, edits=[*change.edits, *untitled])

    def add_notes(
        self,
        notes: Sequence[NewNote],
        references: ReferenceList,
        title: str,
        output: Output,
    ) -> list[Edit]:
        """Write footnotes where they are referred to."""
        marks = [self._mark(note, "", output, 0) for note in notes]
        return [
            Edit(mark.span, f"{mark.new}{self._footnote(note.text, mark, output)}")
            for note, mark in zip(notes, marks, strict=True)
        ]

    def note_mark(self, label: str) -> str:
        """Return nothing: a footnote is its own mark."""
        return ""

    def _footnote(self, text: RichText, mark: Edit, output: Output) -> str:
        goes_on = _GOES_ON.match(self.text, mark.span.end)
        return f"#footnote[{output.render(text)}]{';' if goes_on else ''}"


def _overlap(one: Edit, other: Edit) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end


def _can_be_cited(cite: KeyCite) -> bool:
    """Return whether Typst can write a cite: it has no words before it."""
    return bool(cite.key) and not cite.prefix and not cite.secondary


def _supplement(cite: KeyCite) -> str:
    words = f"{cite.locator}{cite.suffix}".strip(" ,")
    return typst.render(RichText.of(words))


def _reference(cite: KeyCite) -> str:
    supplement = _supplement(cite)
    if not KEY.fullmatch(cite.key):
        return _call(cite, "normal")
    return f"@{cite.key}[{supplement}]" if supplement else f"@{cite.key}"


def _call(cite: KeyCite, form: str) -> str:
    is_label = KEY.fullmatch(cite.key)
    arguments = [f"<{cite.key}>" if is_label else f'label("{cite.key}")']
    if form != "normal":
        arguments.append(f'form: "{form}"')
    if supplement := _supplement(cite):
        arguments.append(f"supplement: [{supplement}]")
    return f"#cite({', '.join(arguments)})"
