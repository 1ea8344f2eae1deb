"""The way back from a formatted essay: citations get their keys again.

A citation gets its key only if that is printed as what is there now, and the essay as a
whole comes out the same when it is formatted again.  So it does not matter who wrote it:
loccit, another program in the same style, or a careful hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography import Library
from loccit.editing.adopt.essay_edits import edits_of, write_citations
from loccit.editing.adopt.plan import CitationPlan, CitePlan
from loccit.editing.unformat_live import live_to_keys
from loccit.essays import Essay, open_essay, read_essay
from loccit.formatting.draft import Draft, read_draft
from loccit.formatting.format_essay import format_draft
from loccit.formatting.formatted_essay import FormattedEssay
from loccit.formatting.typed.citations import can_be_set
from loccit.model import Edit, Span
from loccit.recognize import TypedCitation
from loccit.workspace.essay_library import essay_settings, open_essay_library
from loccit.workspace.settings import Settings


class Unformatted(NamedTuple):
    """An essay whose citations have keys again.

    Attributes:
        essay: the essay as it was.
        data: the essay with keys.
        citations: how many citations got keys.
        left: how many citations stay as they are.
        in_notes: whether the style cites in footnotes, which stay.
        lost_list: whether the reference list was taken out, for `format` to make it
            again.
        lacks_sources: whether live citations stay because the library lacks their
            sources, which the document has.
    """

    essay: Essay
    data: bytes
    citations: int = 0
    left: int = 0
    in_notes: bool = False
    lost_list: bool = False
    lacks_sources: bool = False


class _Attempt(NamedTuple):
    """Citations that got keys, and what formatting makes of them."""

    plans: Sequence[CitationPlan]
    draft: Draft
    result: FormattedEssay


def unformat_essay(
    essay: Essay | str | Path,
    library: Library | None = None,
    settings: Settings | None = None,
) -> Unformatted:
    """Give the citations of a formatted essay their keys again.

    The reference list is taken out if `format` makes it again at the same place; else it
    stays, and `format` keeps it up to date.

    Args:
        essay: an opened essay, or the path of one.
        library: its sources; None opens what the settings say.
        settings: as for `format_essay`; the style is the one that the essay is in.

    Raises:
        LoccitError: as `format_essay`.

    >>> from loccit import open_library
    >>> doe = {"id": "doe", "type": "book", "title": "On it", "issued": "2001"}
    >>> library = open_library([], [doe | {"author": [{"family": "Doe", "given": "Jo"}]}])
    >>> text = b"So it is (Doe, 2001, p. 3).\\n\\n# References\\n\\nDoe, J. (2001). *On it*.\\n"
    >>> unformat_essay(read_essay(text), library).data
    b'So it is [@doe, p. 3].\\n\\n# References\\n'
    """
    if not isinstance(essay, Essay):
        essay = open_essay(Path(essay))
    settings = replace(settings or Settings(), typed_citations=True)
    if essay.document.records:
        return _unformat_live(essay, library, settings)
    draft = read_draft(essay, library, settings)
    plans = [*_plans(draft)]
    if draft.style.citation_class == "note":
        return Unformatted(essay, essay.data, left=len(plans), in_notes=True)
    attempt = _last_attempt(plans, draft, settings)
    wanted = format_draft(draft)
    if attempt is None or not _is_same(attempt.result, wanted):
        return Unformatted(essay, essay.data, left=len(plans))
    keyed = attempt.draft.essay
    without = _without_list(attempt.draft)
    library = draft.resolved.library
    lost = without is not None and _is_same(
        _formatted(without, library, settings), wanted
    )
    data = without.data if without is not None and lost else keyed.data
    done = len(edits_of(attempt.plans))
    return Unformatted(essay, data, done, len(plans) - done, lost_list=lost)


def _unformat_live(
    essay: Essay, library: Library | None, settings: Settings
) -> Unformatted:
    """Give the live citations of a document keys, and then those that are typed."""
    if library is None:
        of_essay = settings.over(essay_settings(essay))
        library = open_essay_library(essay, of_essay, needed=False)
    found = live_to_keys(read_draft(essay, library, settings), library)
    data = essay.with_edits(found.edits)
    if not found.edits or found.left:
        lacks = found.lacks_sources
        return Unformatted(essay, data, found.done, found.left, lacks_sources=lacks)
    rest = unformat_essay(read_essay(data, essay.path), library, settings)
    done = found.done + rest.citations
    return rest._replace(essay=essay, citations=done)


def _plans(draft: Draft) -> Iterator[CitationPlan]:
    """Plan keys for all typed citations whose sources are likely."""
    if not draft.typed:
        return
    found = [*draft.typed.typed.values(), *draft.typed.left]
    found.sort(key=lambda each: (each.part, each.span))
    for number, citation in enumerate(found):
        if can_be_set(citation) and _has_keys(citation, draft.resolved.library):
            name = f"c{number}"
            cites = [
                CitePlan(name, cite, "adopted", key=cite.key or "")
                for cite in citation.cites
            ]
            place = draft.essay.place(citation.span.start, citation.part)
            yield CitationPlan(name, citation, place, "adopted", tuple(cites))


def _has_keys(citation: TypedCitation, library: Library) -> bool:
    return all(cite.key and library.get(cite.key) for cite in citation.cites)


def _last_attempt(
    plans: Sequence[CitationPlan], draft: Draft, settings: Settings
) -> _Attempt | None:
    """Give keys to fewer and fewer citations, until all of these are printed as they
    were; None if no citation is left.
    """
    essay, library = draft.essay, draft.resolved.library
    while plans:
        written = write_citations(essay, plans, library.get, draft.lang)
        plans = [plan for plan in written if plan.edit]
        data = essay.with_edits(edits_of(plans))
        keyed = read_draft(
            read_essay(data, essay.path, essay.format), library, settings
        )
        attempt = _Attempt(plans, keyed, format_draft(keyed))
        right = [*_printed_as_before(attempt, essay)]
        if len(right) == len(plans):
            return attempt
        plans = right
    return None


def _is_same(first: FormattedEssay, second: FormattedEssay) -> bool:
    """Return whether two results are the same to readers; the runs of a document of Word
    may be cut up differently.
    """
    return first.text == second.text


def _formatted(essay: Essay, library: Library, settings: Settings) -> FormattedEssay:
    return format_draft(read_draft(essay, library, settings))


def _printed_as_before(attempt: _Attempt, essay: Essay) -> Iterator[CitationPlan]:
    """Yield the citations that are printed as they are in the essay."""
    if "" not in essay.document.parts:
        yield from _printed_in_paragraphs(attempt, essay)
        return
    text = attempt.result.text
    by_edit = {plan.edit: plan for plan in attempt.plans if plan.edit}
    keyed = _Shift(sorted(by_edit))
    printed = _Shift(attempt.result.edits)
    for edit in sorted(by_edit):
        start = printed.after(keyed.after(edit.span.start))
        if text.startswith(edit.span.of(essay.text), start):
            yield by_edit[edit]


def _printed_in_paragraphs(attempt: _Attempt, essay: Essay) -> Iterator[CitationPlan]:
    """Yield the citations of a document whose paragraphs are printed as they are."""
    document = attempt.result.essay.document.with_edits(attempt.result.edits)
    printed = document.paragraphs
    for plan in attempt.plans:
        number = plan.citation.paragraph
        before = essay.document.paragraphs[number].text
        if number < len(printed) and printed[number].text == before:
            yield plan


class _Shift:
    """Where places are after some edits; asked for places in order."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._waiting = [*reversed(edits)]
        self._moved = 0

    def after(self, place: int) -> int:
        """Return where a place is after the edits before it."""
        while self._waiting and self._waiting[-1].span.end <= place:
            edit = self._waiting[-1]
            if edit.span.start == place:
                break
            self._waiting.pop()
            self._moved += len(edit.new) - len(edit.span)
        return place + self._moved


def _without_list(draft: Draft) -> Essay | None:
    """Take out the list of an essay, with the blank space before it; None if other text
    is in it, or entries whose source is not known.
    """
    essay, typed = draft.essay, draft.typed
    if not typed or not typed.list or None in typed.keys:
        return None
    if typed.list.part:  # the paragraphs of a document have a look that would be lost
        return None
    spans = [entry.span for entry in typed.list.entries]
    stretches = essay.document.entry_stretches(spans, typed.list.part)
    if len(stretches) != 1:
        return None
    [stretch] = stretches
    before = essay.text[: stretch.span.start]
    span = Span(len(before.rstrip()), stretch.span.end)
    data = essay.with_edits([Edit(span, "", stretch.part)])
    return read_essay(data, essay.path, essay.format)
