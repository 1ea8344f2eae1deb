"""Documents that may cite, in formats that loccit doesn't read yet.

They are left alone.  But their text is searched for a key that changes, so that the
user can be told.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.model import Place
from loccit.text_files.reading import read_text

#: Each format by the extensions of its files.
UNREAD_FORMATS = {
    ".adoc": "AsciiDoc",
    ".asciidoc": "AsciiDoc",
    ".lyx": "LyX",
    ".rtf": "RTF",
}
#: A whole word; `ref-doe2010`, as in the HTML of a formatted list, is not `doe2010`.
_WORD = regex(r"[\w-]+")
#: A text is searched for each of so many keys; of more, all its words are looked up.
_FEW = 50
#: Longer lines, as in HTML, are shortened in messages.
_LONGEST_LINE = 80


class Mention(NamedTuple):
    """A key in the text of a document that isn't read.

    Attributes:
        key: the key.
        place: the place in the document.
        line: the text around the key.
        format: the name of the document's format.
    """

    key: str
    place: Place
    line: str
    format: str


def format_name(path: Path) -> str:
    """Return the name of an unread document's format."""
    return UNREAD_FORMATS[path.suffix.casefold()]


def find_mentions(keys: Collection[str], paths: Iterable[Path]) -> Iterator[Mention]:
    """Find keys, as whole words, in the text of documents.

    Raises:
        UnreadableFile: a document may not be read.
    """
    for path in paths:
        text = read_text(path).text
        for key in _keys_in(text, keys):
            yield from _mentions(key, text, path)


def _keys_in(text: str, keys: Collection[str]) -> Iterator[str]:
    """Yield the keys that a text may have as whole words."""
    if len(keys) <= _FEW:
        yield from (key for key in keys if key in text)
        return
    words = frozenset(_WORD.findall(text))
    for key in keys:
        is_word = bool(_WORD.fullmatch(key))
        if key in words or (not is_word and key in text):
            yield key


def _mentions(key: str, text: str, path: Path) -> Iterator[Mention]:
    whole = re.compile(rf"(?<![\w-]){re.escape(key)}(?![\w-])")
    for number, line in enumerate(text.splitlines(), 1):
        found = whole.search(line)
        if found is None:
            continue
        place = Place(str(path), number, found.start() + 1)
        yield Mention(key, place, _excerpt(line, found.start()), format_name(path))


def _excerpt(line: str, start: int) -> str:
    """Return a line for a message; of a long one, what is around `start`."""
    if len(line) <= _LONGEST_LINE:
        return line.strip()
    first = max(0, start - _LONGEST_LINE // 2)
    return f"... {line[first : first + _LONGEST_LINE].strip()} ..."
