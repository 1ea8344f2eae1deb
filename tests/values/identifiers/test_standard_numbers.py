"""ISBN, ISSN and ORCID as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.values.identifiers import (
    is_isbn,
    is_issn,
    is_orcid,
    isbn13,
    isbns_in,
    numbers_in,
    orcids_in,
    plain_number,
    read_isbn,
    standard_number,
)

TYPED = st.text() | st.text("0123456789X -()", max_size=40)


def report(number: str) -> str:
    kind = standard_number(number)
    if kind == "isbn":
        return f"isbn{'' if is_isbn(number) else '?'} {isbn13(number)}"
    if kind == "issn":
        return "issn" if is_issn(number) else "issn?"
    return "other"


def test_numbers(given: str, expected: str) -> None:
    assert (", ".join(map(report, numbers_in(given))) or "none") == expected


@pytest.mark.parametrize(
    ("typed", "isbn"),
    [
        ("978-1-59558-103-7", "9781595581037"),
        ("ISBN-10: 0-306-40615-2", "0306406152"),
        ("isbn 080442957x", "080442957X"),
        ("978-1-59558-103-8", ""),
        ("9781595581037 and more", ""),
        ("0038-9765", ""),
        ("٠٣٠٦٤٠٦١٥٢", ""),
        ("", ""),
    ],
)
def test_the_isbn_that_a_text_is(typed: str, isbn: str) -> None:
    assert read_isbn(typed) == isbn


@pytest.mark.parametrize(
    ("orcid", "valid"),
    [
        ("0000-0002-1825-0097", True),
        ("0000-0002-1694-233X", True),
        ("0000-0002-1694-233x", True),
        ("0000-0002-1825-0079", False),
        ("0000-0002-1825", False),
        ("X000-0002-1694-233X", False),
    ],
)
def test_orcids(orcid: str, valid: bool) -> None:
    assert is_orcid(orcid) == valid


def test_orcids_in_a_text() -> None:
    text = "Doe (https://orcid.org/0000-0002-1825-0097) and 0000-0002-1694-233X"
    assert orcids_in(text) == ["0000-0002-1825-0097", "0000-0002-1694-233X"]


@draw(TYPED)
def test_a_normalized_number_is_normalized_to_itself(text: str) -> None:
    assert plain_number(plain_number(text)) == plain_number(text)
    assert read_isbn(read_isbn(text)) == read_isbn(text)
    for isbn in isbns_in(text):
        assert isbn13(isbn) == isbn
        assert is_isbn(isbn)
        assert isbns_in(isbn) == [isbn]


@draw(TYPED)
def test_whatever_is_typed_is_judged(text: str) -> None:
    is_valid = is_isbn(text) or is_issn(text)
    assert not is_valid or standard_number(text)
    assert not (is_isbn(text) and is_issn(text))
    assert isinstance(is_orcid(text), bool)


@draw(st.from_regex(r"[0-9]{9}", fullmatch=True))
def test_both_lengths_are_the_same_book(digits: str) -> None:
    long = isbn13(f"{digits}0")
    short = next(isbn for end in "0123456789X" if is_isbn(isbn := digits + end))
    assert isbn13(short) == long == isbn13(long)
