"""Lists of people as people type them, as BibTeX writes them.

BibTeX knows one separator, `and`. People type semicolons, ampersands and commas; where
those can only separate people they are read, and what may be one person or several is
refused: a list with a wrong author is worse than a question.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit.errors import LoccitError
from loccit.values.people import ListedName, split_people


def read_people(values: Sequence[str]) -> str:
    """Return typed names, one value or several, as the TeX of a field of names.

    Raises:
        LoccitError: a value may be one person or several.

    >>> read_people(["Jimenez, Jillian; Pasztor, Eileen Mayers"])
    'Jimenez, Jillian and Pasztor, Eileen Mayers'
    >>> read_people(["Jillian Jimenez, Eileen Pasztor, & Ruth Chambers"])
    'Jillian Jimenez and Eileen Pasztor and Ruth Chambers'
    >>> read_people(["Jimenez, J., Pasztor, E. M., & Chambers, R. M."])
    'Jimenez, J. and Pasztor, E. M. and Chambers, R. M.'
    >>> read_people(["Mutual Aid Society", "Doe, Jo et al."])
    '{Mutual Aid Society} and Doe, Jo and others'
    """
    return " and ".join(name for value in values for name in _people(value))


def _people(value: str) -> Iterator[str]:
    """Yield the names of one value."""
    people = split_people(value)
    if not people.is_clear:
        raise _unclear(value)
    yield from map(_as_tex, people.names)
    if people.has_others:
        yield "others"


def _as_tex(name: ListedName) -> str:
    if name.is_group and not name.text.startswith("{"):
        return f"{{{name.text}}}"
    return name.text


def _unclear(value: str) -> LoccitError:
    return LoccitError(
        f"`{value}` may be one person, several, or a group.",
        advice="Write `and` between people, the surname first: "
        "`Jimenez, Jillian and Pasztor, Eileen`. Put a group, or a surname of several "
        "words, in braces: `{Mutual Aid LA}`, `{García Márquez}, Gabriel José`.",
    )
