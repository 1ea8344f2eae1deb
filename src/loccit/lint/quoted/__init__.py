"""Look up quoted words in the sources that they are quoted from: PDFs, texts, web pages."""

from loccit.lint.quoted.match import Difference
from loccit.lint.quoted.quoted_sources import Answer, QuotedSources

__all__ = ["Answer", "Difference", "QuotedSources"]
