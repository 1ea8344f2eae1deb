"""DOIs as people, databases and publishers write them; the cases are in test_doi.txt."""

from __future__ import annotations

import pytest
from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.values.identifiers import (
    doi_of_page,
    is_doi,
    plain_doi,
    read_doi,
    without_version,
)

SUFFIXES = st.text("abcv12./()<>;:%_-", min_size=1, max_size=20)
DOIS = st.builds("10.{}/{}".format, st.sampled_from(["1101", "1234.5"]), SUFFIXES)
TYPED = st.text() | st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "doi:", "https://doi.org/", "https://x.org/doi/full/", "<"]),
    DOIS,
    st.sampled_from(["", ".", ").", "v2.full.pdf", "/full", "?a=b", "#c", " d"]),
)


def report(typed: str) -> dict[str, str]:
    return {
        "read": read_doi(typed) or "none",
        "field": plain_doi(typed),
        "page": doi_of_page(typed) or "none",
    }


def test_dois(given: str, expected: str) -> None:
    wanted = dict(line.split(" ", 1) for line in expected.splitlines())
    for typed in given.splitlines():
        found = report(typed)
        field = wanted.get("field", wanted["read"].replace("none", typed))
        assert found == {"page": found["page"], **wanted, "field": field}, typed


def test_nothing_is_no_doi() -> None:
    assert report("") == {"read": "none", "field": "", "page": "none"}
    assert report("https://www.doi.org/")["read"] == "none"


@pytest.mark.parametrize(
    ("doi", "expected"),
    [
        ("10.48550/arXiv.2101.00123v2", "10.48550/arXiv.2101.00123"),
        ("10.48550/arXiv.2101.00123", "10.48550/arXiv.2101.00123"),
        ("10.1101/2020.01.01.123456v2", "10.1101/2020.01.01.123456"),
        ("10.1234/journal.123v2", "10.1234/journal.123v2"),
        ("10.6084/m9.figshare.123.v2", "10.6084/m9.figshare.123.v2"),
    ],
)
def test_versions_of_preprints(doi: str, expected: str) -> None:
    assert without_version(doi) == expected


@draw(TYPED)
def test_a_doi_that_was_read_is_read_as_itself(typed: str) -> None:
    for doi in (read_doi(typed), doi_of_page(typed)):
        assert read_doi(doi) == doi
        assert plain_doi(doi) == doi
        assert not doi or is_doi(doi)
    assert plain_doi(plain_doi(typed)) == plain_doi(typed)


@draw(TYPED)
def test_all_readers_say_the_same(typed: str) -> None:
    doi = read_doi(typed)
    assert doi_of_page(typed) in ("", doi)
    assert not doi or plain_doi(typed) == doi


def test_many_slashes_take_no_time() -> None:
    address = "https://example.org" + "/10." * 20_000
    assert plain_doi(address) == address


def test_a_long_address_takes_no_time() -> None:
    assert doi_of_page("https://example.org" + "/doi/10.1234/a" * 20_000 + " ") == ""
