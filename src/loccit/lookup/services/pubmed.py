"""PubMed, for articles of medicine and related fields (NCBI E-utilities, `esearch` and
`efetch`).
"""

from __future__ import annotations

from loccit._startup.dataclass import replace
from loccit.bibliography.formats import medline
from loccit.lookup.http import Ask
from loccit.lookup.identifiers import Identifier, Kind
from loccit.lookup.json_values import first, mapping
from loccit.lookup.lookup_result import LookupResult
from loccit.model import Source

NAME = "PubMed"
ADDRESS = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
KINDS: dict[Kind, int] = {"pmid": 1, "pmcid": 1}
PAUSE = 0.34  # "no more than three requests a second" (E-utilities, "Usage Guidelines")


def look_up(identifier: Identifier, ask: Ask) -> LookupResult | None:
    number = identifier.value
    if identifier.kind == "pmcid":
        number = _number_of(identifier.value, ask)
    if not number:
        return None
    answer = ask(
        f"/efetch.fcgi?db=pubmed&id={number}&rettype=medline&retmode=text", "text/plain"
    )
    source = _source(answer.data.decode("utf-8", "replace")) if answer else None
    return LookupResult(source, NAME) if source else None


def _number_of(pmcid: str, ask: Ask) -> str:
    """Return the PubMed number of an article in PubMed Central."""
    answer = ask(f"/esearch.fcgi?db=pubmed&term={pmcid}%5Bpmcid%5D&retmode=json")
    result = mapping(mapping(answer.json()).get("esearchresult")) if answer else {}
    return first(result.get("idlist"))


def _source(text: str) -> Source | None:
    """Return the first record with a title; PubMed answers in words if it has none."""
    file = medline.read(text, NAME)
    for index in range(len(file.keys)):
        source = file.read(index).source
        if source is not None and source.text("title"):
            return replace(source, key="")
    return None
