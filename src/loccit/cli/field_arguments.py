"""Fields on the command line, `title="The New Jim Crow"`, as in a .bib file."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from loccit.editing.typed_fields import typed_tex
from loccit.errors import LoccitError
from loccit.lint.sources.unknown_field import field_meant_by

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
    return {name: typed_tex(name, typed) for name, typed in values.items()}


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
