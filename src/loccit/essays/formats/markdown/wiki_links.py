"""Links of Obsidian and other note-taking programs to the note of a source,
`[[@moss2010]]`.

Without a text of its own, `[[@moss2010|a text]]`, a link is a citation; the others are
left as they are.
"""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.essays.syntax.grammar import bracketed
from loccit.essays.syntax.keys import key_at
from loccit.essays.syntax.steps import Inlines, RawCitation, RawCite

#: A link, or an embedded note; a heading or a text may follow the key.
_LINK = regex(r"(?<!\[)!?\[\[(?=-?@)[^\[\]\n]*\]\](?![(\[{\]])")
_AFTER_KEY = regex(r"[#|]")
_CITED = regex(r"\[\[[^|#]*\]\]")


def wiki_link(inlines: Inlines, position: int) -> RawCitation | None:
    """Read the link at `position`."""
    end = inlines.end_of(_LINK, position)
    if end is None:
        return None
    start = inlines.text.index("@", position)
    if inlines.text[start - 1] == "-":
        start -= 1
    key = key_at(inlines.text, start, _key_end(inlines.text, start, end))
    if not key or not key.name:
        return None
    if is_cited(inlines.text[position:end]):
        inner = bracketed(inlines, position + 1)
        return RawCitation(position, end, False, inner.cites) if inner else None
    cite = RawCite(key.name, key.suppress, (start, start), (key.end, key.end))
    return RawCitation(position, end, False, (cite,))


def _key_end(text: str, start: int, end: int) -> int:
    """Find where a heading or a text begins that follows a key."""
    found = _AFTER_KEY.search(text, start, end)
    return found.start() if found else end


def is_link(source: str) -> bool:
    """Return whether a citation is typed as a link."""
    return source.startswith(("[[", "![["))


def is_cited(source: str) -> bool:
    """Return whether a link has neither a heading nor a text of its own.

    >>> is_cited("[[@moss2010]]"), is_cited("[[@moss2010|Moss]]"), is_cited("![[@moss2010]]")
    (True, False, False)
    """
    return _CITED.fullmatch(source) is not None
