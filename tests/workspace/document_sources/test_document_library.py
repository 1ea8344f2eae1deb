"""The sources that a document carries, joined with each other and with a library."""

from __future__ import annotations

import json
from collections.abc import Mapping

from loccit.bibliography import Library, read_library
from loccit.essays.live_citations import Record
from loccit.workspace.document_sources import document_library
from tests.cases import Case


def test_records_get_keys(case: Case) -> None:
    records = records_of(case.given)
    library = library_of(case.sections.get("library", ""))
    result = document_library(records, library)
    keys = [f"{name}: {result.keys.get(name, 'unknown')}" for name in records]
    new = [each.key for each in result.library if each.key not in library]
    sources = [f"{key} = {shown(result.library, key)}" for key in new]
    assert "\n".join([*keys, *sources]) == case.expected


def records_of(text: str) -> dict[str, Record]:
    """The records of lines `name: record @ address`."""
    records = {}
    for line in text.splitlines():
        name, _, rest = line.partition(": ")
        record, _, uri = rest.partition(" @ ")
        uris = (uri,) if uri else ()
        if record.startswith("<"):
            is_word = record.startswith("<b:")
            format_ = "word_xml" if is_word else "endnote_xml"
            records[name] = Record(record, format_, uris)  # type: ignore[arg-type]
        else:
            records[name] = Record(record, uris=uris)
    return records


def library_of(text: str) -> Library:
    return read_library(text) if text else Library([])


def shown(library: Library, key: str) -> str:
    source = library.require(key)
    values: Mapping[str, str] = {
        name: source.text(name) for name in source.variables if source.text(name)
    }
    return json.dumps({"type": source.type, **values}, ensure_ascii=False)


def test_a_library_with_more_sources_keeps_its_own() -> None:
    library = read_library("@book{doe, title={Emma}}\n@book{doe, title={Persuasion}}")
    [doe] = library
    larger = library.with_sources(
        list(read_library([{"id": "roe", "type": "book", "title": "Evelina"}]))
    )
    assert larger.keys() == ("doe", "roe")
    assert larger.get("doe") == doe
    assert larger.problems == library.problems
    assert library.keys() == ("doe",)
