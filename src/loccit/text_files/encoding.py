"""Bytes of a bibliography file to text, whatever program wrote them, and back."""

from __future__ import annotations

import codecs


def decode(data: bytes) -> tuple[str, str]:
    """The text of `data`, and the encoding it was read in.

    UTF-8 if it can be; UTF-16 if a byte order mark says so; else Windows-1252, of which
    Latin-1's letters are a part, and in which nothing is unreadable (five bytes that it
    leaves open are read as Latin-1 does).

    >>> decode("Müller".encode("latin-1"))
    ('Müller', 'Windows-1252')
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), "UTF-16"
    try:
        return data.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), "Windows-1252"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "Latin-1"


def encode(text: str, data: bytes) -> bytes:
    """`text` in the encoding that `data` was read in, with its byte order mark.

    Raises:
        UnicodeEncodeError: the encoding has no place for a character.

    >>> encode("Müller", "Doe".encode("utf-8-sig"))[:3], encode("Müller", "Zoë".encode("latin-1"))
    (b'\\xef\\xbb\\xbf', b'M\\xfcller')
    """
    for mark, codec in (
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return mark + text.encode(codec)
    encoding = decode(data)[1]
    if encoding == "UTF-8" and data.startswith(codecs.BOM_UTF8):
        return text.encode("utf-8-sig")
    return text.encode(encoding)
