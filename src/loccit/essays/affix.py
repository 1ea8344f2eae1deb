"""Prefixes, suffixes and locators: from positions in an essay to a `Citation`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from loccit.essays.locator import take_locator
from loccit.essays.region import Region
from loccit.essays.syntax import RawCitation, RawCite
from loccit.model import Citation, Cite, CiteMode, RichText

#: Reads the markup of an affix, `region.text[start:end]`.
ReadAffix = Callable[[str], RichText]


def build(
    raw: RawCitation, region: Region, essay: str, words: Mapping[str, str], read: ReadAffix, note: int
) -> Citation:
    """The citation that `raw` found in `region`, a part of `essay`."""
    span = region.span(raw.start, raw.end)
    mode: CiteMode = "narrative" if raw.narrative else "parenthetical"
    if raw.narrative and raw.cites[0].suppress:
        mode = "suppress-author"
    cites = tuple(
        _cite(cite, mode if index == 0 else "parenthetical", region.text, words, read)
        for index, cite in enumerate(raw.cites)
    )
    return Citation(cites, mode, span, span.of(essay), note)


def _cite(cite: RawCite, mode: CiteMode, text: str, words: Mapping[str, str], read: ReadAffix) -> Cite:
    prefix = " ".join(text[slice(*cite.prefix)].split("\n"))
    suffix = text[slice(*cite.suffix)]
    spaced = suffix[:1].isspace()
    locator, rest = take_locator(read((" " if spaced else "") + suffix.strip()), words)
    before = read(prefix.lstrip(" ")) if prefix.strip() else RichText()
    return Cite(cite.key, "suppress-author" if cite.suppress else mode, before, rest, locator)
