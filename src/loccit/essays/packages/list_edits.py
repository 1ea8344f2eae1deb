"""Put entries into the reference list of a package."""

from __future__ import annotations

from collections.abc import Sequence

from loccit._startup.dataclass import dataclass
from loccit.essays.document import EntryStretch, ListChange, ReferenceList
from loccit.essays.packages.replace_paragraphs import replace_paragraphs
from loccit.essays.packages.rich_paragraph import shown_text, unnumbered
from loccit.essays.packages.shown_paragraphs import ShownParagraphs
from loccit.essays.packages.story import StoryParagraph
from loccit.essays.packages.writer import Writer
from loccit.model import Edit, RichText, Span
from loccit.output import Entry


@dataclass(frozen=True, slots=True)
class ListEdits:
    """Makes the edits of reference lists.

    Attributes:
        paragraphs: those of the document.
        writer: writes entries.
    """

    paragraphs: ShownParagraphs
    writer: Writer

    def added(
        self, entries: Sequence[Entry], references: ReferenceList, title: str
    ) -> ListChange:
        """Add entries to a list, except those that it has; a list that a program keeps
        becomes these entries.

        Args:
            entries: all entries, in list order.
            references: the place of the list.
            title: heads a new list.
        """
        there = self.paragraphs.of(references.entries, references.part)
        listed = {each.paragraph.text.strip() for each in there}
        like = there[-1].paragraph if there else None
        texts = {entry.key: unnumbered(entry.text, like) for entry in entries}
        said = {key: shown_text(text) for key, text in texts.items()}
        missing = [entry.key for entry in entries if said[entry.key] not in listed]
        if references.kind == "div":
            edits = self.replaced(there, entries)
            return ListChange(edits, missing=frozenset(missing))
        if not missing:
            return ListChange([])
        new = [texts[key] for key in missing]
        edit = self._new_entries(new, there, references, title)
        strangers = listed.difference(said.values())
        return ListChange([edit], len(strangers), frozenset(missing))

    def _new_entries(
        self,
        texts: Sequence[RichText],
        there: Sequence[StoryParagraph],
        references: ReferenceList,
        title: str,
    ) -> Edit:
        """Return the edit that adds entries to a list, or makes one."""
        if there:
            return self.writer.added_after(there[-1], texts)
        new = [self.writer.paragraph(text, None) for text in texts]
        if references.kind == "none":
            new.insert(0, self.writer.heading(title, references.level))
        return Edit(references.span, "".join(new), references.part)

    def replaced(
        self, there: Sequence[StoryParagraph], blocks: Sequence[Entry | Span]
    ) -> list[Edit]:
        """Put entries in the place of paragraphs."""
        return replace_paragraphs(there, blocks, self.paragraphs.at, self.writer)

    def stretches(self, entries: Sequence[Span], part: str) -> list[EntryStretch]:
        """Group the entries of a typed list by the paragraphs between them."""
        found: list[EntryStretch] = []
        numbers = [self.paragraphs.number_at(entry.start, part) for entry in entries]
        for index, entry in enumerate(entries):
            follows = index > 0 and self.paragraphs.are_next(
                numbers[index - 1], numbers[index]
            )
            # The paragraphs of a text box are within another one.
            if found and follows and found[-1].span.end <= entry.start:
                span = Span(found[-1].span.start, entry.end)
                first = found[-1].entries.start
                found[-1] = EntryStretch(span, range(first, index + 1), part)
            else:
                found.append(EntryStretch(entry, range(index, index + 1), part))
        return found
