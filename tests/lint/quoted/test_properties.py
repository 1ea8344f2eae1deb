"""What holds for every text and every quotation."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loccit.lint.quoted.look_up import QuotedFile
from loccit.lint.quoted.source_pages import SourcePages

#: No numbers: "12.3" may be a decimal as well as "12." with the number of a note.
WORDS = [
    "the",
    "of",
    "river",
    "law",
    "built",
    "ﬁeld",
    "été",
    "co-op",
    "it's",
    "U.S.",
]
SEPARATORS = [" ", "\n", " \n", ", ", ". ", " – ", "\f", ".3 "]

printed_words = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from(SEPARATORS)),
    min_size=5,
    max_size=80,
)


@given(printed_words, st.data())
def test_words_in_a_row_are_found_as_they_are(
    printed: list[tuple[str, str]], data: st.DataObject
) -> None:
    text = "".join(word + separator for word, separator in printed)
    words = text.replace(".3 ", ". ").split()  # without the numbers of notes
    start = data.draw(st.integers(0, len(words) - 3))
    end = data.draw(st.integers(start + 3, len(words)))
    file = QuotedFile(SourcePages(text.split("\f")))
    found = file.look_up(f"“{' '.join(words[start:end])}”")
    assert found
    assert found.differences == ()


@given(st.lists(st.text(max_size=60), max_size=6), st.text(max_size=60), st.text())
def test_any_text_can_be_searched(pages: list[str], typed: str, locator: str) -> None:
    file = QuotedFile(SourcePages(pages), locator)
    file.look_up(typed, locator)


@given(st.text(alphabet="ab 1.,\n\f\xad-[]…"), st.text(alphabet="ab 1.,\n\f\xad-[]…"))
def test_any_signs_can_be_searched(page: str, typed: str) -> None:
    QuotedFile(SourcePages([page, page])).look_up(typed, "1")
