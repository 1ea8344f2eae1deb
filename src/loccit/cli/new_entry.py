"""Make a new source from a type and fields, on the command line or in an editor."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.bibliography import nearest
from loccit.bibliography.formats import bibtex
from loccit.bibliography.formats.bibtex.edit import EditableBibtex
from loccit.bibliography.formats.bibtex.edit.layout import Layout
from loccit.bibliography.formats.bibtex.entry_types import (
    ENTRY_TYPES,
    WrittenType,
    entry_type,
)
from loccit.bibliography.formats.bibtex.scan import scan
from loccit.cli.editor import edit_until_right
from loccit.cli.everyday_types import EVERYDAY_TYPES
from loccit.errors import InvalidChange, LoccitError
from loccit.model import Place, Source, apply_edits
from loccit.values.csl_types import CSL_TYPES

#: The fields that an editor offers, beside author and title.
_ASKED = {
    "article": ("journal", "date", "volume", "number", "pages", "doi"),
    "book": ("publisher", "date", "edition", "isbn"),
    "incollection": ("booktitle", "editor", "publisher", "date", "pages"),
    "report": ("institution", "date", "number", "url"),
    "thesis": ("type", "institution", "date", "url"),
}
_ASKED_OF_OTHERS = ("date", "url", "urldate")
#: The placeholder in an entry whose key will be made from author and year.
_NO_KEY = "key"
_EMPTY = regex(r"([\w+:.-]+)\s*=\s*\{\s*\}")


def new_source(kind: str, fields: Mapping[str, str]) -> Source:
    """Make a source of these fields; it has no key yet.

    Raises:
        LoccitError: the type of entry is unknown, or a field is broken.
    """
    layout = Layout()
    values = {name: layout.delimited(name, tex) for name, tex in fields.items() if tex}
    if not values:
        raise LoccitError(
            "A source needs fields.",
            advice='Write them after the type: loccit add book title="..." date=2010',
        )
    type_, subtype = _entry_type(kind)
    if subtype:
        values.setdefault("entrysubtype", layout.delimited("entrysubtype", subtype))
    return _source(layout.entry(type_, _NO_KEY, values))


def edit_new(
    kind: str, fields: Mapping[str, str], accept: Callable[[Source], None]
) -> bool:
    """Open a new entry in an editor, and pass its source to `accept` once it is right.

    Returns:
        Whether there is a new source.

    Raises:
        LoccitError: the entry is broken, and the user gave up.
    """
    type_, subtype = _entry_type(kind)
    asked = dict.fromkeys(("author", "title", *_ASKED.get(type_, _ASKED_OF_OTHERS)), "")
    if subtype:
        asked["entrysubtype"] = subtype
    values = {name: "{" + tex + "}" for name, tex in {**asked, **fields}.items()}
    text = Layout().entry(type_, _NO_KEY, values) + "\n"
    return edit_until_right(text, ".bib", lambda typed: accept(_source(typed)))


def _entry_type(kind: str) -> WrittenType:
    kind = kind.lower()
    if kind in ENTRY_TYPES:
        return WrittenType(kind)
    if kind.replace(" ", "") in EVERYDAY_TYPES:
        return EVERYDAY_TYPES[kind.replace(" ", "")]
    if kind in CSL_TYPES:
        return entry_type(kind, "")
    near = nearest(kind, sorted({*ENTRY_TYPES, *EVERYDAY_TYPES}), 3)
    if near:
        advice = f"Did you mean {', '.join(near)}?"
    else:
        advice = "Types are book, article, incollection, online, thesis and others."
    raise LoccitError(
        f"`{kind}` is neither a type of source nor a DOI, an ISBN, "
        "an arXiv or PubMed number or a web address.",
        advice=advice,
    )


def _source(entry: str) -> Source:
    """Read the one entry that was typed, without its empty fields."""
    keys = [found.key for found in scan(entry).entries]
    if len(keys) != 1 or not keys[0]:
        raise InvalidChange(
            "This is not one entry with a key.",
            advice="An entry begins like `@book{doe2020,`.",
        )
    file = EditableBibtex(entry.strip(), "the entry")
    file.replace(keys[0], entry)  # raises where it is broken
    empty = {field.group(1): "" for field in _EMPTY.finditer(file.text)}
    entry = apply_edits(file.text, file.change(keys[0], empty))
    reading = bibtex.read(entry, "the entry").read(0)
    if reading.source is None or not reading.source.variables:
        raise InvalidChange("This entry is empty.", place=Place("the entry"))
    source = reading.source
    return replace(source, key="") if source.key == _NO_KEY else source
