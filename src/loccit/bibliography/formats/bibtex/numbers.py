"""Editions and pages."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.latex.read import tex_to_text
from loccit.bibliography.formats.bibtex.latex.write import text_to_tex
from loccit.values.numbers import plain_edition

_PLAIN_PAGES = regex(r"[^\W_]+-{0,2}[^\W_]+")
_PAGE_DASH = regex(r"-{1,3}|[‐-―]")
#: Pages that somebody has yet to look up: "417--??".
_UNKNOWN_PAGE = regex(r"-?\?\?+")


def read_edition(tex: str) -> str:
    """The number of an edition however it is spelled; other editions ("Rev. ed.") are
    text.

    >>> [read_edition(typed) for typed in ("2", "2nd", "Second edition", "Rev. ed.")]
    ['2', '2', '2', 'Rev. ed.']
    """
    return plain_edition(tex_to_text(tex))


def read_pages(tex: str) -> str:
    """Pages with a hyphen in their ranges, as CSL-JSON has them.

    >>> read_pages("1241--1299, 1301"), read_pages("97--97")
    ('1241-1299, 1301', '97')
    """
    text = tex if _PLAIN_PAGES.fullmatch(tex) else tex_to_text(tex)
    pages = "-".join([page.strip() for page in _PAGE_DASH.split(text)])
    if "??" in pages:
        pages = _UNKNOWN_PAGE.sub("", pages)
    first, _, last = pages.partition("-")
    return first if first == last else pages


def write_pages(text: str) -> str:
    """Pages with two hyphens in their ranges, as TeX has them."""
    return _PAGE_DASH.sub("--", text_to_tex(text))
