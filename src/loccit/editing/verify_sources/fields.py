"""The fields that make an entry agree with a record."""

from __future__ import annotations

from loccit.bibliography.formats import editable
from loccit.editing.verify_sources.cited_work import CitedWork
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
    if "title" in fields and cited.entry and cited.entry.has_field("subtitle"):
        fields.setdefault("subtitle", "")
    return fields
