"""The offsets of the page's editor and of the text are of the same places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loccit.model import Edit, Span, apply_edits
from loccit.servers.desk.page_text import PageText

TEXTS = st.lists(
    st.sampled_from(["a", "ä", "\r", "\n", "\r\n", "😀", "𝒳"]), max_size=12
).map("".join)


def units(text: str) -> list[str]:
    """The text as JavaScript has it: a list of units of UTF-16."""
    data = text.encode("utf-16-le")
    return [
        data[i : i + 2].decode("utf-16-le", "replace") for i in range(0, len(data), 2)
    ]


@given(TEXTS)
def test_offsets_go_there_and_back(text: str) -> None:
    page = PageText(text)
    assert "\r" not in page.shown
    assert page.length == len(units(page.shown))
    for offset in range(len(text) + 1):
        if not text.startswith("\n", offset) or text[offset - 1 : offset] != "\r":
            assert page.from_page(page.to_page(offset)) == offset


@given(TEXTS, st.data())
def test_edits_do_what_the_page_does(text: str, data: st.DataObject) -> None:
    page = PageText(text)
    shown = PageText(page.shown)
    places = st.lists(st.integers(0, len(shown.text)), min_size=2, max_size=6)
    bounds = sorted(data.draw(places))
    edits = [
        Edit(Span(start, end), PageText(data.draw(TEXTS)).shown)
        for start, end in zip(bounds[::2], bounds[1::2], strict=False)
    ]
    sent = shown.edits_to_page(edits)
    made = apply_edits(text, page.edits_from_page(sent))
    assert PageText(made).shown == apply_edits(shown.text, edits)


@given(TEXTS)
def test_what_nobody_touches_stays(text: str) -> None:
    page = PageText(text)
    made = apply_edits(text, page.edits_from_page([Edit(Span(0, 0), "x")]))
    assert made == "x" + text
