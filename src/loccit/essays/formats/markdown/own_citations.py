"""Citations that some kinds of Markdown have besides keys:

    {cite:p}`doe,roe`  {cite:t}`doe{p. 3}`      MyST (mystmd, "Citations"; Sphinx)
    {% cite doe roe -l 3 %}                     jekyll-scholar
    <d-cite key="doe,roe"></d-cite>             Distill, al-folio
    <cite data-cite="doe">(Doe, 2001)</cite>    notebooks (nbconvert)

and what is no text in the same kinds: Liquid and shortcodes, Obsidian's comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loccit._startup.regex import regex
from loccit.essays.key_citation import KeyCitation, KeyCite
from loccit.essays.syntax.cite_roles import CITE_ROLE, role_citation, written_role
from loccit.essays.syntax.steps import RawCitation, RawCite
from loccit.model import CiteMode

#: What a text with such citations has.
SIGNS = (
    "{cite",
    "{footcite",
    "{% cite",
    "{%cite",
    "{%- cite",
    "<d-cite",
    " data-cite=",
)
_OF_MYST = ("{cite", "{footcite", "{bibliography}")
_ROLE = regex(rf"\{{({CITE_ROLE})\}}(`+)([^`\n]+(?:\n[^`\n]+){{0,3}})\2(?!`)")
_JEKYLL = regex(r"\{%-?\s*cite\s+((?:\"[^\"\n]*\"|'[^'\n]*'|[^%\n]|%(?!\}))*?)\s*-?%\}")
_WORD = regex(r"\"([^\"\n]*)\"|'([^'\n]*)'|([^\s\"']+)")
_TAG = regex(
    r"<d-cite\s[^<>]*?\bkey\s*=\s*[\"']([^\"'<>]*)[\"'][^<>]*>(?:[^<>]*</d-cite>)?"
    r"|<cite\s[^<>]*?\bdata-cite\s*=\s*[\"']([^\"'<>]*)[\"'][^<>]*>[^<>]*</cite>"
)
_KEY = regex(r"[^\s,]+")
#: Liquid, shortcodes of Hugo and Quarto, and Obsidian's comments.
_OPAQUE = regex(
    r"\{%(?:[^%\n]|%(?!\})){0,2000}%\}|\{\{(?:[^{}\n]|\}(?!\})|\{(?!\{)){0,2000}\}\}"
    r"|%%(?:[^%]|%(?!%)){0,5000}%%"
)
_LOCATOR = ("-l", "--locator")
_PREFIX = ("-p", "--prefix")
_SUPPRESS = ("-A", "--suppress_author")
#: Options that have a value; others have none.
_WITH_VALUE = (*_LOCATOR, *_PREFIX, "-f", "--file", "-L", "--label", "-t", "--template")


def own_citation(text: str, position: int, end: int) -> RawCitation | None:
    """Read the citation at a position that is not one of keys with `@`."""
    if role := _ROLE.match(text, position, end):
        return role_citation(text, role[1], position, role.end(), role.span(3))
    if cite := _JEKYLL.match(text, position, end):
        return _jekyll(text, cite)
    tag = _TAG.match(text, position, end)
    if not tag:
        return None
    keys = tag.span(tag.lastindex or 0)
    cites = tuple(_cite(*key.span(), key[0]) for key in _KEY.finditer(text, *keys))
    return RawCitation(position, tag.end(), False, cites) if cites else None


def opaque_end(text: str, position: int, end: int) -> int | None:
    """Return where Liquid, a shortcode or a comment ends that begins at a position."""
    found = _OPAQUE.match(text, position, end)
    return found.end() if found else None


def _cite(start: int, end: int, key: str) -> RawCite:
    return RawCite(key, False, (start, start), (end, end), place=(start, end))


def _jekyll(text: str, found: re.Match[str]) -> RawCitation | None:
    """Read keys and options, as in `doe roe -l 3 -l 4 --prefix see`."""
    keys: list[re.Match[str]] = []
    locators: list[tuple[int, int]] = []
    prefix: tuple[int, int] | None = None
    suppresses = False
    words = _WORD.finditer(text, *found.span(1))
    for word in words:
        name = word[0]
        if name in _WITH_VALUE:
            value = next(words, None)
            place = value.span(value.lastindex or 0) if value else (0, 0)
            if name in _LOCATOR:
                locators.append(place)
            elif name in _PREFIX:
                prefix = place
        elif name in _SUPPRESS:
            suppresses = True
        elif not name.startswith("-"):
            keys.append(word)
    cites = [*_jekyll_cites(keys, locators, prefix)]
    if not cites:
        return None
    mode: CiteMode = "suppress-author" if suppresses else "parenthetical"
    return RawCitation(found.start(), found.end(), False, tuple(cites), mode=mode)


def _jekyll_cites(
    keys: Sequence[re.Match[str]],
    locators: Sequence[tuple[int, int]],
    prefix: tuple[int, int] | None,
) -> Iterator[RawCite]:
    for number, key in enumerate(keys):
        place = key.span(key.lastindex or 0)
        before = prefix if prefix and number == 0 else (place[0], place[0])
        after = locators[number] if number < len(locators) else (place[1], place[1])
        yield RawCite(key[key.lastindex or 0], False, before, after, place=place)


def written_own(citation: KeyCitation, text: str) -> list[str] | None:
    """Write a citation as the others of a text are; None where they are keys with `@`.

    >>> doe = KeyCite("doe", locator="p. 3")
    >>> written_own(KeyCitation((doe,), "narrative"), "So {cite:p}`roe`.")
    ['{cite:t}`doe{p. 3}`']
    """
    if any(sign in text for sign in _OF_MYST):
        role = written_role(citation)
        return (
            [f"{{cite:{role.name}}}`{role.cites}`{citation.possessive}"] if role else []
        )
    if "<d-cite" in text:
        keys = [cite.key for cite in citation.cites]
        is_plain = (
            all(map(_is_plain, citation.cites)) and citation.mode == "parenthetical"
        )
        return [f'<d-cite key="{",".join(keys)}"></d-cite>'] if is_plain else []
    if "{% cite " in text:
        return _written_jekyll(citation)
    return None


def _is_plain(cite: KeyCite) -> bool:
    return bool(cite.key) and not (cite.prefix or cite.locator or cite.suffix)


def _written_jekyll(citation: KeyCitation) -> list[str]:
    """Write keys and locators; words around a cite have no place."""
    modes = ("parenthetical", "suppress-author")
    if citation.mode not in modes or not all(map(_is_jekyll, citation.cites)):
        return []
    words = [cite.key for cite in citation.cites]
    locators = [cite.locator for cite in citation.cites]
    if any(locators):
        words += [f'-l "{locator}"' for locator in locators]
    if citation.mode == "suppress-author":
        words.append("-A")
    return [f"{{% cite {' '.join(words)} %}}"]


def _is_jekyll(cite: KeyCite) -> bool:
    has_words = cite.prefix or cite.suffix or '"' in cite.locator
    return bool(cite.key) and not has_words
