"""Identifiers of works and people, as people, databases and publishers write them."""

from loccit.values.identifiers.archives import (
    ARXIV_NUMBER,
    is_arxiv_number,
    read_arxiv,
    read_pmcid,
    read_pmid,
)
from loccit.values.identifiers.doi import (
    doi_of_page,
    is_doi,
    is_doi_address,
    plain_doi,
    read_doi,
    without_version,
)
from loccit.values.identifiers.standard_numbers import (
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

__all__ = [
    "ARXIV_NUMBER",
    "doi_of_page",
    "is_arxiv_number",
    "is_doi",
    "is_doi_address",
    "is_isbn",
    "is_issn",
    "is_orcid",
    "isbn13",
    "isbns_in",
    "numbers_in",
    "orcids_in",
    "plain_doi",
    "plain_number",
    "read_arxiv",
    "read_doi",
    "read_isbn",
    "read_pmcid",
    "read_pmid",
    "standard_number",
    "without_version",
]
