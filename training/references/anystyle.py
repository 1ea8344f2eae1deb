"""References that the makers of AnyStyle labelled by hand, with our labels.

Their labels cover a reference without gaps: "In J. Doe (Ed.)," is an editor, "vol. 3(2),"
a volume. Ours leave out the words that only announce, and split volume and issue.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from loccit._startup.regex import regex
from loccit.recognize.references.labelling.tokens import Token, tokens_of
from loccit.recognize.references.labelling.word_facts import facts_of
from loccit.recognize.segments import Label
from training.references.pieces import Example

_LABELS: dict[str, Label] = {
    "author": "author",
    "citation-number": "citation-number",
    "collection-title": "collection-title",
    "container-title": "container-title",
    "date": "date",
    "director": "author",
    "doi": "doi",
    "edition": "edition",
    "editor": "editor",
    "genre": "genre",
    "isbn": "isbn",
    "journal": "container-title",
    "location": "place",
    "medium": "genre",
    "note": "note",
    "pages": "pages",
    "producer": "author",
    "publisher": "publisher",
    "source": "archive",
    "title": "title",
    "translator": "translator",
    "url": "url",
    "volume": "volume",
}
#: The words that only announce, by label: lists of `word_lists.txt`.
_ANNOUNCING: dict[Label, frozenset[str]] = {
    "author": frozenset(["director"]),
    "editor": frozenset(["in", "editor"]),
    "translator": frozenset(["translator", "in"]),
    "container-title": frozenset(["in"]),
    "volume": frozenset(["volume", "issue"]),
    "pages": frozenset(["pages"]),
    "edition": frozenset(["edition", "editor"]),
}
_IGNORED: dict[Label, tuple[str, ...]] = {
    "doi": ("doi",),
    "isbn": ("isbn",),
    "editor": ("by",),
    "translator": ("by",),
    "author": ("by",),
}
#: How many pages or volumes there are.
_COUNT = regex(
    r"(?i)[\[(]?(?:[ivxl]+[,+ -]+)?\d+ ?(?:pp?\b|pages|vols?\b|s\.$|seiten|Bde)"
)
_MARKUP = regex(r"</?\w+>")
_NUMBER_WORDS = frozenset(["volume", "issue"])
_LONGEST_DATE = 4


def read_anystyle(path: Path) -> Iterator[Example]:
    """Yield the references of a file, in our labels."""
    for line in path.read_text("utf-8").splitlines():
        given = json.loads(line)
        if not _MARKUP.search(given["text"]):
            yield _example(given["text"], given["segments"])


def _example(text: str, segments: list[list[object]]) -> Example:
    labels: list[tuple[Label, int, int]] = []
    tokens = tokens_of(text)
    for name, start, end in segments:
        assert isinstance(start, int) and isinstance(end, int)
        label = _LABELS[str(name)]
        inside = [each for each in tokens if start <= each.start < end]
        for token, own in _relabelled(text[start:end], label, inside):
            labels.append((own, token.start, token.end))
    return Example(text, labels)


def _relabelled(
    text: str, label: Label, tokens: list[Token]
) -> Iterator[tuple[Token, Label]]:
    """Yield the tokens of a segment with their own labels."""
    if label in ("pages", "volume") and _COUNT.match(text):
        return
    if label == "volume":
        yield from _volume_parts(tokens)
    elif label == "note":
        yield from _note_parts(tokens)
    elif label == "genre":
        yield from _genre_parts(tokens)
    elif label == "date" and text.startswith("[") and len(tokens) > _LONGEST_DATE:
        yield from _each(tokens, "note")
    elif label == "edition" and not any(map(_is_number, tokens)):
        yield from _each(tokens, label)
    else:
        yield from _each(_without_announcing(tokens, label), label)


def _each(tokens: list[Token], label: Label) -> Iterator[tuple[Token, Label]]:
    """Yield tokens with one label."""
    for token in tokens:
        yield token, label


def _note_parts(tokens: list[Token]) -> Iterator[tuple[Token, Label]]:
    """Yield the parts of a note, which may say when a page was read, or what a thesis
    is.
    """
    lists = [_lists(token) for token in tokens]
    if lists and "accessed" in lists[0]:
        yield from _access(tokens)
    elif any("thesis" in each for each in lists):
        yield from _each(tokens, "genre")
    else:
        yield from _each(tokens, "note")


def _genre_parts(tokens: list[Token]) -> Iterator[tuple[Token, Label]]:
    """Yield the kind of a report, and its number."""
    count = len(tokens)
    if count > 1 and _is_number(tokens[-1]):
        count -= 1
    yield from _each(tokens[:count], "genre")
    yield from _each(tokens[count:], "number")


def _without_announcing(tokens: list[Token], label: Label) -> list[Token]:
    """Return tokens without the announcing words at the ends."""
    announcing = _ANNOUNCING.get(label, frozenset())
    ignored = _IGNORED.get(label, ())
    first, last = 0, len(tokens)
    while first < last and _announces(tokens[first], announcing, ignored):
        first += 1
    while first < last and _announces(tokens[last - 1], announcing, ignored):
        last -= 1
    return tokens[first:last]


def _announces(
    token: Token, announcing: frozenset[str], ignored: tuple[str, ...]
) -> bool:
    word = token.text.lower()
    if word in ignored:
        return True
    if token.text.isupper() and len(word) == 1:
        return word in ("v", "n", "p", "s") and "pages" in announcing
    return bool(announcing.intersection(_lists(token)))


def _volume_parts(tokens: list[Token]) -> Iterator[tuple[Token, Label]]:
    """Yield the parts of "vol. 3(2): 29–38", which AnyStyle calls a volume."""
    label: Label = "volume"
    for token in tokens:
        lists = _lists(token)
        if ";" in token.after and facts_of(token.text).number == "year":
            yield token, "date"
            continue
        if "issue" in lists:
            label = "issue"
        if not token.text.isdigit() and _NUMBER_WORDS.intersection(lists):
            continue
        yield token, label
        label = _after_number(label, token.after)


def _after_number(label: Label, gap: str) -> Label:
    """Return what the next number is: an issue after a volume, then pages."""
    if ":" in gap:
        return "pages"
    return "issue" if label == "volume" else label


def _access(tokens: list[Token]) -> Iterator[tuple[Token, Label]]:
    """Yield the date in "Retrieved March 14, 2011, from"."""
    for token in tokens:
        if _is_number(token) or "month" in _lists(token):
            yield token, "accessed"


def _lists(token: Token) -> tuple[str, ...]:
    return facts_of(token.text).lists


def _is_number(token: Token) -> bool:
    return any(character.isdigit() for character in token.text)
