"""Compare the quotations of an essay with the files of their sources."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.quotation import Quotation
from loccit.lint.prose.rule import Mistake
from loccit.lint.quoted.letters import letters_of
from loccit.lint.quoted.match import Difference
from loccit.lint.quoted.quoted_sources import Answer, QuotedSources
from loccit.model import Severity, Source
from loccit.recognize import TypedCite

#: Less is a name or a term, which sources need not have.
_FEWEST_WORDS = 3
#: Less may be in marks for another reason than that it is quoted.
_FEWEST_ABSENT = 6
_TITLES = ("title", "container-title", "title-short")

_AS_PRINTED = (
    "Quote the words as they are printed, or mark what you leave out or add: by an "
    "ellipsis, by square brackets."
)
_MISREAD = "Look at the print: the program that read the file may have misread it."
_ABSENT = (
    "Compare them with the source; the file may be another edition or a translation."
)
_PAGE = "Correct the page, unless it is that of another edition."
_RIVALS = "Link the right one in the source's field `file`."


def compare_quotations(essay: CheckedEssay, folder: Path) -> Iterator[Mistake]:
    """Find the quotations whose words differ from their source, or are elsewhere in it.

    Args:
        essay: whose quotations are looked up.
        folder: with files of sources, beside those that the library links.
    """
    search = _Search(essay, folder)
    for quotation in essay.quotations:
        yield from search.mistakes(quotation)


class _Search:
    """The search for all quotations of an essay."""

    def __init__(self, essay: CheckedEssay, folder: Path) -> None:
        self._essay = essay
        cites = [cite for citation in essay.citations for cite in citation.cites]
        sources = [source for cite in cites if (source := essay.source_of(cite))]
        self._sources = QuotedSources(folder, sources)
        self._titles = {
            letters_of(source.plain(name)) for source in sources for name in _TITLES
        }
        self._noted: set[str] = set()

    def mistakes(self, quotation: Quotation) -> Iterator[Mistake]:
        """Find what is wrong with a quotation."""
        if quotation.length < _FEWEST_WORDS or self._is_title(quotation):
            return
        answers: list[Answer] = []
        is_complete = True
        for cite in quotation.citation.cites if quotation.citation else ():
            found = list(self._answers(cite, quotation))
            yield from self._notes(cite, found, quotation)
            read = [answer for answer in found if not answer.error]
            is_complete = is_complete and bool(read) and len(read) == len(found)
            answers += read
        best = max(answers, key=lambda answer: answer.rank, default=None)
        if best and (best.found or is_complete):
            yield from _judge(best, quotation, self._locator(quotation))

    def _is_title(self, quotation: Quotation) -> bool:
        words = letters_of(quotation.words)
        return any(words in title for title in self._titles)

    def _answers(self, cite: TypedCite, quotation: Quotation) -> Iterator[Answer]:
        source = self._essay.source_of(cite)
        if source:
            locator = self._locator(quotation, source)
            yield from self._sources.look_up(quotation.words, source, locator)

    def _locator(self, quotation: Quotation, source: Source | None = None) -> str:
        """Return the pages that the citations of a quotation name, of a source or of any."""
        own = [quotation.citation] if quotation.citation else []
        for citation in [*own, *quotation.around]:
            for cite in citation.cites:
                is_of = source is None or self._essay.source_of(cite) == source
                if is_of and cite.locator and cite.locator.label == "page":
                    return cite.locator.value
        return ""

    def _notes(
        self, cite: TypedCite, answers: list[Answer], quotation: Quotation
    ) -> Iterator[Mistake]:
        """Say once of each file why it isn't searched."""
        for answer in answers:
            if answer.error:
                message = (
                    f"`{answer.path.name}` can't be searched: {answer.error.message}"
                )
                yield from self._note(quotation, message, answer.error.advice)
        source = self._essay.source_of(cite)
        files = self._sources.files_of(source) if source else None
        if files and files.are_rivals:
            names = ", ".join(f"`{path.name}`" for path in files.paths)
            message = f"More than one file may be the source: {names}."
            yield from self._note(quotation, message, _RIVALS)

    def _note(
        self, quotation: Quotation, message: str, advice: str
    ) -> Iterator[Mistake]:
        if message not in self._noted:
            self._noted.add(message)
            yield _mistake(quotation, message, advice, "note")


def _judge(answer: Answer, quotation: Quotation, locator: str) -> Iterator[Mistake]:
    """Say what a file has that the quotation or its citation has not."""
    found, name = answer.found, answer.path.name
    if found is None:
        if quotation.length >= _FEWEST_ABSENT:
            message = f"These words were not found in `{name}`."
            yield _mistake(quotation, message, _ABSENT)
        return
    place = f"`{name}`, {found.where}," if found.where else f"`{name}`"
    if found.differences:
        message = _said(found.differences, place)
        if found.is_sure:
            yield _mistake(quotation, message, _AS_PRINTED)
        else:
            yield _mistake(quotation, message, _MISREAD, "note")
    if found.is_on_page is False:
        message = f"These words are on {found.where} of `{name}`; the citation names {locator}."
        yield _mistake(quotation, message, _PAGE)
    elif found.where.startswith("p") and not locator:
        message = f"These words are on {found.where} of `{name}`."
        yield _mistake(quotation, message, "Add the page to the citation.", "note")


def _said(differences: tuple[Difference, ...], place: str) -> str:
    """Say what the first difference is, and how many there are."""
    first = next((each for each in differences if not each.is_misread), differences[0])
    after = f" after “{first.before}”" if first.before else ""
    if not first.quoted:
        message = (
            f"{place} has “{first.printed}”{after}, which the quotation leaves out"
        )
    elif not first.printed:
        message = f"{place} does not have “{first.quoted}”{after}"
    else:
        message = f"{place} has “{first.printed}”{after}, not “{first.quoted}”"
    others = len(differences) - 1
    if others:
        message += f", and {others} more difference{'s' if others > 1 else ''}"
    return f"{message}."


def _mistake(
    quotation: Quotation, message: str, advice: str, severity: Severity | None = None
) -> Mistake:
    mapped = quotation.paragraph.mapped
    return Mistake(
        mapped, quotation.start, quotation.end, message, advice, severity=severity
    )
