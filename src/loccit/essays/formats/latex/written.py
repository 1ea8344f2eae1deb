"""Write citations by key as commands."""

from __future__ import annotations

from collections.abc import Sequence

from loccit._startup.regex import regex
from loccit.essays.formats.latex.markup import in_ascii
from loccit.essays.key_citation import KeyCitation, KeyCite
from loccit.model import CiteMode, RichText
from loccit.output import latex

#: What a key can't have: it would end it, or begin a comment or a command.
_NO_KEY = regex(r"[,{}%\\#~\s]")
#: What each mode is called in each package; LaTeX itself has one command.
_NAMES: dict[tuple[str, CiteMode], str] = {
    ("biblatex", "parenthetical"): "parencite",
    ("biblatex", "narrative"): "textcite",
    ("biblatex", "suppress-author"): "parencite*",
    ("natbib", "parenthetical"): "citep",
    ("natbib", "narrative"): "citet",
    ("natbib", "suppress-author"): "citeyearpar",
    ("apacite", "parenthetical"): "cite",
    ("apacite", "narrative"): "citeA",
    ("", "parenthetical"): "cite",
}
_SEVERAL = {"parencite": "parencites", "textcite": "textcites"}


def can_be_key(key: str) -> bool:
    r"""Return whether a command can have a key.

    >>> can_be_key("doe:2001"), can_be_key("doe, 2001"), can_be_key("100%")
    (True, False, False)
    """
    return bool(key) and not _NO_KEY.search(key)


def written(citation: KeyCitation, package: str) -> list[str]:
    r"""Return the ways to write a citation; none if the package has no command for it.

    >>> doe, roe = KeyCite("doe", "see ", "p. 3"), KeyCite("roe")
    >>> print(*written(KeyCitation((doe, roe)), "biblatex"))
    \parencites[see][p. 3]{doe}{roe}
    >>> print(*written(KeyCitation((doe,)), "natbib"))
    \citep[see][p. 3]{doe}
    """
    name = _NAMES.get((package, citation.mode))
    cites = citation.cites
    if name is None or not all(can_be_key(cite.key) for cite in cites):
        return []
    possessive = citation.possessive.replace("’", "'")
    if _fits_one(cites):
        keys = ",".join(cite.key for cite in cites)
        affixes = _options(cites[0].prefix, _after(cites[-1]))
        return [f"\\{name}{affixes}{{{keys}}}{possessive}"]
    if name not in _SEVERAL:
        return []
    parts = [f"{_options(cite.prefix, _after(cite))}{{{cite.key}}}" for cite in cites]
    return [f"\\{_SEVERAL[name]}{''.join(parts)}{possessive}"]


def _fits_one(cites: Sequence[KeyCite]) -> bool:
    """Return whether words are only before the first cite and after the last one."""
    before_others = any(cite.prefix for cite in cites[1:])
    return not before_others and not any(_after(cite) for cite in cites[:-1])


def _after(cite: KeyCite) -> str:
    return f"{cite.locator}{cite.suffix}".strip(" ,")


def _options(prefix: str, suffix: str) -> str:
    if prefix.strip():
        return f"[{_words(prefix)}][{_words(suffix)}]"
    return f"[{_words(suffix)}]" if suffix else ""


def _words(words: str) -> str:
    """Write words as an option, which braces protect from their brackets."""
    written = in_ascii(latex.render(RichText.of(words.strip())))
    return f"{{{written}}}" if "[" in written or "]" in written else written
