"""arXiv, for its preprints (API, `query?id_list=`; the answer is an Atom feed)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from loccit._startup.regex import regex
from loccit.bibliography.duplicates import name_words
from loccit.errors import LookupFailed
from loccit.lookup.clean_markup import rich
from loccit.lookup.http import Ask
from loccit.lookup.identifiers import Identifier, Kind
from loccit.lookup.json_values import date_of, first_surname, names, person_or_group
from loccit.lookup.lookup_result import LookupResult, new_source
from loccit.model import Problem, Source, Value
from loccit.values.identifiers import read_arxiv

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "arXiv"
ADDRESS = "https://export.arxiv.org"
KINDS: dict[Kind, int] = {"arxiv": 1}
PAUSE = 3.0  # "no more than one request every three seconds" (arXiv API Terms of Use)
#: Preprints, and papers that are there, too.
FINDS = {"article": 3, "paper-conference": 2, "article-journal": 3}

#: So many works are asked for: the right one is among the first, if there is one.
_MOST_FOUND = 5
_ATOM = "{http://www.w3.org/2005/Atom}"
_OWN = "{http://arxiv.org/schemas/atom}"
_VERSION = regex(r"v\d+$")
_WITHDRAWN = regex(r"\bwithdrawn\b", re.IGNORECASE)


def look_up(identifier: Identifier, ask: Ask) -> LookupResult | None:
    answer = ask(
        f"/api/query?id_list={identifier.value}&max_results=1", "application/atom+xml"
    )
    entry = next(_entries(answer.data), None) if answer else None
    return _result(entry, identifier.value) if entry is not None else None


def search(source: Source, ask: Ask) -> Iterator[LookupResult]:
    """Yield preprints with such a title and first name."""
    title = " ".join(name_words(source.plain("title")))
    name = " ".join(name_words(first_surname(source)))
    query = urlencode(
        {
            "search_query": f'ti:"{title}" AND au:"{name}"',
            "max_results": _MOST_FOUND,
        }
    )
    answer = ask(f"/api/query?{query}", "application/atom+xml")
    for entry in _entries(answer.data) if answer else ():
        number = read_arxiv(_text(entry, "id")) or ""
        yield _result(entry, _VERSION.sub("", number))


def _result(entry: _Element, identifier: str) -> LookupResult:
    years = tuple(
        str(date.start.year)
        for date in (date_of(_text(entry, name)) for name in ("published", "updated"))
        if date and date.start
    )
    problems = (*_withdrawn(entry), *_published(entry))
    return LookupResult(
        source_of(entry, identifier), NAME, problems, also={"issued": years}
    )


def source_of(entry: _Element, identifier: str) -> Source:
    """Read an entry of the feed."""
    plain = _VERSION.sub("", identifier)
    variables: dict[str, Value] = {
        "title": rich(_text(entry, "title")),
        "author": names(
            person_or_group(author.findtext(f"{_ATOM}name"))
            for author in entry.iter(f"{_ATOM}author")
        ),
        "publisher": "arXiv",
        "genre": "Preprint",
        "number": f"arXiv:{identifier}",
        "DOI": f"10.48550/arXiv.{plain}",
        "abstract": rich(_text(entry, "summary"), marks=False),
    }
    # `published` is the date of the first version, `updated` that of this one.
    if date := date_of(_text(entry, "published" if plain == identifier else "updated")):
        variables["issued"] = date
    return new_source("article", variables)


def _published(entry: _Element) -> Iterator[Problem]:
    """Report a published version, which APA wants cited instead (section 10.8)."""
    if doi := (entry.findtext(f"{_OWN}doi") or "").strip():
        yield Problem(
            "published",
            f"This preprint was published as DOI {doi}.",
            severity="note",
            advice="Cite that version, if you read it.",
        )


def _withdrawn(entry: _Element) -> Iterator[Problem]:
    """Report a preprint that its authors have taken back; they say so in a comment."""
    comment = entry.findtext(f"{_OWN}comment") or ""
    if _WITHDRAWN.search(comment):
        message = "This preprint was withdrawn."
        advice = f"Its authors say: {' '.join(comment.split())}"
        yield Problem("retracted", message, severity="warning", advice=advice)


def _entries(data: bytes) -> Iterator[_Element]:
    """Yield the entries of a feed; one with the title of an error is not an entry."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        feed = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise LookupFailed(
            "arXiv did not answer with a feed.", advice="Try again later."
        ) from error
    for entry in feed.iter(f"{_ATOM}entry"):
        if _text(entry, "title") not in ("", "Error"):
            yield entry


def _text(entry: _Element, name: str) -> str:
    return " ".join((entry.findtext(_ATOM + name) or "").split())
