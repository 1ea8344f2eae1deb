"""References of EndNote <-> sources, whatever file they are in.

Fields have the tags of Refer. A tag can depend on others, or on the type, so a record is
read in steps that give each tag one meaning.
"""

from __future__ import annotations

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.bibliography.formats.refer.fields import (
    COUNTED,
    CSL_TYPES,
    FIELDS,
    IN_SERIES,
    REFERENCE_TYPES,
)
from loccit.bibliography.records.addresses import move_links
from loccit.bibliography.records.fields import read_fields, write_fields
from loccit.bibliography.records.lines import Line, Record, Tags
from loccit.bibliography.records.places import Places
from loccit.bibliography.records.standard_numbers import move_standard_numbers
from loccit.bibliography.records.types import ARTICLES
from loccit.model import Problem, Source
from loccit.values.character_references import one_line
from loccit.values.genres import read_genre
from loccit.values.identifiers import read_doi

_YEAR = regex(r"(?:19|20)\d\d")
#: As PubMed writes a day.
_DAY = regex(r"\d{4}/\d{1,2}/\d{1,2}")
#: refer(1) has no types; the first of these tags in a record decides.
_TYPE_BY_TAG = {
    "%J": "article-journal",
    "%B": "chapter",
    "%R": "report",
    "%I": "book",
}
#: The tags of Refer for those that fields.py adds.
_WRITTEN_AS = {
    "isbn": "%@",
    "issn": "%@",
    "sn": "%@",
    "pmid": "%M",
    "count": "%P",
    "pages": "%P",
}


class _Type(NamedTuple):
    """The type of a reference: its name in lower case, or `""`, and CSL's type."""

    name: str
    csl: str


def read_record(
    record: Record, in_file: Record, places: Places
) -> tuple[Source, list[Problem]]:
    """Read the source of a record.

    Args:
        record: its lines with Refer's tags.
        in_file: its lines with the tags that the file has, for messages.
        places: the places in the file.
    """
    tags = Tags(record)
    type_ = _read_type(tags)
    problems: list[Problem] = []
    if type_.name not in CSL_TYPES and "%0" in tags:
        problems.append(places.unknown_type(tags["%0"][0]))
    tags.pop("%0", None)
    key = _take_key(type_, tags)
    for step in _STEPS:
        step(type_, tags)
    variables, left = read_fields(tags.lines(), type_.csl, FIELDS)
    problems += places.not_kept(left, in_file)
    place = places.at(record[0].position)
    return Source(key, type_.csl, variables, place, headline=True), problems


def _read_type(tags: Tags) -> _Type:
    if "%0" in tags:
        name = tags.text("%0").lower()
        return _Type(name, CSL_TYPES.get(name, "document"))
    for tag, csl_type in _TYPE_BY_TAG.items():
        if tag in tags:
            return _Type("", csl_type)
    return _Type("", "document")


def key_of(record: Record) -> str:
    """Return the key of a record, or `""`."""
    tags = Tags(record)
    return _take_key(_read_type(tags), tags)


def _take_key(type_: _Type, tags: Tags) -> str:
    """Take the key from EndNote's label, or from refer(1)'s, which is %L."""
    if "%F" in tags:
        return one_line(tags["%F"].pop(0).text)
    if not type_.name and "%L" in tags:
        return one_line(tags["%L"].pop(0).text)
    return ""


def _move_corporate_authors(type_: _Type, tags: Tags) -> None:
    """Move the groups in refer(1)'s %Q to the authors; a comma marks a group's name."""
    if type_.name:
        return
    for line in tags.pop("%Q", []):
        tags.add("%A", Line("%A", f"{line.text},", line.position))


def _move_editors(type_: _Type, tags: Tags) -> None:
    """Move the editors of the work itself to %Y.

    %E has them in a work without a series; with one, %E has the editors of the series.
    An edited book has its editors in %A.
    """
    if type_.name == "edited book" and "%E" not in tags:
        tags.rename("%A", "%Y")
    elif type_.csl in IN_SERIES and not tags.keys() & {"%B", "%S", "%Y"}:
        tags.rename("%E", "%Y")


def _join_dates(_: _Type, tags: Tags) -> None:
    """Join the year in %D and the day in %8, which may repeat the year."""
    year, day = tags.text("%D"), tags.text("%8")
    if not year and not day:
        return
    text = day if _YEAR.search(day) else f"{day} {year}".strip()
    tags.put("date", text, tags["%8" if day else "%D"][0])
    for name in ("%D", "%8"):
        if name in tags:
            del tags[name][0]


def _move_report_number(_: _Type, tags: Tags) -> None:
    """Move %R, the DOI in EndNote, to %N where it is refer(1)'s number of a report."""
    if not read_doi(tags.text("%R")):
        tags.rename("%R", "%N")


def _move_pmid(_: _Type, tags: Tags) -> None:
    """Move PubMed's number out of %M, the number in whatever database %~ names."""
    if tags.text("%~") == "PubMed" and tags.text("%M").isdigit():
        tags.rename("%M", "pmid")
        del tags["%~"]


def _move_links(_: _Type, tags: Tags) -> None:
    move_links("%U", tags)


def _move_standard_numbers(type_: _Type, tags: Tags) -> None:
    move_standard_numbers(type_.csl, "%@", tags)


def _drop_document_types(_: _Type, tags: Tags) -> None:
    """Drop genres that are only a database's document type."""
    tags["%9"] = [line for line in tags.get("%9", []) if read_genre(line.text)]


def _move_pages(type_: _Type, tags: Tags) -> None:
    """Move %P, which is the number of pages of a whole work, or the pages of a part."""
    is_count = type_.csl in COUNTED and "-" not in tags.text("%P")
    tags.rename("%P", "count" if is_count else "pages")


def _drop_epub_date(type_: _Type, tags: Tags) -> None:
    """Drop %7 of an article where it is the day on which it appeared online, which
    EndNote takes from PubMed.
    """
    if type_.csl in ARTICLES and _DAY.search(tags.text("%7")):
        del tags["%7"]


def _move_access_date(type_: _Type, tags: Tags) -> None:
    """Move %V and %N of a web page to %[: EndNote has the year and the day there on
    which somebody read the page.
    """
    year = tags.text("%V")
    if type_.csl != "webpage" or not _YEAR.fullmatch(year):
        return
    [line, *_] = tags.pop("%V")
    day = tags.text("%N")
    tags.pop("%N", None)
    if "%[" not in tags:
        text = day if _YEAR.search(day) else f"{day} {year}".strip()
        tags.put("%[", text, line)


def _move_degree(type_: _Type, tags: Tags) -> None:
    """Move %V of a thesis, which is the degree in EndNote, to the genre, or drop it
    where %9 says the kind of thesis.
    """
    degree = tags.text("%V")
    if type_.csl != "thesis" or not degree or degree.isdigit():
        return
    lines = tags.pop("%V")
    if "%9" not in tags:
        tags.put("%9", degree, lines[0])


#: The steps that give each tag one meaning. Each has tags of its own, so any order
#: would do, except that a degree is a genre. Some share a tag, but never in one
#: reference: only one without a type has corporate authors, and only one with a type is
#: an edited book; a thesis is not a web page.
_STEPS = (
    _move_corporate_authors,  # %Q -> %A
    _move_editors,  # %A or %E -> %Y
    _join_dates,  # %D and %8 -> date
    _move_report_number,  # %R -> %N
    _move_pmid,  # %M and %~ -> pmid
    _move_links,  # %U -> link
    _move_standard_numbers,  # %@ -> isbn, issn or sn
    _move_degree,  # %V -> %9
    _drop_document_types,  # %9
    _move_pages,  # %P -> count or pages
    _drop_epub_date,  # %7
    _move_access_date,  # %V and %N -> %[
)


def write_record(source: Source) -> list[tuple[str, str]]:
    """Write the tags of a source, with its type first and its key last."""
    fields = write_fields(source, FIELDS)
    tags = {tag for tag, _ in fields}
    lines = [("%0", _type_name(source))]
    for tag, text in fields:
        if tag == "date":
            lines += _write_date(text)
        elif tag == "%Y" and source.type in IN_SERIES and not tags & {"%B", "%S", "%E"}:
            lines.append(("%E", text))
        else:
            lines.append((_WRITTEN_AS.get(tag, tag), text))
    if "pmid" in tags:
        lines.append(("%~", "PubMed"))
    lines.append(("%F", source.key))
    return lines


def _type_name(source: Source) -> str:
    name = REFERENCE_TYPES.get(source.type, "generic")
    return name.title().replace(" Or ", " or ")


def _write_date(text: str) -> list[tuple[str, str]]:
    """Write the year to %D, and a date that is more than a year to %8 as well."""
    year = _YEAR.match(text)
    if year and year[0] != text:
        return [("%D", year[0]), ("%8", text)]
    return [("%D", text)]
