"""Read the live citations of paragraphs: what each cites, and whether it may change."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from loccit._startup.dataclass import dataclass, replace
from loccit._startup.regex import regex
from loccit.essays.live_citations import (
    BrokenCode,
    FieldCode,
    LiveCitation,
    LiveCite,
    Record,
    read,
)
from loccit.essays.live_citations.programs.endnote import UNFORMATTED
from loccit.essays.live_citations.programs.zotero.lists import edited_in
from loccit.essays.live_citations.tags import from_tags
from loccit.essays.packages.story import CodePlace, LiveField, StoryParagraph
from loccit.essays.syntax.citation_context import Surroundings
from loccit.model import Citation, Cite, CiteMode, Locator, Place, Problem, Span

#: Returns the place of a character in a part.
FindPlace: TypeAlias = Callable[[int, str], Place]

#: What the filter of Better BibTeX for pandoc writes until Zotero refreshes it.
_UNREFRESHED = regex(r"\A<Do Zotero Refresh: (.*)>\Z", re.DOTALL)
#: A prefix that needs a space after it, and a suffix that needs one before it, as in
#: citeproc-js, which Zotero and Mendeley print with.
_PREFIX_END = regex(r"[\w.,;:)\]]\Z")
_SUFFIX_START = regex(r"[\w(\[]")
#: Signs that programs and people exchange without a change of the text.
_ALIKE = str.maketrans("‘’‚“”„«»′″‐‑‒–—−", '\'\'\'"""""\'"------')


@dataclass(frozen=True, slots=True)
class LivePlace:
    """A live citation.

    Attributes:
        kept: why it stays as it is; "" if it may be replaced.
    """

    field: LiveField
    citation: Citation
    kept: str = ""


class LiveReader:
    """Reads live citations.

    Attributes:
        records: the sources that they carry, by the keys of their cites.
        problems: what was noticed: codes that are damaged or left over.
    """

    def __init__(self, place: FindPlace) -> None:
        """Prepare to read, with what tells the place of a character."""
        self._place = place
        self.records: dict[str, Record] = {}
        self.problems: list[Problem] = []

    def read(self, paragraph: StoryParagraph, number: int) -> Iterator[LivePlace]:
        """Yield the live citations of a paragraph.

        Args:
            paragraph: the paragraph.
            number: its number in the essay, from 1.
        """
        found = [*self._read(paragraph, number)]
        for index, each in enumerate(found):
            if any(_range(other) == _range(each) for other in found[:index]):
                yield _second(each)
            else:
                kept = each.kept or _shared(each, found)
                yield LivePlace(each.field, each.citation, kept)

    def _read(self, paragraph: StoryParagraph, number: int) -> Iterator[LivePlace]:
        for field in (*paragraph.fields, *_unformatted(paragraph)):
            if field.what == "leftover":
                self._report(
                    "leftover-live-citation", _leftover(field), field, paragraph
                )
            elif field.what == "list":
                self._report_list(field, paragraph)
            else:
                try:
                    found = read(field.code)
                except BrokenCode as error:
                    self._report("broken-live-citation", str(error), field, paragraph)
                    continue
                yield self._live(found, field, paragraph, number)

    def _report(
        self, rule: str, why: str, field: LiveField, paragraph: StoryParagraph
    ) -> None:
        span = field_span(paragraph, field)
        place = self._place(span.start, paragraph.paragraph.part)
        message = f"A program keeps a citation here. {why} It stays as it is."
        advice = "Cite the source again in that program, or type its key."
        self.problems.append(Problem(rule, message, place, advice=advice))

    def _report_list(self, field: LiveField, paragraph: StoryParagraph) -> None:
        """Report a list that somebody edited in Zotero, which stays."""
        edited = edited_in(field.code)
        if edited:
            span = field_span(paragraph, field)
            place = self._place(span.start, paragraph.paragraph.part)
            message = f"In Zotero somebody {edited}: this list stays as it is."
            advice = "Update it in Zotero."
            problem = Problem("edited-live-list", message, place, advice=advice)
            self.problems.append(problem)

    def _live(
        self,
        found: LiveCitation,
        field: LiveField,
        paragraph: StoryParagraph,
        number: int,
    ) -> LivePlace:
        cites = tuple(self._cite(cite) for cite in found.cites)
        mapped, start, end = paragraph.paragraph.mapped, field.start, field.end
        mode = _mode(cites)
        around = Surroundings(
            mapped, 0, len(mapped.text), start, end, mode == "narrative", None
        )
        citation = Citation(
            cites,
            mode,
            field_span(paragraph, field),
            mapped.text[start:end],
            mapped.part,
            field.note,
            program=found.program,
            context=around.context(number),
        )
        return LivePlace(field, citation, _kept(field, found, citation.source))

    def _cite(self, cite: LiveCite) -> Cite:
        key = f"record {len(self.records) + 1}"  # no key that anybody types
        self.records[key] = cite.record
        locator = Locator(cite.label or "page", cite.locator) if cite.locator else None
        prefix, suffix = cite.prefix, cite.suffix
        if _PREFIX_END.search(prefix):
            prefix += " "
        if _SUFFIX_START.match(suffix):
            suffix = " " + suffix
        affixes = (from_tags(prefix), from_tags(suffix))
        return Cite(key, cite.mode, *affixes, locator, cite.secondary)


def _mode(cites: Sequence[Cite]) -> CiteMode:
    """Return how a whole citation is set, which its first cite says."""
    first = cites[0].mode if cites else "parenthetical"
    return first if first in ("narrative", "locator-only") else "parenthetical"


def field_span(paragraph: StoryParagraph, field: LiveField) -> Span:
    """Return the place of a field's text; where it begins, if it has none."""
    if field.start == field.end:
        return Span(field.whole.start, field.whole.start)
    return paragraph.paragraph.span(field.start, field.end)


def _unformatted(paragraph: StoryParagraph) -> Iterator[LiveField]:
    """Yield the citations that EndNote has not formatted, which are plain text."""
    mapped = paragraph.paragraph.mapped
    if "#" not in mapped.text:
        return
    for found in UNFORMATTED.finditer(mapped.text):
        start, end = found.span()
        if any(each.start < end and start < each.end for each in paragraph.fields):
            continue
        span = mapped.span(start, end)
        place = CodePlace("text", (span,), mapped.part)
        code = FieldCode(found[0])
        yield LiveField(
            code, "citation", start, end, place, span, paragraph.note, is_text=True
        )


def _leftover(field: LiveField) -> str:
    return field.obstacle or "It was begun and never finished."


def _kept(field: LiveField, found: LiveCitation, text: str) -> str:
    """Return why a citation has to stay as it is; "" if it may be replaced."""
    if field.obstacle or found.kept:
        return field.obstacle or found.kept
    if field.start == field.end:
        return "It has no text."
    if found.printed is None or _said(found.printed) == _said(text):
        return ""
    return f"Somebody edited it by hand; its program wrote `{found.printed}`."


def _second(place: LivePlace) -> LivePlace:
    """Return a citation that its program keeps twice, as Mendeley does in bookmarks, so
    that it takes no text from the first.
    """
    end = place.citation.span.end
    citation = replace(place.citation, span=Span(end, end))
    return LivePlace(place.field, citation, "Its program keeps it twice.")


def _shared(place: LivePlace, found: Sequence[LivePlace]) -> str:
    """Return why a citation that is in another one, or has one in it, has to stay."""
    for each in found:
        overlaps = (
            each.field.start < place.field.end and place.field.start < each.field.end
        )
        if overlaps and _range(each) != _range(place):
            return "Another citation is in it, or it is in another one."
    return ""


def _range(place: LivePlace) -> tuple[int, int, str]:
    return place.field.start, place.field.end, place.citation.program


def _said(text: str) -> str:
    """Return what a text says, without what programs change on their own: white space,
    the shape of quotation marks and dashes, and characters that are not seen.
    """
    text = _UNREFRESHED.sub(r"\1", text.strip())
    plain = unicodedata.normalize("NFKC", text).translate(_ALIKE)
    seen = [sign for sign in plain if unicodedata.category(sign) != "Cf"]
    return "".join("".join(seen).split())
