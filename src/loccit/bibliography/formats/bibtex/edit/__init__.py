"""Change a .bib file with the smallest edit, in the layout that the file has."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.bibliography.editable_sequence import removals
from loccit.bibliography.formats.bibtex.edit.entry_parts import (
    EntryParts,
    entry_parts,
    key_of,
    place_for_key,
)
from loccit.bibliography.formats.bibtex.edit.layout import (
    Layout,
    default_layout,
    is_plain,
    layout_of,
    undelimited,
)
from loccit.bibliography.formats.bibtex.edit.references import in_groups, references
from loccit.bibliography.formats.bibtex.entry_source import BibtexEntry, source_of
from loccit.bibliography.formats.bibtex.entry_text import is_citable
from loccit.bibliography.formats.bibtex.fields import FIELDS
from loccit.bibliography.formats.bibtex.normalize_fields import ALIASES
from loccit.bibliography.formats.bibtex.read_fields import EntryError
from loccit.bibliography.formats.bibtex.scan import scan
from loccit.bibliography.formats.bibtex.write_entry import new_entry
from loccit.errors import InvalidChange
from loccit.model import Edit, Place, Source, Span, apply_edits
from loccit.text_files.newlines import newline_of, with_newlines
from loccit.text_files.positions import Positions

_NOT_IN_A_KEY = regex(r"[\s\\\"#%'(),={}~]")
_NOT_IN_A_NAME = regex(r"[^\w+:.-]|\A[^A-Za-z]")
_REST_OF_LINE = regex(r"[^\r\n]*")
_BLANK_REST = regex(r"[ \t]*(?:\r\n|\n|\r|\Z)")
_BLANK_LINES = regex(r"(?:[ \t]*(?:\r\n|\n|\r))*")
_NOTHING_MORE = regex(r"\s*\Z")
_FIELDS = frozenset(row.field for row in FIELDS)
#: JabRef keeps its settings at the end of a file; new entries go above them.
_META = regex(r"@comment\s*\{\s*jabref-meta", re.IGNORECASE)


class EditableBibtex:
    """The text of a .bib file, and the edits that change it (see `Editable`)."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self._path = path
        self._entries = scan(text).entries
        self._newline = newline_of(text)
        # Reversed, so that the first of several entries with one key wins.
        with_keys = [entry for entry in reversed(self._entries) if entry.key]
        self._by_key = {entry.key: entry for entry in with_keys}

    @property
    def keys(self) -> Sequence[str]:
        return tuple(entry.key for entry in self._entries if entry.key)

    def can_have(self, key: str) -> bool:
        return bool(key) and not _NOT_IN_A_KEY.search(key)

    def entry(self, key: str) -> str:
        return self._entry(key).whole.of(self.text)

    def add(self, sources: Iterable[Source]) -> list[Edit]:
        layout = self._layout_of_file()
        entries = [_written(source, layout, self._newline) for source in sources]
        between = self._between()
        last = self._last()
        if last is not None and not last.end_error:
            new = "".join(between + entry for entry in entries)
            position = self._end_with_comment(last)
            return [Edit(Span(position, position), new)]
        new = between.join(entries)
        meta = _META.search(self.text)
        end = len(self.text) if meta is None else meta.start()
        position = len(self.text[:end].rstrip())
        if position:
            new = between + new
        new += between if meta else self._newline
        return [Edit(Span(position, end), new)]

    def change(self, key: str, values: Mapping[str, str]) -> list[Edit]:
        entry = self._entry(key)
        if entry.fields_error:
            raise self._broken(key, entry.fields_error)
        layout = layout_of(self.text, entry, self._newline)
        names = list(entry.fields)
        edits: list[Edit] = []
        new: list[str] = []
        removed: set[int] = set()
        for name, tex in _with_whole_dates(entry, values).items():
            name = _field_of(entry, name)
            if name in entry.fields and tex:
                edits.append(self._with_value(entry, name, tex, layout))
            elif name in entry.fields:
                removed.add(names.index(name))
            elif tex:
                new.append(layout.field(name, layout.delimited(name, tex)))
        spans = entry.field_spans
        if new and len(removed) == len(spans):
            return [*edits, self._filled(entry, layout, new)]
        if new:
            end = spans[-1].end
            added = "".join(layout.gap + field for field in new)
            edits.append(Edit(Span(end, end), added))
        return [*removals(self.text, spans, removed, entry.body.end), *edits]

    def values(self, key: str) -> Mapping[str, object]:
        entry = self._entry(key)
        values: dict[str, object] = {"entrytype": entry.type}
        for name, field in entry.fields.items():
            written = field.value.of(self.text)
            tex = undelimited(written)
            values[name] = written if tex is None else tex
        return values

    def update(self, key: str, values: Mapping[str, object]) -> list[Edit]:
        fields = {
            name: str(value or "")
            for name, value in values.items()
            if name != "entrytype"
        }
        edits = self.change(key, fields)
        if kind := values.get("entrytype"):
            start = self._entry(key).whole.start + 1
            old = self._by_key[key].type
            edits.append(Edit(Span(start, start + len(old)), str(kind)))
        return edits

    def replace(self, key: str, new: str) -> list[Edit]:
        entry, new = self._entry(key), new.strip()
        found = scan(new).entries
        parts = entry_parts(new, found[0]) if found else None
        is_one = len(found) == 1 and found[0].start == 0
        if parts is None or not is_one or parts.whole.end != len(new):
            message = "This is not one whole entry, from `@` to its closing brace."
            raise InvalidChange(message)
        for error in parts.errors:
            place = Place("the entry", *Positions(new).at(error.position))
            raise InvalidChange(f"{error.message}.", place=place)
        if found[0].key != key:
            new_key = found[0].key or "NEW"
            raise InvalidChange(
                f"The key `{key}` must stay the same.",
                place=Place("the entry", 1, 1),
                advice=f"`loccit rename {key} {new_key}` changes it, in essays too.",
            )
        return [Edit(entry.whole, with_newlines(new, self._newline))]

    def rename(self, keys: Mapping[str, str]) -> list[Edit]:
        for new in keys.values():
            if not self.can_have(new):
                raise InvalidChange(
                    f"`{new}` can't be a key in a .bib file.",
                    place=Place(self._path),
                    advice="Leave out spaces and these: \\ \" # % ' ( ) , = { } ~",
                )
        edits = [
            Edit(key_of(self.text, entry), keys[entry.key])
            for entry in self._entries
            if entry.key in keys
        ]
        for reference in references(self.text, self._entries, keys):
            old = reference.span.of(self.text)
            edits.append(Edit(reference.span, keys[old]))
        return [*edits, *in_groups(self.text, keys)]

    def give_keys(self, keys: Mapping[int, str]) -> list[Edit]:
        citable = [entry for entry in self._entries if is_citable(entry, self.text)]
        return [
            Edit(place_for_key(self.text, citable[index]), f"{key},")
            for index, key in keys.items()
        ]

    def remove(self, keys: Collection[str]) -> list[Edit]:
        spans: list[Span] = []
        entries = {key: self._entry(key) for key in keys}
        for key, entry in sorted(entries.items(), key=lambda item: item[1].whole):
            if entry.end_error:
                raise self._broken(key, entry.end_error)
            # Neighbours go together, so that the blank lines between them do too.
            if spans and not self.text[spans[-1].end : entry.whole.start].strip():
                spans[-1] = Span(spans[-1].start, entry.whole.end)
            else:
                spans.append(entry.whole)
        edits = [Edit(self._with_blank_lines(span), "") for span in spans]
        return [*edits, *in_groups(self.text, dict.fromkeys(keys, ""))]

    def leaning_on(self, key: str) -> list[str]:
        found = references(self.text, self._entries, [key])
        return list(dict.fromkeys(reference.entry.key for reference in found))

    def _entry(self, key: str) -> EntryParts:
        return entry_parts(self.text, self._by_key[key])

    def _last(self) -> EntryParts | None:
        if not self._entries:
            return None
        return entry_parts(self.text, self._entries[-1])

    def _broken(self, key: str, error: EntryError) -> InvalidChange:
        place = Place(self._path, *Positions(self.text).at(error.position))
        return InvalidChange(
            f"{error.message}, so the entry `{key}` is left as it is.",
            place=place,
            advice=f"Fix it first: `loccit edit {key}` opens it.",
        )

    def _layout_of_file(self) -> Layout:
        """Return the layout of the last entry that has more than one field."""
        for found in reversed(self._entries):
            entry = entry_parts(self.text, found)
            if len(entry.fields) > 1 and not entry.errors:
                return layout_of(self.text, entry, self._newline)
        return default_layout(self._newline)

    def _between(self) -> str:
        """Return the line endings between the last two entries.

        A blank line where there is something else.
        """
        if len(self._entries) > 1:
            last, last_but_one = self._entries[-1], self._entries[-2]
            end = entry_parts(self.text, last_but_one).whole.end
            between = self.text[end : last.start]
            has_line_end = "\n" in between or "\r" in between
            if has_line_end and not between.strip(" \t\r\n"):
                return between
        return self._newline * 2

    def _end_with_comment(self, entry: EntryParts) -> int:
        """Find where an entry ends, with the comment after it on its last line."""
        end = entry.whole.end
        if _BLANK_REST.match(self.text, end):
            return end
        return _end_of_line(self.text, end)

    def _with_value(
        self, entry: EntryParts, name: str, tex: str, layout: Layout
    ) -> Edit:
        """Give a field a new value within its present delimiters."""
        span = entry.fields[name].value
        layout = _with_delimiters_of(span.of(self.text), layout)
        return Edit(span, layout.delimited(name, tex))

    def _filled(self, entry: EntryParts, layout: Layout, fields: Sequence[str]) -> Edit:
        """Add fields to an entry that has none, or none that stays."""
        return Edit(entry.body, layout.lead + layout.gap.join(fields) + layout.tail)

    def _with_blank_lines(self, entry: Span) -> Span:
        """Extend an entry to the blank lines after it; of the last, to those before."""
        last_line_end = max(
            self.text.rfind("\n", 0, entry.start), self.text.rfind("\r", 0, entry.start)
        )
        line = last_line_end + 1
        begins_line = not self.text[line : entry.start].strip()
        if not begins_line or not _BLANK_REST.match(self.text, entry.end):
            return entry
        if not _NOTHING_MORE.match(self.text, entry.end):
            following = _BLANK_LINES.match(self.text, entry.end)
            assert following  # every part of the pattern is optional
            return Span(line, following.end())
        before = len(self.text[:line].rstrip())
        ending = _BLANK_REST.match(self.text, before) if before else None
        start = before if ending is None else ending.end()
        return Span(start, len(self.text))


def _end_of_line(text: str, position: int) -> int:
    rest = _REST_OF_LINE.match(text, position)
    assert rest  # every part of the pattern is optional
    return rest.end()


def _field_of(entry: EntryParts, name: str) -> str:
    """Find the name by which an entry has a field.

    Raises:
        InvalidChange: no field can have the name.
    """
    name = name.lower()
    if _NOT_IN_A_NAME.search(name):
        raise InvalidChange(
            f"`{name}` can't be the name of a field.",
            advice="Write `title=...`, `author=...`.",
        )
    if name in entry.fields:
        return name
    if name not in _FIELDS:
        _refuse_csl_name(entry, name)
    meant = ALIASES.get(name, name)
    for field in entry.fields:
        if ALIASES.get(field, field) == meant:
            return field
    return name


def _refuse_csl_name(entry: EntryParts, name: str) -> None:
    for row in FIELDS:
        fits = row.only is None or entry.type in row.only
        if fits and row.variable.lower() == name:
            raise InvalidChange(
                f"`{name}` is a CSL variable, not a field.",
                advice=f"In a .bib file, it is the field `{row.field}`.",
            )


def _with_whole_dates(
    entry: EntryParts, values: Mapping[str, str]
) -> Mapping[str, str]:
    """Remove an entry's year, month and day where it gets a whole date."""
    if not values.get("date"):
        return values
    parts = [
        name
        for name in ("year", "month", "day")
        if name in entry.fields and name not in values
    ]
    return {**values, **dict.fromkeys(parts, "")}


def _with_delimiters_of(value: str, layout: Layout) -> Layout:
    """Return the layout with the delimiters of a present value."""
    if value.startswith(("{", '"')) and "#" not in value:
        return replace(layout, quotes=value.startswith('"'), bare_numbers=False)
    if value.isdecimal():
        return replace(layout, bare_numbers=True)
    return layout


def _entry_read_as(source: Source) -> BibtexEntry:
    """Return an entry that is read as this source, whatever its fields look like."""
    if source.type == "thesis" and not source.text("genre"):
        # @phdthesis would say one.
        custom = {"entrytype": "thesis", **source.custom}
        source = replace(source, custom=custom)
    kind, fields = new_entry(source)
    if source_of("", kind, fields).type != source.type:
        # An article with a day, for example, looks like a magazine's.
        fields["entrysubtype"] = source.type
    return BibtexEntry(kind, fields)


def _written(source: Source, layout: Layout, newline: str) -> str:
    """Write a source as an entry; one from a .bib file keeps its fields."""
    if not source.original:
        kind, fields = _entry_read_as(source)
        values = {name: layout.delimited(name, tex) for name, tex in fields.items()}
        return with_newlines(layout.entry(kind, source.key, values), newline)
    text = source.original
    entry = entry_parts(text, scan(text).entries[0])
    if not is_plain(text, entry):
        # A comment between its fields stays where it is.
        renamed = apply_edits(text, [Edit(entry.key, source.key)])
        return with_newlines(renamed, newline)
    values = {}
    for name, field in entry.fields.items():
        value = field.value.of(text)
        tex = undelimited(value)
        values[name] = value if tex is None else layout.delimited(name, tex)
    return with_newlines(layout.entry(entry.type, source.key, values), newline)
