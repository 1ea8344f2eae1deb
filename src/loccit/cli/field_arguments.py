"""Fields on the command line, `title="The New Jim Crow"`, as in a .bib file."""

from __future__ import annotations

from collections.abc import Iterable

from loccit._startup.regex import regex
from loccit.errors import LoccitError

#: Characters that are special in TeX; nobody who types a field means them so.
_BARE = regex(r"(?<!\\)([&%#])")
_VERBATIM = frozenset(["url", "doi", "eprint", "file", "isbn", "issn"])


def field_values(arguments: Iterable[str]) -> dict[str, str]:
    r"""Read fields as names with their TeX; an empty value removes a field.

    Raises:
        LoccitError: an argument is not of the form `name=value`.

    >>> field_values(["title=Food & Drink", "note="])
    {'title': 'Food \\& Drink', 'note': ''}
    """
    values: dict[str, str] = {}
    for argument in arguments:
        name, equals, value = argument.partition("=")
        if not equals:
            raise LoccitError(
                f"`{argument}` is not a field.",
                advice='Write name=value, as in title="Emma".',
            )
        name = name.strip().lower()
        value = " ".join(value.split())
        if name not in _VERBATIM:
            value = _BARE.sub(r"\\\1", value)
        values[name] = value
    return values
