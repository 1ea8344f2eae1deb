"""Typed references read as CSL variables."""

from __future__ import annotations

from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from loccit.model import Date, Name
from loccit.model.source import Value
from loccit.recognize import read_reference
from loccit.values.dates import write_date
from loccit.values.names import inverted_name

#: Characters and words of which references are made.
_PARTS = "A a B . , ; : ( ) [ ] “ ” ' 12 2009 - – / & In eds. pp. vol. by doi: 10.1234/ab www.a.org"


def test_read(given: str, expected: str) -> None:
    assert "\n".join(_lines(given)) == expected


@drawn(st.lists(st.sampled_from([*_PARTS.split(), " ", "\n"]), max_size=40))
@settings(max_examples=200)
def test_any_text_is_read_and_nothing_is_made_up(parts: list[str]) -> None:
    text = " ".join(parts)
    source = read_reference(text).source
    assert source.plain("title") in " ".join(text.split())


def test_titles_may_be_headlines() -> None:
    assert read_reference("Doe, J. (2001). The Age of Seas. Press.").source.headline


def _lines(text: str) -> list[str]:
    source = read_reference(text).source
    values = {name: _shown(value) for name, value in source.variables.items()}
    return [
        f"type: {source.type}",
        *[f"{name}: {value}" for name, value in values.items()],
    ]


def _shown(value: Value) -> str:
    if isinstance(value, Date):
        return write_date(value)
    if isinstance(value, tuple):
        return "; ".join(map(_shown_name, value))
    return value


def _shown_name(name: Name) -> str:
    return f"{{{name.literal}}}" if name.literal else inverted_name(name)
