"""Read the `file` field of an entry, as JabRef, Zotero, Better BibTeX and Mendeley write it.

JabRef and Zotero write `description:path:type`, several separated by semicolons, with a
backslash before the signs `:`, `;` and `\\` (docs.jabref.org, "Linked files").  Better
BibTeX writes paths alone.  Mendeley writes `:path:type` without the first slash, and TeX.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from loccit._startup.regex import regex
from loccit.lint.quoted.read_file import EXTENSIONS

#: TeX that Mendeley writes in paths: "C$\backslash$:", "{\_}", "\&".
_TEX_COLON = regex(r"\$\\backslash\$:")
_TEX_SIGN = regex(r"\{\\([_&%#])\}|\\([_&%#])")
#: The colon of a drive of Windows, which not all programs escape.
_DRIVE = regex(r"(?<![^:;])([A-Za-z]):(?=[\\/])")
_FILE = regex(r"(?:\\[:;\\]|[^;])+")
_PART = regex(r"((?:\\[:;\\]|[^:])*)(?::|\Z)")
_ESCAPED = regex(r"\\([:;\\])")


def paths_in(field: str) -> Iterator[str]:
    r"""Yield the paths that a field names of files that can be read.

    >>> list(paths_in(r"Full Text:files/3/Doe\; Roe.pdf:application/pdf;Snap:a.html:text/html"))
    ['files/3/Doe; Roe.pdf', 'a.html']
    >>> list(paths_in(r":C$\backslash$:/Doe{\_}2001.pdf:pdf")), list(paths_in(r"C:\Zotero\a.pdf"))
    (['C:/Doe_2001.pdf'], ['C:\\Zotero\\a.pdf'])
    """
    text = _TEX_COLON.sub(r"\\:", field)
    text = _TEX_SIGN.sub(lambda found: found[1] or found[2], text)
    text = _DRIVE.sub(r"\1\\:", text)
    for file in _FILE.findall(text):
        parts = [_ESCAPED.sub(r"\1", part).strip() for part in _PART.findall(file)]
        # The description may be a name, too.
        paths = [part for part in parts if Path(part).suffix.lower() in EXTENSIONS]
        yield from paths[-1:]
