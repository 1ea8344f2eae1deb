"""Entries of typed lists whose fields are known, with labels: the fields' words are
looked for in the text.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from loccit._startup.regex import regex
from loccit.essays import read_essay
from loccit.essays.paragraph import Mark, Paragraph
from loccit.recognize.references.labelling.tokens import Token, tokens_of
from loccit.recognize.references.labelling.word_facts import facts_of
from loccit.recognize.segments import Label
from training.references.pieces import Example

#: In the order in which they are looked for: addresses and titles are longest.
_FIELDS: dict[str, Label] = {
    "DOI": "doi",
    "URL": "url",
    "title": "title",
    "container-title": "container-title",
    "collection-title": "collection-title",
    "event-title": "event",
    "genre": "genre",
    "publisher": "publisher",
    "publisher-place": "place",
    "page": "pages",
    "volume": "volume",
    "issue": "issue",
    "edition": "edition",
    "number": "number",
    "ISBN": "isbn",
    "medium": "genre",
    "archive": "archive",
    "version": "edition",
}
_NAMES: dict[str, Label] = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "director": "author",
}
_NOT_WORDS = regex(r"[\W_]+")
_FAR = 4
_BETWEEN_NAMES = ("and", "", "with")
_AFTER_NAMES = ("et", "al", "others", "jr", "sr", "ii", "iii")


class TypedText(NamedTuple):
    """An entry as readers see it."""

    text: str
    marks: tuple[Mark, ...]


def read_typed(folder: Path, name: str) -> Iterator[Example]:
    """Yield the entries of the lists of a set of documents, with labels."""
    for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines():
        document = json.loads(line)
        file = folder / name / document["file"]
        essay = read_essay(file.read_bytes(), file.name)
        for entry in document["list"]:
            typed = readable(essay.document.paragraphs, entry["start"], entry["end"])
            if typed is None:
                continue
            example = label_entry(typed.text, entry["fields"], typed.marks)
            if example is not None:
                yield example


def readable(paragraphs: Sequence[Paragraph], start: int, end: int) -> TypedText | None:
    """Return what readers see of `start` to `end` of an essay, in one paragraph."""
    best: TypedText | None = None
    for paragraph in paragraphs:
        whole = paragraph.span(0, len(paragraph.text))
        if not paragraph.text or whole.end <= start or whole.start >= end:
            continue
        origins = map(paragraph.mapped.origin, range(len(paragraph.text)))
        inside = [at for at, origin in enumerate(origins) if start <= origin < end]
        if inside and (best is None or len(inside) > len(best.text)):
            best = _part(paragraph, inside[0], inside[-1] + 1)
    return best


def _part(paragraph: Paragraph, start: int, end: int) -> TypedText:
    marks: list[Mark] = []
    for mark in paragraph.marks:
        if mark.start < end and mark.end > start:
            first, last = max(mark.start, start), min(mark.end, end)
            marks.append(mark._replace(start=first - start, end=last - start))
    return TypedText(paragraph.text[start:end], tuple(marks))


def label_entry(
    text: str, fields: Mapping[str, Any], marks: Sequence[Mark] = ()
) -> Example | None:
    """Return an entry with labels, or None if its title or an author is not in it."""
    aligner = _Aligner(text)
    for variable, label in _NAMES.items():
        for name in fields.get(variable) or ():
            if not aligner.name(name, label) and variable == "author":
                return None
    for variable, label in _FIELDS.items():
        value = fields.get(variable)
        if not value:
            continue
        found = aligner.value(str(value), label)
        if not found and variable in ("title", "container-title"):
            return None
    aligner.fill_names()
    aligner.dates(str(fields.get("issued") or ""))
    return Example(text, list(aligner.labelled()), marks)


class _Aligner:
    """A text in which values are looked for.

    Attributes:
        labels: the label of each token, as far as it is known.
    """

    def __init__(self, text: str) -> None:
        self.tokens = tokens_of(text)
        self.words = [_folded(token.text) for token in self.tokens]
        self.labels: list[Label | None] = [None] * len(self.tokens)

    def value(self, value: str, label: Label) -> bool:
        """Label the first unlabelled place of a value; return whether there is one."""
        if label in ("doi", "url"):
            return self._address(value, label)
        wanted = [_folded(token.text) for token in tokens_of(value)]
        while wanted and label == "edition" and wanted[-1] in ("ed", "edn", "edition"):
            wanted.pop()
        for start in self._places(wanted, label):
            for index in range(start, start + len(wanted)):
                self.labels[index] = label
            return True
        return False

    def _places(self, wanted: list[str], label: Label) -> Iterator[int]:
        """Yield where a value may be; a number after its word comes first."""
        if not wanted:
            return
        count = len(wanted)
        free = [
            start
            for start in range(len(self.words) - count + 1)
            if self.words[start : start + count] == wanted
            and not any(self.labels[start : start + count])
        ]
        if label in ("volume", "issue", "pages", "edition", "number"):
            free.sort(key=lambda start: not self._is_announced(start, label))
        yield from free

    def _is_announced(self, start: int, label: Label) -> bool:
        if not start:
            return False
        before = facts_of(self.tokens[start - 1].text).lists
        if label in before:
            return True
        gap = self.tokens[start].before
        return label == "issue" and "(" in gap and self.labels[start - 1] == "volume"

    def _address(self, value: str, label: Label) -> bool:
        wanted = _folded(value.removeprefix("https://").removeprefix("http://"))
        for index, word in enumerate(self.words):
            if wanted and self.labels[index] is None and wanted in word:
                self.labels[index] = label
                return True
        return False

    def name(self, name: Mapping[str, str], label: Label) -> bool:
        """Label a name: the family where it is, and the given names beside it."""
        family = name.get("family") or name.get("literal") or ""
        wanted = [_folded(token.text) for token in tokens_of(family)]
        for start in self._places(wanted, label):
            end = start + len(wanted)
            self.labels[start:end] = [label] * len(wanted)
            self._given(name.get("given") or "", start, end, label)
            return True
        return False

    def _given(self, given: str, start: int, end: int, label: Label) -> None:
        words = {_folded(token.text) for token in tokens_of(given)}
        initials = [word[:1] for word in given.lower().replace("-", " ").split()]
        words.update(initials)
        words.add("".join(initials))
        for step, index in ((1, end), (-1, start - 1)):
            while self._is_given(index, words):
                self.labels[index] = label
                index += step

    def _is_given(self, index: int, words: set[str]) -> bool:
        if not 0 <= index < len(self.words) or self.labels[index]:
            return False
        return self.words[index] in words

    def fill_names(self) -> None:
        """Label "and" and "et al." between and after names."""
        for index in range(1, len(self.labels)):
            self._fill(index)

    def _fill(self, index: int) -> None:
        before = self.labels[index - 1]
        if self.labels[index] or before not in ("author", "editor", "translator"):
            return
        ahead = self.labels[index + 1 : index + _FAR]
        word = self.words[index]
        if word in _AFTER_NAMES or (word in _BETWEEN_NAMES and before in ahead):
            self.labels[index] = before

    def dates(self, year: str) -> None:
        """Label dates; those after "Retrieved" are of access."""
        access = False
        for index, token in enumerate(self.tokens):
            facts = facts_of(token.text)
            if "accessed" in facts.lists:
                access = True
            if self.labels[index]:
                access = False
                continue
            near = self._near_date(index)
            if facts.number == "year" or (near and self._is_date(token, facts.lists)):
                self.labels[index] = "accessed" if access else "date"
            elif token.text.lower().startswith("n.d") or self._is_undated(index):
                self.labels[index] = "date"

    def _is_undated(self, index: int) -> bool:
        pair = self.words[index : index + 2]
        before = self.words[index - 1 : index + 1] if index else []
        return pair == ["n", "d"] or before == ["n", "d"]

    def _is_date(self, token: Token, lists: tuple[str, ...]) -> bool:
        if "month" in lists:
            return True
        return token.text.isdecimal() and len(token.text) < 3

    def _near_date(self, index: int) -> bool:
        """Return whether a year or month is right beside a token."""
        for near in self.tokens[max(0, index - 2) : index + 3]:
            facts = facts_of(near.text)
            if facts.number == "year" or "month" in facts.lists:
                return True
        return False

    def labelled(self) -> Iterator[tuple[Label, int, int]]:
        for token, label in zip(self.tokens, self.labels, strict=True):
            if label:
                yield label, token.start, token.end


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    letters = [each for each in decomposed if not unicodedata.combining(each)]
    return _NOT_WORDS.sub("", "".join(letters)).lower()
