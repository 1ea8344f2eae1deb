"""Read addresses and identifiers out of TeX."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.values.identifiers import plain_doi

_URL_COMMAND = regex(r"\\(?:url|path|nolinkurl)\s*\{([^{}]*)\}")
_ESCAPE = regex(
    r"\{?\\(?:text(underscore|asciitilde|percent)|([_%&#$~{}]))(?:\{\})?\}?"
)
_NAMED = {"underscore": "_", "asciitilde": "~", "percent": "%"}


def read_verbatim(tex: str) -> str:
    """Return an address or number without the escapes that people type for LaTeX.

    >>> read_verbatim(r"\\url{https://example.org/a\\_b}")
    'https://example.org/a_b'
    """
    if "\\" in tex:
        tex = _URL_COMMAND.sub(r"\1", tex)
        tex = _ESCAPE.sub(lambda found: _NAMED.get(found[1] or "", found[2] or ""), tex)
    return tex.strip().strip("{}")


def doi_of_tex(tex: str) -> str:
    """Return a DOI without the resolver's address.

    >>> doi_of_tex("https://doi.org/10.2307/1229039")
    '10.2307/1229039'
    """
    return plain_doi(read_verbatim(tex))
