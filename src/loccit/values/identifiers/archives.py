"""Read the numbers that arXiv, PubMed and PubMed Central give to works."""

from __future__ import annotations

import re

from loccit._startup.regex import regex

#: A number in arXiv, of the scheme since 2007 or of the one before
#: (info.arxiv.org/help/arxiv_identifier.html); a pattern to be part of others.
ARXIV_NUMBER = r"(?:\d{4}\.\d{4,5}|[A-Za-z-]+(?:\.[A-Za-z]{2})?/\d{7})(?:v\d+)?"
_ARXIV_NUMBER = regex(ARXIV_NUMBER)
_NEW_ARXIV_NUMBER = regex(r"\d{4}\.\d{4,5}(?:v\d+)?")
#: Its label, its address, or the DOI that it registers.
_ARXIV = regex(
    r"(?:arxiv:\s*|.*\barxiv\.org/(?:abs|pdf|html)/"
    rf"|(?:.*\bdoi\.org/)?10\.48550/arxiv\.)({ARXIV_NUMBER})(?:\.pdf)?/?",
    re.IGNORECASE,
)
_PMID = regex(
    r"(?:pmid:?\s*|.*\b(?:pubmed\.)?ncbi\.nlm\.nih\.gov/(?:pubmed/)?)(\d{1,9})/?",
    re.IGNORECASE,
)
_PMCID = regex(
    r"(?:pmcid:?\s*|.*\bncbi\.nlm\.nih\.gov/(?:pmc/)?articles/)?(pmc\d{1,9})/?",
    re.IGNORECASE,
)


def is_arxiv_number(text: str) -> bool:
    """Return whether `text` is a number in arXiv.

    >>> is_arxiv_number("2101.00123v2"), is_arxiv_number("math.GT/0309136")
    (True, True)
    """
    return _ARXIV_NUMBER.fullmatch(text) is not None


def read_arxiv(text: str) -> str:
    """Return the number in arXiv that `text` is or leads to; `""` if there is none.

    >>> read_arxiv("arXiv:2101.00123"), read_arxiv("https://arxiv.org/pdf/2101.00123.pdf")
    ('2101.00123', '2101.00123')
    """
    if _NEW_ARXIV_NUMBER.fullmatch(text):
        return text
    found = _ARXIV.fullmatch(text)
    return found[1] if found else ""


def read_pmid(text: str) -> str:
    """Return the number in PubMed that `text` names or leads to; `""` if there is none.

    >>> read_pmid("PMID: 12345678"), read_pmid("https://pubmed.ncbi.nlm.nih.gov/12345678/")
    ('12345678', '12345678')
    """
    found = _PMID.fullmatch(text)
    return found[1] if found else ""


def read_pmcid(text: str) -> str:
    """Return the number in PubMed Central that `text` is; `""` if it is none.

    >>> read_pmcid("PMCID: pmc1234567")
    'PMC1234567'
    """
    found = _PMCID.fullmatch(text)
    return found[1].upper() if found else ""
