"""Other keys for sources, in all that cites them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping

from loccit._startup.regex import regex
from loccit.errors import InvalidChange
from loccit.essays.essay import Essay, read_essay
from loccit.essays.front_matter import nocite_keys
from loccit.essays.syntax.keys import key_at
from loccit.model import Edit, Place, Span

_NOCITE = regex(
    r"^[\"']?nocite[\"']?[ \t]*:.*(?:\r?\n(?:[ \t].*|(?=\r?\n)))*", re.MULTILINE
)
_SIGN = regex(r"-?@")
#: How much of the text behind a key may be taken for a part of it.
_BEHIND = 200


def rename_keys(
    essay: Essay, keys: Mapping[str, str], locator_words: Mapping[str, str]
) -> bytes:
    """The essay's bytes, with other keys, old to new, wherever it cites these; in
    braces where they have to be.

    Raises:
        InvalidChange: no citation can have that key.
        InvalidSettings: the front matter can't be read.
        UnwritableFile: the essay's encoding has no place for the key.

    >>> rename_keys(read_essay(b"So [-@doe, p. 3]."), {"doe": "doe, j."}, {})
    b'So [-@{doe, j.}, p. 3].'
    """
    citations = essay.citations(locator_words)
    places = [
        (cite.span, cite.key)
        for citation in citations
        for cite in citation.cites
        if cite.key in keys
    ]
    places += nocited(essay, keys)
    edits = [
        _edit(essay.text, span, keys[old], essay.place(span.start))
        for span, old in places
    ]
    if not edits:
        return essay.data
    changed = essay.with_edits(edits)
    again = read_essay(changed, essay.path, essay.format).citations(locator_words)
    meant = [
        keys.get(cite.key, cite.key)
        for citation in citations
        for cite in citation.cites
    ]
    if meant != [cite.key for citation in again for cite in citation.cites]:
        new = " or ".join(
            f"`{keys[old]}`" for old in dict.fromkeys(old for _, old in places)
        )
        raise InvalidChange(
            f"With the key {new} this essay would cite otherwise.",
            place=Place(essay.path),
        )
    return changed


def _edit(text: str, span: Span, new: str, place: Place) -> Edit:
    sign = "-" if text.startswith("-", span.start) else ""
    behind = text[span.end : span.end + _BEHIND]
    for typed in (f"{sign}@{new}", f"{sign}@{{{new}}}"):
        key = key_at(typed + behind, 0, len(typed + behind))
        if key and key.name == new and key.end == len(typed):
            return Edit(span, typed)
    raise InvalidChange(
        f"`{new}` can't be cited: no essay could tell where it ends.", place=place
    )


def nocited(essay: Essay, keys: Container[str]) -> Iterator[tuple[Span, str]]:
    """Find these keys in the front matter's `nocite`.

    Raises:
        InvalidSettings: the front matter can't be read.
    """
    front_matter = essay.front_matter
    if front_matter is None:
        return
    if front_matter.error:
        raise front_matter.error
    if not any(key in keys for key in nocite_keys(front_matter.values.get("nocite"))):
        return
    for setting in _NOCITE.finditer(
        essay.text, front_matter.span.start, front_matter.span.end
    ):
        for sign in _SIGN.finditer(essay.text, setting.start(), setting.end()):
            found = key_at(essay.text, sign.start(), setting.end())
            if found and found.name in keys:
                yield Span(found.start, found.end), found.name
