"""Convert fields with the names and values of a .bib file to variables of CSL items."""

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

#: A field that holds a part of a date is read as that date.
_DATES = {"year": "date"}


def item_values(type_: str, fields: Mapping[str, str]) -> dict[str, object]:
    """Return the values of an item of a CSL type for these fields.

    A variable whose field is empty gets the value None: it is to be removed. A CSL
    variable without a field of its own goes by its CSL name.

    Raises:
        InvalidChange: a value can't be read.

    >>> item_values("book", {"address": "New York", "date": "2010-05", "note": ""})
    {'publisher-place': 'New York', 'issued': {'date-parts': [[2010, 5]]}, 'note': None}
    """
    kind = entry_type(type_, "")[0]
    values: dict[str, object] = {}
    for name, tex in fields.items():
        if name == "type" and (new_type := _item_type(tex)):
            values["type"] = new_type
            continue
        variable, value = _read(kind, name, tex)
        if tex and not value:
            raise InvalidChange(f"`{name}={tex}` can't be read.")
        values[variable] = _item_value(variable, value) if value else None
    return values


def _item_type(text: str) -> str | None:
    """Return the CSL type for a CSL or BibTeX type; None if it is not one."""
    if text in CSL_TYPES:
        return text
    type_ = csl_type(text, "", ())
    return type_ if type_ != "document" else None


def _item_value(variable: str, value: Value) -> object:
    return source_to_csl_json(Source("", "", {variable: value}))[variable]


def _read(kind: str, name: str, tex: str) -> tuple[str, Value | None]:
    called = ALIASES.get(name, name)
    called = _DATES.get(called, called)
    for field, variable, converter, only in FIELDS:
        if field == called and (only is None or kind in only):
            return variable, converter.read(tex)
    if name in NAME_VARIABLES:
        return name, read_names(tex)
    if name in DATE_VARIABLES:
        return name, read_date(tex)
    return name, tex
