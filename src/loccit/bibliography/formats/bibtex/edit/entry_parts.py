"""The parts of a .bib entry with their spans, counted from the beginning of the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.read_fields import EntryError, ParsedFields
from loccit.bibliography.formats.bibtex.recover import read_fields
from loccit.bibliography.formats.bibtex.scan import EntrySpan, closing
from loccit.model import Span

_OPENING = regex(r"@[^{(]*[{(]\s*")
#: The place of a key that is missing, perhaps with the comma that follows it.
_NO_KEY = regex(r"@[^{(]*[{(](\s*,)?")
#: Errors in an entry that is nevertheless read as it was meant.
_HARMLESS = frozenset(["unknown-string", "endless-value"])
#: Errors that leave no doubt about where the fields are.
_IN_PLACE = _HARMLESS | {"unreadable-field"}
#: Errors that leave the entry's end in doubt.
_ENDLESS = {
    "unclosed-entry": "This entry is never closed",
    "extra-brace": "There is an extra closing brace after this entry",
}


@dataclass(frozen=True, slots=True)
class FieldSpan:
    """A field from its name to the end of its value, and the value with delimiters."""

    whole: Span
    value: Span


@dataclass(frozen=True, slots=True)
class EntryParts:
    """An entry and the spans of its parts.

    Attributes:
        type: the entry type in lower case.
        whole: from the `@` to after the closing delimiter; of an entry that is never
            closed, to the last place where it can have ended.
        key: the key.
        body: the text between the key and the closing delimiter.
        fields: lower-case name to span, in the order of the text; of a field given
            twice, the first.
        errors: what is wrong in the entry; positions are in the file too.
    """

    type: str
    whole: Span
    key: Span
    body: Span
    fields: Mapping[str, FieldSpan]
    errors: tuple[EntryError, ...]

    @property
    def end_error(self) -> EntryError | None:
        """The error that leaves the entry's end in doubt."""
        for error in self.errors:
            if error.rule in _ENDLESS:
                return error
        return None

    @property
    def fields_error(self) -> EntryError | None:
        """The error that leaves in doubt where the fields are."""
        for error in self.errors:
            if error.rule not in _IN_PLACE:
                return error
        return None

    @property
    def field_spans(self) -> list[Span]:
        """The fields in the order of the text."""
        return [field.whole for field in self.fields.values()]


def entry_parts(text: str, entry: EntrySpan) -> EntryParts:
    """Find the parts of an entry that a scan of `text` found."""
    end = closing(text, entry.start, entry.limit)
    inside = entry.limit if end is None else end - 1
    read = read_fields(text[entry.body : inside], {}, closed=end is not None)
    key = key_of(text, entry)
    length = len(text[entry.start : end or entry.limit].rstrip())
    return EntryParts(
        type=entry.type,
        whole=Span(entry.start, entry.start + length),
        key=key,
        body=Span(key.end, max(key.end, inside)),
        fields=_field_spans(read, entry.body),
        errors=tuple(_serious_errors(read, entry)),
    )


def _field_spans(read: ParsedFields, body: int) -> dict[str, FieldSpan]:
    """Return the spans in the file, in the order of the text."""
    spans = {}
    for place, name in sorted((read.place(name), name) for name in read.values):
        end = body + place.end
        whole = Span(body + place.name, end)
        spans[name] = FieldSpan(whole, Span(body + place.value, end))
    return spans


def _serious_errors(read: ParsedFields, entry: EntrySpan) -> Iterator[EntryError]:
    if entry.error in _ENDLESS:
        yield EntryError(entry.error, _ENDLESS[entry.error], entry.start)
    for error in read.errors:
        if error.rule not in _HARMLESS:
            yield error._replace(position=entry.body + error.position)


def key_of(text: str, entry: EntrySpan) -> Span:
    """Return the span of an entry's key."""
    opening = _OPENING.match(text, entry.start)
    assert opening  # an entry begins so
    return Span(opening.end(), opening.end() + len(entry.key))


def place_for_key(text: str, entry: EntrySpan) -> Span:
    """Return the span for the key of an entry that has none, and the comma after it.

    >>> from loccit.bibliography.formats.bibtex.scan import scan
    >>> for text in ("@misc{, title = {A}}", "@misc{\\n title = {A}}"):
    ...     print(place_for_key(text, scan(text).entries[0]))
    Span(start=6, end=7)
    Span(start=6, end=6)
    """
    opening = _NO_KEY.match(text, entry.start)
    assert opening  # an entry begins so
    comma = opening.start(1)
    start = opening.end() if comma == -1 else comma
    return Span(start, opening.end())
