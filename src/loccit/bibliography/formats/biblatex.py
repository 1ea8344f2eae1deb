"""BibLaTeX, written; .bib files of all kinds are read in bibtex.py.

BibLaTeX has entry types, roles of editors, languages and archives that BibTeX has not
(manual, 2.1 to 2.3).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from loccit.bibliography.formats import bibtex
from loccit.bibliography.formats.bibtex.apa.biblatex_apa import ROLES
from loccit.bibliography.formats.bibtex.bibstrings import write_bibstring
from loccit.bibliography.formats.bibtex.dialects import renamed, to_biblatex, with_date
from loccit.bibliography.formats.bibtex.entry_types import csl_type
from loccit.bibliography.formats.bibtex.eprints import ARCHIVES
from loccit.bibliography.formats.bibtex.write import (
    in_dialect,
    lost_in_dialect,
    new_entry,
)
from loccit.model import Source
from loccit.values.languages import is_biblatex_id

NAME = "biblatex"
EXTENSIONS = ()

#: The roles that editors have here; each takes the next of these fields.
_EDITORS = ("editor", "editora", "editorb", "editorc")
_ROLES = {field: role for role, field in reversed(ROLES.items())}

#: What has a publisher of that name (manual, 2.1.1), of what is @misc in BibTeX; the
#: others have an `organization`.
_OF_PUBLISHERS = frozenset(
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


def write(sources: Iterable[Source]) -> str:
    """Entries in BibLaTeX; one that stands in its .bib file and has nothing of BibTeX's
    own stays as it is.
    """
    return "\n".join(in_dialect(source, to_biblatex, _new) + "\n" for source in sources)


def lost(source: Source) -> Iterator[str]:
    return lost_in_dialect(source, write, bibtex.read)


def _new(source: Source) -> tuple[str, dict[str, str]]:
    kind, fields = new_entry(source)
    fields = with_date(fields, "", source.date("issued"))
    _name_archive(source, fields)
    names: dict[str, str] = {}
    if kind == "misc":
        names["howpublished"] = (
            "publisher" if source.type in _OF_PUBLISHERS else "organization"
        )
    if is_biblatex_id(fields.get("language", "")):
        names["language"] = "langid"
    if source.type == "legal_case":
        names["authority"] = "organization"
    fields = _with_types_of_editors(renamed(fields, names))
    if source.type in ("report", "thesis"):
        kind = source.type
        fields |= (
            {"type": write_bibstring(genre)} if (genre := source.text("genre")) else {}
        )
    if kind == "book" and "editor" in fields and "author" not in fields:
        kind = "collection"
    if (
        kind in ("book", "collection")
        and "volumes" in fields
        and "volume" not in fields
    ):
        kind = f"mv{kind}"
    # what BibTeX's @misc is; and a document of an organization is not its site
    if (kind == "misc" and source.type != "document") or csl_type(
        kind, "", fields
    ) == "webpage":
        fields["entrysubtype"] = source.type
    return kind, fields


def _with_types_of_editors(fields: dict[str, str]) -> dict[str, str]:
    """Directors, hosts, narrators ... are editors of a type (manual, 2.3.6)."""
    free = [field for field in _EDITORS if field not in fields]
    new: dict[str, str] = {}
    for name, tex in fields.items():
        if name in _ROLES and free:
            editor = free.pop(0)
            new |= {editor: tex, f"{editor}type": _ROLES[name]}
        else:
            new[name] = tex
    return new


def _name_archive(source: Source, fields: dict[str, str]) -> None:
    """A preprint's number in arXiv, and what another archive calls a work (manual,
    3.14.7).
    """
    number = source.text("number")
    if (
        source.type == "article"
        and source.text("publisher") == "arXiv"
        and number.startswith("arXiv:")
    ):
        del fields["number"], fields["howpublished"]
        fields |= {"eprint": number.removeprefix("arXiv:"), "eprinttype": "arxiv"}
    elif "archiveid" in fields and fields.get("eprint", "").lower() not in (
        "",
        "arxiv",
        *ARCHIVES,
    ):
        fields |= {"eprint": fields.pop("archiveid"), "eprinttype": fields["eprint"]}
