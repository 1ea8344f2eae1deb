"""The reference list of an essay: its heading, and what there is to say about it."""

from __future__ import annotations

from collections.abc import Iterator

from loccit import csl
from loccit.essays import Essay, ReferenceList
from loccit.essays.document import ListChange
from loccit.model import Place, Problem
from loccit.values.languages import primary_language
from loccit.values.list_headings import headings

_DEFAULT_LANGUAGE = "en"


def list_title(style: csl.Style, lang: str) -> str:
    """Return what heads the list in a style and a language.

    >>> list_title(csl.load_style("modern-language-association"), "en-US")
    'Works Cited'
    """
    if style.list_heading and primary_language(lang) == _DEFAULT_LANGUAGE:
        return style.list_heading
    return headings(lang)[0]


def find_list(essay: Essay, lang: str, title: str) -> ReferenceList:
    """Find where the reference list of an essay is or goes.

    Args:
        essay: the essay.
        lang: its language; English headings are known in every language.
        title: a heading that it may have besides.
    """
    words = (*headings(lang), *headings(_DEFAULT_LANGUAGE), title)
    return essay.reference_list({word.casefold() for word in words})


def list_problems(
    change: ListChange, references: ReferenceList, essay: Essay
) -> Iterator[Problem]:
    """Yield what the writer should know where entries are added to a list."""
    if not change.edits:
        return
    if change.others:
        place = essay.place(references.span.start, references.part)
        yield _others(place, change.others)
    yield from references.problems


def _others(place: Place, number: int) -> Problem:
    what = "an entry" if number == 1 else f"{number} entries"
    return Problem(
        "list-has-other-entries",
        f"The reference list already holds {what} that this run did not make; new ones "
        "were added at its end.",
        place,
        advice="Its order, and letters such as 2010a, are right only when all citations "
        "are formatted in one run.",
    )
