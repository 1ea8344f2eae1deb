"""Text with CSL-JSON's markup to TeX, for the fields of a .bib file."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.latex.read import TAG

#: Dashes and quotation marks that touch each other stay as they are: TeX would read
#: other ones.
_ESCAPED = regex(
    r"[\\{}$&#%_^~\u00a0\u2009]|(?<![-–—])[–—](?![-–—])|(?<![`'“”‘’])[“”‘’](?![`'“”‘’])"
)
#: What would be read as one of HTML's entities (exports.py), were there nothing
#: between.
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
    """TeX for text with CSL-JSON's markup; letters stay in Unicode.

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
    return "".join([*pieces, _escape(text[done:]), "}" * depth])


def _escape(text: str) -> str:
    escaped = _ESCAPED.sub(lambda match: _ESCAPES.get(match[0], "\\" + match[0]), text)
    return (
        _LIKE_ENTITY.sub(r"\\&{}", escaped)
        if "&" in escaped and ";" in escaped
        else escaped
    )
