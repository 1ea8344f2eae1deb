"""Recognize what people type by hand: citations in the text, and the list of sources.

Plain functions: an essay's readable paragraphs and a library in, what was recognized
out.  Nothing is changed here; `loccit.editing` and `loccit.formatting` do that.
"""

from loccit.recognize.recognize import Recognized, read_list, recognize
from loccit.recognize.references import ReadReference, read_reference
from loccit.recognize.typed_citation import (
    Candidate,
    Reason,
    TypedCitation,
    TypedCite,
    TypedMode,
)
from loccit.recognize.typed_list import TypedEntry, TypedList

__all__ = [
    "Candidate",
    "ReadReference",
    "Reason",
    "Recognized",
    "TypedCitation",
    "TypedCite",
    "TypedEntry",
    "TypedList",
    "TypedMode",
    "read_list",
    "read_reference",
    "recognize",
]
