"""The nouns of the field, as plain frozen values.  This package imports nothing of
ours.
"""

from loccit.model.citation import (
    Citation,
    CitationContext,
    Cite,
    CiteMode,
    Locator,
    Possessive,
)
from loccit.model.date import Date, DateParts
from loccit.model.list_options import BibliographyOptions
from loccit.model.name import Name
from loccit.model.problem import Fix, Place, Problem, Range, Safety, Severity
from loccit.model.rich_text import Mark, Marked, RichText
from loccit.model.source import Source, Value
from loccit.model.span import Edit, Span, apply_edits, edits_by_part
from loccit.model.title_habits import TitleHabits

__all__ = [
    "BibliographyOptions",
    "Citation",
    "CitationContext",
    "Cite",
    "CiteMode",
    "Date",
    "DateParts",
    "Edit",
    "Fix",
    "Locator",
    "Mark",
    "Marked",
    "Name",
    "Place",
    "Possessive",
    "Problem",
    "Range",
    "RichText",
    "Safety",
    "Severity",
    "Source",
    "Span",
    "TitleHabits",
    "Value",
    "apply_edits",
    "edits_by_part",
]
