"""Languages in TeX."""

from __future__ import annotations

from loccit.bibliography.formats.bibtex.latex.read import tex_to_text
from loccit.values import languages


def read_language(tex: str) -> str:
    """Return a language's BCP 47 tag, or the text as it is if it is unknown."""
    return languages.read_language(tex_to_text(tex))


def write_language(text: str) -> str:
    """Return BibLaTeX's identifier of a language, or the text as it is."""
    return languages.biblatex_id(text) or text
