"""Report the problems of one entry of a .bib file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography.formats.bibtex.entry_text import EntryText
from loccit.bibliography.formats.bibtex.latex.commands import unknown_commands
from loccit.bibliography.formats.bibtex.read_fields import ParsedFields
from loccit.model import Name, Problem, Range, Source
from loccit.values.names import inverted_name

#: Returns the range in the file of a part of the entry's text.
Locate: TypeAlias = Callable[[int, int], Range]


class _Wording(NamedTuple):
    """A message, and what to do."""

    message: str
    advice: str


#: What a scan for entries reports, by rule.
BROKEN = {
    "unclosed-entry": _Wording(
        "This entry is never closed: a brace is missing.", "Give every `{` its `}`."
    ),
    "extra-brace": _Wording(
        "One closing brace too many: the text after it is not read.",
        "Give every `}` its `{`.",
    ),
    "missing-key": _Wording(
        "This entry has no key, so it can't be cited.",
        "Write one, as in `@book{doe2020,`.",
    ),
    "missing-comma": _Wording(
        "The comma after the key is missing.", "Write one, as in `@book{doe2020,`."
    ),
}
#: Variables with a reader's own notes, which are not printed.
_NOTES = frozenset(["abstract", "annote", "keyword", "note"])


def keys_in(tex: str) -> list[str]:
    """Read the keys in a field that names other entries."""
    return [key.strip() for key in tex.split(",") if key.strip()]


class EntryProblems:
    """Reports what is wrong in an entry, at the place where it is."""

    def __init__(self, entry: EntryText, locate: Locate) -> None:
        self._entry = entry
        self._locate = locate

    def range_of(self, name: str, fields: ParsedFields) -> Range:
        """Return the range of a field; the head of an entry that does not have it."""
        if name not in fields.values:
            return self._head()
        place = fields.place(name)
        body = self._entry.body
        return self._locate(body + place.name, body + place.end)

    def found_by_scan(self) -> Iterator[Problem]:
        """Report what is broken around the fields."""
        rule = self._entry.error
        if rule:
            message, advice = BROKEN[rule]
            start, end = self._head()
            yield Problem(rule, message, start, "warning", advice, end)

    def made_key(self, key: str) -> Iterator[Problem]:
        """Report an entry without a key that is cited by one made for it."""
        message = f"This entry has no key; it is cited as `{key}`."
        advice = (
            f"Write one, as in `@{self._entry.type}{{{key},`; `loccit keys --write` "
            "writes all that are missing."
        )
        start, end = self._head()
        yield Problem("missing-key", message, start, "note", advice, end)

    def in_fields(self, fields: ParsedFields) -> Iterator[Problem]:
        """Report what is broken in the fields."""
        for error in fields.errors:
            position = self._entry.body + error.position
            start, end = self._locate(position, position + (error.length or 0))
            yield Problem(
                error.rule,
                f"{error.message}.",
                start,
                end=None if error.length is None else end,
            )

    def unknown_parents(
        self, fields: ParsedFields, keys: Sequence[str]
    ) -> Iterator[Problem]:
        """Report the keys of entries to inherit from that no file has."""
        for key in keys:
            start, end = self._naming(key, ("crossref", "xdata"), fields)
            own = self._entry.key
            message = f"The entry `{own}` inherits from `{key}`, which no file has."
            yield Problem("unknown-crossref", message, start, end=end)

    def unknown_related(
        self, fields: ParsedFields, keys: Sequence[str]
    ) -> Iterator[Problem]:
        """Report the keys of related entries that no file has."""
        for key in keys:
            start, end = self._naming(key, ("related",), fields)
            own = self._entry.key
            message = f"The entry `{own}` is related to `{key}`, which no file has."
            yield Problem("unknown-related", message, start, end=end)

    def unread_commands(self, source: Source) -> Iterator[Problem]:
        """Report the LaTeX commands that are left in the source."""
        text, body = self._entry.text, self._entry.body
        for command in dict.fromkeys(_commands(source)):
            found = text.find(command, body)
            # A parent's command is not in the entry.
            start = 0 if found == -1 else found
            place, end = self._locate(start, start + len(command))
            message = f"Unknown command `{command}`: it stays as it is."
            advice = "Write what it prints."
            yield Problem("unknown-command", message, place, "warning", advice, end)

    def _naming(self, key: str, names: Sequence[str], fields: ParsedFields) -> Range:
        """Find the field that names another entry; the head, if it is inherited."""
        for name in names:
            if key in keys_in(fields.values.get(name, "")):
                return self.range_of(name, fields)
        return self._head()

    def _head(self) -> Range:
        """Return the range of the entry's type and key."""
        head = self._entry.text[: self._entry.body].rstrip(", \t\r\n")
        return self._locate(0, len(head))


def _commands(source: Source) -> Iterator[str]:
    for name, value in source.variables.items():
        if isinstance(value, str):
            if "\\" in value and name not in _NOTES:
                yield from unknown_commands(value)
        elif isinstance(value, tuple):
            for person in filter(_may_have_command, value):
                yield from unknown_commands(inverted_name(person))


def _may_have_command(person: Name) -> bool:
    names = f"{person.family}{person.given}{person.literal}{person.suffix}"
    particles = f"{person.dropping_particle}{person.non_dropping_particle}"
    return "\\" in names or "\\" in particles
