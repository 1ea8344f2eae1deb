"""Write letters in Unicode in place of TeX's accents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.latex.read import tex_to_text
from loccit.bibliography.formats.bibtex.tidy.actions import TEXT_FIELDS, Action
from loccit.bibliography.formats.bibtex.tidy.entry import TidyEntry
from loccit.model import Edit

#: What an accent is put on: a letter, or the dotless `\i` and `\j`.
_LETTER = r"(?:[A-Za-z]|\\[ij](?![A-Za-z]))"
#: An accent and its letter: `\"o`, `\v s`, `\c{c}`.
_ACCENT = (
    rf"\\(?:[\"'`^~=.]\s*|[uvHcdbrk](?:\s+|(?=[{{\\])))(?:{_LETTER}|\{{{_LETTER}\}})"
)
#: A letter that is a command of its own.
_WORD = r"\\(?:ss|aa|AA|ae|AE|oe|OE|o|O|l|L)(?![A-Za-z])"
#: Either of them, with its braces or the space that ends the command.
_IN_TEX = regex(
    rf"\{{(?:{_ACCENT}|{_WORD}(?:\{{\}})?)\}}|{_ACCENT}|{_WORD}(?:\{{\}}|\s+)?"
)


def _unicode(entry: TidyEntry) -> Iterator[Edit]:
    for name in entry.parts.fields:
        tex = entry.tex(name) if name in TEXT_FIELDS else None
        if tex is None or "\\" not in tex:
            continue
        new = _IN_TEX.sub(_letter, tex)
        if new != tex and _reads_the_same(new, tex):
            yield entry.put_tex(name, new)


def _reads_the_same(one: str, other: str) -> bool:
    return tex_to_text(one, protect=True) == tex_to_text(other, protect=True)


def _letter(found: re.Match[str]) -> str:
    letter = tex_to_text(found[0])
    if len(letter) == 1 and letter.isalpha():
        return letter
    return found[0]


ACTION = Action(
    "unicode",
    'Write letters in Unicode: `{\\"o}` becomes `ö`.',
    of_entry=_unicode,
)
