"""A LaTeX essay as a document."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import ClassVar

from loccit._startup.dataclass import replace
from loccit.essays.document import (
    EntryStretch,
    FrontMatter,
    KeyPlace,
    ListChange,
    NewNote,
    NoteReference,
    Notes,
    ReferenceList,
)
from loccit.essays.formats.latex.build import Builder
from loccit.essays.formats.latex.cite_commands import Dialect
from loccit.essays.formats.latex.included import (
    IncludedFile,
    included_files,
    not_formatted,
)
from loccit.essays.formats.latex.markup import (
    FileOutput,
    begins_with_end,
    ends_with_begin,
    without_beginning,
)
from loccit.essays.formats.latex.preamble import Preamble, read_preamble
from loccit.essays.formats.latex.reader import Reader, read_file
from loccit.essays.formats.latex.reference_list import (
    ListCommands,
    find_commands,
    find_reference_list,
    line_of,
)
from loccit.essays.formats.latex.replacement import (
    as_printed,
    command_of,
    is_whole,
    not_a_citation,
    over_markup,
)
from loccit.essays.formats.latex.run import Run, paragraphs_of
from loccit.essays.formats.latex.stretches import Stretches
from loccit.essays.formats.latex.tokens import Tex, tokenize
from loccit.essays.formats.latex.written import can_be_key, written
from loccit.essays.key_citation import KeyCitation
from loccit.essays.paragraph import Paragraph
from loccit.essays.text_document import TextDocument
from loccit.model import Citation, Edit, Problem, RichText, Span
from loccit.output import Entry, Output


class LatexDocument(TextDocument):
    """A LaTeX essay."""

    MARKUP: ClassVar[str] = "latex"

    # What is read

    @cached_property
    def _tex(self) -> Tex:
        return tokenize(self.text)

    @cached_property
    def _preamble(self) -> Preamble:
        return read_preamble(self._tex)

    @cached_property
    def _dialect(self) -> Dialect:
        return self._preamble.dialect

    @cached_property
    def _read(self) -> Reader:
        return read_file(self._tex, self._dialect)

    @property
    def _runs(self) -> Sequence[Run]:
        return self._read.runs

    @cached_property
    def _included(self) -> Sequence[IncludedFile]:
        return included_files(self._tex, self.file.path)

    @property
    def included(self) -> Sequence[Path]:
        r"""The files that `\input` and the like name."""
        return [file.path for file in self._included]

    @cached_property
    def _list_commands(self) -> ListCommands:
        return find_commands(self._tex)

    @cached_property
    def front_matter(self) -> FrontMatter | None:
        """What the preamble says: the library, the style, the language; and what is
        listed without a citation in this file.
        """
        said = self._preamble
        listed = [cite.key for cite in said.nocited]
        listed += [key for file in self._included for key in file.keys]
        values: dict[str, object] = {
            "bibliography": [*said.libraries],
            "csl": said.csl,
            "lang": said.lang,
            "nocite": [_signed(key) for key in dict.fromkeys(listed)],
        }
        given = {name: value for name, value in values.items() if value}
        return FrontMatter((), given) if given else None

    @cached_property
    def paragraphs(self) -> Sequence[Paragraph]:
        """The text without commands; a citation is shown as Markdown has it."""
        return paragraphs_of(self._runs)

    @cached_property
    def notes(self) -> Notes:
        """The footnotes, where they are."""
        return Notes(tuple(map(NoteReference, self._read.notes)))

    def citations(self, locator_words: Mapping[str, str]) -> Sequence[Citation]:
        """Find every citation."""
        builder = Builder(self._tex, locator_words)
        found = [
            citation
            for number, run in enumerate(self._runs, 1)
            for citation in builder.citations(run, number)
        ]
        return sorted(found, key=_start)

    def nocited(self) -> Sequence[KeyPlace]:
        r"""Return the keys of `\nocite` in this file."""
        return [KeyPlace(cite.span, cite.key) for cite in self._preamble.nocited]

    def reference_list(self, headings: Collection[str]) -> ReferenceList:
        """Find where the list is or goes."""
        return find_reference_list(self._tex, self._runs, self._list_commands, headings)

    # Keys

    def key_citations(self, citation: KeyCitation) -> Sequence[str]:
        """Write a citation as a command of the package that is loaded."""
        return written(citation, self._preamble.package)

    def with_key(self, place: KeyPlace, new: str) -> Edit | None:
        """Type another key."""
        return Edit(place.span, new) if can_be_key(new) else None

    # What is put back

    def obstacle(self, citation: Citation) -> Problem | None:
        """Report a command that prints a title, a whole entry, or the like; and what is
        typed by hand over the end of a group.
        """
        start, end = citation.span.start, citation.span.end
        command = command_of(citation, self._dialect)
        if command and command.form == "other":
            return not_a_citation(citation, self.place(start), self.place(end))
        if command is None and not is_whole(self._tex, citation.span):
            return over_markup(citation, self.place(start), self.place(end))
        return None

    def replace(
        self,
        citation: Citation,
        text: RichText,
        output: Output,
        *,
        drop_full_stop: bool = False,
    ) -> list[Edit]:
        """Put a text in the place of a citation, without the brackets that the command
        doesn't print; in a footnote where it makes one.
        """
        command = command_of(citation, self._dialect)
        text, output = as_printed(text, command), self._fitted(output)
        if command and command.in_footnote and not citation.note:
            return [self._footnote(citation, text, output, moves=command.moves)]
        return super().replace(citation, text, output, drop_full_stop=drop_full_stop)

    def _footnote(
        self, citation: Citation, text: RichText, output: Output, *, moves: bool
    ) -> Edit:
        """Make a footnote in a style that cites in the text."""
        place = citation.context.note_span
        stop = "" if text.plain.endswith(".") else "."
        note = self.note_mark(output.render(text) + stop)
        if moves:
            return Edit(place, citation.context.punctuation + note)
        return Edit(Span(place.start, citation.span.end), note)

    def add_notes(
        self,
        notes: Sequence[NewNote],
        references: ReferenceList,
        title: str,
        output: Output,
    ) -> list[Edit]:
        """Make footnotes of citations, each in its place."""
        output = self._fitted(output)
        edits: list[Edit] = []
        done = 0
        for note in notes:
            edits.append(self._mark(note, output.render(note.text), output, done))
            done = edits[-1].span.end
        return edits

    def note_mark(self, label: str) -> str:
        """Write a footnote where it is referred to; its label is its text."""
        return rf"\footnote{{{label.strip()}}}"

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
        """Add entries to the list, or put a list in the place of the commands that
        would print one.
        """
        output = self._fitted(output, references.span.end)
        change = super().add_entries(
            entries, references, title, output, anchors=anchors, others=others
        )
        if not change.edits:
            return change
        commands = self._list_commands
        further = [*commands.lists[1:], *commands.styles]
        edits = [Edit(line_of(span, self.text), "") for span in further]
        return replace(change, edits=[*change.edits, *edits])

    def may_precede_block(self, text: str) -> bool:
        """Return whether a text ends with the beginning of a list."""
        return ends_with_begin(text)

    def may_follow_block(self, text: str) -> bool:
        """Return whether a text begins with the end of an environment, or a label."""
        return begins_with_end(text)

    def comparable(self, entry: str) -> str:
        """Prepare an entry for comparison."""
        return super().comparable(without_beginning(entry))

    def _fitted(self, output: Output, position: int | None = None) -> Output:
        """Return what writes LaTeX for this file, and entries for a place in it."""
        if not self.is_own(output):
            return output
        environment = ""
        if position is not None:
            environment = self._stretches.environment_at(position)
        said = self._preamble
        return FileOutput(said.packages, environment, has_chapters=said.has_chapters)

    # Typed lists

    @cached_property
    def _stretches(self) -> Stretches:
        return Stretches(self.text, self._runs)

    def entry_stretches(
        self, entries: Sequence[Span], part: str = ""
    ) -> list[EntryStretch]:
        """Group the entries of a typed list by what is between them."""
        return self._stretches.group(entries)

    def replace_stretch(
        self,
        stretch: EntryStretch,
        blocks: Sequence[Entry | Span],
        output: Output,
        *,
        anchors: bool,
        others: Sequence[Edit] = (),
    ) -> list[Edit]:
        """Put entries in the place of others, as items where these are items."""
        output = self._fitted(output, stretch.span.start)
        whole = [
            self._stretches.with_markup(block) if isinstance(block, Span) else block
            for block in blocks
        ]
        return super().replace_stretch(stretch, whole, output, anchors=anchors)

    def warnings(
        self, citations: Iterable[Citation], edits: Sequence[Edit]
    ) -> Iterator[Problem]:
        """Report included files with citations, which stay as they are."""
        for file in self._included:
            if file.citations:
                yield not_formatted(file, self.place(0))


def _signed(key: str) -> str:
    return "@*" if key == "*" else f"@{{{key}}}"


def _start(citation: Citation) -> int:
    return citation.span.start
