"""DOIs as people, databases and publishers write them."""

from __future__ import annotations

import pytest

from loccit.values.identifiers import doi_of_address, plain_doi


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
        (
            "10.1234/a%23b",
            "10.1234/a%23b",
        ),  # what follows "#" is not sent to the resolver
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


@pytest.mark.parametrize(
    ("address", "doi"),
    [
        ("https://doi.org/10.1234/abc/def", "10.1234/abc/def"),
        (
            "https://example.org/10.1234/abc",
            "",
        ),  # a page that may say more than the work
        ("https://example.org/doi/10.1234/abc/suppl_file/x.zip", ""),
        (
            "https://www.tandfonline.com/doi/full/10.1080/01441647.2020.1857886",
            "10.1080/01441647.2020.1857886",
        ),
        (
            "https://www-tandfonline-com.proxy.example.edu/doi/full/10.1080/1.2?a=b#c",
            "10.1080/1.2",
        ),
        (
            "https://onlinelibrary.wiley.com/doi/10.1111/j.1467-9566.2008.01104.x/full",
            "10.1111/j.1467-9566.2008.01104.x",
        ),
        (
            "https://link.springer.com/article/10.1007/s10460-008-9152-x",
            "10.1007/s10460-008-9152-x",
        ),
        (
            "https://link.springer.com/content/10.1007%2F978-3-540-36477-1_5.pdf",
            "10.1007/978-3-540-36477-1_5",
        ),
        ("https://www.jstor.org/stable/10.2307/1229039", "10.2307/1229039"),
        (
            "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0000001",
            "10.1371/journal.pone.0000001",
        ),
        (
            "https://www.biorxiv.org/content/10.1101/2020.01.01.123456v2.full",
            "10.1101/2020.01.01.123456",
        ),
        (
            "https://academic.oup.com/sf/article/doi/10.1093/sf/soaa001/5699999",
            "",
        ),  # with a number of the page's own
        ("https://www.jstor.org/stable/1229039", ""),
        ("https://www.doi.org/", ""),
        ("", ""),
    ],
)
def test_doi_of_address(address: str, doi: str) -> None:
    assert doi_of_address(address) == doi


def test_a_long_address_takes_no_time() -> None:
    assert doi_of_address("https://example.org" + "/doi/10.1234/a" * 20_000 + " ") == ""
