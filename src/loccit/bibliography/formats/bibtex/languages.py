"""Languages as BibLaTeX names them <-> their BCP 47 tags."""

from __future__ import annotations

from loccit.bibliography.formats.bibtex.latex.read import tex_to_text
from loccit.values.languages import LANGUAGES

_LANGUAGE_IDS: dict[str, str] = {}
for _identifier, _tag in LANGUAGES.items():
    _LANGUAGE_IDS.setdefault(_tag, _identifier)


def read_language(tex: str) -> str:
    """A language by its BCP 47 tag, or as it was typed."""
    text = tex_to_text(tex)
    name = text.lower().removeprefix("lang")
    return LANGUAGES.get(name, text)


def write_language(text: str) -> str:
    """BibLaTeX's identifier of a language, or the text as it is."""
    return _LANGUAGE_IDS.get(text, text)
