"""Problems of one entry of a .bib file, as its reader finds them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from loccit.bibliography.formats.bibtex.entry_text import EntryText
from loccit.bibliography.formats.bibtex.latex.commands import unknown_commands
from loccit.bibliography.formats.bibtex.read_fields import ParsedFields
from loccit.model import Problem, Range, Source

#: The range in the file of a part of the entry's text.
Locate = Callable[[int, int], Range]


class _Broken(NamedTuple):
    """What a reader says about an entry that is broken, and what to do."""

    message: str
    advice: str


#: The rules that a scan for entries finds broken.
BROKEN = {
    "unclosed-entry": _Broken(
        "This entry is never closed: a brace is missing.", "Give every `{` its `}`."
    ),
    "extra-brace": _Broken(
        "One closing brace too many: the text after it is not read.",
        "Give every `}` its `{`.",
    ),
    "missing-key": _Broken(
        "This entry has no key, so it can't be cited.",
        "Write one, as in `@book{doe2020,`.",
    ),
    "missing-comma": _Broken(
        "The comma after the key is missing.", "Write one, as in `@book{doe2020,`."
    ),
}
#: ParsedFields with a reader's own notes, which are not printed.
_NOTES = frozenset(["abstract", "annote", "keyword", "note"])


def keys_in(tex: str) -> list[str]:
    """Read the keys in a field that names other entries."""
    return [key.strip() for key in tex.split(",") if key.strip()]


def head_of(entry: EntryText) -> int:
    """Return where the head of an entry ends: its type and key."""
    return len(entry.text[: entry.body].rstrip(", \t\r\n"))


def broken(entry: EntryText, locate: Locate) -> list[Problem]:
    """Report what the scan found broken."""
    if not entry.error:
        return []
    message, advice = BROKEN[entry.error]
    start, end = locate(0, head_of(entry))
    return [Problem(entry.error, message, start, "warning", advice, end)]


def broken_fields(
    entry: EntryText, fields: ParsedFields, locate: Locate
) -> Iterator[Problem]:
    """Report what is broken in the fields."""
    for error in fields.errors:
        position = entry.body + error.position
        start, end = locate(position, position + error.length)
        yield Problem(
            error.rule,
            f"{error.message}.",
            start,
            end=end if error.length else None,
        )


def unknown_parents(
    entry: EntryText, fields: ParsedFields, keys: Sequence[str], locate: Locate
) -> Iterator[Problem]:
    """Report the keys of entries to inherit from that no file has."""
    for key in keys:
        message = f"The entry `{entry.key}` inherits from `{key}`, which no file has."
        start, end = _naming(entry, fields, ("crossref", "xdata"), key, locate)
        yield Problem("unknown-crossref", message, start, end=end)


def unknown_related(
    entry: EntryText, fields: ParsedFields, keys: Sequence[str], locate: Locate
) -> Iterator[Problem]:
    """Report the keys of related entries that no file has."""
    for key in keys:
        message = f"The entry `{entry.key}` is related to `{key}`, which no file has."
        start, end = _naming(entry, fields, ("related",), key, locate)
        yield Problem("unknown-related", message, start, end=end)


def unread_commands(
    entry: EntryText, source: Source, locate: Locate
) -> Iterator[Problem]:
    """Report the commands of LaTeX that are left in the source."""
    commands = [
        command
        for name, value in source.variables.items()
        if isinstance(value, str) and name not in _NOTES
        for command in unknown_commands(value)
    ]
    for command in dict.fromkeys(commands):
        found = max(entry.text.find(command, entry.body), 0)
        start, end = locate(found, found + len(command))
        message = f"Unknown command `{command}`: it stays as it is."
        advice = "Write what it prints."
        yield Problem("unknown-command", message, start, "warning", advice, end)


def _naming(
    entry: EntryText,
    fields: ParsedFields,
    names: Sequence[str],
    key: str,
    locate: Locate,
) -> Range:
    """Find the field that names another entry; the entry, where that is inherited."""
    for name in names:
        if key in keys_in(fields.values.get(name, "")):
            place = fields.place(name)
            return locate(entry.body + place.name, entry.body + place.end)
    return locate(0, head_of(entry))
