"""One entry to tidy: the TeX of its fields, and the edits that change them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from loccit._startup.dataclass import dataclass
from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.bibliography.editable_sequence import removals
from loccit.bibliography.formats.bibtex.edit.entry_parts import EntryParts, entry_parts
from loccit.bibliography.formats.bibtex.edit.layout import is_plain, undelimited
from loccit.bibliography.formats.bibtex.entry_source import source_of
from loccit.bibliography.formats.bibtex.recover import read_fields
from loccit.bibliography.formats.bibtex.scan import scan
from loccit.model import Edit, Span
from loccit.values.dates import MONTHS

#: The abbreviations of every file. To compare two versions of one entry, the others
#: need no values: they are read as their names.
_MONTHS = {month: month for month in MONTHS}
_NAME = regex(r"[^\s=]+")


class FileContext(NamedTuple):
    """The properties of a file that its entries need.

    Attributes:
        strings: the names of the abbreviations that the file defines.
        indent: the space before a field on a line of its own.
        newline: the line ending.
    """

    strings: frozenset[str] = frozenset()
    indent: str = "  "
    newline: str = "\n"


@dataclass(frozen=True, slots=True)
class TidyEntry:
    """An entry without errors.

    Attributes:
        text: the entry from its `@` to its closing delimiter.
        parts: the spans of its parts in `text`.
        context: what the entry takes from its file.
    """

    text: str
    parts: EntryParts
    context: FileContext

    @property
    def key(self) -> str:
        """The entry's key."""
        return self.parts.key.of(self.text)

    @property
    def is_commented(self) -> bool:
        """Whether the entry contains more than its fields."""
        return not is_plain(self.text, self.parts)

    def tex(self, name: str) -> str | None:
        """Return the TeX of a field.

        None if there is no such field, or if its value is an abbreviation or joined
        from several values.
        """
        if name not in self.parts.fields:
            return None
        value = self.parts.fields[name].value.of(self.text)
        if not value.startswith(("{", '"')) and not value.isdecimal():
            return None
        return undelimited(value)

    def put(self, name: str, value: str) -> Edit:
        """Return the edit that gives a field this value, delimiters included."""
        return Edit(self.parts.fields[name].value, value)

    def put_tex(self, name: str, tex: str) -> Edit:
        """Return the edit that gives a field this TeX, within its present delimiters."""
        span = self.parts.fields[name].value
        if span.of(self.text).startswith('"'):
            return Edit(span, f'"{tex}"')
        return Edit(span, f"{{{tex}}}")

    def name(self, name: str) -> Span:
        """Return the span of a field's name."""
        found = _NAME.match(self.text, self.parts.fields[name].whole.start)
        assert found  # a field begins with its name
        return Span(*found.span())

    def without(self, names: Collection[str]) -> Iterator[Edit]:
        """Return the edits that remove fields."""
        all_names = list(self.parts.fields)
        indexes = [all_names.index(name) for name in names]
        end = self.parts.body.end
        return removals(self.text, self.parts.field_spans, indexes, end)

    def means_the_same_as(self, other: TidyEntry) -> bool:
        """Return whether both, each by itself, are read as the same source."""
        own, others = self._values(), other._values()
        if self.parts.type == other.parts.type and own == others:
            return True
        return source_of("", self.parts.type, own) == source_of(
            "", other.parts.type, others
        )

    def _values(self) -> dict[str, str]:
        return read_fields(self.parts.body.of(self.text), _MONTHS).values


def tidy_entry(text: str, context: FileContext) -> TidyEntry | None:
    """Read the entry that is the whole of `text`.

    None if `text` is not exactly one entry, or the entry has an error or a field
    without a name.
    """
    found = scan(text).entries
    if len(found) != 1 or found[0].start or found[0].error:
        return None
    parts = entry_parts(text, found[0])
    if parts.errors or parts.whole.end != len(text) or not all(parts.fields):
        return None
    return TidyEntry(text, parts, context)
