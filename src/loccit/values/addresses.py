"""Web addresses: what they cannot contain is percent-encoded."""

from __future__ import annotations

import re

from loccit._startup.regex import regex

#: Characters that end an address for those who read it (RFC 3986, appendix C): the DOI
#: 10.1175/1520-0477(1996)077<0437:TNYRP>2.0.CO;2 has two of them.
_UNSAFE = regex(r"""[\s<>"`{}|\\^]""")


def safe_address(address: str) -> str:
    """Return an address that programs find the end of; what is encoded stays.

    >>> safe_address("https://doi.org/10.1175/1520<0437:TN>2.0.CO;2")
    'https://doi.org/10.1175/1520%3C0437:TN%3E2.0.CO;2'
    """
    return _UNSAFE.sub(_encoded, address)


def _encoded(match: re.Match[str]) -> str:
    return "".join([f"%{byte:02X}" for byte in match[0].encode()])
