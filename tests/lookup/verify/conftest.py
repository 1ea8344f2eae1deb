"""Works and records from the texts of cases."""

from __future__ import annotations

from loccit import read_library
from loccit.lookup import LookupResult
from loccit.lookup.verify import AskedWork
from loccit.model import Source
from loccit.recognize import read_reference


def work(text: str) -> AskedWork:
    """A .bib entry, or a reference as it is typed, as a work that is asked for."""
    if text.startswith("@"):
        return AskedWork(source(text))
    read = read_reference(text)
    return AskedWork(read.source, text, read.doubtful)


def record(text: str, **also: tuple[str, ...]) -> LookupResult:
    """A .bib entry as the record of a service."""
    return LookupResult(source(text), "Crossref", also=also)


def source(text: str) -> Source:
    [only] = read_library(text)
    return only
