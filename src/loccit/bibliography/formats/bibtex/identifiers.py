"""Read addresses and identifiers out of TeX."""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.values.identifiers import plain_doi

#: An argument of a command, which may have braces in it: `\~{}`.
_ARGUMENT = r"\s*\{((?:[^{}]|\{[^{}]*\})*)\}"
_URL_COMMAND = regex(rf"\\(?:url|path|nolinkurl){_ARGUMENT}")
_LINK = regex(rf"\\href{_ARGUMENT}{_ARGUMENT}")
_ESCAPE = regex(
    r"\{?\\(?:text(underscore|asciitilde|tildelow|percent)\s*|([_%&#$~{}]))(?:\{\})?\}?"
)
_NAMED = {"underscore": "_", "asciitilde": "~", "tildelow": "~", "percent": "%"}
#: A character by its number in the font: `\symbol{126}` is a tilde.
_SYMBOL = regex(r"\\symbol\s*\{(\d{2,3})\}")
#: Mendeley separates several values by line ends, and exports these as text: `\n`.
_LINE_END = regex(r"\{?\\(?:textbackslash(?:\{\}|\s)?\}?)?[nr](?=https?:|10\.|[\dX])")
#: What follows a DOI in its field.
_REST = regex(r"\{?\\(?:textbackslash(?:\{\}|\s)?\}?)?[nr](?=\w).*", re.DOTALL)


def read_verbatim(tex: str) -> str:
    """Return an address or number without the escapes that people type for LaTeX.

    >>> read_verbatim(r"\\url{https://example.org/a\\_b}")
    'https://example.org/a_b'
    >>> read_verbatim(r"\\href{https://example.org/\\~{}doe}{My page}")
    'https://example.org/~doe My page'
    """
    if "\\" in tex:
        tex = _LINE_END.sub(" ", tex)
        tex = _SYMBOL.sub(lambda found: chr(int(found[1])), tex)
        tex = _ESCAPE.sub(lambda found: _NAMED.get(found[1] or "", found[2] or ""), tex)
        tex = _URL_COMMAND.sub(r"\1", _LINK.sub(_address_and_text, tex))
    return tex.strip().strip("{}")


def _address_and_text(link: re.Match[str]) -> str:
    """Return a link's address, with its text unless that is the address again."""
    address, text = link[1].strip(), link[2].strip()
    is_address = "://" in text or text.startswith("www.") or text in address
    return address if is_address else f"{address} {text}"


def doi_of_tex(tex: str) -> str:
    """Return a DOI without the resolver's address.

    >>> doi_of_tex("https://doi.org/10.2307/1229039")
    '10.2307/1229039'
    """
    return plain_doi(read_verbatim(_REST.sub("", tex)))
