"""The lines of a list, as they are laid out: indents, bullets, numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.paragraph import Paragraph

_LONGEST_NUMBER = 5
_NUMBER = regex(r"\d+")
_YEARS = range(1400, 2100)
#: Bullets and numbers that are typed; four digits may be a year.
#: reStructuredText has two dots before a label.
_MARKER = regex(
    r"(?:[•◦‣∙·⁃*+>»\u2190-\u2bff\U0001f000-\U0001faff-]\ufe0f?|[–—](?![–—.,:]| *\()"
    r"|\.\. \[[^\[\]\s]{1,40}\]|[\[(]\^?\d{1,5}[\])][.:]?|\^\d{1,4}\^|\d{1,5}[.)]"
    r"|\[[A-Z][\w+]{1,12}\](?=[ \t]+\w))(?:[ \t\u00a0]+|(?<=\])(?=[^\W\d]))"
)
#: A number on a line of its own, above its entry.
_LONE_NUMBER = regex(r"[\[(]?\d{1,3}[\]).]")
#: Lines of markup that readers of plain text see: rules, fences, tags.
_MARKUP = regex(r"[\W_]+|:::.*|</?(?:div|p|ol|ul|li|section)\b[^<>]*>")
#: A definition of a link.
_DEFINITION = regex(r"\[[^\]\n]{1,80}\]:[ \t]*\S+.*")


class Line(NamedTuple):
    """A line of a paragraph.

    Attributes:
        paragraph: the index of its paragraph.
        start, end: where its text is, without white space, bullet and number.
        begin: where its bullet or number is, if it is typed in the text.
        indent: how far it is from the margin; None for the first line of a paragraph,
            whose white space is not known.
        marker: its bullet or number, as it is typed.
        is_first: whether it begins its paragraph.
    """

    paragraph: int
    start: int
    end: int
    indent: int | None
    marker: str
    is_first: bool
    begin: int | None = None

    @property
    def number(self) -> int | None:
        """The number that it begins with."""
        found = _NUMBER.search(self.marker)
        return int(found[0]) if found else None

    def unmarked(self) -> Line:
        """Return the line with its number as text."""
        start = self.start if self.begin is None else self.begin
        return self._replace(start=start, marker="", begin=None)


class Stretch(NamedTuple):
    """A part of a paragraph's text, in whole lines."""

    paragraph: int
    start: int
    end: int


def lines_of(paragraphs: Sequence[Paragraph], stretch: Stretch) -> Iterator[Line]:
    """Yield the lines of a stretch, without those of markup."""
    paragraph = paragraphs[stretch.paragraph]
    text, start = paragraph.text, stretch.start
    alone = ""
    while start < stretch.end:
        end = text.find("\n", start, stretch.end)
        end = stretch.end if end < 0 else end
        line = _line(paragraph, stretch.paragraph, start, end)
        content = text[start:end].strip()
        if start == 0 and _LONE_NUMBER.fullmatch(content):
            alone = content
        elif alone:
            yield line._replace(marker=alone, is_first=True)
            alone = ""
        elif line.start < line.end and not is_markup(content):
            yield line
        start = end + 1


def without_years(lines: Iterable[Line], number: int | None) -> Iterator[Line]:
    """Yield lines; what may be a year is one if it does not follow on the number above.

    Args:
        lines: those of a paragraph.
        number: the number above them.
    """
    for line in lines:
        own = line.number
        may_be_year = own is not None and is_year(own, number)
        is_typed = line.begin is not None
        yield line.unmarked() if is_typed and may_be_year else line
        number = number if own is None else own


def is_year(number: int, above: int | None) -> bool:
    """Return whether a number is a year, which does not follow on the number above.

    >>> is_year(1964, 1963), is_year(1964, 3), is_year(4, 3)
    (False, True, False)
    """
    return number in _YEARS and (above is None or number != above + 1)


def is_markup(line: str) -> bool:
    """Return whether a line has nothing to read.

    >>> is_markup("-----"), is_markup("[1]: https://example.org"), is_markup("____. It.")
    (True, True, False)
    """
    return bool(_MARKUP.fullmatch(line) or _DEFINITION.fullmatch(line))


def _line(paragraph: Paragraph, index: int, start: int, end: int) -> Line:
    text = paragraph.text
    content = text[start:end]
    begin = start + len(content) - len(content.lstrip())
    end = start + len(content.rstrip())
    indent = begin - start if start else None
    marker = "" if start else paragraph.marker
    typed = _MARKER.match(text, begin, end)
    if typed and not marker:
        marker = typed[0].strip()
        return Line(index, typed.end(), end, indent, marker, start == 0, begin)
    raised = _raised_number(paragraph, begin)
    if raised and not marker:
        marker, begin = text[begin:raised], raised
        begin += len(text[begin:end]) - len(text[begin:end].lstrip())
    return Line(index, begin, end, indent, marker, start == 0)


def _raised_number(paragraph: Paragraph, start: int) -> int | None:
    """Return where a number in superscript ends that begins a line."""
    for mark in paragraph.marks_in(start, start + _LONGEST_NUMBER):
        number = paragraph.text[start : mark.end]
        if mark.kind == "superscript" and mark.start == start and number.isdecimal():
            return mark.end
    return None
