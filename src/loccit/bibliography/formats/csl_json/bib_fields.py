"""Fields, called and written as in a .bib file, as what a CSL item has for them."""

from __future__ import annotations

from collections.abc import Mapping

from loccit.bibliography.formats.bibtex.entry_types import csl_type, entry_type
from loccit.bibliography.formats.bibtex.fields import FIELDS
from loccit.bibliography.formats.bibtex.names import read_names
from loccit.bibliography.formats.bibtex.normalize_fields import ALIASES
from loccit.errors import InvalidChange
from loccit.model import Source, Value
from loccit.model.csl_json import DATE_VARIABLES, NAME_VARIABLES, source_to_csl_json
from loccit.values.csl_types import CSL_TYPES
from loccit.values.dates import read_date

#: Fields that are a part of a date, or stand for it.
_DATES = {"year": "date"}


def item_values(type_: str, fields: Mapping[str, str]) -> dict[str, object]:
    """What an item of a CSL type has for these fields; None where one is taken out.

    Variables of CSL that no field is called by are known by their own names.

    Raises:
        InvalidChange: nothing can be made of a value.

    >>> item_values("book", {"address": "New York", "date": "2010-05", "note": ""})
    {'publisher-place': 'New York', 'issued': {'date-parts': [[2010, 5]]}, 'note': None}
    """
    kind = entry_type(type_, "")[0]
    values: dict[str, object] = {}
    for name, tex in fields.items():
        if name == "type" and (tex in CSL_TYPES or csl_type(tex, "", ()) != "document"):
            values["type"] = tex if tex in CSL_TYPES else csl_type(tex, "", ())
            continue
        variable, value = _read(kind, name, tex)
        if tex and not value:
            raise InvalidChange(f"Nothing can be made of `{name}={tex}`.")
        values[variable] = (
            source_to_csl_json(Source("", "", {variable: value}))[variable]
            if value
            else None
        )
    return values


def _read(kind: str, name: str, tex: str) -> tuple[str, Value | None]:
    called = _DATES.get(ALIASES.get(name, name), ALIASES.get(name, name))
    for field, variable, converter, only in FIELDS:
        if field == called and (only is None or kind in only):
            return variable, converter.read(tex)
    if name in NAME_VARIABLES:
        return name, read_names(tex)
    return name, read_date(tex) if name in DATE_VARIABLES else tex
