"""How the entries of a .bib file are laid out, taken from one of them, so that what is
new looks like what is there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from loccit._startup.dataclass import dataclass, replace
from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.edit.entry_spans import BibEntry
from loccit.bibliography.formats.bibtex.month_macros import month_macros
from loccit.bibliography.formats.bibtex.recover import read_fields
from loccit.errors import InvalidChange

#: What parts two fields: a comma, with white space on either side; and what may stand
#: behind the last.
_GAP = regex(r"\s*,\s*")
_TAIL = regex(r"\s*,?\s*")
_FIELD = regex(r"([^\s=]+)(\s*)=(\s*)")
_MARK = regex(r"[{}\"]")

_CASES: tuple[Callable[[str], str], ...] = (str.lower, str.capitalize, str.upper)


@dataclass(frozen=True, slots=True)
class Layout:
    """What an entry has round its fields.

    Attributes:
        delimiters: the entry's own, `{}` or `()`.
        type_case: how its type is spelled: `str.lower`, `str.capitalize` or `str.upper`.
        name_case: how its fields' names are.
        lead: what stands between the key and the first field, with its comma.
        gap: what stands between two fields, with its comma.
        tail: what stands between the last field and the closing delimiter.
        before: the space before a `=`; where those stand below each other, the least.
        after: the space behind it.
        equals: the column of every `=`, counted from the name's beginning, where they stand below each other; or 0.
        value: the column of every value, where only those do; or 0.
        quotes: whether values stand in `"`.
        bare_numbers: whether numbers stand without delimiters.
    """

    delimiters: str = "{}"
    type_case: Callable[[str], str] = str.lower
    name_case: Callable[[str], str] = str.lower
    lead: str = ",\n  "
    gap: str = ",\n  "
    tail: str = ",\n"
    before: str = " "
    after: str = " "
    equals: int = 0
    value: int = 0
    quotes: bool = False
    bare_numbers: bool = False

    def entry(self, kind: str, key: str, fields: Mapping[str, str]) -> str:
        """A whole entry; `fields` are names with their values as they are to stand
        there.

        >>> print(Layout(equals=6).entry("book", "doe", {"title": "{A Book}", "year": "{2010}"}))
        @book{doe,
          title = {A Book},
          year  = {2010},
        }
        """
        widest = max(map(len, fields), default=0) + len(self.before)
        aligned = (
            replace(self, equals=max(self.equals, widest)) if self.equals else self
        )
        written = self.gap.join(
            aligned.field(name, value) for name, value in fields.items()
        )
        return f"@{self.type_case(kind)}{self.delimiters[0]}{key}{self.lead}{written}{self.tail}{self.delimiters[1]}"

    def field(self, name: str, value: str) -> str:
        """A field, without the comma behind it."""
        head = (
            (self.name_case(name) + self.before).ljust(self.equals) + "=" + self.after
        )
        return head.ljust(self.value) + value

    def delimited(self, name: str, tex: str) -> str:
        """The TeX of a field with what goes round it.

        Raises:
            InvalidChange: a brace in it has no partner.
        """
        if name == "month" and (macros := month_macros(tex)):
            return macros
        if self.bare_numbers and tex.isascii() and tex.isdecimal():
            return tex
        depth, quotes = 0, self.quotes
        for mark in _MARK.finditer(tex):
            depth += {"{": 1, "}": -1}.get(mark[0], 0)
            quotes = quotes and not (mark[0] == '"' and depth == 0)
            if depth < 0:
                break
        if depth:
            raise InvalidChange(
                f"The braces of `{name}={tex}` do not balance.",
                advice="Give every `{` its `}`.",
            )
        return f'"{tex}"' if quotes else "{" + tex + "}"


def undelimited(value: str) -> str | None:
    """The TeX in a value as it stands; None where it is put together from several.

    >>> undelimited('"{A} Book"'), undelimited("jan"), undelimited('"10~" # jan')
    ('{A} Book', 'jan', None)
    """
    if "#" in value and read_fields(f"x = {value}", {}).values.get("x") != value[1:-1]:
        return None
    return value[1:-1].strip() if value.startswith(("{", '"')) else value


def default_layout(newline: str) -> Layout:
    """The layout of a file that has no entry to take one from."""
    return Layout(lead=f",{newline}  ", gap=f",{newline}  ", tail=f",{newline}")


def layout_of(text: str, entry: BibEntry, newline: str) -> Layout:
    """The layout of an entry; what it does not tell is as in a new file, with its line
    endings.
    """
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
    parts, fields = (
        entry.parts,
        [_FIELD.match(text, part.start) for part in entry.parts],
    )
    names = [field for field in fields if field]
    lead = _gap(text[entry.body.start : parts[0].start], default.lead)
    tail = text[parts[-1].end : entry.body.end]
    values = [field.value.of(text) for field in entry.fields.values()]
    gap = _gap(text[parts[-2].end : parts[-1].start], lead) if len(parts) > 1 else lead
    equals = _column(gap, [(len(name[1]), len(name[1] + name[2])) for name in names])
    return replace(
        default,
        name_case=_case([name[1] for name in names]),
        lead=lead,
        gap=gap,
        tail=tail if _TAIL.fullmatch(tail) else default.tail,
        before=min((name[2][:1] for name in names), key=len)
        if equals
        else names[-1][2],
        after=names[-1][3],
        equals=equals,
        value=0
        if equals
        else _column(gap, [(len(name[1]), len(name[0])) for name in names]),
        quotes=sum(value.startswith('"') for value in values) * 2 > len(values),
        bare_numbers=any(value.isdecimal() for value in values),
    )


def is_plain(text: str, entry: BibEntry) -> bool:
    """Whether there is nothing in an entry but its fields."""
    starts = [part.start for part in entry.parts] + [entry.body.end]
    ends = [entry.body.start] + [part.end for part in entry.parts]
    between = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    return (
        not entry.faults
        and all(map(_GAP.fullmatch, between[:-1]))
        and bool(_TAIL.fullmatch(between[-1]))
    )


def _gap(between: str, otherwise: str) -> str:
    return between if _GAP.fullmatch(between) else otherwise


def _case(words: Sequence[str]) -> Callable[[str], str]:
    """The first of the cases that all the words are in."""
    return next(
        (case for case in _CASES if all(case(word) == word for word in words)),
        str.lower,
    )


def _column(between: str, columns: Sequence[tuple[int, int]]) -> int:
    """The column that all have in common; 0 where that is chance, or none, or the
    fields stand on one line.

    Each column is given with the length of its name; `between` is what stands between
    two fields.
    """
    if "\n" not in between.replace("\r", "\n"):
        return 0
    lengths, found = (
        {length for length, _ in columns},
        {column for _, column in columns},
    )
    return found.pop() if len(found) == 1 and len(lengths) > 1 else 0
