"""Variables that users write into a note, a line each, because their program has no
field for them.

`original-date: 1859` in the note of a CSL-JSON item is read as that variable;
citeproc-js and pandoc do the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.model.csl_json import DATE_VARIABLES, NAME_VARIABLES
from loccit.model.date import Date
from loccit.model.name import Name
from loccit.model.source import Source, Value

_LINE = regex(r"\{:([A-Za-z-]+):\s*([^}]+)\}|^([A-Za-z-]+):[ \t]*(.+)$", re.MULTILINE)
#: The same with labels of several words, as Zotero has them in its field "Extra" (its
#: documentation, "Citing fields from Extra").
_LABELLED = regex(
    r"\{:([A-Za-z_-]+):\s*([^}]+)\}|^[ \t]*([A-Za-z][A-Za-z _-]{1,40}):[ \t]*(\S[^\n]*)$",
    re.MULTILINE,
)
_TEXT_VARIABLES = frozenset(
    [
        "DOI", "ISBN", "ISSN", "PMCID", "PMID", "URL", "archive", "archive-place", "archive_collection",
        "archive_location", "authority", "call-number", "chapter-number", "citation-key", "citation-label",
        "collection-number", "collection-title", "container-title", "container-title-short", "dimensions", "division",
        "edition", "event-place", "event-title", "genre", "issue", "jurisdiction", "keyword", "medium", "number",
        "number-of-pages", "number-of-volumes", "original-publisher", "original-publisher-place", "original-title",
        "page", "part-number", "part-title", "printing-number", "publisher", "publisher-place", "references",
        "reviewed-genre", "reviewed-title", "scale", "section", "source", "status", "supplement-number", "title-short",
        "version", "volume", "volume-title", "year-suffix",
    ]
)  # fmt: skip


#: Variables that a note never holds.
_OTHER_VARIABLES = frozenset(["abstract", "annote", "id", "language", "note", "title"])

#: The variables by what Zotero's users write: "Original Date", "doi", "Number of
#: pages".
_BY_LABEL = {
    name.lower(): name
    for name in (*_TEXT_VARIABLES, *NAME_VARIABLES, *DATE_VARIABLES, "type")
}


def variable_named(label: str) -> str:
    """Return CSL's variable that a label means, or `""`.

    >>> variable_named("Container_Title"), variable_named("doi"), variable_named("Shelf")
    ('container-title', 'DOI', '')
    """
    name = _spelled(label)
    return name if name in _OTHER_VARIABLES else _BY_LABEL.get(name, "")


def with_note_variables(source: Source) -> Source:
    """The source with the variables that its note holds; those it has already stay.

    >>> with_note_variables(Source("a", "book", {"note": "genre: Essay"})).text("genre")
    'Essay'
    """
    note = source.text("note")
    if ":" not in note:
        return source
    return _with(
        source,
        (
            (match[1] or match[3], match[2] or match[4])
            for match in _LINE.finditer(note)
        ),
    )


def taken_from_note(source: Source) -> Source:
    """The source with the variables that its note holds, in Zotero's labels too, and
    the note without them.

    >>> taken_from_note(Source("a", "book", {"note": "Original Title: Essais\\nRead twice."})).variables
    {'note': 'Read twice.', 'original-title': 'Essais'}
    """
    note = source.text("note")
    found = (
        [(match, _BY_LABEL.get(_label(match))) for match in _LABELLED.finditer(note)]
        if ":" in note
        else []
    )
    known = [(match, name) for match, name in found if name]
    if not known:
        return source
    for match, _ in reversed(known):
        note = note[: match.start()] + note[match.end() :]
    variables = {
        **source.variables,
        "note": "\n".join(filter(None, map(str.strip, note.splitlines()))),
    }
    kept = replace(
        source, variables={name: value for name, value in variables.items() if value}
    )
    return _with(kept, ((name, match[2] or match[4]) for match, name in known))


def _label(match: re.Match[str]) -> str:
    """A label as CSL spells it: "Original Date" is `original-date`, but
    `archive_location` keeps its mark.
    """
    return _spelled(match[1] or match[3])


def _spelled(label: str) -> str:
    label = label.strip().lower()
    return label if label in _BY_LABEL else label.replace(" ", "-").replace("_", "-")


def _with(source: Source, pairs: Iterable[tuple[str, str]]) -> Source:
    """The source with more variables, of text as people write it."""
    variables: dict[str, Value] = dict(source.variables)
    kind = source.type
    for name, value in pairs:
        text = value.strip()
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
    return (
        Name(family=family.strip(), given=given.strip()) if mark else Name(literal=text)
    )
