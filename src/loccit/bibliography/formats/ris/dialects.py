"""RIS as databases and programs use its tags <-> RIS with one meaning for each tag, as
in fields.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from loccit._startup.regex import regex
from loccit.bibliography.formats.ris.dates import read_date
from loccit.bibliography.formats.ris.fields import CONFERENCE, COUNTED, EDITED
from loccit.bibliography.records.addresses import move_links
from loccit.bibliography.records.converters import read_pages
from loccit.bibliography.records.lines import Line, Tags
from loccit.bibliography.records.standard_numbers import move_standard_numbers
from loccit.bibliography.records.types import ARTICLES
from loccit.model import Date
from loccit.values.character_references import one_line
from loccit.values.genres import read_genre
from loccit.values.identifiers import is_doi_address, read_doi, read_pmcid
from loccit.values.page_ranges import join_pages, page_range

#: A number of pages, as in "320 pp.".
_COUNT = regex(r"(\d+) ?pp?\.?$")
#: A running time: "2h13m", "11:50", "133 min".
_DURATION = regex(r"\d+ ?(?:h|m|s|:\d)", re.IGNORECASE)
#: The names that databases have for PubMed.
_PUBMED = regex(r"pub ?med|medline", re.IGNORECASE)
#: The tags of a journal's title; without any of them, its abbreviation is the title.
_CONTAINERS = frozenset(["JF", "T2", "BT", "JO"])
#: The tags of journals alone.
_JOURNALS = frozenset(["JF", "JO", "JA", "J1"])
#: With one of these an edited work is in a series, and A2 has the series' editors.
_SERIES = frozenset(["T2", "T3", "ED", "A3"])
#: Works whose A2 are their makers if nobody else is.
_WITHOUT_EDITORS = frozenset(
    [
        "broadcast",
        "graphic",
        "motion_picture",
        "performance",
        "post",
        "post-weblog",
        "software",
        "speech",
        "webpage",
    ]
)
#: Tags that can hold a DOI, the likeliest first.
_DOI_TAGS = ["DO", "DI", "L3", "M3", "N1", "UR"]


def is_in_journal(lines: Iterable[Line]) -> bool:
    """Return whether a record without a known type is an article's.

    EBSCO's records of articles are "generic".
    """
    tags = Tags(lines)
    return not tags.keys().isdisjoint(_JOURNALS) and "VL" in tags


def prepared(ris_type: str, type_: str, lines: Iterable[Line]) -> list[Line]:
    """Return the lines of a record with one meaning for each tag.

    Args:
        ris_type: the type in the record.
        type_: CSL's type for it.
        lines: all lines except those of the type and the key.
    """
    tags = Tags(lines)
    _move_editors(ris_type, type_, tags)
    if type_ in CONFERENCE:
        _move_proceedings(tags)
    elif type_ in ARTICLES:
        _move_journal(tags)
    elif type_ == "motion_picture" and _DURATION.match(tags.text("SP")):
        tags.rename("SP", "duration")  # Zotero's running time
    if type_ == "webpage":
        _move_access_date(tags)
    _join_dates(tags)
    _join_pages(type_, tags)
    move_standard_numbers(type_, "SN", tags)
    _move_doi(tags)
    move_links("UR", tags)
    _move_pubmed_numbers(tags)
    tags["M3"] = [line for line in tags.get("M3", []) if read_genre(line.text)]
    return tags.lines()


def _move_editors(ris_type: str, type_: str, tags: Tags) -> None:
    """Move the editors of the work itself to ED, and the makers of what has no editors
    to AU.
    """
    if type_ in _WITHOUT_EDITORS and not tags.keys() & {"AU", "A1"}:
        tags.rename("A2", "AU")  # Zotero's speakers
    if ris_type == "EDBOOK" and "ED" not in tags:
        tags.rename("AU", "ED")
        tags.rename("A1", "ED")
    elif type_ in EDITED and not tags.keys() & _SERIES:
        tags.rename("A2", "ED")


def _move_proceedings(tags: Tags) -> None:
    """Move the proceedings to C3 and their publisher's place to C1.

    Only EndNote and Zotero have them there, apart from the conference and its place in
    T2 and CY.
    """
    if "C3" not in tags:
        tags.rename("T2", "C3")
    if "C1" not in tags:
        tags.rename("CY", "C1")


def _move_journal(tags: Tags) -> None:
    """Move the title of the journal to JF if only its abbreviation is known.

    ScienceDirect has the journal in JO, and a special issue or a section in T2; EBSCO
    has it in JF, and an alternative title in T2.
    """
    journal = tags.text("JF") or tags.text("JO")
    has_two = bool(journal) and "T2" in tags
    if has_two and not _is_one_journal(journal, tags.text("T2")):
        tags.rename("T2", "N1" if "JF" in tags else "T3")
    if tags.keys() & _CONTAINERS:
        return
    for tag in ("JA", "J2", "J1"):
        if tag in tags:
            tags.rename(tag, "JF")
            return


def _is_one_journal(one: str, other: str) -> bool:
    return abbreviates(one, other) or abbreviates(other, one)


def abbreviates(short: str, long: str) -> bool:
    """Return whether `short` may abbreviate `long`.

    Each of its words has the first letter of a word of `long`, in the same order.

    >>> abbreviates("Am. Sociol. Rev.", "American Sociological Review")
    True
    >>> abbreviates("Cities", "Special Section")
    False
    """
    initials = iter([word[0] for word in long.lower().split()])
    return all(word[0] in initials for word in short.lower().split())


def _move_access_date(tags: Tags) -> None:
    """Move the date of access to Y2: EndNote has it in M1, and its year in VL."""
    date = read_date(tags.text("M1"), tags.text("VL"))
    if date is None or date.start is None or "Y2" in tags:
        return
    line = tags.pop("M1")[0]
    text = line.text
    if read_date(text) is None and "VL" in tags:
        text = f"{text}, {tags.text('VL')}"
    tags.put("Y2", text, line)
    if tags.text("VL") == str(date.start.year):
        del tags["VL"]


def _join_dates(tags: Tags) -> None:
    """Replace PY, Y1 and DA by one date, the fullest of them.

    The first decides the year; a date of another year stays where it is.
    """
    lines = [line for tag in ("PY", "Y1", "DA") for line in tags.get(tag, [])]
    if not lines:
        return
    first = lines[0]
    year = _year(read_date(first.text))
    same_year = [line for line in lines[1:] if _is_of_year(line, year)]
    best = first
    for line in same_year:
        if not year or _is_fuller(line.text, best.text):
            best = line
    for line in [first, *same_year]:
        tags[line.tag].remove(line)
    tags.put("date", best.text if best is first else _with_year(best.text, year), best)


def _year(date: Date | None) -> str:
    return str(date.start.year) if date and date.start else ""


def _is_of_year(line: Line, year: str) -> bool:
    """Return whether a date is of that year; if the year is unknown, of any."""
    found = _year(read_date(line.text, year))
    return bool(found) and year in ("", found)


def _is_fuller(text: str, best: str) -> bool:
    return "/" not in best or len(text.strip("/")) > len(best.strip("/"))


def _with_year(text: str, year: str) -> str:
    """Return a date with its year in front, unless the date has a year itself."""
    has_year = read_date(text) == read_date(text, year)
    return text if has_year else f"{year}///{text}"


def _join_pages(type_: str, tags: Tags) -> None:
    """Join SP and EP to `pages`; move an SP that is a number of pages to `count`."""
    start, end = read_pages(tags.text("SP")), read_pages(tags.text("EP"))
    if not start and not end:
        return
    of = tags["SP" if start else "EP"][0]
    count = "" if end else _count(type_, start)
    if count:
        tags.put("count", count, of)
    elif start.endswith(","):
        tags.put("pages", f"{start} {end}", of)  # Zotero splits "A1, A4" there
    else:
        tags.put("pages", join_pages(start, end), of)
    for tag in ("SP", "EP"):
        if tag in tags:
            del tags[tag][0]


def _count(type_: str, start: str) -> str:
    """Return the number of pages if SP has it, or `""`."""
    labelled = _COUNT.match(start)
    if labelled:
        return labelled[1]
    return start if type_ in COUNTED and "-" not in start else ""


def _move_doi(tags: Tags) -> None:
    """Move the DOI, which belongs in DO, from M3, N1 and L3, and copy it from URLs."""
    for tag in _DOI_TAGS:
        for line in list(tags.get(tag, [])):
            text = one_line(line.text)
            if tag == "UR" and not is_doi_address(text):
                continue
            doi = read_doi(text)
            if not doi:
                continue
            if "DO" not in tags:
                tags.put("DO", doi, line)
            if tag not in ("DO", "UR") and read_doi(tags.text("DO")) == doi:
                tags[tag].remove(line)


def _move_pubmed_numbers(tags: Tags) -> None:
    """Move PubMed's numbers from AN and C2, where EndNote has them."""
    if tags.text("AN").isdigit() and _is_from_pubmed(tags):
        tags.rename("AN", "pmid")
        if tags.text("DB") == "PubMed":
            del tags["DB"]
    tags.rename("PMID", "pmid")
    for tag in ("C2", "AN"):
        if read_pmcid(tags.text(tag)):
            tags.rename(tag, "pmcid")


def _is_from_pubmed(tags: Tags) -> bool:
    return any(_PUBMED.search(tags.text(tag)) for tag in ("DB", "DP"))


def spelled_out(
    type_: str, fields: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """Write the tags of fields.py as tags that any reader of RIS knows."""
    tags = {tag for tag, _ in fields}
    for tag, text in fields:
        if tag in ("isbn", "issn", "sn"):
            yield "SN", text
        elif tag == "C3" and type_ in CONFERENCE and "T2" not in tags:
            yield "T2", text
        elif tag == "C1" and type_ in CONFERENCE and "CY" not in tags:
            yield "CY", text
        elif tag == "date":
            yield from _write_date(text)
        elif tag == "pages":
            yield from _write_pages(text)
        elif tag == "duration":
            yield "SP", text
        elif tag == "count":
            if "pages" not in tags:
                yield "SP", text if type_ in COUNTED else f"{text}p"
        elif tag == "pmid":
            if not tags & {"AN", "DB"}:
                yield "AN", text
                yield "DB", "PubMed"
        elif tag == "pmcid":
            yield "C2", text
        else:
            yield tag, text


def _write_date(text: str) -> Iterator[tuple[str, str]]:
    """Write the year to PY, and a date that is more than a year to DA as well."""
    yield "PY", text.partition("/")[0]
    if "/" in text.rstrip("/"):
        yield "DA", text


def _write_pages(text: str) -> Iterator[tuple[str, str]]:
    pages = page_range(text)
    if pages:
        yield "SP", pages.first
        yield "EP", pages.last
    else:
        yield "SP", text
