"""From positions in an essay to a `Citation`: prefixes, suffixes and locators.

A prefix begins without white space and ends with the space before the key, so that
prefix and cite join as typed.  A suffix begins as it was written, `, chap. 3` or ` and
passim`, after the locator has been taken from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from loccit._startup.dataclass import replace
from loccit.essays.mapped_text import MappedText
from loccit.essays.syntax.citation_context import Surroundings
from loccit.essays.syntax.cited_in import with_secondaries
from loccit.essays.syntax.keys import key_at
from loccit.essays.syntax.locators import take_locator
from loccit.essays.syntax.steps import RawCitation, RawCite
from loccit.model import Citation, Cite, CiteMode, RichText, Span

#: What may be alone in brackets; `[Figure 3]` is rather one of the essay's own.
_ALONE = frozenset(
    ["chapter", "column", "folio", "line", "page", "paragraph", "section", "verse"]
)
_WHITE_SPACE = " \t\n"

#: Reads the markup of `text[start:end]`.
ReadMarkup = Callable[[int, int], RichText]


class CitationBuilder:
    """Builds the citations of one paragraph, in order."""

    def __init__(
        self,
        mapped: MappedText,
        words: Mapping[str, str],
        read: ReadMarkup,
        paragraph: int,
        essay: str | None = None,
    ) -> None:
        """Prepare for a paragraph.

        Args:
            mapped: the text that the paragraph is part of.
            words: casefolded word or abbreviation to CSL locator term.
            read: reads the markup of affixes.
            paragraph: the number of the paragraph, from 1.
            essay: the characters of the essay, for a citation's own as they are typed;
                None takes them from `mapped`.
        """
        self._mapped = mapped
        self._text = mapped.text
        self._essay = essay
        self._words = words
        self._read = read
        self._paragraph = paragraph
        self._previous_end: int | None = None

    def build(
        self, raw: RawCitation, first: int, last: int, note: int = 0
    ) -> Iterator[Citation]:
        """Build the citation that was found in a run from `first` to `last`, unless it
        turns out not to be a page alone.
        """
        mode = _mode(raw)
        if mode == "locator-only":
            cites = self._page_alone(raw)
        else:
            cites = tuple(
                self._cite(cite, mode if index == 0 else "parenthetical")
                for index, cite in enumerate(with_secondaries(self._text, raw.cites))
            )
        if not cites:
            return
        around = Surroundings(
            self._mapped,
            first,
            last,
            raw.start,
            raw.end,
            mode == "narrative",
            self._previous_end,
        )
        self._previous_end = raw.end
        span = self._mapped.span(raw.start, raw.end)
        source = self._text[raw.start : raw.end]
        context = around.context(self._paragraph)
        if raw.semicolons:
            places = tuple(map(self._mapped.origin, raw.semicolons))
            context = replace(context, semicolons=places)
        yield Citation(
            cites,
            mode,
            span,
            source if self._essay is None else span.of(self._essay),
            self._mapped.part,
            note,
            is_bare=raw.is_bare,
            context=context,
        )

    def _page_alone(self, raw: RawCitation) -> tuple[Cite, ...]:
        """Return a cite without a key, if the text is a locator and nothing else."""
        text = self._read(raw.start + 1, raw.end - 1)
        locator, rest = take_locator(text, self._words)
        if locator is None or rest or locator.label not in _ALONE:
            return ()
        if text.plain.startswith(locator.value):  # without a word: `[alexander2010]`
            return ()
        return (Cite("", "locator-only", locator=locator),)

    def _cite(self, cite: RawCite, mode: CiteMode) -> Cite:
        locator, suffix = take_locator(self._suffix(cite), self._words)
        return Cite(
            cite.key,
            "suppress-author" if cite.suppress else mode,
            self._prefix(cite),
            suffix,
            locator,
            cite.secondary,
            self._place(cite),
        )

    def _place(self, cite: RawCite) -> Span:
        """Return the place of a key."""
        if cite.place:
            return self._mapped.span(*cite.place)
        key = key_at(self._text, cite.prefix[1], len(self._text))
        return self._mapped.span(key.start, key.end) if key else Span(0, 0)

    def _prefix(self, cite: RawCite) -> RichText:
        start, end = self._trimmed(*cite.prefix)
        if start == end:
            return RichText()
        prefix = self._read(start, end)
        key = cite.place[0] if cite.place else cite.prefix[1]
        return prefix if end == key else prefix + RichText.of(" ")

    def _suffix(self, cite: RawCite) -> RichText:
        start, end = self._trimmed(*cite.suffix)
        if start == end:
            return RichText()
        suffix = self._read(start, end)
        return RichText.of(" ") + suffix if start > cite.suffix[0] else suffix

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        while start < end and self._text[start] in _WHITE_SPACE:
            start += 1
        while end > start and self._text[end - 1] in _WHITE_SPACE:
            end -= 1
        return start, end


def _mode(raw: RawCitation) -> CiteMode:
    if raw.mode:
        return raw.mode
    if not raw.cites:
        return "locator-only"
    if raw.narrative:
        return "suppress-author" if raw.cites[0].suppress else "narrative"
    return "parenthetical"
