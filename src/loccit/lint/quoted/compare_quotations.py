"""Compare the quotations of an essay with the files of their sources."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.quotations.quotation import Quotation
from loccit.lint.prose.rule import Mistake
from loccit.lint.quoted.judge import judge, mistake_of
from loccit.lint.quoted.letters import letters_of
from loccit.lint.quoted.quoted_sources import Answer, QuotedSources, short_name
from loccit.model import Locator, Source
from loccit.recognize import TypedCite

#: Less is a name or a term, which sources need not have.
_FEWEST_WORDS = 3
_TITLES = ("title", "container-title", "title-short")

_NO_FILE = "Put it into the folder of --sources, or link it in the field `file`."
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
    yield from search.without_file()


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
        self._without: dict[str, Quotation] = {}

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
            yield from judge(best, quotation, self._locator(quotation))

    def _is_title(self, quotation: Quotation) -> bool:
        words = letters_of(quotation.words)
        return any(words in title for title in self._titles)

    def _answers(self, cite: TypedCite, quotation: Quotation) -> Iterator[Answer]:
        source = self._essay.source_of(cite)
        if source:
            locator = self._locator(quotation, source)
            pages = locator.value if locator and locator.label == "page" else ""
            yield from self._sources.look_up(quotation.words, source, pages)

    def _locator(
        self, quotation: Quotation, source: Source | None = None
    ) -> Locator | None:
        """Return what the citations of a quotation name, of a source or of any."""
        own = [quotation.citation] if quotation.citation else []
        for citation in [*own, *quotation.around]:
            for cite in citation.cites:
                is_of = source is None or self._essay.source_of(cite) == source
                if is_of and cite.locator:
                    return cite.locator
        return None

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
        if source is None:
            return
        files = self._sources.files_of(source)
        if not files.paths:
            self._without.setdefault(short_name(source), quotation)
        if files.are_rivals:
            names = ", ".join(f"`{path.name}`" for path in files.paths)
            message = f"More than one file may be {short_name(source)}: {names}."
            yield from self._note(quotation, message, _RIVALS)

    def _note(
        self, quotation: Quotation, message: str, advice: str
    ) -> Iterator[Mistake]:
        if message not in self._noted:
            self._noted.add(message)
            yield mistake_of(quotation, message, advice, "note")

    def without_file(self) -> Iterator[Mistake]:
        """Say at the first of them which quotations were not looked up."""
        if self._without:
            first = next(iter(self._without.values()))
            message = f"There is no file of {', '.join(self._without)} to look in."
            yield mistake_of(first, message, _NO_FILE, "note")
