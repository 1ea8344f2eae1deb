"""What rules on essays see: citations, quotations, and the typed list, in one view."""

from loccit.lint.checked.citation import CheckedCitation
from loccit.lint.checked.cite_words import CiteWords, Word
from loccit.lint.checked.entry import CheckedEntry
from loccit.lint.checked.essay import CheckedEssay
from loccit.lint.checked.place_words import PlaceWords
from loccit.lint.checked.quotation import Quotation

__all__ = [
    "CheckedCitation",
    "CheckedEntry",
    "CheckedEssay",
    "CiteWords",
    "PlaceWords",
    "Quotation",
    "Word",
]
