"""Convert hayagriva's titles, names and dates to CSL variables, and back (hayagriva,
"File format").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from loccit._startup.regex import regex
from loccit.bibliography.formats.hayagriva.fields import Kind
from loccit.bibliography.yaml.values import (
    listed,
    mapping,
    text_of,
)
from loccit.model import Date, Name, Value
from loccit.values.dates import read_date, write_start
from loccit.values.identifiers import plain_doi
from loccit.values.languages import read_language
from loccit.values.names import particles
from loccit.values.people import read_name

_NOCASE = regex(r'<span class="nocase">(.*?)</span>')
_TAG = regex(r"</?(?:i|b|sc|sup|sub|span)(?: [^<>]*)?>")
#: An escaped character, a chunk that keeps its capitals, or a formula.
_CHUNK = regex(r"\\(.)|\{([^{}]*)\}|\$([^$]*)\$")
_SPECIAL = regex(r"[\\{}$]")


# -- reading


def read_value(kind: Kind, variable: str, value: object) -> Value | None:
    """Read the value of a CSL variable from a field of this kind."""
    if kind == "names":
        return read_names(value)
    if kind == "date":
        return read_date(text_of(value))
    if kind == "title":
        return read_title(value)
    text = text_of(mapping(value).get("value", value))
    if variable == "language":
        return read_language(text)
    if variable == "DOI":
        return plain_doi(text)
    return text


def read_title(value: object) -> str:
    r"""Read a title; put spans around the parts that keep their capitals.

    >>> read_title(r"A {NASA} \{study\}"), read_title({"value": "NASA", "verbatim": "true"})
    ('A <span class="nocase">NASA</span> {study}', '<span class="nocase">NASA</span>')
    """
    if not isinstance(value, Mapping):
        return _CHUNK.sub(_chunk, text_of(value))
    text = text_of(value.get("value"))
    if text_of(value.get("verbatim")) == "true":
        return f'<span class="nocase">{text}</span>'
    return read_title(text)


def _chunk(found: re.Match[str]) -> str:
    escaped, kept, formula = found.groups()
    if kept:
        return f'<span class="nocase">{kept}</span>'
    return escaped or formula or ""


def read_names(value: object) -> tuple[Name, ...]:
    """Read one person or several, each as text or in parts."""
    names = map(_read_person, listed(value))
    return tuple(name for name in names if name != Name())


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
    """Write the value of a variable for a field of this kind.

    The result is None or empty if there is nothing to write.
    """
    if isinstance(value, tuple):
        return write_names(value)
    if isinstance(value, Date):
        return _write_date(value)
    if not value:
        return None
    if kind == "title":
        return write_title(value)
    return _TAG.sub("", value)


def _write_date(date: Date) -> str:
    """Write the start of a date: hayagriva has no ranges, seasons or dates in words."""
    start = write_start(date)
    return f"~{start}" if date.circa and start else start


def write_title(text: str) -> str:
    """Write a title with braces around the parts that keep their capitals.

    Hayagriva has no other markup in titles.
    """
    pieces = [_escaped(piece) for piece in _NOCASE.split(text)]
    # Every second piece was in a span.
    pieces[1::2] = [f"{{{piece}}}" for piece in pieces[1::2]]
    return "".join(pieces)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", _TAG.sub("", text))


def write_names(names: Iterable[Name]) -> list[object]:
    """Write names, as text if possible and else as mappings of their parts.

    >>> write_names([Name(family="Doe", given="Jane"), Name(literal="Bank of Spain")])
    ['Doe, Jane', {'name': 'Bank of Spain'}]
    """
    return list(map(_write_person, names))


def _write_person(name: Name) -> object:
    if name.literal:
        # In a text, hayagriva would read "of" as a particle.
        return {"name": name.literal}
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
