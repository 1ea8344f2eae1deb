"""An entry of a .bib file with the places of its parts, all counted from the beginning
of the file.
"""

from __future__ import annotations

from collections.abc import Mapping

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.read_fields import Fault
from loccit.bibliography.formats.bibtex.recover import read_fields
from loccit.bibliography.formats.bibtex.scan import EntrySpan, closing
from loccit.model import Span

_OPENING = regex(r"@[^{(]*[{(]\s*")
#: What is wrong in an entry that is read as it was meant.
_HARMLESS = frozenset(["unknown-string", "endless-value"])
#: Faults that leave no doubt of where its fields stand.
_IN_PLACE = _HARMLESS | {"unreadable-field"}
#: Faults that leave its end in doubt.
_ENDLESS = {
    "unclosed-entry": "This entry is never closed",
    "extra-brace": "There is a closing brace too many behind this entry",
}


@dataclass(frozen=True, slots=True)
class FieldSpan:
    """A field from its name to the end of its value, and the value with its delimiters."""

    whole: Span
    value: Span


@dataclass(frozen=True, slots=True)
class BibEntry:
    """An entry.

    Attributes:
        type: its type, in lower case.
        whole: from its `@` to behind its closing delimiter, or to where it has ended at the latest.
        key: its key.
        body: what stands between the key and the closing delimiter.
        fields: lower-case name to place, in the order of the text; of one given twice, the first.
        faults: what is wrong in it; their positions are in the file too.
    """

    type: str
    whole: Span
    key: Span
    body: Span
    fields: Mapping[str, FieldSpan]
    faults: tuple[Fault, ...]

    @property
    def endless(self) -> Fault | None:
        """Why nobody knows where it ends."""
        return next((fault for fault in self.faults if fault.rule in _ENDLESS), None)

    @property
    def doubt(self) -> Fault | None:
        """Why nobody knows where its fields stand."""
        return next(
            (fault for fault in self.faults if fault.rule not in _IN_PLACE), None
        )

    @property
    def parts(self) -> list[Span]:
        """The fields, in the order of the text."""
        return [field.whole for field in self.fields.values()]


def bib_entry(text: str, entry: EntrySpan) -> BibEntry:
    """The entry that a scan of `text` found."""
    end = closing(text, entry.start, entry.limit)
    inside = entry.limit if end is None else end - 1
    start, key = entry.body, key_of(text, entry)
    read = read_fields(text[start:inside], {}, closed=end is not None)
    fields = {
        name: FieldSpan(
            Span(start + place.name, start + place.end),
            Span(start + place.value, start + place.end),
        )
        for place, name in sorted((read.place(name), name) for name in read.values)
    }
    faults = [fault._replace(position=start + fault.position) for fault in read.faults]
    if entry.fault in _ENDLESS:
        faults.insert(0, Fault(entry.fault, _ENDLESS[entry.fault], entry.start))
    telling = tuple(fault for fault in faults if fault.rule not in _HARMLESS)
    whole = Span(
        entry.start, entry.start + len(text[entry.start : end or entry.limit].rstrip())
    )
    return BibEntry(
        entry.type, whole, key, Span(key.end, max(key.end, inside)), fields, telling
    )


def key_of(text: str, entry: EntrySpan) -> Span:
    """Where an entry's key stands."""
    opening = _OPENING.match(text, entry.start)
    assert opening  # an entry begins so
    return Span(opening.end(), opening.end() + len(entry.key))
