"""Reduce texts to what is compared of them: letters and digits.

Spaces, punctuation, hyphens, quotation marks, accents and capitals differ between what
is printed, what a PDF yields and what is typed; letters don't.
"""

from __future__ import annotations

from unicodedata import normalize

#: Letters that Unicode does not decompose: a dotless i below its own accent, in PDFs.
_ALIKE = str.maketrans({"ı": "i", "ȷ": "j", "ø": "o", "ł": "l"})


def letters_of(text: str) -> str:
    """Return the letters and digits of a text, in lower case and without accents.

    Compatibility decomposition (Unicode, UAX #15) takes ligatures apart.

    >>> letters_of("ﬁancée’s"), letters_of("Universit¨at"), letters_of("—")
    ('fiancees', 'universitat', '')
    """
    if text.isascii():
        return text.lower() if text.isalnum() else _alphanumeric(text.lower())
    return _alphanumeric(normalize("NFKD", text).casefold()).translate(_ALIKE)


def _alphanumeric(text: str) -> str:
    return "".join(filter(str.isalnum, text))
