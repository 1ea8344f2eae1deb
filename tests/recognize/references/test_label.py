"""Whether the parts of typed references are found, and where they may be."""

from __future__ import annotations

from hypothesis import given as hypothesis_given
from hypothesis import strategies as st

from loccit.essays.paragraph import Mark
from loccit.recognize.references.label import label_segments


def test_parts(given: str, expected: str) -> None:
    text = given.rstrip("\n")
    parts = label_segments(text)
    found = [f"{part.label}: {text[part.start : part.end]}" for part in parts]
    assert found == expected.splitlines()


def test_surer_of_a_common_form_than_of_words_alone() -> None:
    common = label_segments("Doe, J. (2001). On gardens. Nature, 12(3), 4–9.")
    words = label_segments("gardens and what they may or may not be for us")
    sure = min(part.probability for part in common)
    assert sure > 0.7
    assert min(part.probability for part in words) < sure


def test_italics_say_where_the_title_ends() -> None:
    text = "Doe, J. (2001). Gardens. A new life. Routledge."
    start = text.index("Gardens")
    marks = [Mark("emphasis", start, text.index(". Routledge"))]
    titles = [part for part in label_segments(text, marks) if part.label == "title"]
    assert [text[part.start : part.end] for part in titles] == ["Gardens. A new life"]


@hypothesis_given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_parts_are_in_order_and_inside(text: str) -> None:
    last = 0
    for part in label_segments(text):
        assert last <= part.start < part.end <= len(text)
        assert text[part.start].isalnum() or text[part.start] in "&-‐‑‒–—―_"
        assert 0 <= part.probability <= 1.000001
        last = part.end


def test_long_texts_take_no_longer() -> None:
    parts = label_segments("word, " * 200_000)
    assert all(part.end <= 5000 for part in parts)
