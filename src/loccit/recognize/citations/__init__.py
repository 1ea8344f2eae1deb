"""Find the citations that somebody typed in the text."""

from loccit.recognize.citations.find import find_citations

__all__ = ["find_citations"]
