"""The fields that are read as TeX, unlike addresses and identifiers."""

from __future__ import annotations

from loccit.bibliography.formats.bibtex.converters import DOI, VERBATIM
from loccit.bibliography.formats.bibtex.fields import FIELDS
from loccit.bibliography.formats.bibtex.normalize_fields import ALIASES

_TABLE = frozenset(
    field.field for field in FIELDS if field.converter not in (DOI, VERBATIM)
) - {"eprint"}
TEXT_FIELDS = (
    _TABLE
    | {alias for alias, field in ALIASES.items() if field in _TABLE}
    | {"subtitle", "booksubtitle"}
)
