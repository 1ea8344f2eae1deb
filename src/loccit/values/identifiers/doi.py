"""Read DOIs as people, databases and publishers write them."""

from __future__ import annotations

import re
from urllib.parse import unquote

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex

#: No DOI or web address is longer; the limit also bounds the time for reading.
_LONGEST = 2000

#: The prefix of a DOI, up to its slash (DOI Handbook, 2.2).
_PREFIX = r"10\.\d{4,9}(?:\.\d+)*/"
_DOI = regex(rf"{_PREFIX}\S+")
#: A DOI as most are typed, which needs no more reading; bioRxiv's may have a version.
_PLAIN_DOI = regex(r"10\.(?!1101/|64898/)\d{4,9}/[A-Za-z0-9._/-]{,200}[A-Za-z0-9]")
#: A DOI shortened by shortdoi.org, with or without its `10/`.
_SHORT_DOI = regex(r"10/[a-z0-9]+|[a-z][a-z0-9]{2,7}")

#: The resolver, also through a library's proxy: doi-org.proxy.example.edu.
_RESOLVER = r"(?:https?://)?(?:(?:www|dx)[.-])?doi[.-]org(?:\.[\w.:-]+)?/"
_AT_RESOLVER = regex(_RESOLVER, re.IGNORECASE)
_DOI_AT_RESOLVER = regex(rf"{_RESOLVER}(?:doi:)?(?=10\.)", re.IGNORECASE)
_ADDRESS = regex(rf"https?://|{_RESOLVER}", re.IGNORECASE)
_LABEL = regex(
    rf"(?:(?:urn:|info:)?doi[\s:/]*)*(?=10[./]|https?://|{_RESOLVER})", re.IGNORECASE
)

#: In an address, a DOI follows a slash, a colon or an equals sign.
_BEFORE_DOI = regex(
    r"(?:[/=:]|%2F|%3A|%3D)(?=10\.\d{4,9}(?:\.\d+)*(?:/|%2F))", re.IGNORECASE
)
_END_OF_PATH = regex(r"[?#\s]|;jsessionid=", re.IGNORECASE)
_END_OF_PARAMETER = regex(r"[&#\s]")
#: Publishers' addresses end with the view of the work that the page shows.
_VIEW = regex(
    r"(?:\.(?:abstract|epub|full|full-text|html?|pdf|pdf\+html|xml)"
    r"|/(?:abstract|epdf|epub|figures|full|full-?text|html|meta|pdf|references|summary)"
    r"|/)$",
    re.IGNORECASE,
)
#: The sites of Silverchair (Oxford, MIT, Duke) add a number of their own to the DOI,
#: and the words of the title to that.
_SILVERCHAIR = regex(r"/article[\w-]*/doi/$", re.IGNORECASE)
_SILVERCHAIR_NUMBER = regex(r"/\d{2,}(?:/[^/]*)?$")
#: What precedes the DOI in the address of a work's own page.
_OWN_PAGE = regex(
    r"https?://[^\s?#]+(?:/doi/(?:[a-z-]+/)?"
    r"|/(?:abstract|articles?|book|chapter|content|stable)/(?:journals/|pdf/)?"
    r"|\?(?:[^\s#]*&)?(?:doi|id)=)",
    re.IGNORECASE,
)

#: Unescaping must not yield these: the address would end there or lead elsewhere.
_RESERVED = regex(r"[\s%?#\x00-\x1f\ufffd]")
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}
_ENDS_OF_SENTENCES = " .,;:!?'\"’”([<"
_BRACKETS = {")": "(", "]": "[", ">": "<"}

#: The DOI of a preprint in bioRxiv or medRxiv (10.1101, from 2025 on 10.64898). Their
#: addresses add the version, but the DOI is that of all versions.
_BIORXIV = regex(
    r"(10\.(?:1101|64898)/(?:\d{4}\.\d\d\.\d\d\.)?\d{6,8})(?:v\d+)?(?:\.[a-z].*)?",
    re.IGNORECASE,
)
_ARXIV_VERSION = regex(r"(10\.48550/arxiv\..+\d)v\d+", re.IGNORECASE)


def read_doi(text: str) -> str:
    """Return the DOI that `text` is, or has in an address; `""` if it is no DOI.

    Labels, the resolver's address, escapes, what publishers' addresses add, and the
    end of a sentence do not belong to it.

    >>> read_doi("DOI: 10.2307/1229039."), read_doi("https://doi.org/10.2307%2F1229039")
    ('10.2307/1229039', '10.2307/1229039')
    >>> read_doi("https://www.biorxiv.org/content/10.1101/2020.01.01.123456v2.full.pdf")
    '10.1101/2020.01.01.123456'
    >>> read_doi("see page 10"), read_doi("https://doi.org/f3mt")
    ('', '')
    """
    if _PLAIN_DOI.fullmatch(text):
        return text
    if len(text) > _LONGEST:
        return ""
    text = _without_label(text)
    if _ADDRESS.match(text):
        return _split_address(text).doi
    return _whole_doi(_unescaped(text))


def plain_doi(text: str) -> str:
    """Return a DOI field's value without label or address, as styles need it.

    A shortened DOI loses the resolver's address, and any other text stays as it is.

    >>> plain_doi("https://doi.org/10.2307/1229039"), plain_doi("https://doi.org/f3mt")
    ('10.2307/1229039', 'f3mt')
    >>> plain_doi("doi:10/abc"), plain_doi("n/a")
    ('10/abc', 'n/a')
    """
    if doi := read_doi(text):
        return doi
    unlabelled = _without_label(text)
    if resolver := _AT_RESOLVER.match(unlabelled):
        return _unescaped(unlabelled[resolver.end() :])
    return unlabelled if _SHORT_DOI.fullmatch(unlabelled) else text


def is_doi(text: str) -> bool:
    """Return whether `text` is a well-formed DOI, in full or shortened (10/abc, f3mt).

    >>> is_doi("10.2307/1229039"), is_doi("2307/1229039"), is_doi("10/abc")
    (True, False, True)
    """
    return bool(_DOI.fullmatch(text) or _SHORT_DOI.fullmatch(text))


def is_doi_address(address: str) -> bool:
    """Return whether an address is a DOI at the resolver.

    >>> is_doi_address("http://dx.doi.org/10.2307/1229039")
    True
    >>> is_doi_address("https://www.doi.org/")
    False
    """
    return _DOI_AT_RESOLVER.match(address) is not None


def doi_of_page(address: str) -> str:
    """Return the DOI of the work whose own page this is; `""` if that is not certain.

    Its own page is at the resolver or at the publisher. Other pages with a DOI in the
    address may be about the work, or about more than the work.

    >>> doi_of_page("https://journals.sagepub.com/doi/full/10.1177/000312?journalCode=asra")
    '10.1177/000312'
    >>> doi_of_page("https://example.org/reviews/10.1177/000312")
    ''
    """
    if len(address) > _LONGEST:
        return ""
    address = _without_label(address)
    before, doi = _split_address(address)
    if is_doi_address(address) or _SILVERCHAIR.search(before):
        return doi
    # What follows a second slash may belong to the DOI or be a part of the page.
    is_whole = doi.count("/") == 1
    return doi if is_whole and _OWN_PAGE.fullmatch(before) else ""


def without_version(doi: str) -> str:
    """Return the DOI of all versions of a preprint.

    >>> without_version("10.48550/arXiv.2101.00123v2")
    '10.48550/arXiv.2101.00123'
    """
    found = _BIORXIV.fullmatch(doi) or _ARXIV_VERSION.fullmatch(doi)
    return found[1] if found else doi


class _SplitAddress(NamedTuple):
    """An address up to the DOI that it has, and the DOI, which may be `""`."""

    before: str
    doi: str


def _split_address(address: str) -> _SplitAddress:
    found = _BEFORE_DOI.search(address)
    if not found:
        return _SplitAddress(address, "")
    before, rest = address[: found.end()], address[found.end() :]
    end = _END_OF_PARAMETER if "?" in before else _END_OF_PATH
    doi = _unescaped(end.split(rest, maxsplit=1)[0])
    if not _DOI_AT_RESOLVER.search(address):
        doi = _without_view(doi, before)
    return _SplitAddress(before, _whole_doi(doi))


def _without_view(doi: str, before: str) -> str:
    while view := _VIEW.search(doi):
        doi = doi[: view.start()]
    if _SILVERCHAIR.search(before):
        doi = _SILVERCHAIR_NUMBER.sub("", doi)
    return doi


def _without_label(text: str) -> str:
    text = text.strip()
    if text.startswith("<"):  # as e-mails have addresses
        text = text.strip("<>")
    label = _LABEL.match(text)
    return text[label.end() :] if label else text


def _unescaped(doi: str) -> str:
    """Undo the escapes of addresses and of HTML."""
    unescaped = unquote(doi) if "%" in doi else doi
    if not _RESERVED.search(unescaped):
        doi = unescaped
    for entity, character in _ENTITIES.items():
        doi = doi.replace(entity, character)
    return doi


def _whole_doi(text: str) -> str:
    """Return `text` up to the end of its DOI; `""` if it is no DOI.

    The end of the sentence or bracket that the DOI is in does not belong to it.
    """
    doi = _without_sentence_end(text)
    if versioned := _BIORXIV.fullmatch(doi):
        return versioned[1]
    return doi if _DOI.fullmatch(doi) else ""


def _without_sentence_end(doi: str) -> str:
    while True:
        shorter = doi.rstrip(_ENDS_OF_SENTENCES)
        closing = shorter[-1:]
        opening = _BRACKETS.get(closing)
        if opening and shorter.count(closing) > shorter.count(opening):
            shorter = shorter[:-1]
        if shorter == doi:
            return doi
        doi = shorter
