"""The fields that make an entry agree with a record."""

from __future__ import annotations

from loccit.bibliography.formats import editable
from loccit.editing.verify_sources.cited_work import CitedWork, StoredEntry
from loccit.lookup.verify import Difference
from loccit.model import Source, apply_edits

#: Any file whose fields are those of a .bib file.
_BIB = "record.bib"
_KEY = "record"


def fields_of(difference: Difference, cited: CitedWork) -> dict[str, str]:
    """Return the fields of an entry that make a variable agree, written as in a .bib
    file; "" removes one.
    """
    variables = {difference.variable: difference.value}
    source = Source(_KEY, cited.work.source.type, variables, headline=True)
    empty = editable("", _BIB, ".bib")
    text = apply_edits("", empty.add([source]))
    values = editable(text, _BIB, ".bib").values(_KEY)
    fields = {name: str(tex) for name, tex in values.items() if name != "entrytype"}
    return _as_in_entry(fields, cited.entry) if cited.entry else fields


def _as_in_entry(fields: dict[str, str], entry: StoredEntry) -> dict[str, str]:
    """Return the fields as an entry has them: with a date in one field, or a title in
    two.
    """
    if "title" in fields and entry.has_field("subtitle"):
        return {"subtitle": ""} | fields
    if "year" in fields and entry.has_field("date"):
        return {"date": fields["year"]}
    return fields
