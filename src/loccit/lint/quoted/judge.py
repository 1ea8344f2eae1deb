"""Say what is wrong with a quotation by what its file answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit.lint.checked.quotations.quotation import Quotation
from loccit.lint.prose.rule import Mistake
from loccit.lint.quoted.match import Difference
from loccit.lint.quoted.quoted_sources import Answer
from loccit.model import Locator, Severity

#: Less may be in marks for another reason than that it is quoted.
_FEWEST_ABSENT = 6

_AS_PRINTED = (
    "Quote the words as they are printed, or mark what you leave out or add: by an "
    "ellipsis, by square brackets."
)
_MISREAD = "Look at the print: the program that read the file may have misread it."
_ABSENT = (
    "Compare them with the source; the file may be another edition or a translation."
)
_PAGE = "Correct the page, unless it is that of another edition."


def judge(
    answer: Answer, quotation: Quotation, locator: Locator | None
) -> Iterator[Mistake]:
    """Say what a file has that the quotation or its citation has not."""
    found, name = answer.found, answer.path.name
    if found is None:
        if quotation.length >= _FEWEST_ABSENT:
            message = f"These words were not found in `{name}`."
            severity: Severity | None = "note" if answer.is_scan else None
            yield mistake_of(quotation, message, _ABSENT, severity)
        return
    place = f"`{name}`, {found.where}," if found.where else f"`{name}`"
    if found.differences:
        message = _said(found.differences, place)
        if found.is_sure:
            yield mistake_of(quotation, message, _AS_PRINTED)
        else:
            yield mistake_of(quotation, message, _MISREAD, "note")
    if found.is_on_page is False and locator:
        named = locator.value
        message = (
            f"These words are on {found.where} of `{name}`; the citation names {named}."
        )
        yield mistake_of(quotation, message, _PAGE)
    elif found.where.startswith("p") and not locator:
        message = f"These words are on {found.where} of `{name}`."
        yield mistake_of(quotation, message, "Add the page to the citation.", "note")


def _said(differences: Sequence[Difference], place: str) -> str:
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


def mistake_of(
    quotation: Quotation, message: str, advice: str, severity: Severity | None = None
) -> Mistake:
    mapped = quotation.paragraph.mapped
    return Mistake(
        mapped, quotation.start, quotation.end, message, advice, severity=severity
    )
