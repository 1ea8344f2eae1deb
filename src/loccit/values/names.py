"""Values of variables as metadata has them: dates in ISO 8601, names in full."""

from __future__ import annotations

from loccit.model import Name, Source
from loccit.values.raw_date import parse_raw_date

#: What stands for further names; CSL has no variable for it, pandoc's processor knows
#: it as this literal.
OTHERS = Name(literal="others")


def iso_date(source: Source, variable: str) -> str:
    """The date, or where a range begins, as far as it is known; `""` for words and for
    years before the common era.

    >>> from loccit.model import Date, DateParts
    >>> iso_date(Source("a", "book", {"issued": Date(DateParts(2018, 3, 19))}), "issued")
    '2018-03-19'
    """
    date = source.date(variable)
    start = parse_raw_date(date).start if date is not None else None
    if start is None or not 0 < start.year <= 9999:
        return ""
    return "-".join(
        [
            f"{start.year:04}",
            *(f"{part:02}" for part in (start.month, start.day) if part),
        ]
    )


def family_name(name: Name) -> str:
    """The family name with its particles."""
    return " ".join(
        filter(None, (name.dropping_particle, name.non_dropping_particle, name.family))
    )


def inverted_name(name: Name) -> str:
    """A person as lists name people.

    >>> inverted_name(Name("Gates", "Henry Louis", "Jr."))
    'Gates, Henry Louis, Jr.'
    """
    return ", ".join(filter(None, (family_name(name), name.given, name.suffix)))


def full_name(name: Name) -> str:
    """A person as people say the name, or a group.

    >>> full_name(Name("Gates", "Henry Louis", "Jr."))
    'Henry Louis Gates, Jr.'
    """
    said = name.literal or " ".join(filter(None, (name.given, family_name(name))))
    return ", ".join(filter(None, (said, name.suffix)))
