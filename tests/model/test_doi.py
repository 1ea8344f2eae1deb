"""DOIs as people, databases and publishers write them."""

from __future__ import annotations

import pytest

from loccit.model.doi import is_doi_address, plain_doi


@pytest.mark.parametrize(
    ("typed", "doi"),
    [
        ("10.1234/abc", "10.1234/abc"),
        ("10.1234.56/abc", "10.1234.56/abc"),
        ("doi:10.1234/abc", "10.1234/abc"),
        ("DOI 10.1234/abc", "10.1234/abc"),
        ("urn:doi:10.1234/abc", "10.1234/abc"),
        ("info:doi/10.1234/abc", "10.1234/abc"),
        ("doi: https://doi.org/10.1234/abc", "10.1234/abc"),
        ("https://doi.org/doi:10.1234/abc", "10.1234/abc"),
        ("www.doi.org/10.1234/abc", "10.1234/abc"),
        ("https://doi-org.proxy.example.edu/10.1234/abc", "10.1234/abc"),
        ("https://example.org/doi/full/10.1234/abc", "10.1234/abc"),
        ("10.1234/abc.,", "10.1234/abc"),
        ("10.1234/a(bc)1", "10.1234/a(bc)1"),
        (
            "10.1002/(SICI)1097(1998)49:8%3C693::AID-4%3E3.0.CO;2-O",
            "10.1002/(SICI)1097(1998)49:8<693::AID-4>3.0.CO;2-O",
        ),
        ("10.1234/a%20b", "10.1234/a%20b"),  # a blank would end the address
        ("10.1234/a%23b", "10.1234/a%23b"),  # what follows "#" is not sent to the resolver
        ("doings", "doings"),
        ("n/a", "n/a"),
        ("", ""),
    ],
)
def test_plain_doi(typed: str, doi: str) -> None:
    assert plain_doi(typed) == doi


def test_many_slashes_take_no_time() -> None:
    address = "https://example.org" + "/10." * 20_000
    assert plain_doi(address) == address


def test_is_doi_address() -> None:
    assert is_doi_address("https://doi.org/10.1234/abc")
    assert not is_doi_address("https://example.org/10.1234/abc")  # a page that may say more than the work
