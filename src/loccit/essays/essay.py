"""An essay: its file, and the document that its format makes of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from loccit._startup.dataclass import dataclass, field
from loccit.errors import LoccitError
from loccit.essays.document import Document, FrontMatter, Notes, ReferenceList
from loccit.essays.formats import Format, by_extension, formats
from loccit.essays.key_citation import KeyCitation, KeyCite
from loccit.model import Citation, Edit, Place, Problem, Range, Span
from loccit.text_files.reading import read_bytes

#: The format of a file whose name does not say it: plain text reads the same in it.
_DEFAULT = "markdown"
_EXAMPLE = KeyCitation((KeyCite("key"),))


@dataclass(frozen=True, slots=True)
class Essay:
    """A text that cites.

    Attributes:
        path: the name of its file, `-` for standard input.
        data: the bytes of the file.
        format: such as `markdown`; the module of that name in `essays/formats`.
        document: what the format reads, and how results go back in.
        problems: what was noticed on reading.
    """

    path: str
    data: bytes = field(repr=False)
    format: str
    document: Document = field(repr=False, compare=False)
    problems: tuple[Problem, ...] = ()

    @property
    def text(self) -> str:
        """Its characters, with a byte order mark and line endings as they are; of a
        format that is not text, those of its paragraphs.
        """
        return self.document.text

    @property
    def front_matter(self) -> FrontMatter | None:
        """Its settings, if it has any."""
        return self.document.front_matter

    @property
    def notes(self) -> Notes:
        """The footnotes that it has of its own."""
        return self.document.notes

    @property
    def has_citation_syntax(self) -> bool:
        """Whether it cites by key in the citation syntax (docs/citation-syntax.md), not
        in a syntax of its format.
        """
        return "[@key]" in self.document.key_citations(_EXAMPLE)

    def citations(self, locator_words: Mapping[str, str]) -> tuple[Citation, ...]:
        """Find every citation, in document order.

        Args:
            locator_words: casefolded word or abbreviation (`pp.`) to CSL locator term
                (`page`).
        """
        return tuple(self.document.citations(locator_words))

    def citation_of(self, key: str) -> str:
        """Return a citation of a source, as it is typed in this essay.

        >>> read_essay(b"").citation_of("doe"), read_essay(b"", "a.tex").citation_of("doe")
        ('[@doe]', '\\\\cite{doe}')
        """
        forms = self.document.key_citations(KeyCitation((KeyCite(key),)))
        return forms[0] if forms else key

    def place(self, offset: int, part: str = "") -> Place:
        """Return the line and column of a character, both from 1; `\\n`, `\\r\\n` and
        `\\r` end a line.
        """
        return self.document.place(offset, part)

    def range_of(self, span: Span, part: str = "") -> Range:
        """Return the places where a span begins and ends."""
        return Range(self.place(span.start, part), self.place(span.end, part))

    def reference_list(self, headings: Collection[str]) -> ReferenceList:
        """Find where the list of references goes.

        Args:
            headings: what its heading may say, casefolded: `references`, `works cited`
                ...
        """
        return self.document.reference_list(headings)

    def with_edits(self, edits: Iterable[Edit]) -> bytes:
        """Return the essay's bytes with edits made; all that lies outside their spans
        is as it was.

        Raises:
            ValueError: the edits overlap.
            UnwritableFile: the essay's encoding lacks a character of an edit.
        """
        return self.document.with_edits(edits).data


def open_essay(path: str | Path) -> Essay:
    """Open the essay in a file.

    Raises:
        UnreadableFile: it is missing, a folder, not permitted, or not text.
    """
    return read_essay(read_bytes(path), str(path))


def read_essay(data: bytes, path: str = "-", format: str | None = None) -> Essay:  # noqa: A002
    """Read an essay from its bytes.

    Args:
        data: the bytes of the whole file.
        path: the file's name, for the format and for messages.
        format: such as `markdown`; by default found from the name, else Markdown.

    Raises:
        UnreadableFile: the bytes are not text.

    >>> [citation] = read_essay(b"So [@doe, p. 3].").citations({"p.": "page"})
    >>> citation.source, citation.cites[0].key, citation.cites[0].locator
    ('[@doe, p. 3]', 'doe', Locator(label='page', value='3'))
    """
    found = _format(path, format)
    document = found.open(data, path)
    problems = tuple(document.problems)
    extension = Path(path).suffix
    if not format and extension and not by_extension(extension):
        problems = (*problems, _unknown_format(path, extension))
    return Essay(path, data, found.NAME, document, problems)


def _format(path: str, name: str | None) -> Format:
    """Return the format of a name, or of a file of that path.

    Raises:
        LoccitError: there is no format of that name.
    """
    if not name:
        return by_extension(Path(path).suffix) or formats()[_DEFAULT]
    if name not in formats():
        raise LoccitError(
            f"There is no essay format {name!r}.",
            advice=f"Known: {', '.join(sorted(formats()))}.",
        )
    return formats()[name]


def _unknown_format(path: str, extension: str) -> Problem:
    known = [
        f"`{each}`" for format_ in formats().values() for each in format_.EXTENSIONS
    ]
    return Problem(
        "unknown-format",
        f"Files that end in `{extension}` are in no essay format that is known; this "
        "is read as Markdown.",
        Place(path),
        advice=f"Known are {', '.join(known)}.",
    )
