"""The roles that cite in Sphinx and MyST: `:cite:p:`, `{cite:t}` (sphinxcontrib-bibtex,
"Roles and directives"; mystmd, "Citations").
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.key_citation import KeyCitation, KeyCite
from loccit.essays.syntax.steps import RawCitation, RawCite
from loccit.model import CiteMode


class CiteRole(NamedTuple):
    """How a role sets a citation."""

    mode: CiteMode
    is_bare: bool = False


_IN_BRACKETS = CiteRole("parenthetical")
_IN_SENTENCE = CiteRole("narrative")
_AUTHOR = CiteRole("author-only")
_ROLES = {
    "": _IN_BRACKETS,
    "p": _IN_BRACKETS,
    "ps": _IN_BRACKETS,
    "label": _IN_BRACKETS,
    "labelpar": _IN_BRACKETS,
    "alp": CiteRole("parenthetical", True),
    "alps": CiteRole("parenthetical", True),
    "t": _IN_SENTENCE,
    "ts": _IN_SENTENCE,
    "ct": _IN_SENTENCE,
    "cts": _IN_SENTENCE,
    "author": _AUTHOR,
    "authors": _AUTHOR,
    "cauthor": _AUTHOR,
    "cauthors": _AUTHOR,
    "year": CiteRole("suppress-author", True),
    "yearpar": CiteRole("suppress-author"),
}
#: A role that lists sources without a citation.
_LISTS = "empty"
_NAMES = "|".join(sorted(filter(None, {*_ROLES, _LISTS}), key=len, reverse=True))
#: The name of a role that cites.
CITE_ROLE = rf"(?:foot)?cite(?::(?:{_NAMES}))?"
_WRITTEN: dict[CiteMode, str] = {
    "parenthetical": "p",
    "narrative": "t",
    "suppress-author": "yearpar",
}
ROLE_KEY = regex(r"[^\s,{}`\\]+")
_WORDS = regex(r"[^{}`\\]*")
#: A key, perhaps with words in braces around it.
_CITE = regex(r"(?:\{([^{}]*)\})?\s*([^\s,{}`]+)\s*(?:\{([^{}]*)\})?\s*(?:,|\Z)\s*")


def role_citation(
    text: str, name: str, start: int, end: int, keys: tuple[int, int]
) -> RawCitation | None:
    """Read the citation of a role.

    Args:
        text: the text.
        name: the name of the role, `cite:p`.
        start, end: the place of the whole.
        keys: the place of what is between the backticks.
    """
    role = _ROLES.get(name.partition(":")[2])
    if role is None:
        return None
    cites = tuple(_cites(text, *keys))
    if not cites:
        return None
    is_narrative = role.mode == "narrative"
    return RawCitation(
        start, end, is_narrative, cites, mode=role.mode, is_bare=role.is_bare
    )


def lists_only(name: str) -> bool:
    """Return whether a role lists sources without a citation."""
    return name.endswith(f":{_LISTS}")


def role_keys(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the places of the keys between backticks."""
    for cite in _cites(text, start, end):
        yield cite.place or (start, end)


class WrittenRole(NamedTuple):
    """A role to write, and what goes between its backticks."""

    name: str
    cites: str


def written_role(citation: KeyCitation) -> WrittenRole | None:
    """Write a citation for a role; None if no role can have it.

    >>> written_role(KeyCitation((KeyCite("doe", "see ", "p. 3"), KeyCite("roe"))))
    WrittenRole(name='p', cites='{see}doe{p. 3},roe')
    """
    name = _WRITTEN.get(citation.mode)
    has_others = len(citation.cites) > 1 and name == "yearpar"
    if name is None or has_others or not all(map(_can_be_cited, citation.cites)):
        return None
    return WrittenRole(name, ",".join(map(_written, citation.cites)))


def _can_be_cited(cite: KeyCite) -> bool:
    words = f"{cite.prefix}{cite.suffix}{cite.locator}"
    is_key = ROLE_KEY.fullmatch(cite.key)
    return bool(is_key) and bool(_WORDS.fullmatch(words)) and not cite.secondary


def _written(cite: KeyCite) -> str:
    prefix = f"{{{cite.prefix.strip()}}}" if cite.prefix else ""
    words = f"{cite.locator}{cite.suffix}".strip(" ,")
    suffix = f"{{{words}}}" if words else ""
    return f"{prefix}{cite.key}{suffix}"


def _cites(text: str, start: int, end: int) -> Iterator[RawCite]:
    """Yield the cites of `{see}doe{p. 3},roe`; none where this is no list of keys."""
    position = start
    while position < end:
        found = _CITE.match(text, position, end)
        if not found:
            return
        place = found.span(2)
        prefix = found.span(1) if found[1] else (place[0], place[0])
        suffix = found.span(3) if found[3] else (place[1], place[1])
        yield RawCite(found[2], False, prefix, suffix, place=place)
        position = found.end()
