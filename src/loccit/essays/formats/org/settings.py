"""The settings of an Org text: `#+bibliography:`, `#+cite_export:`, `#+language:` (the
Org manual, "Citations" and "Export Settings").
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from loccit._startup.regex import regex

_KEYWORD = regex(
    r"^[ \t]*#\+(bibliography|cite_export|csl-style|language):[ \t]*([^\r\n]*)",
    re.IGNORECASE | re.MULTILINE,
)
#: The files of sources of org-ref, which are a link.
_ORG_REF = regex(r"^[ \t]*(?:\[\[)?bibliography:([^\s\[\]]+)", re.MULTILINE)
_CSL = regex(r"csl\s+(\"[^\"]+\"|\S+)")


def read_settings(text: str) -> Mapping[str, object]:
    """Return the settings by their names in front matter.

    >>> read_settings("#+bibliography: a.bib\\n#+cite_export: csl apa.csl\\n")
    {'bibliography': ['a.bib'], 'csl': 'apa.csl'}
    """
    values: dict[str, object] = {}
    files: list[str] = []
    for name, value in _KEYWORD.findall(text):
        value = value.strip()
        match name.casefold():
            case "bibliography":
                files.append(value.strip('"'))
            case "language" if value:
                values["lang"] = value
            case "csl-style" if value:
                values["csl"] = value.strip('"')
            case "cite_export" if found := _CSL.match(value):
                values["csl"] = found[1].strip('"')
    for names in _ORG_REF.findall(text):
        files += [name for name in names.split(",") if name]
    if files:
        values = {"bibliography": files, **values}
    return values


def bibliography_keyword(command: str) -> str:
    """Return the keyword that names the same files as org-ref's link; "" for another
    command.

    >>> bibliography_keyword("bibliography:a.bib,b.bib")
    '#+bibliography: a.bib\\n#+bibliography: b.bib'
    """
    found = _ORG_REF.match(command)
    names = found[1].split(",") if found else []
    return "\n".join(f"#+bibliography: {name}" for name in names if name)
