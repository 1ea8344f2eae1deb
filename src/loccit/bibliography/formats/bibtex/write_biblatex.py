"""Write a source as an entry of BibLaTeX.

BibLaTeX has entry types, roles of editors, languages and archives that BibTeX lacks
(manual, 2.1 to 2.3).
"""

from __future__ import annotations

from loccit.bibliography.formats.bibtex.apa.biblatex_apa import ROLES
from loccit.bibliography.formats.bibtex.bibstrings import write_bibstring
from loccit.bibliography.formats.bibtex.dialects import renamed, to_biblatex, with_date
from loccit.bibliography.formats.bibtex.entry_source import BibtexEntry
from loccit.bibliography.formats.bibtex.entry_types import csl_type
from loccit.bibliography.formats.bibtex.eprints import ARCHIVES
from loccit.bibliography.formats.bibtex.write_entry import in_dialect, new_entry
from loccit.model import Source
from loccit.values.languages import is_biblatex_id

#: The fields for editors with a role; each role takes the next that is free.
_EDITORS = ("editor", "editora", "editorb", "editorc")
#: The `editortype` for the names in a field; the first of several counts.
_ROLES = {field: role for role, field in reversed(ROLES.items())}

#: CSL types that are @misc in BibTeX and have a `publisher` in BibLaTeX (manual,
#: 2.1.1). The others have an `organization`.
_WITH_PUBLISHER = frozenset(
    [
        "dataset",
        "graphic",
        "legal_case",
        "legislation",
        "motion_picture",
        "patent",
        "performance",
        "song",
        "standard",
        "treaty",
    ]
)
_BOOKS = frozenset(["book", "collection"])


def biblatex_entry(source: Source) -> str:
    """Write a source as an entry in BibLaTeX."""
    return in_dialect(source, to_biblatex, _new)


def _new(source: Source) -> BibtexEntry:
    kind, fields = new_entry(source)
    fields = with_date(fields, "", source.date("issued"))
    _name_archive(source, fields)
    fields = renamed(fields, _new_names(kind, source, fields))
    fields = _with_types_of_editors(fields)
    if source.type in ("report", "thesis"):
        kind = source.type
        genre = source.text("genre")
        if genre:
            fields["type"] = write_bibstring(genre)
    kind = _type_of_book(kind, fields)
    is_misc = kind == "misc" and source.type != "document"
    # A document of an organization with a URL is not its web page.
    is_web_page = csl_type(kind, "", fields) == "webpage"
    if is_misc or is_web_page:
        fields["entrysubtype"] = source.type
    return BibtexEntry(kind, fields)


def _new_names(kind: str, source: Source, fields: dict[str, str]) -> dict[str, str]:
    names = {}
    if kind == "misc":
        has_publisher = source.type in _WITH_PUBLISHER
        names["howpublished"] = "publisher" if has_publisher else "organization"
    if is_biblatex_id(fields.get("language", "")):
        names["language"] = "langid"
    if source.type == "legal_case":
        names["authority"] = "organization"
    return names


def _type_of_book(kind: str, fields: dict[str, str]) -> str:
    """Return the type of a book with editors alone, or in several volumes."""
    if kind == "book" and "editor" in fields and "author" not in fields:
        kind = "collection"
    if kind in _BOOKS and "volumes" in fields and "volume" not in fields:
        return f"mv{kind}"
    return kind


def _with_types_of_editors(fields: dict[str, str]) -> dict[str, str]:
    """Make directors, hosts, narrators and the like editors of a type (manual, 2.3.6)."""
    free = [field for field in _EDITORS if field not in fields]
    new: dict[str, str] = {}
    for name, tex in fields.items():
        if name in _ROLES and free:
            editor = free.pop(0)
            new[editor] = tex
            new[f"{editor}type"] = _ROLES[name]
        else:
            new[name] = tex
    return new


def _name_archive(source: Source, fields: dict[str, str]) -> None:
    """Write a number in arXiv or in another archive as `eprint` (manual, 3.14.7)."""
    number = source.text("number")
    is_arxiv = source.type == "article" and source.text("publisher") == "arXiv"
    if is_arxiv and number.startswith("arXiv:"):
        del fields["number"], fields["howpublished"]
        fields |= {"eprint": number.removeprefix("arXiv:"), "eprinttype": "arxiv"}
        return
    archive = fields.get("eprint", "")
    if "archiveid" in fields and archive and archive.lower() not in ARCHIVES:
        fields |= {"eprint": fields.pop("archiveid"), "eprinttype": archive}
