"""The view of an essay that rules have: citations, quotations, and the typed list."""

from loccit.lint.checked.citations.citation import CheckedCitation
from loccit.lint.checked.citations.cite_words import CiteWords, Word
from loccit.lint.checked.citations.place_words import PlaceWords
from loccit.lint.checked.entries.entry import CheckedEntry
from loccit.lint.checked.essay import CheckedEssay
from loccit.lint.checked.quotations.quotation import Quotation

__all__ = [
    "CheckedCitation",
    "CheckedEntry",
    "CheckedEssay",
    "CiteWords",
    "PlaceWords",
    "Quotation",
    "Word",
]
