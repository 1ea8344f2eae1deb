"""Links to identifiers with signs that an address cannot have."""

from __future__ import annotations

from loccit.csl import load_style, process
from loccit.model import RichText, Source
from loccit.output import markdown

SICI = "10.1890/0012-9658(2003)084<0213:ATOL>2.0.CO;2"
ENCODED = "https://doi.org/10.1890/0012-9658(2003)084%3C0213:ATOL%3E2.0.CO;2"


def entry(style: str, variable: str, value: str) -> RichText:
    source = Source("a", "article-journal", {"title": "T", variable: value})
    processed = process(
        load_style(style), {"a": source}, [], uncited=["a"], link_bibliography=True
    )
    return processed.bibliography[0].text


def test_an_address_that_is_shown_is_one_that_can_be_copied() -> None:
    text = entry("apa", "DOI", SICI)
    assert text.plain.endswith(ENCODED)
    assert markdown.render(text).endswith(f"<{ENCODED}>")


def test_a_doi_that_is_shown_alone_stays_as_it_is() -> None:
    text = entry("ieee", "DOI", SICI)
    assert f"doi: {SICI}" in text.plain
    assert f"](<{ENCODED}>)" in markdown.render(text)


def test_other_addresses_are_links_that_work() -> None:
    text = entry("apa", "URL", "https://a.example/b c|d?e=f;g%20é")
    address = "https://a.example/b%20c%7Cd?e=f;g%20é"
    assert markdown.render(text).endswith(f"<{address}>")
