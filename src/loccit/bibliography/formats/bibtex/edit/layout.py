"""The layout of the entries of a .bib file, as learned from one of them.

New text then looks like its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from loccit._startup.dataclass import dataclass, replace
from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.edit.entry_parts import EntryParts
from loccit.bibliography.formats.bibtex.month_macros import month_macros
from loccit.bibliography.formats.bibtex.recover import read_fields
from loccit.errors import InvalidChange

#: What separates two fields, and what may follow the last one. Anything more than a
#: comma and white space is a comment.
_GAP = regex(r"\s*,\s*")
_TAIL = regex(r"\s*,?\s*")
#: The name of a field, and the space before and after its `=`.
_FIELD = regex(r"([^\s=]+)(\s*)=(\s*)")
_MARK = regex(r"[{}\"]")

_CASES: tuple[Callable[[str], str], ...] = (str.lower, str.capitalize, str.upper)


@dataclass(frozen=True, slots=True)
class Layout:
    """The text around an entry's fields.

    Attributes:
        delimiters: the entry's own, `{}` or `()`.
        type_case: the case of the entry type: `str.lower`, `str.capitalize` or
            `str.upper`.
        name_case: the case of the names of fields.
        lead: the text between the key and the first field, with its comma.
        gap: the text between two fields, with its comma.
        tail: the text between the last field and the closing delimiter.
        before: the space before a `=`; where these are aligned, the least of it.
        after: the space after a `=`.
        equals: the column of every `=`, counted from the beginning of the name, where
            these are aligned.
        value: the column of every value, where only values are aligned.
        quotes: whether values are in quotation marks.
        bare_numbers: whether numbers have no delimiters.
    """

    delimiters: str = "{}"
    type_case: Callable[[str], str] = str.lower
    name_case: Callable[[str], str] = str.lower
    lead: str = ",\n  "
    gap: str = ",\n  "
    tail: str = ",\n"
    before: str = " "
    after: str = " "
    equals: int | None = None
    value: int | None = None
    quotes: bool = False
    bare_numbers: bool = False

    def entry(self, kind: str, key: str, fields: Mapping[str, str]) -> str:
        """Write a whole entry.

        Args:
            fields: names with their values, delimiters included.

        >>> print(Layout(equals=6).entry("book", "doe", {"title": "{A Book}", "year": "{2010}"}))
        @book{doe,
          title = {A Book},
          year  = {2010},
        }
        """
        layout = self._wide_enough_for(fields)
        opening, closing = self.delimiters[0], self.delimiters[1]
        head = f"@{self.type_case(kind)}{opening}{key}{self.lead}"
        written = [layout.field(name, value) for name, value in fields.items()]
        return head + self.gap.join(written) + self.tail + closing

    def _wide_enough_for(self, fields: Mapping[str, str]) -> Layout:
        if self.equals is None:
            return self
        widest = max(map(len, fields), default=0) + len(self.before)
        return replace(self, equals=max(self.equals, widest))

    def field(self, name: str, value: str) -> str:
        """Write a field, without the comma after it."""
        head = (self.name_case(name) + self.before).ljust(self.equals or 0)
        head += "=" + self.after
        return head.ljust(self.value or 0) + value

    def delimited(self, name: str, tex: str) -> str:
        """Put delimiters around a field's TeX.

        Raises:
            InvalidChange: a brace in it has no partner.
        """
        macros = month_macros(tex) if name == "month" else ""
        if macros:
            return macros
        if self.bare_numbers and tex.isascii() and tex.isdecimal():
            return tex
        _check_braces(name, tex)
        if self.quotes and not _has_bare_quote(tex):
            return f'"{tex}"'
        return f"{{{tex}}}"


class _Column(NamedTuple):
    """A column in a field, counted from the beginning of its name."""

    name_length: int
    column: int


class _Alignment(NamedTuple):
    """The attributes of a layout that depend on what is aligned."""

    before: str
    equals: int | None
    value: int | None


def undelimited(value: str) -> str | None:
    """Return the TeX in a written value; None if it is joined from several.

    >>> undelimited('"{A} Book"'), undelimited("jan"), undelimited('"10~" # jan')
    ('{A} Book', 'jan', None)
    """
    if "#" in value and _is_joined(value):
        return None
    if value.startswith(("{", '"')):
        return value[1:-1].strip()
    return value


def _is_joined(value: str) -> bool:
    fields = read_fields(f"x = {value}", {})
    return fields.values.get("x") != value[1:-1]


def default_layout(newline: str) -> Layout:
    """Return the layout of a file without an entry to learn from."""
    return Layout(lead=f",{newline}  ", gap=f",{newline}  ", tail=f",{newline}")


def layout_of(text: str, entry: EntryParts, newline: str) -> Layout:
    """Learn the layout of an entry; where the entry shows nothing, take the default."""
    default = default_layout(newline)
    head = text[entry.whole.start : entry.key.start].split()
    kind = "".join(head).strip("@{(")
    default = replace(
        default,
        delimiters="()" if head[-1].endswith("(") else "{}",
        type_case=_case([kind]),
    )
    if not entry.fields:
        return default
    spans = entry.field_spans
    names = [name for span in spans if (name := _FIELD.match(text, span.start))]
    values = [field.value.of(text) for field in entry.fields.values()]
    lead = _gap(text[entry.body.start : spans[0].start], default.lead)
    gap = lead
    if len(spans) > 1:
        gap = _gap(text[spans[-2].end : spans[-1].start], lead)
    tail = text[spans[-1].end : entry.body.end]
    if not _TAIL.fullmatch(tail):
        tail = default.tail
    alignment = _alignment(gap, names)
    quoted = sum(value.startswith('"') for value in values)
    return replace(
        default,
        name_case=_case([name[1] for name in names]),
        lead=lead,
        gap=gap,
        tail=tail,
        before=alignment.before,
        after=names[-1][3],
        equals=alignment.equals,
        value=alignment.value,
        quotes=quoted * 2 > len(values),
        bare_numbers=any(value.isdecimal() for value in values),
    )


def _alignment(gap: str, names: Sequence[re.Match[str]]) -> _Alignment:
    """Find what is aligned: every `=`, every value, or nothing.

    Args:
        gap: the text between two fields.
        names: the matches of `_FIELD`: a name, and the space before and after its `=`.
    """
    equals = _column(
        gap, [_Column(len(name[1]), len(name[1] + name[2])) for name in names]
    )
    if equals is not None:
        least = min((name[2][:1] for name in names), key=len)
        return _Alignment(least, equals, None)
    value = _column(gap, [_Column(len(name[1]), len(name[0])) for name in names])
    return _Alignment(names[-1][2], None, value)


def is_plain(text: str, entry: EntryParts) -> bool:
    """Return whether an entry contains nothing but its fields."""
    if entry.errors:
        return False
    spans = entry.field_spans
    starts = [*(span.start for span in spans), entry.body.end]
    ends = [entry.body.start, *(span.end for span in spans)]
    between = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    tail = between.pop()
    return all(map(_GAP.fullmatch, between)) and _TAIL.fullmatch(tail) is not None


def _check_braces(name: str, tex: str) -> None:
    depth = 0
    for mark in _MARK.finditer(tex):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth -= 1
        if depth < 0:
            break
    if depth:
        raise InvalidChange(
            f"The braces of `{name}={tex}` do not balance.",
            advice="Give every `{` its `}`.",
        )


def _has_bare_quote(tex: str) -> bool:
    """Return whether a quotation mark is outside braces; it would end the value."""
    depth = 0
    for mark in _MARK.finditer(tex):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth -= 1
        elif depth == 0:
            return True
    return False


def _gap(between: str, default: str) -> str:
    return between if _GAP.fullmatch(between) else default


def _case(words: Sequence[str]) -> Callable[[str], str]:
    """Find the case that all the words are in."""
    for case in _CASES:
        if all(case(word) == word for word in words):
            return case
    return str.lower


def _column(gap: str, columns: Sequence[_Column]) -> int | None:
    """Return the column that all fields share.

    None if they share none, if the names have one length, so that it may be chance, or
    if the fields are on one line.
    """
    if "\n" not in gap and "\r" not in gap:
        return None
    lengths = {column.name_length for column in columns}
    found = {column.column for column in columns}
    if len(found) != 1 or len(lengths) == 1:
        return None
    return found.pop()
