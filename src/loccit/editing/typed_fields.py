"""Values of fields as people type them, as TeX."""

from __future__ import annotations

from collections.abc import Sequence

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.words import NAME_FIELDS
from loccit.editing.typed_people import read_people
from loccit.errors import LoccitError

#: Characters that are special in TeX; nobody who types a field means them so.
_BARE = regex(r"(?<!\\)([&%#])")
_VERBATIM = frozenset(["url", "doi", "eprint", "file", "isbn", "issn"])


def typed_tex(name: str, typed: Sequence[str]) -> str:
    r"""Return the TeX of a field.

    Args:
        name: the field's.
        typed: its values; a field of names may have several, and separate people as
            people do.

    Raises:
        LoccitError: the field has several values, or names that are unclear.

    >>> typed_tex("title", ["Food & Drink"])
    'Food \\& Drink'
    """
    if name in _VERBATIM and len(typed) == 1:
        return typed[0]
    if name in NAME_FIELDS:
        return _escaped(read_people([each for each in typed if each]))
    if len(typed) > 1:
        raise LoccitError(
            f"The field `{name}` is given {len(typed)} times.",
            advice="Give it once; fields of names may be given several times.",
        )
    return _escaped(typed[0])


def _escaped(text: str) -> str:
    return _BARE.sub(r"\\\1", text)
