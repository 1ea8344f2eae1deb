"""Changes of a .bib file: each is the smallest edit that does it, in the layout that
the file has.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.bibliography.editable_sequence import removals
from loccit.bibliography.formats.bibtex.edit.entry_spans import (
    BibEntry,
    bib_entry,
    key_of,
)
from loccit.bibliography.formats.bibtex.edit.layout import (
    Layout,
    default_layout,
    is_plain,
    layout_of,
    undelimited,
)
from loccit.bibliography.formats.bibtex.edit.references import in_groups, references
from loccit.bibliography.formats.bibtex.fields import FIELDS
from loccit.bibliography.formats.bibtex.normalize_fields import ALIASES
from loccit.bibliography.formats.bibtex.read_fields import Fault
from loccit.bibliography.formats.bibtex.scan import scan
from loccit.bibliography.formats.bibtex.write import new_entry
from loccit.errors import InvalidChange
from loccit.model import Edit, Place, Source, Span, apply_edits
from loccit.text_files.newlines import newline_of, with_newlines
from loccit.text_files.positions import Positions

_NOT_IN_A_KEY = regex(r"[\s\\\"#%'(),={}~]")
_NOT_IN_A_NAME = regex(r"[^\w+:.-]|\A[^A-Za-z]")
_REST_OF_LINE = regex(r"[^\r\n]*")
_BLANK_REST = regex(r"[ \t]*(?:\r\n|\n|\r|\Z)")
_BLANK_LINES = regex(r"(?:[ \t]*(?:\r\n|\n|\r))*")
_TRAILING = regex(r"\s*\Z")
_FIELDS = frozenset(field.field for field in FIELDS)
#: What JabRef keeps at the end of a file.
_META = regex(r"@comment\s*\{\s*jabref-meta", re.IGNORECASE)


class EditableBibtex:
    """The text of a .bib file, and the edits that change it."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self._path = path
        self._entries = scan(text).entries
        self._newline = newline_of(text)
        self._by_key = {
            entry.key: entry for entry in reversed(self._entries) if entry.key
        }

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
        if self._entries and not self._last().endless:
            end = self._last().whole.end
            position = (
                end
                if _BLANK_REST.match(self.text, end)
                else _end_of_line(self.text, end)
            )
            return [
                Edit(
                    Span(position, position),
                    "".join(between + entry for entry in entries),
                )
            ]
        end = next((meta.start() for meta in _META.finditer(self.text)), len(self.text))
        position = len(self.text[:end].rstrip())
        before, after = (
            between if position else "",
            between if end < len(self.text) else self._newline,
        )
        return [Edit(Span(position, end), before + between.join(entries) + after)]

    def change(self, key: str, values: Mapping[str, str]) -> list[Edit]:
        entry = self._entry(key)
        if entry.doubt:
            raise self._broken(key, entry.doubt)
        layout = layout_of(self.text, entry, self._newline)
        names = list(entry.fields)
        edits, new, removed = [], [], set()
        for name, tex in _with_whole_dates(entry, values).items():
            name = _field_of(entry, name)
            if name not in entry.fields:
                new += [layout.field(name, layout.delimited(name, tex))] if tex else []
            elif tex:
                span = entry.fields[name].value
                edits.append(
                    Edit(
                        span,
                        _as_before(span.of(self.text), layout).delimited(name, tex),
                    )
                )
            else:
                removed.add(names.index(name))
        parts = entry.parts
        if new and len(removed) == len(parts):
            return [*edits, self._filled(entry, layout, new)]
        if new:
            edits.append(
                Edit(
                    Span(parts[-1].end, parts[-1].end),
                    "".join(layout.gap + field for field in new),
                )
            )
        return [*removals(self.text, parts, removed, entry.body.end), *edits]

    def replace(self, key: str, new: str) -> list[Edit]:
        entry, new = self._entry(key), new.strip()
        found = scan(new).entries
        if (
            len(found) != 1
            or found[0].start
            or bib_entry(new, found[0]).whole.end != len(new)
        ):
            raise InvalidChange(
                "This is not one entry, whole, from its `@` to its closing brace."
            )
        positions, changed = Positions(new), bib_entry(new, found[0])
        for fault in changed.faults:
            place = Place("the entry", *positions.at(fault.position))
            raise InvalidChange(f"{fault.message}.", place=place)
        if found[0].key != key:
            advice = f"`loccit rename {key} {found[0].key or 'NEW'}` does that, in the essays too."
            raise InvalidChange(
                f"Its key was `{key}`, and has to stay.",
                place=Place("the entry", 1, 1),
                advice=advice,
            )
        return [Edit(entry.whole, with_newlines(new, self._newline))]

    def rename(self, keys: Mapping[str, str]) -> list[Edit]:
        for new in keys.values():
            if not self.can_have(new):
                advice = "Leave out spaces and these: \\ \" # % ' ( ) , = { } ~"
                raise InvalidChange(
                    f"`{new}` can't be a key in a .bib file.",
                    place=Place(self._path),
                    advice=advice,
                )
        own = [
            Edit(key_of(self.text, entry), keys[entry.key])
            for entry in self._entries
            if entry.key in keys
        ]
        named = [
            Edit(span, keys[span.of(self.text)])
            for _, span in references(self.text, self._entries, keys)
        ]
        return [*own, *named, *in_groups(self.text, keys)]

    def remove(self, keys: Collection[str]) -> list[Edit]:
        stretches: list[Span] = []
        for key, entry in sorted(
            ((key, self._entry(key)) for key in set(keys)),
            key=lambda item: item[1].whole,
        ):
            if entry.endless:
                raise self._broken(key, entry.endless)
            if (
                stretches
                and not self.text[stretches[-1].end : entry.whole.start].strip()
            ):
                stretches[-1] = Span(stretches[-1].start, entry.whole.end)
            else:
                stretches.append(entry.whole)
        edits = [Edit(self._with_blank_lines(stretch), "") for stretch in stretches]
        return [*edits, *in_groups(self.text, dict.fromkeys(keys, ""))]

    def leaning_on(self, key: str) -> list[str]:
        return list(
            dict.fromkeys(
                entry.key for entry, _ in references(self.text, self._entries, [key])
            )
        )

    def _entry(self, key: str) -> BibEntry:
        return bib_entry(self.text, self._by_key[key])

    def _broken(self, key: str, fault: Fault) -> InvalidChange:
        place = Place(self._path, *Positions(self.text).at(fault.position))
        advice = f"Mend it first: `loccit edit {key}` opens it."
        return InvalidChange(
            f"{fault.message}, so the entry `{key}` is left as it is.",
            place=place,
            advice=advice,
        )

    def _last(self) -> BibEntry:
        return bib_entry(self.text, self._entries[-1])

    def _layout_of_file(self) -> Layout:
        """The layout of the last entry that has more than one field."""
        for entry in (bib_entry(self.text, found) for found in reversed(self._entries)):
            if len(entry.fields) > 1 and not entry.faults:
                return layout_of(self.text, entry, self._newline)
        return default_layout(self._newline)

    def _between(self) -> str:
        """What stands between the last two entries, if that is nothing but lines' ends."""
        if len(self._entries) > 1:
            between = self.text[
                bib_entry(self.text, self._entries[-2]).whole.end : self._entries[
                    -1
                ].start
            ]
            if (
                between
                and not between.strip(" \t\r\n")
                and "\n" in between.replace("\r", "\n")
            ):
                return between
        return self._newline * 2

    def _filled(self, entry: BibEntry, layout: Layout, fields: Sequence[str]) -> Edit:
        """Fields for an entry that has none, or none that stays."""
        return Edit(entry.body, layout.lead + layout.gap.join(fields) + layout.tail)

    def _with_blank_lines(self, entry: Span) -> Span:
        """An entry with the lines that it leaves empty: those behind it, or, of the
        last one, those before.
        """
        line = (
            max(
                self.text.rfind("\n", 0, entry.start),
                self.text.rfind("\r", 0, entry.start),
            )
            + 1
        )
        if self.text[line : entry.start].strip() or not _BLANK_REST.match(
            self.text, entry.end
        ):
            return entry
        behind = _BLANK_LINES.match(self.text, entry.end)
        assert behind  # every part of the pattern is optional
        if not _TRAILING.match(self.text, entry.end):
            return Span(line, behind.end())
        before = len(self.text[:line].rstrip())
        ending = _BLANK_REST.match(self.text, before)
        return Span(ending.end() if before and ending else before, len(self.text))


def _end_of_line(text: str, position: int) -> int:
    rest = _REST_OF_LINE.match(text, position)
    return rest.end() if rest else position


def _field_of(entry: BibEntry, name: str) -> str:
    """What a field is called in an entry that may have it by another name.

    Raises:
        InvalidChange: a field can't be called so.
    """
    name = name.lower()
    if _NOT_IN_A_NAME.search(name):
        raise InvalidChange(
            f"`{name}` can't be the name of a field.",
            advice="Write `title=...`, `author=...`.",
        )
    if name not in entry.fields and name not in _FIELDS:
        for field in FIELDS:
            if field.variable.lower() == name and (
                field.only is None or entry.type in field.only
            ):
                advice = f"In a .bib file this is the field `{field.field}`."
                raise InvalidChange(f"`{name}` is CSL's name.", advice=advice)
    meant = ALIASES.get(name, name)
    return (
        name
        if name in entry.fields
        else next((n for n in entry.fields if ALIASES.get(n, n) == meant), name)
    )


def _with_whole_dates(entry: BibEntry, values: Mapping[str, str]) -> Mapping[str, str]:
    """The values, and, where one is a whole date, without the year, month and day that
    the entry has in its place.
    """
    parts = [
        name
        for name in ("year", "month", "day")
        if name in entry.fields and name not in values
    ]
    return {**values, **dict.fromkeys(parts, "")} if values.get("date") else values


def _as_before(value: str, layout: Layout) -> Layout:
    """The layout with the delimiters that a value has."""
    if value.startswith(("{", '"')) and "#" not in value:
        return replace(layout, quotes=value.startswith('"'), bare_numbers=False)
    return replace(layout, bare_numbers=layout.bare_numbers or value.isdecimal())


def _written(source: Source, layout: Layout, newline: str) -> str:
    """A source as an entry in that layout; one that comes from a .bib file has its
    fields as they stand there.
    """
    if not source.original:
        kind, fields = new_entry(source)
        values = {name: layout.delimited(name, tex) for name, tex in fields.items()}
        return with_newlines(layout.entry(kind, source.key, values), newline)
    text = source.original
    entry = bib_entry(text, scan(text).entries[0])
    if not is_plain(text, entry):  # a comment in it stays where it is
        return with_newlines(apply_edits(text, [Edit(entry.key, source.key)]), newline)
    values = {}
    for name, field in entry.fields.items():
        value = field.value.of(text)
        tex = undelimited(value)
        values[name] = value if tex is None else layout.delimited(name, tex)
    return with_newlines(layout.entry(entry.type, source.key, values), newline)
