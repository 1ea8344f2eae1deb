"""Fields on the command line, `title="The New Jim Crow"`, as they stand in a .bib file."""

from __future__ import annotations

from collections.abc import Iterable

from loccit._startup.regex import regex
from loccit.errors import LoccitError

#: What TeX reads as more than itself, and nobody means so in these fields.
_BARE = regex(r"(?<!\\)([&%#])")
_VERBATIM = frozenset(["url", "doi", "eprint", "file", "isbn", "issn"])


def field_values(arguments: Iterable[str]) -> dict[str, str]:
    r"""Names with their TeX; an empty value takes the field out.

    Raises:
        LoccitError: one is not of the form `name=value`.

    >>> field_values(["title=Food & Drink", "note="])
    {'title': 'Food \\& Drink', 'note': ''}
    """
    values: dict[str, str] = {}
    for argument in arguments:
        name, equals, value = argument.partition("=")
        if not equals:
            raise LoccitError(
                f"`{argument}` is no field.",
                advice='Write name=value, as in title="Emma".',
            )
        value = " ".join(value.split())
        values[name.strip().lower()] = (
            value if name.strip().lower() in _VERBATIM else _BARE.sub(r"\\\1", value)
        )
    return values
