"""Variables that users write into a note, a line each, because their program has no field for them.

`original-date: 1859` in the note of a CSL-JSON item is read as that variable; citeproc-js and pandoc do the same.
"""

from __future__ import annotations

import re

from loccit.model import Date, Name, Source, Value
from loccit.model.csl_json import DATE_VARIABLES, NAME_VARIABLES
from loccit.model.dataclass import replace
from loccit.model.pattern import pattern

_LINE = pattern(r"\{:([A-Za-z-]+):\s*([^}]+)\}|^([A-Za-z-]+):[ \t]*(.+)$", re.MULTILINE)
_TEXT_VARIABLES = frozenset(
    [
        "DOI", "ISBN", "ISSN", "PMCID", "PMID", "URL", "archive", "archive-place", "archive_collection",
        "archive_location", "authority", "call-number", "chapter-number", "citation-label", "collection-number",
        "collection-title", "container-title", "container-title-short", "dimensions", "division", "edition",
        "event-place", "event-title", "genre", "issue", "jurisdiction", "keyword", "medium", "number",
        "number-of-pages", "number-of-volumes", "original-publisher", "original-publisher-place", "original-title",
        "page", "part-number", "part-title", "printing-number", "publisher", "publisher-place", "references",
        "reviewed-genre", "reviewed-title", "scale", "section", "source", "status", "supplement-number", "title-short",
        "version", "volume", "volume-title", "year-suffix",
    ]
)  # fmt: skip


def with_note_variables(source: Source) -> Source:
    """The source with the variables that its note holds; those it has already stay.

    >>> with_note_variables(Source("a", "book", {"note": "genre: Essay"})).text("genre")
    'Essay'
    """
    note = source.text("note")
    if ":" not in note:
        return source
    variables: dict[str, Value] = dict(source.variables)
    kind = source.type
    for match in _LINE.finditer(note):
        name, text = match[1] or match[3], (match[2] or match[4]).strip()
        if name == "type":
            kind = text
        elif name in NAME_VARIABLES:
            known = variables.get(name, ())
            if name not in source.variables and isinstance(known, tuple):
                variables[name] = (*known, _name(text))
        elif name in DATE_VARIABLES:
            variables.setdefault(name, Date(raw=text))
        elif name in _TEXT_VARIABLES:
            variables.setdefault(name, text)
    return replace(source, type=kind, variables=variables)


def _name(text: str) -> Name:
    """`Family || Given`, or a name that is not taken apart."""
    family, mark, given = text.partition("||")
    return Name(family=family.strip(), given=given.strip()) if mark else Name(literal=text)
