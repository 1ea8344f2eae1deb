"""What all text formats have in common: how results go back into a text.

A format derives its document from `TextDocument`, reads with it what it finds, and says
how it writes footnotes and where it needs blank lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import dropwhile
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar

from loccit._startup.regex import regex
from loccit.essays.document import (
    EntryStretch,
    KeyPlace,
    ListChange,
    NewNote,
    Notes,
    ReferenceList,
)
from loccit.essays.entry_stretches import entry_stretches
from loccit.essays.key_citation import KeyCitation
from loccit.essays.paragraph import Paragraph
from loccit.essays.syntax.keys import key_at
from loccit.essays.syntax.written import written
from loccit.essays.text_file import EssayFile
from loccit.model import Citation, Edit, Place, Problem, RichText, Span
from loccit.output import Entry, Output, load_output
from loccit.text_files.newlines import LINE_END

if TYPE_CHECKING:  # essays without live citations start faster without these
    from loccit.essays.live_citations import Record
    from loccit.essays.live_citations.live_writing import LiveWriting

#: The number of an entry, in whatever brackets a style has it.
_NUMBER = regex(
    r"^\u200b?(?:\d{1,4}(?:[\\\u200b]?[.)])?|[\[(〔]\d{1,4}[\])〕])[ \t]+", re.MULTILINE
)
_QUOTED_LINE = regex(r"[ \t]*>")
_SPACE = " \t\r\n"
#: A key without its sign, as settings have it.
_UNSIGNED = regex(r"[^\s,;\"'\[\]{}]+")
#: How many characters after a key may be taken for a part of it.
_LONGEST_REST = 200

_Self = TypeVar("_Self", bound="TextDocument")


class TextDocument:
    """The part of `loccit.essays.document.Document` that text formats share."""

    #: The `loccit.output` module of the format's own markup.
    MARKUP: ClassVar[str]
    #: Whether new footnotes are listed in a section with a heading.
    NOTES_HAVE_HEADING: ClassVar[bool] = False

    def __init__(self, file: EssayFile) -> None:
        self.file = file

    def __reduce__(self) -> tuple[type[TextDocument], tuple[EssayFile]]:
        # What was read of the file is larger than the file.
        return type(self), (self.file,)

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.file.data

    @property
    def text(self) -> str:
        """The characters of the file."""
        return self.file.text

    @property
    def searchable(self) -> str:
        """Its characters: markup is between words."""
        return self.text

    @property
    def parts(self) -> Mapping[str, str]:
        """The text as the only part."""
        return {"": self.text}

    @property
    def markup(self) -> str:
        """The name of the format's own markup."""
        return self.MARKUP

    @property
    def problems(self) -> Sequence[Problem]:
        """What was noticed on reading."""
        return self.file.problems

    def typed(self, span: Span, part: str, text: str) -> Edit | None:
        """Type text in the place of a span."""
        return Edit(span, text, part)

    @property
    def typed_paragraphs(self) -> Sequence[Paragraph]:
        """The paragraphs: no program keeps anything in a text."""
        return self.paragraphs

    @property
    def paragraphs(self) -> Sequence[Paragraph]:
        """The paragraphs as readers see them."""
        raise NotImplementedError

    @property
    def included(self) -> Sequence[Path]:
        """Nothing: most formats include no files, or they are not read."""
        return ()

    @property
    def records(self) -> Mapping[str, Record]:
        """Nothing: no program keeps citations in a text."""
        return {}

    @property
    def own_program(self) -> None:
        """None: no program keeps citations in a text."""

    def writing(self: _Self, live: LiveWriting) -> _Self:
        """Return the document: a text has no live citations."""
        return self

    def keep_list(
        self, references: ReferenceList, uncited: Sequence[str]
    ) -> list[Edit]:
        """Return nothing: no program keeps a list in a text."""
        return []

    def live_edits(self, citations: Sequence[Citation]) -> list[Edit]:
        """Return nothing: a text has no live citations."""
        return []

    def characters(self, span: Span, part: str = "") -> str:
        """Return the characters of a span as they are typed."""
        return span.of(self.text)

    @property
    def notes(self) -> Notes:
        """The footnotes of the text."""
        raise NotImplementedError

    def place(self, offset: int, part: str = "") -> Place:
        """Return the line and column of a character."""
        return self.file.place(offset)

    def preparations(self, edits: Iterable[Edit]) -> Sequence[Edit]:
        """Return nothing: a text is nowhere but in its edits."""
        return ()

    def with_edits(self: _Self, edits: Iterable[Edit]) -> _Self:
        """Return the document with edits made."""
        return type(self)(self.file.with_edits(edits))

    def obstacle(self, citation: Citation) -> Problem | None:
        """Return None: nothing in a text keeps a citation from being replaced."""
        return None

    def warnings(
        self, citations: Iterable[Citation], edits: Sequence[Edit]
    ) -> Iterator[Problem]:
        """Yield nothing: a text has no layout that a replacement could spoil."""
        yield from ()

    # Keys

    def in_sentences(self, citations: Sequence[Citation]) -> Sequence[Citation]:
        """Return citations as they are: notes are part of the text."""
        return citations

    def nocited(self) -> Sequence[KeyPlace]:
        """Return none: only settings list sources that are not cited."""
        return []

    def key_citations(self, citation: KeyCitation) -> Sequence[str]:
        """Write a citation in the citation syntax."""
        return written(citation)

    def with_key(self, place: KeyPlace, new: str) -> Edit | None:
        """Type another key, in braces if it needs them."""
        typed = place.span.of(self.text)
        if "@" not in typed and _UNSIGNED.fullmatch(new):
            return Edit(place.span, new)
        key = self._typed_key(typed, new, place.span.end)
        return Edit(place.span, key) if key else None

    def _typed_key(self, old: str, new: str, end: int) -> str | None:
        """Return a key with the signs of another one that ends at a place."""
        sign = "-" if old.startswith("-") else ""
        rest = self.text[end : end + _LONGEST_REST]
        for key in (f"{sign}@{new}", f"{sign}@{{{new}}}"):
            text = key + rest
            read = key_at(text, 0, len(text))
            if read and read.name == new and read.end == len(key):
                return key
        return None

    # What is between citations (`loccit.essays.syntax.bare_locators`).

    def text_between(self, first: Citation, second: Citation) -> str:
        """Return the text between two citations."""
        return self.text[first.span.end : second.span.start]

    def is_quoted_below(self, first: Citation, second: Citation) -> bool:
        """Return whether all lines between the paragraph of one citation and another
        have the mark of a quotation.
        """
        line_end = self.text.find("\n", first.span.end)
        lines = self.text[line_end + 1 : second.span.end].splitlines()
        after_paragraph = dropwhile(str.strip, lines)
        below = [line for line in after_paragraph if line.strip()]
        return bool(below) and all(map(_QUOTED_LINE.match, below))

    # How a format writes; the defaults are those of plain text.

    def note_mark(self, label: str) -> str:
        """Write the mark of a footnote."""
        raise NotImplementedError

    def note_block(self, label: str, content: str) -> str:
        """Write a footnote as a block; `content` is markup."""
        raise NotImplementedError

    def in_place(self, markup: str, citation: Citation, output: Output) -> str:
        """Adapt markup that replaces a citation to its place."""
        return markup

    def may_precede_block(self, text: str) -> bool:
        """Return whether no blank line is needed between a text and a block after it."""
        return False

    def may_follow_block(self, text: str) -> bool:
        """Return whether no blank line is needed between a block and a text after it."""
        return False

    def is_own(self, output: Output) -> bool:
        """Return whether an output writes the format's own markup."""
        return output is load_output(self.MARKUP)

    # Citations and footnotes

    def replace(
        self,
        citation: Citation,
        text: RichText,
        output: Output,
        *,
        drop_full_stop: bool = False,
    ) -> list[Edit]:
        """Put a text in the place of a citation."""
        span, stop = citation.span, citation.context.full_stop
        if drop_full_stop and stop and stop.start == span.end:
            span = Span(span.start, stop.end)
        return [Edit(span, self.in_place(output.render(text), citation, output))]

    def add_notes(
        self,
        notes: Sequence[NewNote],
        references: ReferenceList,
        title: str,
        output: Output,
    ) -> list[Edit]:
        """Make footnotes of citations: a mark for each, and their texts before the
        section of the reference list.
        """
        if not notes:
            return []
        labels = self._labels(notes)
        edits: list[Edit] = []
        blocks: list[str] = []
        done = 0
        for note, label in zip(notes, labels, strict=True):
            mark = self._mark(note, label, output, done)
            edits.append(mark)
            blocks.append(self.note_block(label, output.render(note.text)))
            done = mark.span.end
        if self.NOTES_HAVE_HEADING and title not in self.text.splitlines():
            blocks.insert(0, output.heading(title, 1))
        start = Span(references.start, references.start)
        return [*edits, self._insertion(start, blocks)]

    def _labels(self, notes: Sequence[NewNote]) -> list[str]:
        """Return the labels of new footnotes: their numbers, or higher ones where the
        essay has such labels.
        """
        numbers = [note.citation.note for note in notes]
        taken = {int(label) for label in self.notes.labels if label.isdecimal()}
        if taken.isdisjoint(numbers):
            return [str(number) for number in numbers]
        highest = max(taken)
        return [str(highest + number) for number in numbers]

    def _mark(self, note: NewNote, label: str, output: Output, done: int) -> Edit:
        """Put a mark in the place of a citation.

        Args:
            done: where the mark before it ends.
        """
        author = output.render(note.author)
        mark = self.note_mark(label)
        span = note.citation.context.note_span
        quotes = note.citation.context.quotation_end
        start = span.start - len(quotes)
        if not note.in_quotation or start <= done:
            return Edit(span, author + note.punctuation + mark)
        inside, outside = note.punctuation[0], note.punctuation[1:]
        closing = quotes.lstrip(",")
        return Edit(Span(start, span.end), inside + closing + outside + mark)

    # The reference list

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
        """Add entries to the reference list, except those that it has; a source that
        is listed is not listed again under another number.
        """
        blocks = output.entries(entries, anchors=anchors)
        listed = {self.comparable(entry.of(self.text)) for entry in references.entries}
        missing = [block for block in blocks if self.comparable(block) not in listed]
        if references.kind == "none":
            missing = self._not_in_text(missing)
        if not missing:
            return ListChange([])
        added = frozenset(missing)
        keys = frozenset(
            entry.key
            for entry, block in zip(entries, blocks, strict=True)
            if block in added
        )
        if references.kind == "none":
            missing.insert(0, output.heading(title, references.level))
        strangers = listed.difference(map(self.comparable, blocks))
        end = Span(references.span.end, references.span.end)
        edit = self._insertion(references.command or end, missing, others)
        return ListChange([edit], len(strangers), keys)

    def comparable(self, entry: str) -> str:
        """Prepare an entry for comparison: without its number, with plain line ends."""
        return _NUMBER.sub("", _with_plain_ends(entry))

    def _not_in_text(self, blocks: Sequence[str]) -> list[str]:
        """Leave out blocks that occur anywhere: the format does not recognize a list in
        other markup, or after markup that nothing closes, which an earlier run may have
        put there.
        """
        text = _with_plain_ends(self.text)
        words = _words(text)
        return [
            block
            for block in blocks
            if not _may_be_in(words, block) or block not in text
        ]

    # Typed lists

    def entry_stretches(
        self, entries: Sequence[Span], part: str = ""
    ) -> list[EntryStretch]:
        """Group the entries of a typed list by what is between them."""
        return entry_stretches(entries, self.text)

    def replace_stretch(
        self,
        stretch: EntryStretch,
        blocks: Sequence[Entry | Span],
        output: Output,
        *,
        anchors: bool,
        others: Sequence[Edit] = (),
    ) -> list[Edit]:
        """Put entries in the place of others."""
        newline = self.file.newline
        entries = [block for block in blocks if isinstance(block, Entry)]
        markup = iter(output.entries(entries, anchors=anchors))
        new = ""
        for before, block in zip((None, *blocks), blocks, strict=False):
            new += self._between(before, block)
            if isinstance(block, Span):
                new += block.of(self.text)
            else:
                new += next(markup).replace("\n", newline)
        start, end = stretch.span.start, stretch.span.end
        above = self._lines_before(self.text[:start]) * newline
        below = self._lines_after(self.text[end:]) * newline
        new = above + new + below
        return [] if stretch.span.of(self.text) == new else [Edit(stretch.span, new)]

    def _between(self, before: Entry | Span | None, block: Entry | Span) -> str:
        """Return what separates two blocks: a blank line, or what is between them."""
        if before is None:
            return ""
        if isinstance(before, Span) and isinstance(block, Span):
            between = self.text[before.end : block.start]
            if between and not between.strip():
                return between
        return 2 * self.file.newline

    # Blank lines

    def _insertion(
        self, place: Span, blocks: Sequence[str], others: Sequence[Edit] = ()
    ) -> Edit:
        """Put blocks in a place, separated from what is around it by blank lines.

        Args:
            others: edits made already; those that insert in the same place come first.
        """
        start = Span(place.start, place.start)
        inserted = "".join(edit.new for edit in others if edit.span == start)
        newline = self.file.newline
        before = self._lines_before(self.text[: place.start] + inserted)
        after = self._lines_after(self.text[place.end :])
        text = "\n\n".join(blocks).replace("\n", newline)
        return Edit(place, before * newline + text + after * newline)

    def _lines_before(self, before: str) -> int:
        """Return how many line endings are missing between a text and a new block."""
        before = before.removeprefix("\ufeff")
        content = before.rstrip(_SPACE)
        if not content:
            return 0
        needed = 1 if self.may_precede_block(content) else 2
        missing = needed - _count_lines(before[len(content) :])
        # After spaces on a line of their own the block would be indented, which makes
        # code of it.
        least = 1 if before.endswith((" ", "\t")) else 0
        return max(missing, least)

    def _lines_after(self, after: str) -> int:
        """Return how many line endings are missing between a new block and the text
        after it.
        """
        content = after.lstrip(_SPACE)
        is_enough = not content or self.may_follow_block(after)
        needed = 1 if is_enough else 2
        there = _count_lines(after[: len(after) - len(content)])
        return max(needed - there, 0)


def _count_lines(text: str) -> int:
    return len(LINE_END.findall(text))


def _words(text: str) -> set[str]:
    words: set[str] = set()
    for line in text.split("\n"):
        words.update(line.split())
    return words


def _may_be_in(words: set[str], block: str) -> bool:
    """Return whether a text with these words may have a block in it.

    White space encloses every word of the block but the first and the last.  To look
    for a thousand blocks in a long essay takes longer than to read the essay.
    """
    return words.issuperset(block.split()[1:-1])


def _with_plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
