"""Write text with CSL-JSON's markup as TeX for the fields of a .bib file."""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.latex.read import GERMAN_QUOTED, QUOTED, TAG

#: Dashes and quotation marks next to each other stay as they are: TeX would read them
#: as others.
_ESCAPED = regex(
    r"[\\{}$&#%_^~\u00a0\u2009]|(?<![-–—])[–—](?![-–—])|(?<![`'“”‘’])[“”‘’](?![`'“”‘’])"
)
#: An `&` that would be read as an HTML entity (`exporter_habits`) needs a `{}` after it.
_LIKE_ENTITY = regex(r"\\&(?=[A-Za-z][A-Za-z0-9]{1,24};)")
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "\u00a0": "~",
    "\u2009": r"\,",
    "–": "--",
    "—": "---",
    "“": "``",
    "”": "''",
    "‘": "`",
    "’": "'",
}
_TO_TEX = {
    "<i>": r"\emph{",
    "<b>": r"\textbf{",
    "<sc>": r"\textsc{",
    "<sup>": r"\textsuperscript{",
    "<sub>": r"\textsubscript{",
}


def text_to_tex(text: str) -> str:
    """Write text with CSL-JSON's markup as TeX; letters stay in Unicode.

    >>> text_to_tex('<i>R&D</i> at <span class="nocase">CERN</span>, 1990–1995')
    '\\\\emph{R\\\\&D} at {CERN}, 1990--1995'
    """
    pieces = []
    done = depth = 0
    for tag in TAG.finditer(text):
        pieces.append(_escape(text[done : tag.start()]))
        done = tag.end()
        if not tag[0].startswith("</"):
            pieces.append(_TO_TEX.get(tag[0], "{"))
            depth += 1
        elif depth:
            pieces.append("}")
            depth -= 1
    pieces.append(_escape(text[done:]))
    pieces.append("}" * depth)
    tex = "".join(pieces)
    # apostrophes that would be read as quotation marks
    while QUOTED.search(tex):
        tex = QUOTED.sub(r"’\1'", tex)
    # commas and quotation marks that would be read as German ones
    while german := GERMAN_QUOTED.search(tex):
        middle = german.start() + 1
        tex = f"{tex[:middle]}{{}}{tex[middle:]}"
    return tex


def _escape(text: str) -> str:
    escaped = _ESCAPED.sub(_escaped, text)
    if "&" in escaped and ";" in escaped:
        return _LIKE_ENTITY.sub(r"\\&{}", escaped)
    return escaped


def _escaped(character: re.Match[str]) -> str:
    return _ESCAPES.get(character[0], "\\" + character[0])
