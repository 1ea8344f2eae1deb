"""An essay: its bytes, its text, what it cites, and how changes are put back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import field
from functools import lru_cache, partial
from pathlib import Path

from loccit._startup.dataclass import dataclass
from loccit.errors import LoccitError, UnreadableFile
from loccit.essays.document import Notes, ReferenceList
from loccit.essays.formats import Format, by_extension, formats
from loccit.essays.front_matter import FrontMatter, read_front_matter
from loccit.model import Citation, Edit, Place, Problem, apply_edits
from loccit.text_files.encoding import decode, encode, require_exact
from loccit.text_files.positions import Positions
from loccit.text_files.reading import read_bytes

#: The format of text that comes without a telling name: what is plain text reads the
#: same in it.
_DEFAULT = "markdown"


@dataclass(frozen=True, slots=True)
class Essay:
    """A text that cites.  Every offset is an index into `text`, which is `data` decoded
    and nothing else.

    Attributes:
        path: where it was read from, `-` for standard input.
        data: its bytes.
        text: its characters, with a byte order mark and line endings as they stand.
        encoding: the codec that `text` goes back with.
        format: `markdown` or `plain_text`; the module of that name in `essays/formats`.
        newline: its own line ending, the most frequent one.
        front_matter: the settings at its top, if it has any.
        problems: what was noticed on reading.
    """

    path: str
    data: bytes = field(repr=False)
    text: str = field(repr=False)
    encoding: str
    format: str
    newline: str
    front_matter: FrontMatter | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def markup(self) -> str:
        """The name of the `loccit.output` module that writes what is put back."""
        return self._format.markup

    @property
    def _format(self) -> Format:
        return formats()[self.format]

    def citations(self, locator_words: Mapping[str, str]) -> tuple[Citation, ...]:
        """Every citation, in document order.

        Args:
            locator_words: casefolded word or abbreviation (`pp.`) to CSL locator term (`page`).
        """
        return tuple(self._format.find_citations(self.text, locator_words))

    @property
    def notes(self) -> Notes:
        """The footnotes that it has of its own."""
        return self._format.find_notes(self.text)

    @property
    def notes_have_heading(self) -> bool:
        """Whether its footnotes are a list under a heading."""
        return self._format.notes_have_heading

    def note_mark(self, label: str) -> str:
        """What refers to the footnote of that label."""
        return self._format.note_mark(label)

    def note(self, label: str, content: str) -> str:
        """A footnote as a block; `content` is markup."""
        return self._format.note(label, content)

    def place(self, offset: int) -> Place:
        """The line and column of a character, both from 1; `\\n`, `\\r\\n` and `\\r`
        end a line.
        """
        return _place(self.path, self.text, offset)

    def reference_list(self, headings: Collection[str]) -> ReferenceList:
        """Where the list of references goes.

        Args:
            headings: what its heading may say, casefolded: `references`, `works cited` ...
        """
        return self._format.find_reference_list(self.text, headings)

    def with_edits(self, edits: Iterable[Edit]) -> bytes:
        """The essay's bytes with the edits made; all that lies outside their spans is
        as it was.

        Raises:
            ValueError: the edits overlap.
            UnwritableFile: an edit has a character that the essay's encoding has no place for.
        """
        return encode(apply_edits(self.text, edits), self.encoding, self.path)


def open_essay(path: str | Path) -> Essay:
    """The essay in a file.

    Raises:
        UnreadableFile: it is missing, a folder, not permitted, or not text.
    """
    return read_essay(read_bytes(path), str(path))


def read_essay(data: bytes, path: str = "-", format: str | None = None) -> Essay:  # noqa: A002
    """The essay that these bytes are.

    Args:
        data: the bytes of the whole file.
        path: the file's name, for the format and for messages.
        format: `markdown` or `plain_text`; by default found from the name, else
            Markdown.

    Raises:
        UnreadableFile: the bytes are not text.

    >>> [citation] = read_essay(b"So [@doe, p. 3].").citations({"p.": "page"})
    >>> citation.source, citation.cites[0].key, citation.cites[0].locator
    ('[@doe, p. 3]', 'doe', Locator(label='page', value='3'))
    """
    decoded = decode(data, path)
    require_exact(decoded)
    _refuse_binary(decoded.text, path)
    text, encoding, problems = (
        decoded.mark + decoded.text,
        decoded.encoding,
        decoded.problems,
    )
    found = (
        formats().get(format)
        if format
        else by_extension(Path(path).suffix) or formats()[_DEFAULT]
    )
    if found is None:
        raise LoccitError(
            f"There is no essay format {format!r}.",
            advice=f"Known: {', '.join(sorted(formats()))}.",
        )
    if not format and (extension := Path(path).suffix) and not by_extension(extension):
        message = f"Files that end in `{extension}` are in no essay format that is known; this is read as Markdown."
        advice = (
            "Known are "
            + ", ".join(
                f"`{known}`" for each in formats().values() for known in each.extensions
            )
            + "."
        )
        problems = (
            *problems,
            Problem("unknown-format", message, Place(path), advice=advice),
        )
    front_matter = _front_matter(text, path, found)
    return Essay(
        path, data, text, encoding, found.name, _newline(text), front_matter, problems
    )


def _front_matter(text: str, path: str, format_: Format) -> FrontMatter | None:
    span = format_.find_front_matter(text)
    if span is None:
        return None
    return read_front_matter(text, span, partial(_place, path, text))


def _place(path: str, text: str, offset: int) -> Place:
    return Place(path, *_positions(text).at(offset))


def _newline(text: str) -> str:
    if "\r" not in text:
        return "\n"
    counts = Counter({"\r\n": text.count("\r\n")})
    counts["\n"] = text.count("\n") - counts["\r\n"]
    counts["\r"] = text.count("\r") - counts["\r\n"]
    return counts.most_common(1)[0][0]


@lru_cache(maxsize=8)
def _positions(text: str) -> Positions:
    return Positions(text)


def _refuse_binary(text: str, path: str) -> None:
    if "\0" in text:
        raise UnreadableFile(
            "This is a binary file, not text.",
            place=Place(path),
            advice="Give an essay written as plain text or Markdown.",
        )
