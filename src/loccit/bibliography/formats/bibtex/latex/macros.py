r"""Macros that a .bib file defines in its `@preamble`, and those of LaTeX's own world.

TeX writes the preamble before the list, so that entries may use its commands: `\Dash`,
`\booktitle{...}` (BibTeXing, section 3).  Definitions with plain arguments are read:
TeX's `\def`, LaTeX's `\newcommand`, and `\let`; conditions around them are skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex

_DEFINED = regex(
    r"""
    \\(?:def|gdef)\s*\\(?P<name>[A-Za-z@]+)\s*(?P<parameters>(?:\#\d)*)\s*(?=\{)
  | \\(?:new|renew|provide)command\*?\s*\{?\s*\\(?P<command>[A-Za-z@]+)\s*\}?
        \s*(?:\[(?P<count>\d)\])?\s*(?=\{)
  | \\let\s*\\(?P<alias>[A-Za-z@]+)\s*=?\s*(?P<other>\\[A-Za-z@]+)
    """,
    re.VERBOSE,
)
#: Spaces, breaks and fonts of TeX, which change nothing in a plain text.
_INVISIBLE = regex(
    r"""
    \\(?:kern|hskip|hspace\*?|raise|lower|spacefactor|penalty)\s*=?\s*
        \{?-?[\d.]*\s*(?:em|ex|pt)?\}?\s*
  | \\(?:null|nobreak|unskip|hfil|-|/|,|!)\s*
  | \\(?:manfnt|logo|logofont|footnotesize|scriptsize|small|smc|ssf|sc|rm|sf|tt)\b\s*
    """,
    re.VERBOSE,
)
_PARAMETER = regex(r"#(\d)")
_COMMAND = regex(r"\\([A-Za-z@]+)\s*")
#: So many commands in commands are expanded; a macro may use itself.
_DEEPEST = 5
#: A longer value is not expanded further: a macro may double itself.
_LONGEST = 20_000


class _Macro(NamedTuple):
    """What a command prints, with `#1` for its first argument, and how many it has."""

    body: str
    arguments: int = 0


#: Logos of texnames.sty, bibnames.sty, ltugboat.cls and doc, which authors of TeX's own
#: literature use without defining them.
_LOGOS = {
    "AMS": "AMS",
    "AMSTEX": "AMS-TeX",
    "AllTeX": "(LA)TeX",
    "CTAN": "CTAN",
    "ConTeXt": "ConTeXt",
    "Dash": "---",
    "DVI": "DVI",
    "HTML": "HTML",
    "KOMAScript": "KOMA-Script",
    "METAFONT": "METAFONT",
    "METAPOST": "MetaPost",
    "MF": "METAFONT",
    "MP": "MetaPost",
    "NTS": "NTS",
    "No": "№",
    "PDF": "PDF",
    "PGF": "PGF",
    "POSTSCRIPT": "PostScript",
    "PS": "PostScript",
    "SGML": "SGML",
    "TUB": "TUGboat",
    "TUG": "TUG",
    "TikZ": "TikZ",
    "VAX": "VAX",
    "WEB": "WEB",
    "XML": "XML",
    "Xy": "Xy",
    "emdash": "---",
    "tubissue": "TUGboat",
}
#: Their commands with one argument.
_MARKUP = {
    "acro": "#1",
    "booktitle": r"\emph{#1}",
    "cs": r"\textbackslash{}#1",
    "file": "#1",
    "hologo": "#1",
    "pkg": "#1",
    "smash": "#1",
}
_KNOWN = {
    **{name: _Macro(body) for name, body in _LOGOS.items()},
    **{name: _Macro(body, 1) for name, body in _MARKUP.items()},
}


class Macros:
    r"""The macros that the entries of a file may use.

    >>> macros = Macros(r"\def \Press #1{#1 Press} \newcommand{\TM}{(TM)}")
    >>> macros.expand(r"The \Press{New}\TM, \MF")
    'The New Press(TM), METAFONT'
    """

    def __init__(self, preamble: str = "") -> None:
        """Read the definitions in the text of a preamble."""
        self._macros = {**dict(_definitions(preamble)), **_KNOWN}

    def expand(self, tex: str) -> str:
        """Return TeX without the macros; other commands stay."""
        for _ in range(_DEEPEST):
            expanded = self._expanded_once(tex)
            if expanded == tex or len(expanded) > _LONGEST:
                break
            tex = expanded
        return tex

    def _expanded_once(self, tex: str) -> str:
        if "\\" not in tex:
            return tex
        pieces: list[str] = []
        end = 0
        for found in _COMMAND.finditer(tex):
            macro = self._macros.get(found[1])
            if macro is None or found.start() < end:
                continue
            read = _arguments(tex, found.end(), macro.arguments)
            if read is None:
                continue
            pieces += [tex[end : found.start()], _filled(macro.body, read.arguments)]
            end = read.end
            if macro.arguments == 0:
                end = _after_empty_group(tex, end)
        return "".join([*pieces, tex[end:]])


class _Read(NamedTuple):
    """The arguments of a command, and where the text goes on."""

    arguments: list[str]
    end: int


def _definitions(preamble: str) -> Iterator[tuple[str, _Macro]]:
    for found in _DEFINED.finditer(preamble):
        if found["alias"]:
            yield found["alias"], _Macro(found["other"])
            continue
        read = _arguments(preamble, found.end(), 1)
        if read is None:
            continue
        body = _INVISIBLE.sub("", read.arguments[0])
        count = int(found["count"] or 0) or len(found["parameters"] or "") // 2
        yield found["name"] or found["command"], _Macro(body, count)


def _arguments(tex: str, start: int, count: int) -> _Read | None:
    """Read so many groups in braces; None if there are fewer."""
    arguments: list[str] = []
    for _ in range(count):
        end = _closing(tex, start)
        if end is None:
            return None
        arguments.append(tex[start + 1 : end - 1])
        start = end
    return _Read(arguments, start)


def _closing(tex: str, start: int) -> int | None:
    """Return the end of the group that begins here."""
    depth = 0
    if not tex.startswith("{", start):
        return None
    for position in range(start, len(tex)):
        if tex[position] == "{":
            depth += 1
        elif tex[position] == "}":
            depth -= 1
        if depth == 0:
            return position + 1
    return None


def _after_empty_group(tex: str, end: int) -> int:
    r"""Skip the `{}` with which people keep the space after a command."""
    return end + 2 if tex.startswith("{}", end) else end


def _filled(body: str, arguments: Sequence[str]) -> str:
    def argument(parameter: re.Match[str]) -> str:
        number = int(parameter[1])
        return arguments[number - 1] if 0 < number <= len(arguments) else ""

    return _PARAMETER.sub(argument, body)
