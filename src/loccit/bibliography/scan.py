"""Where the entries of a .bib file stand: their keys and spans, in one quick pass, without reading their fields.

A writer cites a dozen of the thousand sources in a library; only those are worth parsing.  The pass is linear whatever
the bytes.  Braces are counted as BibTeX counts them, backslash or not ("Tame the BeaST", 2.3); what stands between
entries is ignored, as in BibTeX, and so is a line that begins with `%`, as in Biber.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from typing import NamedTuple

from loccit.model.dataclass import dataclass

_OPENING = re.compile(r"@[ \t]*([A-Za-z][\w-]*)\s*([{(])")
_KEY = re.compile(r'\s*([^,{}"\n]*)\s*([,}]?)')
_FIELD_IN_PLACE_OF_KEY = re.compile(r"[A-Za-z]+\s*=\s*(\d+\s*)?$")
_KEY_THEN_FIELD = re.compile(r"(\S+)\s+[A-Za-z]+\s*=\s*$")
_BRACE = re.compile(r"[{}]")
_PARENTHESIS = re.compile(r'[{}")]')


class EntrySpan(NamedTuple):
    """An entry from its `@` (`start`) to `limit`, where it has ended at the latest; its fields begin at `body`.

    `fault` is the rule that the entry breaks, or `""`.
    """

    key: str
    type: str
    start: int
    body: int
    limit: int
    fault: str = ""


@dataclass(slots=True)
class Scan:
    """What stands in a .bib file: entries in file order, and abbreviations (lower-case name to span of the value)."""

    entries: list[EntrySpan] = field(default_factory=list)
    strings: dict[str, tuple[int, int]] = field(default_factory=dict)


def scan(text: str) -> Scan:
    """Find every entry of `text`.

    An entry that never closes ends where the next one begins on a line of its own.

    >>> [(entry.key, entry.type) for entry in scan("@book{a, title = {A}} @Misc(b, note = {B})").entries]
    [('a', 'book'), ('b', 'misc')]
    """
    found = Scan()
    for kind, start, inside, limit, fault in _blocks(text):
        if kind == "string":
            equals = text.find("=", inside, limit)
            end = closing(text, start, limit)
            if equals != -1 and end is not None:
                found.strings.setdefault(text[inside:equals].strip().lower(), (equals + 1, end - 1))
        elif kind not in ("comment", "preamble"):
            found.entries.append(_entry(text, kind, start, inside, limit, fault))
    return found


def closing(text: str, start: int, limit: int) -> int | None:
    """The end of the block that begins at `start`, just behind its closing delimiter; None if that is missing."""
    return _Delimiters(text, start).find_close(limit)


class _Delimiters:
    """Reads on to the end of one block; `limit` may be moved further and the reading goes on where it stopped."""

    def __init__(self, text: str, start: int) -> None:
        opening = _OPENING.match(text, start)
        assert opening
        self.text = text
        self.position = opening.end()
        self.braces = opening[2] == "{"
        self.depth = 1 if self.braces else 0
        self.quoted = False

    def find_close(self, limit: int) -> int | None:
        for mark in (_BRACE if self.braces else _PARENTHESIS).finditer(self.text, self.position, limit):
            match mark[0]:
                case "{":
                    self.depth += 1
                case "}":
                    self.depth -= 1
                    if self.braces and self.depth == 0:
                        return mark.end()
                case '"' if self.depth == 0:
                    self.quoted = not self.quoted
                case ")" if self.depth == 0 and not self.quoted:
                    return mark.end()
        self.position = limit
        return None


def _blocks(text: str) -> Iterator[tuple[str, int, int, int, str]]:
    """Each block: kind, start, start of its inside, limit, and its fault."""
    openings = [opening for opening in _OPENING.finditer(text) if not _commented_out(text, opening.start())]
    starts = [opening.start() for opening in openings] + [len(text)]
    comments_close = True
    index = 0
    while index < len(openings):
        opening = openings[index]
        start, kind = opening.start(), opening[1].lower()
        index += 1
        limit = starts[index]
        # Nearly always the braces balance before the next `@name{`, and counting is what Python does fastest.
        fault = ""
        if opening[2] == "(" or text.count("{", start, limit) != text.count("}", start, limit):
            if kind == "comment" and not comments_close:
                continue  # as in BibTeX, which skips just the word
            here, delimiters = index, _Delimiters(text, start)
            while (end := delimiters.find_close(limit)) is None and index < len(openings):
                if kind != "comment" and _begins_line(text, limit):
                    break
                index += 1
                limit = starts[index]
            if kind == "comment" and end is None:
                comments_close, index = False, here
                continue
            if end is None:
                fault = "unclosed-entry"
            elif text.count("}", end, limit) > text.count("{", end, limit):
                fault = "extra-brace"
        yield kind, start, opening.end(), limit, fault


def _line_before(text: str, position: int) -> str:
    """The line up to `position`, or its last 200 characters: the pass stays linear on endless lines."""
    before = text[max(0, position - 200) : position]
    return before[before.rfind("\n") + 1 :]


def _begins_line(text: str, position: int) -> bool:
    return not _line_before(text, position).strip()


def _commented_out(text: str, position: int) -> bool:
    return position > 0 and text[position - 1] != "\n" and _line_before(text, position).lstrip().startswith("%")


def _entry(text: str, kind: str, start: int, inside: int, limit: int, fault: str) -> EntrySpan:
    head = _KEY.match(text, inside, limit)
    assert head  # every part of the pattern is optional
    key, separator = head[1].strip(), head[2]
    body = head.end() if separator == "," else head.end(1)
    if not separator and (run_on := _KEY_THEN_FIELD.match(key)):
        key, body = run_on[1], inside + text[inside:limit].index(run_on[1]) + len(run_on[1])
        fault = fault or "missing-comma"
    elif not key or _FIELD_IN_PLACE_OF_KEY.match(key):
        key, body, fault = "", inside, "missing-key"
    elif not separator:
        fault = fault or "missing-comma"
    return EntrySpan(key, kind, start, body, limit, fault)
