"""A work is cited, and the list lacks it.

## What it does

Finds citations of works that have no entry in the list of sources, and names the nearest
entry if there is one.  Where the essay has no list at all, one finding says so.  Where
loccit prints the list, it finds keys that no source has (then the finding is an error).
Personal communications have no entry, nor has a work that is known through another ("as
cited in").

## Why is this bad?

Readers can't find the work.  Every work that is cited is in the list, and every entry of
the list is cited (APA, section 8.4).

## Example

    Crowds are wiser than they look (Tolan, 1999), and slower (Marsh, 2004).

    # References

    Marsh, P. (2004). *Slow crowds*. Harbor Press.

## Use instead

    Crowds are wiser than they look (Tolan, 1999), and slower (Marsh, 2004).

    # References

    Marsh, P. (2004). *Slow crowds*. Harbor Press.

    Tolan, R. (1999). *Wise crowds*. Harbor Press.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.citations.semicolons import is_between_authors
from loccit.lint.checked.entries.cross_check import Unlisted
from loccit.lint.checked.entries.shown import shown
from loccit.lint.prose.rule import Mistake

IN_EVERY_STYLE = True


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    unlisted = essay.cross_check.missing
    if _has_no_list(essay):
        yield from _without_list(unlisted, essay)
    else:
        yield from (_mistake(each) for each in unlisted if not _is_second(each))


def _has_no_list(essay: CheckedEssay) -> bool:
    """Return whether nothing lists what an essay cites: it has no typed list, and none
    will be printed for keys.  Notes give whole references.
    """
    if essay.entries or essay.style.citation_class == "note":
        return False
    cites = [cite for citation in essay.citations for cite in citation.cites]
    return not any(cite.key for cite in cites)


def _is_second(unlisted: Unlisted) -> bool:
    """Return whether a cite is the second author of a work: "(BELL; ROE, 2009)"."""
    text, start = unlisted.citation.paragraph.text, unlisted.place[0]
    nearest = unlisted.nearest
    return nearest is not None and is_between_authors(text, start - 2, nearest.source)


def _mistake(unlisted: Unlisted) -> Mistake:
    citation = unlisted.citation
    start, end = unlisted.place
    typed = unlisted.cite.number or citation.paragraph.text[start:end]
    text = " ".join(typed.split())
    message = f"`{text}` is not in the list of sources."
    advice = "Add its entry, or correct the citation."
    if unlisted.nearest:
        advice = f"Nearest: {shown(unlisted.nearest)}"
    return Mistake(citation.mapped, start, end, message, advice)


def _without_list(
    unlisted: Sequence[Unlisted], essay: CheckedEssay
) -> Iterator[Mistake]:
    if not unlisted:
        return
    first, count = unlisted[0], essay.cross_check.works_unlisted
    works = "1 work is" if count == 1 else f"{count} works are"
    message = f"{works} cited, and there is no list of sources."
    yield Mistake(first.citation.mapped, *first.place, message, "Add one.")
