"""Match citations, entries of a typed list, and sources of a library."""

from loccit.recognize.matching.choice import LIKELY, SURE
from loccit.recognize.matching.citations import match_citations
from loccit.recognize.matching.entries import match_entries

__all__ = ["LIKELY", "SURE", "match_citations", "match_entries"]
