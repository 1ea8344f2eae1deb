"""Letters as themselves, where TeX's accents stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.latex.read import tex_to_text
from loccit.bibliography.formats.bibtex.tidy.action import Action
from loccit.bibliography.formats.bibtex.tidy.entry import OneEntry
from loccit.bibliography.formats.bibtex.tidy.text_fields import TEXT_FIELDS
from loccit.model import Edit

_LETTER = r"(?:[A-Za-z]|\\[ij](?![A-Za-z]))"
_ACCENT = (
    rf"\\(?:[\"'`^~=.]\s*|[uvHcdbrk](?:\s+|(?=[{{\\])))(?:{_LETTER}|\{{{_LETTER}\}})"
)
_WORD = r"\\(?:ss|aa|AA|ae|AE|oe|OE|o|O|l|L)(?![A-Za-z])"
_IN_TEX = regex(
    rf"\{{(?:{_ACCENT}|{_WORD}(?:\{{\}})?)\}}|{_ACCENT}|{_WORD}(?:\{{\}}|\s+)?"
)


def _unicode(entry: OneEntry) -> Iterator[Edit]:
    for name in entry.parts.fields:
        tex = entry.tex(name) if name in TEXT_FIELDS else None
        if tex and "\\" in tex:
            typed = _IN_TEX.sub(_letter, tex)
            if typed != tex and tex_to_text(typed, protect=True) == tex_to_text(
                tex, protect=True
            ):
                yield entry.put_tex(name, typed)


def _letter(found: re.Match[str]) -> str:
    letter = tex_to_text(found[0])
    return letter if len(letter) == 1 and letter.isalpha() else found[0]


ACTION = Action(
    "unicode", 'Letters as themselves: `{\\"o}` becomes `ö`.', of_entry=_unicode
)
