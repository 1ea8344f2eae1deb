"""Rename keys in an essay, wherever it cites them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from loccit.errors import InvalidChange
from loccit.essays.document import KeyPlace
from loccit.essays.essay import Essay, read_essay
from loccit.model import Citation, Edit, Place


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
    edits = rename_edits(essay, keys, locator_words)
    return essay.with_edits(edits) if edits else essay.data


def rename_edits(
    essay: Essay, keys: Mapping[str, str], locator_words: Mapping[str, str]
) -> Sequence[Edit]:
    """Return the edits that `rename_keys` makes; none if the essay has none of the keys.

    Raises:
        InvalidChange, InvalidSettings, UnwritableFile: as `rename_keys`.
    """
    front_matter = essay.front_matter
    if front_matter is not None and front_matter.error is not None:
        raise front_matter.error  # it may name the keys under `nocite`
    citations = essay.citations(locator_words)
    places = [
        KeyPlace(cite.span, cite.key, citation.part)
        for citation in citations
        for cite in citation.cites
        if cite.key in keys
    ]
    places += nocited(essay, keys)
    edits = [_edit(essay, place, keys[place.key]) for place in places]
    if not edits:
        return edits
    changed = essay.with_edits(edits)
    again = read_essay(changed, essay.path, essay.format).citations(locator_words)
    wanted = [keys.get(key, key) for key in _cited_keys(citations)]
    if wanted != _cited_keys(again):
        new = dict.fromkeys(f"`{keys[place.key]}`" for place in places)
        raise InvalidChange(
            f"With the key {' or '.join(new)} this essay would cite differently.",
            place=Place(essay.path),
        )
    return edits


def nocited(essay: Essay, keys: Container[str]) -> Iterator[KeyPlace]:
    """Find these keys among those of sources to list without citing them."""
    for place in essay.document.nocited():
        if place.key in keys:
            yield place


def _cited_keys(citations: Iterable[Citation]) -> list[str]:
    return [cite.key for citation in citations for cite in citation.cites]


def _edit(essay: Essay, place: KeyPlace, new: str) -> Edit:
    """Type a key in the place of another.

    Raises:
        InvalidChange: no citation can have that key.
    """
    edit = essay.document.with_key(place, new)
    if edit is None:
        raise InvalidChange(
            f"`{new}` can't be cited: no essay could show where it ends.",
            place=essay.place(place.span.start, place.part),
        )
    return edit
