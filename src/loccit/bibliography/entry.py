"""One entry of a .bib file to its fields, by bibtexparser; what is broken in it is told, and the rest is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bibtexparser.library import Library

_PIECE = re.compile(r"\s*(?:(?P<open>[{\"])|(?P<bare>[^\s#{}\",]+))")
_MARK = re.compile(r"[{}\"]")
_NEXT_FIELD = re.compile(r"\s*([A-Za-z][\w+:.-]*)\s*=\s*(?=\S)")


@dataclass(slots=True)
class Fields:
    """An entry's fields, lower-case name to TeX, in file order, and its faults: rule, message, line within it."""

    values: dict[str, str] = field(default_factory=dict)
    faults: list[tuple[str, str, int]] = field(default_factory=list)


def read_fields(body: str, strings: Mapping[str, str]) -> Fields:
    """Read what stands behind the key of an entry, without the entry's own delimiters.

    Args:
        body: such as `, title = {A} # suffix, year = 2010`.
        strings: abbreviations with their texts.

    >>> read_fields("title = {A} # b, year = 2010", {"b": " and B"}).values
    {'title': 'A and B', 'year': '2010'}
    """
    read = Fields()
    for block in _split("@entry{key," + body.lstrip(" \t,") + "\n}").blocks:
        entry = getattr(block, "ignore_error_block", block)  # a field given twice: the entry is still readable
        if entry is None:
            error = getattr(block, "error", "")
            reason = str(getattr(error, "abort_reason", error)).replace("entry key", "a field's name")
            read.faults.append(("unreadable-entry", reason.strip().rstrip("."), 0))
        for given in getattr(entry, "fields", ()):
            _read_field(read, given.key.lower(), given.value, given.start_line, strings)
    return read


def _split(text: str) -> Library:
    """The blocks of `text`; only the entry's own are looked at."""
    import logging

    from bibtexparser.splitter import Splitter

    logging.getLogger("bibtexparser").addHandler(logging.NullHandler())  # faults are values here, not log lines
    return Splitter(text).split()


def _read_field(read: Fields, name: str, value: str, line: int, strings: Mapping[str, str]) -> None:
    pieces, rest = [], value
    while True:
        piece, rest, fault = _piece(rest, strings)
        pieces.append(piece)
        if fault:
            read.faults.append((fault[0], fault[1].format(name=name), line))
        if not rest.lstrip().startswith("#"):
            break
        rest = rest.lstrip()[1:]
    if name in read.values:
        read.faults.append(("duplicate-field", f"The field `{name}` is given twice; the first is used", line))
    else:
        read.values[name] = " ".join("".join(pieces).split()) if name != "abstract" else "".join(pieces).strip()
    if following := _NEXT_FIELD.match(rest):
        line += rest[: following.start(1)].count("\n")
        read.faults.append(("missing-comma", f"A comma is missing between `{name}` and `{following[1]}`", line))
        _read_field(read, following[1].lower(), rest[following.end() :], line, strings)
    elif rest.strip():
        read.faults.append(("unreadable-field", f"`{rest.strip()[:40]}` behind the field `{name}` is not read", line))


def _piece(text: str, strings: Mapping[str, str]) -> tuple[str, str, tuple[str, str] | None]:
    """The first piece of a value, what follows it, and its fault."""
    found = _PIECE.match(text)
    if not found:
        return "", text, None
    if bare := found["bare"]:
        known = strings.get(bare.lower())
        if known is not None or bare.isdecimal():
            return (known or bare), text[found.end() :], None
        fault = ("unknown-string", f"The field `{{name}}` uses the abbreviation `{bare}`, which no @string defines")
        return bare, text[found.end() :], fault
    start, quoted = found.end(), found["open"] == '"'
    depth = 0 if quoted else 1
    for mark in _MARK.finditer(text, start):
        if mark[0] == '"':
            if quoted and depth == 0:
                return text[start : mark.start()], text[mark.end() :], None
            continue
        depth += 1 if mark[0] == "{" else -1
        if depth == 0 and not quoted:
            return text[start : mark.start()], text[mark.end() :], None
    return text[start:], "", ("unclosed-field", "The value of the field `{name}` is not closed")
