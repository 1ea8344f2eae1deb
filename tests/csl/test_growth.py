"""Twice as much takes twice as many steps, even of what is alike or nested.

Steps are calls of functions, which depend on no machine.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from loccit.csl import load_style, process
from loccit.model import Citation, Cite, Date, DateParts, Name, Source

#: What a doubling may take of twice as many steps.
_MORE = 1.1


def steps(work: Callable[[], object]) -> int:
    """How many functions are called; of those that are compiled, none is counted."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def book(key: str, title: str) -> Source:
    author, issued = (Name("Doe", "Jane"),), Date(DateParts(2001))
    return Source(key, "book", {"author": author, "issued": issued, "title": title})


def printed(style: str, titles: list[str]) -> Callable[[], object]:
    """The work of citing books with these titles."""
    sources = {f"k{number}": book(f"k{number}", t) for number, t in enumerate(titles)}
    citations = [Citation((Cite(key),)) for key in sources]
    loaded = load_style(style)
    return lambda: process(loaded, sources, citations)


@pytest.mark.parametrize(
    "style", ["apa", "chicago-notes-bibliography", "modern-language-association"]
)
def test_identical_sources(style: str) -> None:
    few, many = [steps(printed(style, ["Same"] * size)) for size in (150, 300)]
    assert many <= 2 * few * _MORE


@pytest.mark.parametrize("quotes", ['"', "'", "“", "«", '"a" ', "“‘"])
def test_quotation_marks_in_a_title(quotes: str) -> None:
    few, many = [steps(printed("apa", [quotes * size])) for size in (3_000, 6_000)]
    assert many <= 2 * few * _MORE
