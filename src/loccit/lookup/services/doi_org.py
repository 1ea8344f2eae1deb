"""doi.org, which asks the agency that registered a DOI (content negotiation, `Accept:
...csl+json`).
"""

from __future__ import annotations

from urllib.parse import quote

from loccit._startup.dataclass import replace
from loccit.lookup.clean_markup import rich
from loccit.lookup.http import Ask
from loccit.lookup.identifiers import Identifier, Kind
from loccit.lookup.json_values import mapping
from loccit.lookup.lookup_result import LookupResult
from loccit.model.csl_json import source_from_csl_json

NAME = "doi.org"
ADDRESS = "https://doi.org"
KINDS: dict[Kind, int] = {"doi": 3}
PAUSE = 0.1

_CSL_JSON = "application/vnd.citationstyles.csl+json"
#: Crossref's own type names, which some agencies leave in their CSL-JSON.
_TYPES = {
    "journal-article": "article-journal",
    "book-chapter": "chapter",
    "monograph": "book",
    "dissertation": "thesis",
}

#: What registration agencies send besides CSL's variables.
_NOT_CSL = frozenset(
    """
    indexed reference reference-count references-count is-referenced-by-count
    content-domain created deposited prefix source member score resource relation
    link license assertion funder update-policy alternative-id published
    published-print published-online journal-issue short-container-title subtitle
    short-title original-title subject archive copyright categories contributor id
    issn-type isbn-type institution accepted
    """.split()  # noqa: SIM905
)


def look_up(identifier: Identifier, ask: Ask) -> LookupResult | None:
    answer = ask("/" + quote(identifier.value, safe="/"), _CSL_JSON)
    if answer is None or "json" not in answer.content_type:
        return None
    item = mapping(answer.json())
    known = {
        name: value for name, value in item.items() if value and name not in _NOT_CSL
    }
    source = source_from_csl_json(known)
    if not source.text("title"):
        return None
    variables = {
        name: rich(value) if isinstance(value, str) else value
        for name, value in source.variables.items()
    }
    type_ = _TYPES.get(source.type, source.type or "document")
    found = replace(source, key="", type=type_, variables=variables, headline=True)
    return LookupResult(found, NAME)
