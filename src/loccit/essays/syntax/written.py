"""Write citations by key in the citation syntax (docs/citation-syntax.md)."""

from __future__ import annotations

from collections.abc import Iterable

from loccit.essays.key_citation import KeyCitation, KeyCite
from loccit.essays.syntax.keys import is_plain


def written(citation: KeyCitation) -> list[str]:
    """Return the ways to write a citation, the best first.

    >>> doe, roe = KeyCite("doe", "see ", "p. 3"), KeyCite("roe", suffix=" and passim")
    >>> written(KeyCitation((doe, roe)))
    ['[see @doe, p. 3; @roe and passim]']
    >>> written(KeyCitation((roe,), "narrative", "'s"))
    ["@roe [and passim]'s", "@{roe} [and passim]'s"]
    """
    first, *others = citation.cites
    match citation.mode:
        case "locator-only":
            return [f"[{first.locator}]"]
        case "narrative":
            # Braces end a key before a character that could belong to it.
            keys = dict.fromkeys([typed_key(first.key), f"@{{{first.key}}}"])
            after = f"{_brackets(citation)}{citation.possessive}"
            return [f"{key}{after}" for key in keys]
        case "suppress-author":
            parts = [_part(first, "-"), *map(_part, others)]
        case _:
            parts = [*map(_part, citation.cites)]
    return [f"[{_joined(citation.cites, parts)}]"]


def typed_key(key: str) -> str:
    """Type a key with its sign, in braces if it needs them."""
    return f"@{key}" if is_plain(key) else f"@{{{key}}}"


def _brackets(citation: KeyCitation) -> str:
    """Write what follows the first key in the sentence: ` [p. 3; @b]`."""
    first, *others = citation.cites
    details = f"{first.locator}{first.suffix}"
    inside = _joined(citation.cites, [details, *map(_part, others)])
    return f" [{inside.lstrip(', ')}]" if inside else ""


def _joined(cites: Iterable[KeyCite], parts: Iterable[str]) -> str:
    """Join cites; a comma separates one from the work that it was read in."""
    joined = ""
    for number, (cite, part) in enumerate(zip(cites, parts, strict=True)):
        if number:
            joined += ", " if cite.secondary else "; "
        joined += part
    return joined


def _part(cite: KeyCite, sign: str = "") -> str:
    if not cite.key:
        return cite.prefix
    locator = f", {cite.locator}" if cite.locator else ""
    return f"{cite.prefix}{sign}{typed_key(cite.key)}{locator}{cite.suffix}"
