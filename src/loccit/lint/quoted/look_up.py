"""Look quoted words up in the file of their source."""

from __future__ import annotations

from pathlib import Path

from loccit._startup.dataclass import dataclass
from loccit.lint.quoted.find_exact import find_exact
from loccit.lint.quoted.find_nearest import find_nearest
from loccit.lint.quoted.match import Difference, Match
from loccit.lint.quoted.page_labels import covers, printed_labels
from loccit.lint.quoted.quotation import read_quotation
from loccit.lint.quoted.read_file import read_file
from loccit.lint.quoted.source_pages import SourcePages
from loccit.lint.quoted.source_text import SourceText


@dataclass(frozen=True, slots=True)
class Found:
    """Where quoted words are in a file.

    Attributes:
        where: "p. 48", "pp. 48-49", or "PDF page 12" if no number is known to be printed
            on the page; `""` in a file without pages.
        is_on_page: whether this is a page that the citation names; None if that can't
            be said.
        differences: from the quotation, in order.
    """

    where: str
    is_on_page: bool | None
    differences: tuple[Difference, ...]

    @property
    def is_sure(self) -> bool:
        """Whether the differences are in the source, and not only in how it was read."""
        return not all(each.is_misread for each in self.differences)


class QuotedFile:
    """A file with the text of a source.

    Attributes:
        is_scan: whether a program read its text from pictures.

    >>> page = "So we beat on, boats against the current, borne back ceaselessly."
    >>> file = QuotedFile(SourcePages([page, "The end."]), "180-181")
    >>> file.look_up("boats against the current", "180")
    Found(where='p. 180', is_on_page=True, differences=())
    >>> file.look_up("boats against a current, borne back", "12").differences
    (Difference(quoted='a', printed='the', before='boats against', is_misread=False),)
    """

    def __init__(self, pages: SourcePages, of_source: str = "") -> None:
        """Prepare the text to be searched.

        Args:
            pages: of the file.
            of_source: the pages of the source, if its reference has them: "180-181".
        """
        self._text = SourceText(pages.texts, pages.is_scan)
        self.is_scan = pages.is_scan
        self._labels = printed_labels(pages, of_source)

    def look_up(self, typed: str, locator: str = "") -> Found | None:
        """Look the words of a quotation up; return None if they are not in the file.

        Args:
            typed: the quotation, with or without its marks.
            locator: the pages that the citation names: "46-47, 50".
        """
        quotation = read_quotation(typed)
        matches = find_exact(quotation, self._text)
        if not matches and (nearest := find_nearest(quotation, self._text)):
            matches = [nearest]
        found = [self._found(match, locator) for match in matches]
        on_page = (each for each in found if each.is_on_page)
        return next(on_page, found[0] if found else None)

    def _found(self, match: Match, locator: str) -> Found:
        first = self._text.page_at(match.start)
        last = self._text.page_at(match.end - 1)
        return Found(
            self._where(first, last),
            self._is_on_page(range(first, last + 1), locator),
            match.differences,
        )

    def _where(self, first: int, last: int) -> str:
        if len(self._labels) == 1 and not self._labels[0]:
            return ""
        start, end = self._labels[first], self._labels[last]
        if not start or not end:
            return f"PDF page {first + 1}"
        return f"p. {start}" if start == end else f"pp. {start}–{end}"

    def _is_on_page(self, pages: range, locator: str) -> bool | None:
        labels = [self._labels[page] for page in pages]
        if not locator or not all(labels):
            return None
        return any(covers(locator, label) for label in labels)


def open_file(path: Path, of_source: str = "") -> QuotedFile:
    """Open the file of a source.

    Args:
        path: of a PDF, a text or a web page.
        of_source: the pages of the source, if its reference has them.

    Raises:
        UnreadableFile: it can't be read, or has no text.
    """
    return QuotedFile(read_file(path), of_source)
