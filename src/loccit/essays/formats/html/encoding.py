"""The encoding that an HTML text says it has (HTML Standard, section 13.2.3)."""

from __future__ import annotations

import codecs
import re

from loccit._startup.regex import regex

#: `<meta charset="...">`, `<meta ... content="text/html; charset=...">`, and XML's.
_DECLARED = regex(
    rb"<(?:meta\b[^<>]*?\bcharset\s*=\s*[\"']?|\?xml\b[^<>]*?\bencoding\s*=\s*[\"'])\s*([\w:.-]+)",
    re.IGNORECASE,
)
#: Browsers look no further.
_LOOKED_AT = 1024
#: Names by which the standard of encodings means others (encoding.spec.whatwg.org).
_MEANT = {
    "ascii": "windows-1252",
    "cp1252": "windows-1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-1": "windows-1252",
    "iso8859-9": "windows-1254",
    "shift_jis": "cp932",
}


def declared_encoding(data: bytes) -> str | None:
    """Return the codec of the encoding that a text declares; None if it says nothing, or
    Unicode, which its bytes show.

    >>> declared_encoding(b'<meta charset="ISO-8859-1">')
    'windows-1252'
    """
    found = _DECLARED.search(data[:_LOOKED_AT])
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None
    return None if name.startswith("utf") else _MEANT.get(name, name)
