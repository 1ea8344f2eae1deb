"""A reference of EndNote: what its fields mean to CSL, whatever file they stand in;
they are called as Refer's tags.
"""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.bibliography.formats.refer.fields import (
    COUNTED,
    CSL_TYPES,
    FIELDS,
    IN_SERIES,
    REFERENCE_TYPES,
)
from loccit.bibliography.records.addresses import move_links
from loccit.bibliography.records.converters import one_line, read_genre
from loccit.bibliography.records.fields import read_fields, write_fields
from loccit.bibliography.records.lines import Record, Tags
from loccit.bibliography.records.record_file import Places
from loccit.bibliography.records.standard_numbers import move_standard_numbers
from loccit.model import Problem, Source
from loccit.values.identifiers import read_doi

_YEAR = regex(r"\d{4}")
#: What the tags of refer_fields.py that are none are written as.
_WRITTEN_AS = {
    "isbn": "%@",
    "issn": "%@",
    "sn": "%@",
    "pmid": "%M",
    "count": "%P",
    "pages": "%P",
}


def read_record(
    record: Record, named_so: Record, places: Places
) -> tuple[Source, list[Problem]]:
    """The source of a record; `named_so` are its lines with the names that the file has
    for the tags.
    """
    tags = Tags(record)
    named = tags.text("%0").lower()
    problems: list[Problem] = []
    if "%0" in tags and named not in CSL_TYPES:
        problems.append(places.unknown_type(tags["%0"][0]))
    type_ = CSL_TYPES.get(named, "document") if "%0" in tags else _tell_type(tags)
    key_line = next(
        (tags[tag].pop(0) for tag in ("%F", "" if named else "%L") if tag in tags), None
    )
    if not named:
        for line in tags.pop("%Q", []):  # a corporate author
            tags.setdefault("%A", []).append(
                line._replace(tag="%A", text=f"{line.text},")
            )
    tags.pop("%0", None)
    _tell_editors(named, type_, tags)
    _tell_dates(tags)
    _tell_identifiers(tags)
    move_links("%U", tags)
    move_standard_numbers(type_, "%@", tags)
    tags["%9"] = [line for line in tags.get("%9", []) if read_genre(line.text)]
    tags.rename(
        "%P", "count" if type_ in COUNTED and "-" not in tags.text("%P") else "pages"
    )
    variables, left = read_fields(tags.lines(), type_, FIELDS)
    key = one_line(key_line.text) if key_line else ""
    place = places.at(record[0].position)
    return Source(key, type_, variables, place, headline=True), [
        *problems,
        *places.not_kept(left, named_so),
    ]


def _tell_type(tags: Tags) -> str:
    """The type of a record of refer(1), by the fields that it has."""
    by_field = {"%J": "article-journal", "%B": "chapter", "%R": "report", "%I": "book"}
    return next((type_ for tag, type_ in by_field.items() if tag in tags), "document")


def _tell_editors(named: str, type_: str, tags: Tags) -> None:
    """%E has the editors of a series where there is one, else those of the work itself."""
    if named == "edited book" and "%E" not in tags:
        tags.rename("%A", "%Y")
    elif type_ in IN_SERIES and not any(tag in tags for tag in ("%B", "%S", "%Y")):
        tags.rename("%E", "%Y")


def _tell_identifiers(tags: Tags) -> None:
    """%R is the DOI to EndNote, the number of a report to refer(1); %M is a number in
    the database of %~.
    """
    if not read_doi(tags.text("%R")):
        tags.rename("%R", "%N")
    if tags.text("%~") == "PubMed" and tags.text("%M").isdigit():
        tags.rename("%M", "pmid")
        del tags["%~"]


def _tell_dates(tags: Tags) -> None:
    """The year is at %D; the day, perhaps with the year again, at %8."""
    year, day = tags.text("%D"), tags.text("%8")
    tag = "%8" if day else "%D"
    if year or day:
        text = day if _YEAR.search(day) else f"{day} {year}".strip()
        tags.put("date", text, tags[tag][0])
        for name in ("%D", "%8"):
            if name in tags:
                del tags[name][0]


def write_record(source: Source) -> list[tuple[str, str]]:
    """The tags of a source, with its type first and its key last."""
    lines = [
        (
            "%0",
            REFERENCE_TYPES.get(source.type, "generic").title().replace(" Or ", " or "),
        )
    ]
    fields = write_fields(source, FIELDS)
    tags = {tag for tag, _ in fields}
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


def _write_date(text: str) -> list[tuple[str, str]]:
    """The year at %D, and all of a date that is more than a year at %8."""
    year = _YEAR.match(text)
    return [
        ("%D", year[0] if year else text),
        *([("%8", text)] if year and year[0] != text else []),
    ]
