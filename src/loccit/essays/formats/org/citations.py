"""The citations of Org: its own, `[cite:@key]`, and those of org-ref, `cite:key`.

The Org manual, "Citations"; org-ref's manual, "Citations"; pandoc's
`Text.Pandoc.Readers.Org.Inlines` for what their styles mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.essays.syntax.steps import RawCitation, RawCite
from loccit.model import CiteMode

OPENING = regex(r"\[cite(?:/([A-Za-z0-9_-]*)(?:/([A-Za-z0-9_-]+))?)?:\s*")
#: What may be in a key, which ends with a letter, a digit or a sign that ends no
#: sentence.
KEY = regex(r"@([-.:?!`'/*@+|(){}<>&^$#%~\w]*[-/*+|)}>&^$#%~\w])")
NO_CITE = ("n", "nocite")
_MODES: dict[str, CiteMode] = {
    "t": "narrative",
    "text": "narrative",
    "a": "author-only",
    "author": "author-only",
    "na": "suppress-author",
    "noauthor": "suppress-author",
    "y": "suppress-author",
    "year": "suppress-author",
}
_BARE_VARIANTS = ("b", "bare", "bc", "bare-caps", "bf")
_BRACKETS = regex(r"[\[\]]")
_LONGEST = 10_000

#: The commands of org-ref by what they mean; the names are those of natbib and BibLaTeX.
_ORG_REF: dict[str, CiteMode] = {
    "cite": "narrative",
    "citet": "narrative",
    "textcite": "narrative",
    "citep": "parenthetical",
    "citealp": "parenthetical",
    "citealt": "parenthetical",
    "parencite": "parenthetical",
    "autocite": "parenthetical",
    "footcite": "parenthetical",
    "fullcite": "parenthetical",
    "supercite": "parenthetical",
    "citeauthor": "author-only",
    "citenum": "suppress-author",
    "citeyear": "suppress-author",
    "citeyearpar": "suppress-author",
}
_BARE_COMMANDS = ("citealp", "citealt", "citeyear")
_COMMANDS = "|".join(sorted(_ORG_REF, key=len, reverse=True))
_ORG_REF_KEY = r"&?[\w/+-](?:[\w:./+-]*[\w/+-])?"
#: A command in the text: `cite:doe,roe`, `citep:&doe;&roe`.
ORG_REF = regex(
    rf"(?<![\w/:&])(?P<name>{_COMMANDS})\*?:(?P<keys>{_ORG_REF_KEY}"
    rf"(?:[,;]{_ORG_REF_KEY})*)",
    re.IGNORECASE,
)
#: A command in a link: `[[citep:see &doe p. 3;&roe]]`, `[[cite:doe]]`.
ORG_REF_LINK = regex(
    rf"\[\[(?P<name>{_COMMANDS})\*?:(?P<keys>[^\[\]\n]+)\]\]", re.IGNORECASE
)
_LINKED_KEY = regex(r"&([\w:./+-]*[\w/+-])")
_PART = regex(r"[^;]+")
_PLAIN_KEY = regex(_ORG_REF_KEY)


def citation_at(text: str, position: int, end: int) -> RawCitation | None:
    """Read `[cite/style:prefix; see @key p. 3; suffix]`; None for what is no citation,
    and for sources that are only listed.
    """
    opening = OPENING.match(text, position, end)
    close = _close(text, opening.end(), end) if opening else None
    if not opening or close is None or opening[1] in NO_CITE:
        return None
    cites = tuple(_cites(text, opening.end(), close - 1, KEY))
    if not cites:
        return None
    mode = _MODES.get(opening[1] or "", "parenthetical")
    is_bare = opening[2] in _BARE_VARIANTS or opening[1] in ("y", "year")
    return RawCitation(
        position, close, mode == "narrative", cites, mode=mode, is_bare=is_bare
    )


def listed_keys(text: str, position: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the keys, with their signs, of `[cite/n:@key]`: sources to list without
    citing them.
    """
    opening = OPENING.match(text, position, end)
    close = _close(text, opening.end(), end) if opening else None
    if opening and close and opening[1] in NO_CITE:
        for found in KEY.finditer(text, opening.end(), close):
            yield found.span()


def _close(text: str, position: int, end: int) -> int | None:
    """Find the end of the brackets that are open at a position."""
    depth = 1
    for bracket in _BRACKETS.finditer(text, position, min(end, position + _LONGEST)):
        depth += 1 if bracket[0] == "[" else -1
        if depth == 0:
            return bracket.end()
    return None


def _cites(
    text: str, start: int, end: int, pattern: re.Pattern[str]
) -> Iterator[RawCite]:
    """Yield the cites; the words before the first semicolon and after the last one, if
    there is no key in them, belong to the first and the last cite.
    """
    parts = [found.span() for found in _PART.finditer(text, start, end)]
    keys = [(part, key) for part in parts if (key := pattern.search(text, *part))]
    for number, (part, key) in enumerate(keys):
        first = start if number == 0 else part[0]
        last = end if number == len(keys) - 1 else part[1]
        yield RawCite(
            key[1], False, (first, key.start()), (key.end(), last), place=key.span()
        )


def org_ref_citation(text: str, start: int, end: int) -> RawCitation | None:
    """Read a citation of org-ref that one of the patterns found at `start`."""
    found = ORG_REF_LINK.match(text, start, end) or ORG_REF.match(text, start, end)
    if not found:
        return None
    name = found["name"].casefold()
    cites = tuple(_org_ref_cites(text, *found.span("keys")))
    if not cites:
        return None
    mode = _ORG_REF[name]
    return RawCitation(
        start,
        found.end(),
        mode == "narrative",
        cites,
        mode=mode,
        is_bare=name in _BARE_COMMANDS,
    )


def _org_ref_cites(text: str, start: int, end: int) -> Iterator[RawCite]:
    """Yield the cites of `see &doe p. 3;&roe` (version 3), or `doe,roe`."""
    if "&" not in text[start:end]:
        for found in _PLAIN_KEY.finditer(text, start, end):
            yield _plain_cite(found[0], *found.span())
        return
    yield from _cites(text, start, end, _LINKED_KEY)


def _plain_cite(key: str, start: int, end: int) -> RawCite:
    return RawCite(key, False, (start, start), (end, end), place=(start, end))
