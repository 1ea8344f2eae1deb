"""Complete a key by what is typed of it, or of its source's authors, title or year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.bibliography.search.summary import Summary, summarize
from loccit.drafting.completion.completion import Completion, Completions
from loccit.drafting.completion.front_matter import is_in_front_matter
from loccit.drafting.completion.syntax import KeyStart, key_starts
from loccit.drafting.opened.open_essay import OpenEssay
from loccit.model import Span
from loccit.workspace.membership import own_keys

#: How many keys are offered; typing more finds others.
_MOST = 50
#: How far before the cursor a citation may begin.
_REACH = 1000
#: A key in front matter, without its sign: `nocite: [doe, roe]`.
_NOCITED = KeyStart(
    regex(
        r"^nocite[ \t]*:(?:[^\n]*[\s,\[\"']|[ \t]*\n(?:[ \t]*-[^\n]*\n)*[ \t]*-[ \t]*)"
        r"(?P<typed>[\w:.+/-]*)\Z",
        re.MULTILINE,
    ),
    regex(r"[\w:.+/-]*"),
)


class _Typed(NamedTuple):
    """A key that somebody is typing: how it began, what there is of it, and where."""

    start: KeyStart
    typed: str
    span: Span


def complete_key(essay: OpenEssay, offset: int) -> Completions | None:
    """Return the keys that may be meant at a place; None if none is typed there."""
    found = _typed_key(essay, offset)
    if found is None:
        return None
    sources = _matching(essay, found.typed)
    closing = _closing(essay.text, found)
    items = [
        _item(source, written + closing)
        for source in sources
        if (written := found.start.written(source.key)) is not None
    ]
    is_complete = len(sources) == len(essay.sources)
    return Completions(items, found.typed, found.span, is_complete)


def _typed_key(essay: OpenEssay, offset: int) -> _Typed | None:
    text = essay.text
    before = text[max(0, offset - _REACH) : offset]
    for start in _starts(essay, offset):
        begun = start.before.search(before)
        if begun:
            rest = start.rest.match(text, offset)
            end = rest.end() if rest else offset
            span = Span(offset - len(begun["typed"]), end)
            return _Typed(start, begun["typed"], span)
    return None


def _starts(essay: OpenEssay, offset: int) -> Iterator[KeyStart]:
    yield from key_starts(essay.essay.format)
    if is_in_front_matter(essay, offset):
        yield _NOCITED


def _closing(text: str, found: _Typed) -> str:
    """Return what closes the key, where it is not typed yet."""
    closing = found.start.closing
    return "" if text.startswith(closing, found.span.end) else closing


def _matching(essay: OpenEssay, typed: str) -> Sequence[Summary]:
    """Return the sources that may be meant, those of the essay itself first."""
    keys = sorted(key for key in own_keys(essay.essay) if key.startswith(typed))
    own = [summarize(source) for key in keys if (source := essay.sources.get(key))]
    found = essay.library.find(typed, _MOST).summaries
    return [*{each.key: each for each in [*own, *found]}.values()][:_MOST]


def _item(source: Summary, new: str) -> Completion:
    made = " ".join(filter(None, [source.author, source.year]))
    words = " ".join([source.key, source.author, source.year, source.title])
    detail = ": ".join(filter(None, [made, source.title]))
    return Completion("key", source.key, new, words, detail)
