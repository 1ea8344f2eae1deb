"""What precedes the text of a paper: the title page, the abstract, the title."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from loccit.export.paper.front_matter import Author, Inlines, TitleBlock
from loccit.export.paper.nodes import emphasized, para, words
from loccit.export.paper.pandoc import Node
from loccit.export.paper.target import Target
from loccit.export.paper.words import Words

_SPACE: Node = {"t": "Space"}


class FirstPages:
    """Writes what comes before the text of a paper."""

    def __init__(self, block: TitleBlock, target: Target, known: Words) -> None:
        """Args:
        block: what the front matter says.
        target: the format of the paper.
        known: the words of its language.
        """
        self._block = block
        self._target = target
        self._words = known

    def student(self) -> list[Node]:
        """Write the title page of a student's paper, and its abstract."""
        block = self._block
        lines = [("Course", block.course), ("Instructor", block.instructor)]
        return [
            *self._names(),
            *self._lines([*lines, ("Date", block.date)]),
            *self._abstract(),
            *self._title_in_text(),
        ]

    def professional(self) -> list[Node]:
        """Write the title page of a manuscript, with its author note, and the abstract."""
        return [
            *self._names(),
            *self._author_note(),
            *self._abstract(),
            *self._title_in_text(),
        ]

    def plain(self) -> list[Node]:
        """Write the title above the text, after the abstract if there is one."""
        if not self._block.abstract:
            return self.title()
        return [*self._abstract(), *self._title_in_text()]

    def lines_at_left(self) -> list[Node]:
        """Write who wrote the paper for whom, a line each."""
        block = self._block
        authors = [("Author", author.name) for author in block.authors]
        lines = [("Instructor", block.instructor), ("Course", block.course)]
        return self._lines([*authors, *lines, ("Date", block.date)])

    def title(self) -> list[Node]:
        """Write the title."""
        return self._line("Title", self._block.full_title)

    def _title_in_text(self) -> list[Node]:
        """Write the title again, on the first page of the text."""
        return self._line("Title in Text", self._block.full_title)

    def _names(self) -> list[Node]:
        """Write the title, and who wrote the paper where."""
        block = self._block
        known = _affiliations(block.authors)
        authors = [_with_numbers(each, known) for each in block.authors]
        affiliations = [*block.affiliations, *_numbered(known)]
        return [
            *self.title(),
            *self._line("Author", self._joined(authors)),
            *self._lines(("Affiliation", each) for each in affiliations),
        ]

    def _author_note(self) -> list[Node]:
        note = self._block.author_note
        if not note:
            return []
        label = self._line("Author Note Label", words(self._words.author_note))
        return [*label, *self._target.styled("Author Note", note)]

    def _abstract(self) -> list[Node]:
        """Write the abstract on a page of its own, with the keywords."""
        block = self._block
        if not block.abstract:
            return []
        keywords: Inlines = []
        if block.keywords:
            label = emphasized(words(f"{self._words.keywords}:"))
            keywords = [label, _SPACE, *block.keywords]
        return [
            *self._target.section_label(words(self._words.abstract)),
            *self._target.styled("Abstract", block.abstract),
            *self._line("Keywords", keywords),
        ]

    def _lines(self, lines: Iterable[tuple[str, Inlines]]) -> list[Node]:
        return [node for look, line in lines for node in self._line(look, line)]

    def _line(self, look: str, inlines: Inlines) -> list[Node]:
        return self._target.styled(look, [para(inlines)]) if inlines else []

    def _joined(self, names: Sequence[Inlines]) -> Inlines:
        """Join names as a sentence does: "A", "A and B", "A, B, and C"."""
        joined: Inlines = []
        for number, name in enumerate(names):
            if number and len(names) > 2:
                joined.append({"t": "Str", "c": ","})
            if number:
                joined.append(_SPACE)
            if number and number == len(names) - 1:
                joined += [*words(self._words.and_), _SPACE]
            joined += name
        return joined


def _affiliations(authors: Sequence[Author]) -> list[Inlines]:
    """Return the affiliations of all authors, each once."""
    known: list[Inlines] = []
    for author in authors:
        known += [each for each in author.affiliations if each not in known]
    return known


def _numbered(affiliations: Sequence[Inlines]) -> list[Inlines]:
    """Number affiliations, if there are several."""
    if len(affiliations) < 2:
        return [*affiliations]
    return [
        [_raised(str(number)), _SPACE, *each]
        for number, each in enumerate(affiliations, 1)
    ]


def _with_numbers(author: Author, known: Sequence[Inlines]) -> Inlines:
    """Return the name of an author, with the numbers of their affiliations."""
    own = [str(known.index(each) + 1) for each in author.affiliations]
    if len(known) < 2 or not own:
        return author.name
    return [*author.name, _raised(", ".join(own))]


def _raised(text: str) -> Node:
    return {"t": "Superscript", "c": words(text)}
