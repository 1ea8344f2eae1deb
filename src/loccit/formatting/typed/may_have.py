"""Find out cheaply whether an essay may cite by hand, before it is read for that."""

from __future__ import annotations

import re

from loccit._startup.regex import regex

#: What a typed citation has: a year, a number or "ibid." in brackets, or a raised number.
#: Lives and wars, "(1939-1945)", are ranges of years.
_CITES = regex(
    r"""[(（][^()（）\n]{0,200}?(?<![\d–-])(?:1[4-9]|20)\d\d[a-z]?(?![\d–-])   # (Doe, 2001)
    | \(\D{0,60}\b(?:n\.\s?d\.|in\ press|forthcoming|ibid|op\.\s?cit)  # (Doe, n.d.)
    | \[(?:1[4-9]|20)\d\d[a-z]?[\],]                                   # Doe [2001]
    | \[\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*(?:,\ pp?\.[^\]]*)?\](?![(:\[])  # [3], [3-5]
    | \((?:pp?|pgs?|para|chap)\.\s?\d                                  # (p. 12)
    | \([^\W\d_][^()\d]{1,60}\d{1,5}(?:\s?[–-]\s?\d{1,5})?\)           # (Alexander 46)
    | \^\d{1,3}\^ | [¹²³⁴-⁹]                                           # Doe^3^
    """,
    re.VERBOSE | re.IGNORECASE,
)


def may_have_citations(text: str) -> bool:
    """Return whether a text may have typed citations; most essays by key do not.

    >>> may_have_citations("So it is (Doe, 2001)."), may_have_citations("See [@doe, p. 3].")
    (True, False)
    >>> may_have_citations("The war (1939–1945) (see below).")
    False
    """
    return bool(_CITES.search(text))
