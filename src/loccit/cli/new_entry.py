"""A new source from its type and fields, as a .bib file has them, on the command line
or in an editor.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from loccit._startup.regex import regex
from loccit.errors import InvalidChange, LoccitError
from loccit.model import Place, apply_edits

if TYPE_CHECKING:
    from loccit.model import Source

#: What an editor asks for, beside an author and a title.
_ASKED = {
    "article": ("journal", "date", "volume", "number", "pages", "doi"),
    "book": ("publisher", "date", "edition", "isbn"),
    "incollection": ("booktitle", "editor", "publisher", "date", "pages"),
    "report": ("institution", "date", "number", "url"),
    "thesis": ("type", "institution", "date", "url"),
}
_ASKED_OF_OTHERS = ("date", "url", "urldate")
#: Stands in an entry for the key that is made up for it.
_NO_KEY = "key"
_EMPTY = regex(r"([\w+:.-]+)\s*=\s*\{\s*\}")


def new_source(kind: str, fields: Mapping[str, str]) -> Source:
    """The source that has these fields; it has no key yet.

    Raises:
        LoccitError: there is no such type of entry, or a field is broken.
    """
    from loccit.bibliography.formats.bibtex.edit.layout import Layout

    layout = Layout()
    values = {name: layout.delimited(name, tex) for name, tex in fields.items() if tex}
    if not values:
        raise LoccitError(
            "A source needs fields.",
            advice=f'Write them behind the type: loccit add {kind} title="..." date=2010',
        )
    return _source(layout.entry(_entry_type(kind), _NO_KEY, values))


def edit_new(
    kind: str, fields: Mapping[str, str], accept: Callable[[Source], None]
) -> bool:
    """Open a new entry in an editor, and hand its source to `accept`, until it is
    right; whether there is one.

    Raises:
        LoccitError: it is broken, and the user gave up.
    """
    from loccit.bibliography.formats.bibtex.edit.layout import Layout
    from loccit.cli.editor import edit_until_right

    kind = _entry_type(kind)
    asked = dict.fromkeys(("author", "title", *_ASKED.get(kind, _ASKED_OF_OTHERS)), "")
    values = {name: "{" + tex + "}" for name, tex in {**asked, **fields}.items()}
    text = Layout().entry(kind, _NO_KEY, values) + "\n"
    return edit_until_right(text, ".bib", lambda typed: accept(_source(typed)))


def _entry_type(kind: str) -> str:
    from loccit.bibliography.formats.bibtex.entry_types import ENTRY_TYPES, entry_type
    from loccit.bibliography.nearest import nearest
    from loccit.values.csl_types import CSL_TYPES

    kind = kind.lower()
    if kind in ENTRY_TYPES:
        return kind
    if kind in CSL_TYPES:
        return entry_type(kind, "")[0]
    near = nearest(kind, sorted(ENTRY_TYPES), 3)
    raise LoccitError(
        f"`{kind}` is no type of source, and no DOI, ISBN, arXiv or PubMed number or web address.",
        advice=f"Did you mean {', '.join(near)}?"
        if near
        else "There are book, article, incollection, online, thesis.",
    )


def _source(entry: str) -> Source:
    """The one source of an entry that was typed; what is empty in it is left out."""
    from loccit._startup.dataclass import replace
    from loccit.bibliography.formats import bibtex
    from loccit.bibliography.formats.bibtex.edit import EditableBibtex
    from loccit.bibliography.formats.bibtex.scan import scan

    keys = [found.key for found in scan(entry).entries]
    if len(keys) != 1 or not keys[0]:
        raise InvalidChange(
            "This is not one entry with a key.",
            advice="It begins with such as `@book{doe2020,`.",
        )
    file = EditableBibtex(entry.strip(), "the entry")
    file.replace(keys[0], entry)  # says what is broken
    empty = {field.group(1): "" for field in _EMPTY.finditer(file.text)}
    entry = apply_edits(file.text, file.change(keys[0], empty))
    reading = bibtex.read(entry, "the entry").read(0)
    if reading.source is None or not reading.source.variables:
        raise InvalidChange("There is nothing in this entry.", place=Place("the entry"))
    source = reading.source
    return replace(source, key="") if source.key == _NO_KEY else source
