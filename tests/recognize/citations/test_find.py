"""Any text: what is found is in order and inside, whatever brackets there are."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, strategies

from loccit.bibliography import open_library
from loccit.essays import read_essay
from loccit.recognize import TypedCitation
from loccit.recognize.citations import find_citations
from loccit.recognize.citations.shapes import shapes
from tests.recognize.citations.typed import REFERENCES, entries

_WORDS = "Doe|Roe|and|et al.|2001|2001a|p. 12|(2001)|n.d.|van|ibid.|World|Health|in|'s"
_PIECES = strategies.sampled_from([*_WORDS.split("|"), "\n\n", *"()[]{},;:.&“”*_1²'"])


def _found(text: str, numbered: bool = False) -> list[TypedCitation]:
    paragraphs = read_essay(text.encode(), "essay.txt").document.paragraphs
    return find_citations(paragraphs, entries(REFERENCES, numbered), open_library([]))


@given(strategies.lists(_PIECES, max_size=60).map(" ".join), strategies.booleans())
def test_citations_are_in_order_and_inside(text: str, numbered: bool) -> None:
    found = _found(text, numbered)
    for citation in found:
        assert 0 <= citation.span.start < citation.span.end <= len(text)
        assert text[citation.span.start : citation.span.end] == citation.text
        for cite in citation.cites:
            assert citation.span.start <= cite.span.start
            assert cite.span.end <= citation.span.end
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start


@pytest.mark.parametrize(
    "piece",
    [
        "(",
        "((2001) ",
        "[1] ",
        "(p. 3) ",
        "Doe and ",
        "Doe (2001) says it. ",
        "A. ",
        "“",
        "(Doe, 2001; ",
        "Doe, ",
        "2001 ",
        "word ",
    ],
)
def test_large_texts_take_linear_time(piece: str) -> None:
    # It would not end within the patience of anybody if the time were quadratic.
    _found(piece * (100_000 // len(piece)))


def test_no_shape_is_lost() -> None:
    assert len(shapes()) >= 9
