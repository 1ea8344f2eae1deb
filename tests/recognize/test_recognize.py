"""Any text is recognized, in order, inside, and in a time that grows with its length."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loccit import open_library
from loccit.bibliography import Library
from loccit.essays import read_essay
from loccit.recognize import Recognized, read_reference, recognize

DOE = {
    "id": "doe",
    "type": "book",
    "author": [{"family": "Doe", "given": "Jane"}],
    "issued": "2001",
    "title": "On harbors",
}
LIST = "\n\n# References\n\nDoe, J. (2001). On harbors. Press.\n"
#: Pieces that cite, and letters that look or count as others.
PIECES = st.sampled_from(
    [
        "(Doe, 2001)",
        "Doe (2001, p. 3) ",
        "(p. 12) ",
        "(ibid.) ",
        "[1] ",
        "“so” ",
        LIST,
        "\n\n",
        "\r\n",
        "\r",
        "| Doe (2001) | x |\n",
        "```\n",
        "D\N{COMBINING ACUTE ACCENT}oe (2001) ",
        "D\N{ZERO WIDTH SPACE}oe (2001\N{ZERO WIDTH SPACE}) ",
        "\N{RIGHT-TO-LEFT OVERRIDE}(דו, 2001) ",
        "（Doe，2001）",
        "Doe \N{FAMILY} (2001) ",
        "\N{BYTE ORDER MARK}",
    ]
)
OTHER = st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=6)
TEXTS = st.lists(PIECES | OTHER, max_size=30).map("".join)


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library([], [DOE])


def found_in(text: str, name: str, library: Library) -> Recognized:
    return recognize(read_essay(text.encode(), name), library)


@pytest.mark.parametrize("name", ["essay.md", "essay.txt"])
@settings(deadline=None)
@given(text=TEXTS)
def test_everything_is_in_order_and_inside(
    library: Library, name: str, text: str
) -> None:
    essay = read_essay(text.encode(), name)
    found = recognize(essay, library)
    spans = [each.span for each in found.citations if not each.part]
    entries = [each.span for each in found.entries if not each.part]
    for group in (spans, entries):
        assert all(0 <= span.start < span.end <= len(essay.text) for span in group)
        assert all(one.end <= other.start for one, other in pairwise(group))
    for span in spans:
        assert all(span.end <= each.start or each.end <= span.start for each in entries)
    for citation in found.citations:
        for cite in citation.cites:
            assert cite.entry is None or cite.entry < len(entries)
            assert cite.key in (None, "doe")


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_text_is_read_as_a_reference(text: str) -> None:
    read = read_reference(text)
    assert 0 <= read.confidence <= 1
    assert read.source.key == ""
    assert len(read.doubtful) == len({*read.doubtful})


@pytest.mark.parametrize(
    "piece",
    [
        "Doe, ",
        "Doe & Doe and ",
        "(p. 12) and ",
        "“so” (p. 12) ",
        "(ibid.) ",
        "(Doe, 2001) ",
        "D\N{COMBINING ACUTE ACCENT}oe (2001) ",
    ],
)
def test_long_paragraphs_take_linear_time(library: Library, piece: str) -> None:
    text = f"Doe (2001) begins. {piece * (20_000 // len(piece))}(p. 3){LIST}"
    found = found_in(text, "essay.md", library)
    assert found.citations[0].cites[0].key == "doe"


@pytest.mark.parametrize(
    "piece",
    ["Words of a title ", "12(3), 4–5. ", "Doe, J., ", "(2001). ", "“", "https://"],
)
def test_an_entry_of_a_megabyte(piece: str) -> None:
    text = f"Doe, J. (2001). On harbors. {piece * (1_000_000 // len(piece))}"
    assert read_reference(text).confidence <= 1
