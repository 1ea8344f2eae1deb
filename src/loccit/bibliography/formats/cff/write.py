"""Write the references of a citation file."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.bibliography.formats.cff.fields import FIELDS, NOBODY, STATES, TYPES, Field
from loccit.bibliography.yaml.values import put
from loccit.model import Date, Name, Source, Value
from loccit.values.calendar import is_month
from loccit.values.dates import write_start
from loccit.values.names import particles
from loccit.values.page_ranges import page_range

_TAG = regex(r"</?(?:i|b|sc|sup|sub|span)(?: [^<>]*)?>")
#: A DOI that the schema accepts.
_DOI = regex(r"10\.\d{4,9}(?:\.\d+)?/[A-Za-z0-9:/_;\-.()\[\]\\]+")


def write_reference(source: Source) -> dict[str, object]:
    entry: dict[str, object] = {
        "type": TYPES.get(source.type, "generic"),
        "title": source.plain("title") or "Untitled",
        "authors": _write_names(source.names("author")) or [{"name": NOBODY}],
    }
    done = {"title", "author"}
    for field in FIELDS:
        if field.variable in done or field.path in entry:
            continue
        if field.only and source.type not in field.only:
            continue
        if value := _write(field, source.variables.get(field.variable)):
            put(entry, field.path, value)
            done.add(field.variable)
    if issued := source.date("issued"):
        entry |= _write_year(issued)
    return entry | _write_pages(source.text("page"))


def _write(field: Field, value: Value | None) -> object:
    if field.kind == "names":
        return _write_names(value) if isinstance(value, tuple) else None
    if isinstance(value, Date):
        return write_start(value) if value.start and value.start.day else None
    if not isinstance(value, str) or not value:
        return None
    text = _TAG.sub("", value)
    if field.variable == "DOI" and not _DOI.fullmatch(text):
        return None  # a short DOI, which the schema does not allow
    if field.kind == "entity":
        return {"name": text}
    if field.kind == "list":
        return [part for part in text.split(", ") if part]
    if field.kind == "status":
        return next((name for name, words in STATES.items() if words == text), None)
    return text


def _write_pages(pages: str) -> dict[str, str]:
    ends = page_range(pages)
    if ends:
        return {"start": ends.first, "end": ends.last}
    return {"start": pages} if pages else {}


def _write_year(date: Date) -> dict[str, object]:
    if date.start is None or date.start.day:
        return {}
    year: dict[str, object] = {"year": date.start.year}
    if is_month(date.start.month):
        year["month"] = date.start.month
    return year


def _write_names(names: tuple[Name, ...]) -> list[dict[str, str]]:
    return [_write_name(name) for name in names]


def _write_name(name: Name) -> dict[str, str]:
    if name.literal:
        return {"name": name.literal}
    particle = particles(name)
    parts = {
        "family-names": name.family,
        "given-names": name.given,
        "name-particle": particle,
        "name-suffix": name.suffix,
    }
    return {part: text for part, text in parts.items() if text}
