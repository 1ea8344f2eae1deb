"""Unpack what programs pack into codes: base64, and compressed data of bounded size."""

from __future__ import annotations

import base64
import binascii
import zlib

from loccit._startup.regex import regex
from loccit.essays.live_citations.broken_code import BrokenCode

#: Far more than the sources of any citation; beyond this, the data may be a bomb.
_LARGEST = 20_000_000
#: Line ends and blanks, which Word and editors put between the characters of base64.
_SPACE = regex(r"\s+")
_URL_SAFE = str.maketrans("-_", "+/")


def from_base64(text: str) -> bytes:
    """Decode base64, also with the signs for addresses and without `=` at its end.

    Raises:
        BrokenCode: the text is not base64.

    >>> from_base64("Zml4\\n ZWQ")
    b'fixed'
    """
    packed = _SPACE.sub("", text).translate(_URL_SAFE).rstrip("=")
    try:
        return base64.b64decode(packed + "=" * (-len(packed) % 4), validate=True)
    except (binascii.Error, ValueError) as error:
        raise BrokenCode("Its packed data is damaged.") from error


def to_base64(data: bytes) -> str:
    """Encode bytes as base64, in one line."""
    return base64.b64encode(data).decode("ascii")


def utf8(data: bytes) -> str:
    """Decode UTF-8; what is damaged becomes U+FFFD."""
    return data.decode("utf-8", "replace")


def inflated(data: bytes) -> bytes:
    """Decompress data of zlib.

    Raises:
        BrokenCode: the data is damaged, cut off, or unpacks to more than a citation has.
    """
    unpacker = zlib.decompressobj()
    try:
        unpacked = unpacker.decompress(data, _LARGEST)
    except zlib.error as error:
        raise BrokenCode("Its packed data is damaged.") from error
    if unpacker.unconsumed_tail:
        raise BrokenCode("Its packed data is larger than a citation's can be.")
    if not unpacker.eof:
        raise BrokenCode("Its packed data is cut off.")
    return unpacked
