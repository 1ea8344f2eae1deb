"""Fields on the command line, `title="The New Jim Crow"`, as in a .bib file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.fields import FIELDS
from loccit.cli.typed_people import read_people
from loccit.errors import LoccitError
from loccit.lint.sources.unknown_field import field_meant_by
from loccit.model.csl_json import NAME_VARIABLES

#: Characters that are special in TeX; nobody who types a field means them so.
_BARE = regex(r"(?<!\\)([&%#])")
_NAMES = frozenset(row.field for row in FIELDS if row.variable in NAME_VARIABLES)
#: Words that people type for fields.
_EVERYDAY = {
    "authors": "author",
    "editors": "editor",
    "page": "pages",
    "place": "location",
    "show": "booktitle",
    "site": "journaltitle",
    "website": "journaltitle",
}
_VERBATIM = frozenset(["url", "doi", "eprint", "file", "isbn", "issn"])


def field_values(arguments: Iterable[str]) -> dict[str, str]:
    r"""Read fields as names with their TeX; an empty value removes a field.

    A field of names may be given several times, and separate people as people do.

    Raises:
        LoccitError: an argument is not of the form `name=value`, names a field twice or
            one that looks mistyped, or has names that are unclear.

    >>> field_values(["title=Food & Drink", "note="])
    {'title': 'Food \\& Drink', 'note': ''}
    """
    values: dict[str, list[str]] = {}
    for argument in arguments:
        name, equals, value = argument.partition("=")
        if not equals:
            raise LoccitError(
                f"`{argument}` is not a field.",
                advice='Write name=value, as in title="Emma".',
            )
        name = name.strip().lower()
        name = _EVERYDAY.get(name, name)
        values.setdefault(name, []).append(" ".join(value.split()))
    _refuse_mistyped(values)
    return {name: _tex(name, typed) for name, typed in values.items()}


def _tex(name: str, typed: Sequence[str]) -> str:
    if name in _VERBATIM and len(typed) == 1:
        return typed[0]
    if name in _NAMES:
        return _escaped(read_people([each for each in typed if each]))
    if len(typed) > 1:
        raise LoccitError(
            f"The field `{name}` is given {len(typed)} times.",
            advice="Give it once; fields of names may be given several times.",
        )
    return _escaped(typed[0])


def _escaped(text: str) -> str:
    return _BARE.sub(r"\\\1", text)


def _refuse_mistyped(names: Collection[str]) -> None:
    """Raise LoccitError for a field that is not read, if one that is differs by a
    letter.
    """
    for name in names:
        meant = field_meant_by(name, names)
        if meant:
            raise LoccitError(
                f"The field `{name}` is not read.", advice=f"Did you mean `{meant}`?"
            )
