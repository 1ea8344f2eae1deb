"""A title, people or a date of hayagriva's as a CSL variable, and back (hayagriva,
"File format").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.bibliography.formats.hayagriva.fields import Kind
from loccit.bibliography.records.names import read_name
from loccit.bibliography.yaml.values import (
    listed,
    mapping,
    text_of,
)
from loccit.model import Date, Name, Value
from loccit.values.calendar import is_month
from loccit.values.dates import read_date, write_date
from loccit.values.identifiers import plain_doi
from loccit.values.languages import read_language
from loccit.values.names import particles

_NOCASE = regex(r'<span class="nocase">(.*?)</span>')
_TAG = regex(r"</?(?:i|b|sc|sup|sub|span)(?: [^<>]*)?>")
#: A chunk that keeps its capitals, a formula, an escaped character.
_CHUNK = regex(r"\\(.)|\{([^{}]*)\}|\$([^$]*)\$")
_SPECIAL = regex(r"[\\{}$]")


# -- reading


def read_value(kind: Kind, variable: str, value: object) -> Value | None:
    """What a field of some kind says of a variable."""
    if kind == "names":
        return read_names(value)
    if kind == "date":
        return read_date(text_of(value))
    if kind == "title":
        return read_title(value)
    text = text_of(mapping(value).get("value", value))
    if variable == "language":
        return read_language(text)
    return plain_doi(text) if variable == "DOI" else text


def read_title(value: object) -> str:
    r"""A title's text, with spans round what keeps its capitals.

    >>> read_title(r"A {NASA} \{study\}"), read_title({"value": "NASA", "verbatim": "true"})
    ('A <span class="nocase">NASA</span> {study}', '<span class="nocase">NASA</span>')
    """
    if isinstance(value, Mapping):
        text = text_of(value.get("value"))
        return (
            f'<span class="nocase">{text}</span>'
            if text_of(value.get("verbatim")) == "true"
            else read_title(text)
        )
    return _CHUNK.sub(_chunk, text_of(value))


def _chunk(found: re.Match[str]) -> str:
    escaped, kept, formula = found.groups()
    return escaped or (f'<span class="nocase">{kept}</span>' if kept else formula or "")


def read_names(value: object) -> tuple[Name, ...]:
    """One person or several, each as text or in parts."""
    return tuple(
        name for each in listed(value) if (name := _read_person(each)) != Name()
    )


def _read_person(value: object) -> Name:
    if isinstance(value, Mapping):
        given, family = text_of(value.get("given-name")), text_of(value.get("name"))
        if not given and not value.get("prefix"):
            return Name(literal=family)
        particle, suffix = text_of(value.get("prefix")), text_of(value.get("suffix"))
        return Name(
            family=family, given=given, suffix=suffix, non_dropping_particle=particle
        )
    text = text_of(value)
    return read_name(text) if "," in text else Name(literal=text)


# -- writing


def write_value(kind: Kind, value: Value | None) -> object:
    """A variable as a field of some kind has it; None or empty where there is nothing
    to say.
    """
    if isinstance(value, tuple):
        return write_names(value)
    if isinstance(value, Date):
        return _write_date(value)
    if not value:
        return None
    return write_title(value) if kind == "title" else _TAG.sub("", value)


def _write_date(date: Date) -> str:
    """The beginning of a date: hayagriva has neither ranges nor seasons nor words."""
    if date.start is None:
        return ""
    start = date.start
    if not is_month(start.month):
        start = replace(start, month=None, day=None)
    circa = "~" if date.circa else ""
    return circa + write_date(Date(start))


def write_title(text: str) -> str:
    """A title with braces round what keeps its capitals; other markup hayagriva has no
    way to say.
    """
    pieces = _NOCASE.split(text)
    for number, piece in enumerate(pieces):
        plain = _SPECIAL.sub(r"\\\g<0>", _TAG.sub("", piece))
        pieces[number] = f"{{{plain}}}" if number % 2 else plain
    return "".join(pieces)


def write_names(names: Iterable[Name]) -> list[object]:
    """People in the parts that they have.

    >>> write_names([Name(family="Doe", given="Jane"), Name(literal="Bank of Spain")])
    ['Doe, Jane', {'name': 'Bank of Spain'}]
    """
    return list(map(_write_person, names))


def _write_person(name: Name) -> object:
    if name.literal:
        return {
            "name": name.literal
        }  # as text, "of" in it would be taken for a particle
    particle = particles(name)
    if particle or name.suffix or not name.given:
        parts = {
            "name": name.family,
            "given-name": name.given,
            "prefix": particle,
            "suffix": name.suffix,
        }
        return {part: text for part, text in parts.items() if text}
    return f"{name.family}, {name.given}"
