"""What databases and programs mean by the tags of RIS, told as ris_fields.py has it;
and back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from loccit._startup.regex import regex
from loccit.bibliography.formats.ris.dates import read_date
from loccit.bibliography.formats.ris.fields import CONFERENCE, COUNTED, EDITED
from loccit.bibliography.records.addresses import move_links
from loccit.bibliography.records.converters import one_line, read_genre, read_pages
from loccit.bibliography.records.lines import Line, Tags
from loccit.bibliography.records.standard_numbers import move_standard_numbers
from loccit.bibliography.records.types import ARTICLES
from loccit.values.identifiers import is_doi_address, read_doi, read_pmcid
from loccit.values.page_ranges import join_pages, page_range

_COUNT = regex(r"(\d+) ?pp?\.?$")
_PUBMED = regex(r"pub ?med|medline", re.IGNORECASE)


def prepared(ris_type: str, type_: str, lines: Iterable[Line]) -> list[Line]:
    """The lines of a record of that type with one meaning to each tag."""
    tags = Tags(lines)
    if ris_type == "EDBOOK" and "ED" not in tags:
        tags.rename("AU", "ED")
        tags.rename("A1", "ED")
    elif type_ in EDITED and not any(tag in tags for tag in ("T2", "T3", "ED", "A3")):
        tags.rename(
            "A2", "ED"
        )  # an editor of a series is none where there is no series
    _tell_containers(type_, tags)
    _tell_dates(tags)
    _tell_pages(type_, tags)
    move_standard_numbers(type_, "SN", tags)
    _tell_dois(tags)
    move_links("UR", tags)
    _tell_pubmed(tags)
    tags["M3"] = [line for line in tags.get("M3", []) if read_genre(line.text)]
    return tags.lines()


def _tell_containers(type_: str, tags: Tags) -> None:
    if type_ in CONFERENCE:
        if "C3" not in tags:
            tags.rename(
                "T2", "C3"
            )  # only EndNote and Zotero tell the conference from its proceedings
        if "C1" not in tags:
            tags.rename("CY", "C1")
    elif (
        type_ in ARTICLES
        and "JO" in tags
        and "JF" not in tags
        and "T2" in tags
        and not _of_one(tags)
    ):
        tags.rename("T2", "T3")  # ScienceDirect: the special issue, or the section
    names = ("JF", "T2", "BT", "JO")
    if type_ in ARTICLES and not any(name in tags for name in names):
        tags.rename("JA" if "JA" in tags else "J2" if "J2" in tags else "J1", "JF")


def _of_one(tags: Tags) -> bool:
    """Whether T2 and JO name one journal."""
    return abbreviates(tags.text("JO"), tags.text("T2")) or abbreviates(
        tags.text("T2"), tags.text("JO")
    )


def abbreviates(short: str, long: str) -> bool:
    """Whether each word of `short` begins as a word of `long` does, in the same order.

    >>> abbreviates("Am. Sociol. Rev.", "American Sociological Review"), abbreviates("Cities", "Special Section")
    (True, False)
    """
    words = iter(long.lower().split())
    return all(
        any(word.startswith(part[:1]) for word in words)
        for part in short.lower().split()
    )


def _tell_dates(tags: Tags) -> None:
    """One date of DA, PY and Y1: the fullest, if it is of the same year as the others."""
    lines = [line for tag in ("PY", "Y1", "DA") for line in tags.get(tag, [])]
    if not lines:
        return
    first = read_date(lines[0].text)
    year = str(first.start.year) if first and first.start else ""
    best, kept = lines[0], [lines[0]]
    for line in lines[1:]:
        date = read_date(line.text, year)
        if date and date.start and year in ("", str(date.start.year)):
            kept.append(line)
            if (
                len(line.text.strip("/")) > len(best.text.strip("/"))
                or not year
                or "/" not in best.text
            ):
                best = line
    for line in kept:
        tags[line.tag].remove(line)
    text = (
        best.text
        if best is lines[0] or read_date(best.text) == read_date(best.text, year)
        else ""
    )
    tags.put("date", text or f"{year}///{best.text}", best)


def _tell_pages(type_: str, tags: Tags) -> None:
    start, end = read_pages(tags.text("SP")), read_pages(tags.text("EP"))
    if not start and not end:
        return
    of = tags["SP" if start else "EP"][0]
    counted = _COUNT.match(start)
    if not end and (counted or (type_ in COUNTED and "-" not in start)):
        tags.put("count", counted[1] if counted else start, of)
    else:
        tags.put("pages", join_pages(start, end), of)
    for tag in ("SP", "EP"):
        if tag in tags:
            del tags[tag][0]


def _tell_dois(tags: Tags) -> None:
    """Find the DOI, which belongs in DO, also in M3, N1, L3 and in addresses."""
    for tag in ("DO", "DI", "L3", "M3", "N1", "UR"):
        for line in list(tags.get(tag, [])):
            text = one_line(line.text)
            if tag == "UR" and not is_doi_address(text):
                continue
            if not (doi := read_doi(text)):
                continue
            if "DO" not in tags:
                tags.put("DO", doi, line)
            if tag not in ("DO", "UR") and read_doi(tags.text("DO")) == doi:
                tags[tag].remove(line)


def _tell_pubmed(tags: Tags) -> None:
    """EndNote has PubMed's numbers in AN and C2."""
    if tags.text("AN").isdigit() and (
        _PUBMED.search(tags.text("DB")) or _PUBMED.search(tags.text("DP"))
    ):
        tags.rename("AN", "pmid")
        if tags.text("DB") == "PubMed":
            del tags["DB"]
    tags.rename("PMID", "pmid")
    for tag in ("C2", "AN"):
        if read_pmcid(tags.text(tag)):
            tags.rename(tag, "pmcid")


def spelled_out(
    type_: str, fields: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """Tags of ris_fields.py as tags that any reader of RIS knows."""
    tags = dict(fields)
    for tag, text in fields:
        if tag in ("isbn", "issn", "sn"):
            yield "SN", text
        elif tag == "C3" and type_ in CONFERENCE and "T2" not in tags:
            yield "T2", text
        elif tag == "C1" and type_ in CONFERENCE and "CY" not in tags:
            yield "CY", text
        elif tag == "date":
            yield "PY", text.partition("/")[0]
            if "/" in text.rstrip("/"):
                yield "DA", text
        elif tag == "pages":
            pages = page_range(text)
            yield "SP", pages.first if pages else text
            if pages:
                yield "EP", pages.last
        elif tag == "count":
            if "pages" not in tags:
                yield "SP", text if type_ in COUNTED else f"{text}p"
        elif tag == "pmid":
            if "AN" not in tags and "DB" not in tags:
                yield "AN", text
                yield "DB", "PubMed"
        elif tag == "pmcid":
            yield "C2", text
        else:
            yield tag, text
