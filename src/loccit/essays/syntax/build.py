"""From positions in an essay to a `Citation`: prefixes, suffixes and locators.

A prefix begins without white space and ends with what stood before the key, so that
prefix and cite join as typed.  A suffix begins as it was written, `, chap. 3` or ` and
passim`, after the locator has been taken from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from loccit.essays.mapped_text import MappedText
from loccit.essays.syntax.citation_context import Surroundings
from loccit.essays.syntax.cited_in import with_secondaries
from loccit.essays.syntax.grammar import RawCitation, RawCite
from loccit.essays.syntax.keys import key_at
from loccit.essays.syntax.locators import take_locator
from loccit.model import Citation, Cite, CiteMode, RichText, Span

#: What may stand alone in brackets; `[Figure 3]` is rather one of the essay's own.
_ALONE = frozenset(
    ["chapter", "column", "folio", "line", "page", "paragraph", "section", "verse"]
)

#: Reads the markup of `text[start:end]`.
ReadMarkup = Callable[[int, int], RichText]


def build(
    raw: RawCitation,
    mapped: MappedText,
    run: tuple[int, int],
    essay: str,
    words: Mapping[str, str],
    read: ReadMarkup,
    note: int = 0,
) -> Iterator[Citation]:
    """The citation that `raw` found in a run of text of `mapped`, a part of `essay`;
    none if it is no page alone.
    """
    span = mapped.span(raw.start, raw.end)
    mode = _mode(raw)
    if mode == "locator-only":
        cites = tuple(_page_alone(read(raw.start + 1, raw.end - 1), words))
    else:
        cites = tuple(
            _cite(cite, mode if index == 0 else "parenthetical", mapped, words, read)
            for index, cite in enumerate(with_secondaries(mapped.text, raw.cites))
        )
    if not cites:
        return
    around = Surroundings(mapped.text, *run, raw.start, raw.end, raw.narrative)
    yield Citation(
        cites,
        mode,
        span,
        span.of(essay),
        note,
        note_span=mapped.span(around.white_space(), around.punctuation()),
        begins=around.begins(),
        ends=around.ends(),
    )


def _mode(raw: RawCitation) -> CiteMode:
    if not raw.cites:
        return "locator-only"
    if raw.narrative:
        return "suppress-author" if raw.cites[0].suppress else "narrative"
    return "parenthetical"


def _page_alone(text: RichText, words: Mapping[str, str]) -> Iterator[Cite]:
    """A cite without a key, if the text is a locator and nothing else."""
    locator, rest = take_locator(text, words)
    if locator and not rest and locator.label in _ALONE:
        yield Cite("", "locator-only", locator=locator)


def _cite(
    cite: RawCite,
    mode: CiteMode,
    mapped: MappedText,
    words: Mapping[str, str],
    read: ReadMarkup,
) -> Cite:
    text = mapped.text
    locator, suffix = take_locator(_suffix(cite, text, read), words)
    key = key_at(text, cite.prefix[1], len(text))
    return Cite(
        cite.key,
        "suppress-author" if cite.suppress else mode,
        _prefix(cite, text, read),
        suffix,
        locator,
        cite.secondary,
        mapped.span(key.start, key.end) if key else Span(0, 0),
    )


def _prefix(cite: RawCite, text: str, read: ReadMarkup) -> RichText:
    start, end = _trimmed(text, *cite.prefix)
    if start == end:
        return RichText()
    space = RichText.of(" " if end < cite.prefix[1] else "")
    return read(start, end) + space


def _suffix(cite: RawCite, text: str, read: ReadMarkup) -> RichText:
    start, end = _trimmed(text, *cite.suffix)
    if start == end:
        return RichText()
    space = RichText.of(" " if start > cite.suffix[0] else "")
    return space + read(start, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \t\n":
        start += 1
    while end > start and text[end - 1] in " \t\n":
        end -= 1
    return start, end
