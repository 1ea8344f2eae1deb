"""Sources that labelled references are about, and which fields people leave out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from loccit._startup.dataclass import replace
from loccit.bibliography import read_library
from loccit.model import Source

#: How often a variable is left out, as it is in lists that people type.
LEFT_OUT = {
    "abstract": 1.0,
    "annote": 1.0,
    "keyword": 1.0,
    "note": 0.8,
    "language": 1.0,
    "PMID": 0.8,
    "PMCID": 0.9,
    "ISSN": 0.9,
    "ISBN": 0.7,
    "call-number": 0.9,
    "DOI": 0.45,
    "URL": 0.4,
    "issue": 0.22,
    "volume": 0.04,
    "page": 0.14,
    "number-of-pages": 0.7,
    "publisher-place": 0.3,
    "publisher": 0.1,
    "issued": 0.03,
    "author": 0.04,
    "collection-title": 0.4,
    "editor": 0.15,
    "event-title": 0.4,
    "event-place": 0.4,
    "accessed": 0.4,
    "genre": 0.2,
}
#: What some exports have for a value that is missing.
_NO_VALUE = ("????", "<")
#: The share of each type, as in the lists that people type.
TYPES = {
    "article-journal": 38,
    "book": 18,
    "chapter": 13,
    "webpage": 8,
    "paper-conference": 8,
    "report": 6,
    "thesis": 4,
    "article-newspaper": 3,
    "article-magazine": 3,
}
OTHER_TYPES = 8


def labelled_sources(path: Path) -> Iterator[Source]:
    """Yield the works that AnyStyle's labelled references are about."""
    for line in path.read_text("utf-8").splitlines():
        given = json.loads(line)
        fields = given["fields"]
        if not fields.get("author") or not fields.get("title"):
            continue
        if _has_words_in_names(fields) or "<" in given["text"]:
            continue
        item = {**fields, "id": given["id"], "type": _type(fields)}
        item["issued"] = {"raw": str(fields.get("issued", ""))}
        for source in read_library([item]):
            yield replace(source, key=given["id"])


def _has_words_in_names(fields: dict[str, Any]) -> bool:
    """Return whether "In" or "editors" became part of a name."""
    for name in [*fields["author"], *fields.get("editor", ())]:
        words = " ".join(name.values()).lower().replace(",", " ").split()
        if "in" in words or "by" in words or any(each[:2] == "ed" for each in words):
            return True
    return False


def _type(fields: dict[str, Any]) -> str:
    if fields.get("type"):
        return str(fields["type"])
    if "genre" in fields and "hesis" in fields["genre"]:
        return "thesis"
    if "container-title" in fields:
        if "editor" in fields:
            return "chapter"
        if "roceedings" in fields["container-title"]:
            return "paper-conference"
        return "article-journal" if "volume" in fields else "article-magazine"
    if "publisher" in fields:
        return "book"
    return "webpage" if "URL" in fields else "document"
