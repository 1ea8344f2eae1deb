"""PubMed, for articles of medicine and related fields (NCBI E-utilities, `esearch` and
`efetch`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.bibliography.duplicates import name_words
from loccit.bibliography.formats import medline
from loccit.lookup.http import Ask
from loccit.lookup.identifiers import Identifier, Kind
from loccit.lookup.json_values import (
    first_surname,
    listed,
    mapping,
    text_of,
    title_words,
)
from loccit.lookup.lookup_result import LookupResult
from loccit.model import Problem, Source

NAME = "PubMed"
ADDRESS = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
KINDS: dict[Kind, int] = {"pmid": 1, "pmcid": 1}
PAUSE = 0.34  # "no more than three requests a second" (E-utilities, "Usage Guidelines")
FINDS = {"article-journal": 2, "review": 2}

#: So many articles are asked for: the right one is among the first, if there is one.
_MOST_FOUND = 5
_BETWEEN = regex(r"\n\s*\n(?=PMID)")
#: What happened to an article, with the place of the notice ("MEDLINE/PubMed Data
#: Element (Field) Descriptions": RIN, ECI, EIN).
_NOTICE = regex(r"^(RIN|ECI|EIN) ?- (.+)$", re.MULTILINE)
_RETRACTED = regex(r"^PT  - Retracted Publication\s*$", re.MULTILINE)


def look_up(identifier: Identifier, ask: Ask) -> LookupResult | None:
    number = identifier.value
    if identifier.kind == "pmcid":
        number = next(iter(_numbers(f"{identifier.value}[pmcid]", 0, ask)), "")
    return next(_articles([number], ask), None) if number else None


def search(source: Source, ask: Ask) -> Iterator[LookupResult]:
    """Yield articles with such a title and first name."""
    name = " ".join(name_words(first_surname(source)))
    terms = [*(f"{word}[Title]" for word in title_words(source)), f"{name}[Author]"]
    numbers = _numbers(" AND ".join(terms), _MOST_FOUND, ask)
    if numbers:
        yield from _articles(numbers, ask)


def _numbers(term: str, most: int, ask: Ask) -> list[str]:
    """Return the PubMed numbers of the articles that a search finds."""
    query = {"db": "pubmed", "term": term, "retmode": "json"}
    if most:
        query["retmax"] = str(most)
    answer = ask(f"/esearch.fcgi?{urlencode(query)}")
    result = mapping(mapping(answer.json()).get("esearchresult")) if answer else {}
    return list(map(text_of, listed(result.get("idlist"))))


def _articles(numbers: Sequence[str], ask: Ask) -> Iterator[LookupResult]:
    """Yield the records with a title; PubMed answers in words if it has none."""
    ids = ",".join(numbers)
    path = f"/efetch.fcgi?db=pubmed&id={ids}&rettype=medline&retmode=text"
    answer = ask(path, "text/plain")
    text = answer.data.decode("utf-8", "replace") if answer else ""
    for record in _BETWEEN.split(text):
        source = _source(record)
        if source is not None:
            yield _result(source, record)


def _source(record: str) -> Source | None:
    """Read a record with a title."""
    file = medline.read(record, NAME)
    sources = (file.read(index).source for index in range(len(file.keys)))
    return next((each for each in sources if each and each.text("title")), None)


def _result(source: Source, record: str) -> LookupResult:
    dates = [source.date("issued"), source.date("available-date")]
    years = tuple(str(date.start.year) for date in dates if date and date.start)
    problems = tuple(_updates(record))
    return LookupResult(replace(source, key=""), NAME, problems, also={"issued": years})


def _updates(record: str) -> Iterator[Problem]:
    """Report retractions and corrections."""
    notices = dict(_NOTICE.findall(record))
    where = {kind: f"See {place.strip()}" for kind, place in notices.items()}
    if "RIN" in notices or _RETRACTED.search(record):
        message = "This work was retracted."
        yield Problem("retracted", message, advice=where.get("RIN", ""))
    if "ECI" in notices:
        message = "There is an expression of concern about this work."
        yield Problem("concern", message, advice=where["ECI"])
    if "EIN" in notices:
        message = "There is an erratum to this work."
        yield Problem("updated", message, severity="note", advice=where["EIN"])
