"""Rename keys in an essay, wherever it cites them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from loccit._startup.regex import regex
from loccit.errors import InvalidChange
from loccit.essays.essay import Essay, read_essay
from loccit.essays.front_matter import nocite_keys
from loccit.essays.syntax.keys import key_at
from loccit.model import Citation, Edit, Place, Span

_NOCITE = regex(
    r"^[\"']?nocite[\"']?[ \t]*[:=].*(?:\r?\n(?:[ \t].*|(?=\r?\n)))*", re.MULTILINE
)
_SIGN = regex(r"-?@")
#: A key without its sign, among what YAML and TOML have around it.
_UNSIGNED = regex(r"[^\s,;\"'\[\]{}]+")
#: How many characters after a key may be taken for a part of it.
_LONGEST_REST = 200


class KeyPlace(NamedTuple):
    """A key, and where it is typed, with its signs."""

    span: Span
    key: str


def rename_keys(
    essay: Essay, keys: Mapping[str, str], locator_words: Mapping[str, str]
) -> bytes:
    """Return the essay's bytes with other keys wherever it cites these, in braces where
    they need them.

    Args:
        essay: the essay.
        keys: new keys by the old ones.
        locator_words: casefolded word or abbreviation to CSL locator term.

    Raises:
        InvalidChange: no citation can have that key.
        InvalidSettings: the front matter can't be read.
        UnwritableFile: the essay's encoding lacks a character of the key.

    >>> rename_keys(read_essay(b"So [-@doe, p. 3]."), {"doe": "doe, j."}, {})
    b'So [-@{doe, j.}, p. 3].'
    """
    front_matter = essay.front_matter
    if front_matter is not None and front_matter.error is not None:
        raise front_matter.error  # it may name the keys under `nocite`
    citations = essay.citations(locator_words)
    places = [
        KeyPlace(cite.span, cite.key)
        for citation in citations
        for cite in citation.cites
        if cite.key in keys
    ]
    places += nocited(essay, keys)
    if not places:
        return essay.data
    edits = [_edit(essay, place, keys[place.key]) for place in places]
    changed = essay.with_edits(edits)
    again = read_essay(changed, essay.path, essay.format).citations(locator_words)
    wanted = [keys.get(key, key) for key in _cited_keys(citations)]
    if wanted != _cited_keys(again):
        new = dict.fromkeys(f"`{keys[place.key]}`" for place in places)
        raise InvalidChange(
            f"With the key {' or '.join(new)} this essay would cite differently.",
            place=Place(essay.path),
        )
    return changed


def _cited_keys(citations: Iterable[Citation]) -> list[str]:
    return [cite.key for citation in citations for cite in citation.cites]


def _edit(essay: Essay, place: KeyPlace, new: str) -> Edit:
    """Type a key, in braces if it needs them.

    Raises:
        InvalidChange: no citation can have that key.
    """
    start, end = place.span.start, place.span.end
    if "@" not in place.span.of(essay.text) and _UNSIGNED.fullmatch(new):
        return Edit(place.span, new)
    sign = "-" if essay.text.startswith("-", start) else ""
    rest = essay.text[end : end + _LONGEST_REST]
    for typed in (f"{sign}@{new}", f"{sign}@{{{new}}}"):
        text = typed + rest
        key = key_at(text, 0, len(text))
        if key and key.name == new and key.end == len(typed):
            return Edit(place.span, typed)
    raise InvalidChange(
        f"`{new}` can't be cited: no essay could show where it ends.",
        place=essay.place(start),
    )


def nocited(essay: Essay, keys: Container[str]) -> Iterator[KeyPlace]:
    """Find these keys in the front matter's `nocite`."""
    front_matter = essay.front_matter
    if front_matter is None:
        return
    listed = nocite_keys(front_matter.values.get("nocite"))
    if not any(key in keys for key in listed):
        return
    for span in front_matter.spans:
        for setting in _NOCITE.finditer(essay.text, span.start, span.end):
            places = _signed if "@" in setting[0] else _unsigned
            for place in places(essay.text, *setting.span()):
                if place.key in keys:
                    yield place


def _signed(text: str, start: int, end: int) -> Iterator[KeyPlace]:
    for sign in _SIGN.finditer(text, start, end):
        if found := key_at(text, sign.start(), end):
            yield KeyPlace(Span(found.start, found.end), found.name)


def _unsigned(text: str, start: int, end: int) -> Iterator[KeyPlace]:
    """Yield the keys of a setting that has them without their sign."""
    for found in _UNSIGNED.finditer(text, start, end):
        yield KeyPlace(Span(*found.span()), found[0])
