"""arXiv, for its preprints (API, `query?id_list=`; the answer is an Atom feed)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from loccit._startup.regex import regex
from loccit.errors import LookupFailed
from loccit.lookup.clean_markup import rich
from loccit.lookup.http import Ask
from loccit.lookup.identifiers import Identifier, Kind
from loccit.lookup.json_values import date_of, names, person_or_group
from loccit.lookup.lookup_result import LookupResult, new_source
from loccit.model import Problem, Source, Value

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "arXiv"
ADDRESS = "https://export.arxiv.org"
KINDS: dict[Kind, int] = {"arxiv": 1}
PAUSE = 3.0  # "no more than one request every three seconds" (arXiv API Terms of Use)

_ATOM = "{http://www.w3.org/2005/Atom}"
_OWN = "{http://arxiv.org/schemas/atom}"
_VERSION = regex(r"v\d+$")


def look_up(identifier: Identifier, ask: Ask) -> LookupResult | None:
    answer = ask(
        f"/api/query?id_list={identifier.value}&max_results=1", "application/atom+xml"
    )
    entry = _entry(answer.data) if answer else None
    if entry is None or _text(entry, "title") == "Error" or not _text(entry, "title"):
        return None
    return LookupResult(
        source_of(entry, identifier.value), NAME, tuple(_published(entry))
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


def _entry(data: bytes) -> _Element | None:
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        return etree.fromstring(data, parser).find(f"{_ATOM}entry")
    except etree.XMLSyntaxError as error:
        raise LookupFailed(
            "arXiv did not answer with a feed.", advice="Try again later."
        ) from error


def _text(entry: _Element, name: str) -> str:
    return " ".join((entry.findtext(_ATOM + name) or "").split())
