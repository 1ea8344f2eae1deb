"""Read and write fields that have BibLaTeX's localization keys."""

from __future__ import annotations

from loccit.bibliography.formats.bibtex.latex.bibstrings import BIBSTRINGS
from loccit.bibliography.formats.bibtex.latex.read import tex_to_text
from loccit.bibliography.formats.bibtex.latex.write import text_to_tex

_BIBSTRING_KEYS = {words.lower(): key for key, words in BIBSTRINGS.items()}


def read_bibstring(tex: str) -> str:
    """Return the words for a localization key, or other text as it is."""
    text = tex_to_text(tex)
    return BIBSTRINGS.get(text.lower().replace(" ", ""), text)


def write_bibstring(text: str) -> str:
    """Return the localization key for words, or other text as TeX."""
    return _BIBSTRING_KEYS.get(text.lower(), text_to_tex(text))
