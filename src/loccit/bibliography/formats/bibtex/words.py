"""The words of .bib files, for programs that help people type them."""

from __future__ import annotations

from loccit.bibliography.formats.bibtex.converters import NAMES as _ARE_NAMES
from loccit.bibliography.formats.bibtex.dialects import NAMES as _NAMES
from loccit.bibliography.formats.bibtex.eprints import ARCHIVES
from loccit.bibliography.formats.bibtex.fields import FIELDS
from loccit.bibliography.formats.bibtex.latex.bibstrings import BIBSTRINGS
from loccit.bibliography.formats.bibtex.names import split_at_and
from loccit.bibliography.formats.bibtex.normalize_fields import ALIASES

__all__ = [
    "ARCHIVES",
    "BIBSTRINGS",
    "KEY_FIELDS",
    "NAME_FIELDS",
    "OTHER_NAMES",
    "names_of_field",
    "one_name",
    "split_at_and",
]

#: Fields of people.
NAME_FIELDS = frozenset(row.field for row in FIELDS if row.converter is _ARE_NAMES)
#: Fields that have keys of other entries (BibLaTeX manual, 2.2.3), and whether a field
#: may have several.
KEY_FIELDS = {
    "crossref": False,
    "xref": False,
    "xdata": True,
    "related": True,
    "entryset": True,
}
_PAIRS = [*_NAMES, ("year", "date")]
#: What a field is called in the other dialect.
OTHER_NAMES = {**dict(_PAIRS), **{biblatex: bibtex for bibtex, biblatex in _PAIRS}}


def one_name(field: str) -> str:
    """Return the one name by which a field is read that has several.

    >>> one_name("journaltitle"), one_name("title")
    ('journal', 'title')
    """
    return ALIASES.get(field, field)


def names_of_field(field: str) -> set[str]:
    """Return every name of a field.

    >>> sorted(names_of_field("journal"))
    ['journal', 'journaltitle']
    """
    one = one_name(field)
    return {one, *(alias for alias, name in ALIASES.items() if name == one)}
