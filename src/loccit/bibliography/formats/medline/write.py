"""Write the records of MEDLINE, with PubMed's tags."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography.formats.medline.fields import (
    AUTHORS,
    EDITORS,
    FIELDS,
    PUBLICATION_TYPES,
    SUFFIX,
    NameTags,
)
from loccit.bibliography.records.fields import write_fields
from loccit.model import Source


def write_record(source: Source) -> str:
    """Write a record, which begins with its PMID.

    A source without one begins with the owner of the record instead: NOTNLM, not the
    National Library of Medicine.
    """
    fields = write_fields(source, FIELDS)
    lines = [(tag, text) for tag, text in fields if tag == "PMID"]
    if not lines:
        lines.append(("OWN", "NOTNLM"))
    for tag, text in fields:
        lines += _spelled_out(source, tag, text)
    lines.append(("PT", PUBLICATION_TYPES.get(source.type, "")))
    return "".join(map(_write_line, lines))


def _write_line(line: tuple[str, str]) -> str:
    tag, text = line
    text = " ".join(text.split())
    return f"{tag:4}- {text}\n" if text else ""


def _spelled_out(source: Source, tag: str, text: str) -> Iterator[tuple[str, str]]:
    """Write a tag of fields.py as PubMed's tags."""
    if tag == "author":
        yield from _write_name(AUTHORS, text)
    elif tag == "editor":
        yield from _write_name(EDITORS, text)
    elif tag == "TI" and source.text("original-title"):
        yield "TI", f"[{text}]"
    elif tag == "DOI":
        yield "AID", f"{text} [doi]"
    elif tag == "IS":
        # PubMed adds what an ISSN belongs to; "Linking" is the journal in any medium.
        for number in text.split(", "):
            yield "IS", f"{number} (Linking)"
    elif tag == "url":
        yield "LID", text
    elif tag == "keyword":
        yield "OT", text
    elif tag != "PMID":
        yield tag, text


def _write_name(of: NameTags, text: str) -> Iterator[tuple[str, str]]:
    if text.endswith(","):
        yield "CN", text[:-1]
    else:
        yield of.full, text
        yield of.short, _in_short(text)


def _in_short(name: str) -> str:
    """Return the surname and the initials.

    >>> _in_short("Long, Vicky Jane Jr")
    'Long VJ Jr'
    """
    suffix = SUFFIX.search(name)
    without_suffix = name[: suffix.start()] if suffix else name
    family, _, given = without_suffix.partition(",")
    initials = "".join(word[0] for word in given.replace("-", " ").split())
    parts = [family, initials]
    if suffix:
        parts.append(suffix[1])
    return " ".join(filter(None, parts))
