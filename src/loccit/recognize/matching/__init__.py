"""Match citations, entries of a typed list, and sources of a library."""

from loccit.recognize.matching.choice import LIKELY, SURE, Weighed
from loccit.recognize.matching.citations import match_citations
from loccit.recognize.matching.compared import AskedEntry, ComparedWork
from loccit.recognize.matching.entries import match_entries
from loccit.recognize.matching.entry_evidence import weigh_entry

__all__ = [
    "LIKELY",
    "SURE",
    "AskedEntry",
    "ComparedWork",
    "Weighed",
    "match_citations",
    "match_entries",
    "weigh_entry",
]
