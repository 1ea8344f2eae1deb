"""Make records of what programs keep in shapes of their own."""

from __future__ import annotations

import json
from collections.abc import Mapping

from loccit.essays.live_citations.live_citation import Record
from loccit.model import Name, Source, Value
from loccit.model.csl_json import source_to_csl_json
from loccit.values.dates import read_date

_ENCODE = json.JSONEncoder(ensure_ascii=False).encode


def record_of_item(item: Mapping[str, object], uris: tuple[str, ...] = ()) -> Record:
    """Return the record of a CSL item; without data, its text is empty."""
    return Record(_ENCODE(dict(item)) if item else "", uris=uris)


def record_of_source(
    key: str, type_: str, variables: Mapping[str, Value | None]
) -> Record:
    """Return the record of a source; variables without a value are left out."""
    given = {name: value for name, value in variables.items() if value}
    item = source_to_csl_json(Source(key, type_, given))
    return record_of_item({name: value for name, value in item.items() if value})


def record_of_name(key: str = "", author: str = "", year: str = "") -> Record:
    """Return the record of a source of which only key, author and year are known.

    >>> record_of_name("", "Bell", "2009").text
    '{"author": [{"family": "Bell"}], "issued": {"date-parts": [[2009]]}}'
    """
    names = (Name(author),) if author else None
    return record_of_source(key, "", {"author": names, "issued": read_date(year)})
