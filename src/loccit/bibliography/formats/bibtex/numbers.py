"""Editions and pages in TeX."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.latex.read import tex_to_text
from loccit.bibliography.formats.bibtex.latex.write import text_to_tex
from loccit.values import page_ranges
from loccit.values.numbers import plain_edition

_PLAIN_PAGES = regex(r"[^\W_]+-{0,2}[^\W_]+")
_PAGE_DASH = regex(r"-{1,3}|[‐-―]")


def read_edition(tex: str) -> str:
    """Return the number of an edition however it is spelled; other editions are text.

    >>> [read_edition(typed) for typed in ("2", "2nd", "Second edition", "Rev. ed.")]
    ['2', '2', '2', 'Rev. ed.']
    """
    return plain_edition(tex_to_text(tex))


def read_pages(tex: str) -> str:
    """Return pages with a hyphen in their ranges.

    >>> read_pages("1241--1299, 1301")
    '1241-1299, 1301'
    """
    text = tex if _PLAIN_PAGES.fullmatch(tex) else tex_to_text(tex)
    return page_ranges.read_pages(text)


def write_pages(text: str) -> str:
    """Return pages with two hyphens in their ranges, as TeX has them."""
    return _PAGE_DASH.sub("--", text_to_tex(text))
