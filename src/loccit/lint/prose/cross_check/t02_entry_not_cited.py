"""An entry of the list is not cited.

## What it does

Finds entries of the list of sources that nothing in the essay cites.  It is silent about
annotated bibliographies and lists for further reading, about the works of a meta-analysis
that an asterisk marks, and about a work that the text names without citing it.  Where
nothing or hardly anything of a list is cited, one finding says so.

## Why is this bad?

The list has the works that the essay cites, not all that was read (APA, section 8.4).

## Example

    Crowds are slower than they look (Marsh, 2004).

    # References

    Marsh, P. (2004). *Slow crowds*. Harbor Press.

    Tolan, R. (1999). *Wise crowds*. Harbor Press.

## Use instead

    Crowds are slower than they look (Marsh, 2004), but wise (Tolan, 1999).

    # References

    Marsh, P. (2004). *Slow crowds*. Harbor Press.

    Tolan, R. (1999). *Wise crowds*. Harbor Press.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.checked.citations.bracketed_numbers import cited_by_number
from loccit.lint.prose.rule import Mistake

IN_EVERY_STYLE = True

#: Where so many entries, and most of all, seem uncited, the essay cites in a way that was
#: not understood, or nothing; one finding is enough.
_MANY = 8
#: A line of the entry before, as after a wrong line break: "In R. Doe (Ed.), Title".
_GOES_ON = regex(r"In (?:[A-Z]\. ?)+[A-Z]")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    by_number = cited_by_number(essay)
    uncited = [
        each
        for each in essay.cross_check.uncited
        if each.number not in by_number and not _GOES_ON.match(each.text)
    ]
    of = len(essay.entries)
    is_most = len(uncited) >= _MANY and len(uncited) > of / 2
    if len(uncited) > 1 and (is_most or not essay.citations):
        yield _of_list(uncited, of)
    else:
        yield from map(_mistake, uncited)


def _mistake(entry: CheckedEntry) -> Mistake:
    message = "Nothing in the text cites this entry."
    advice = "Cite it, or take it out of the list."
    return Mistake(entry.mapped, 0, len(entry.text), message, advice)


def _of_list(uncited: Sequence[CheckedEntry], of: int) -> Mistake:
    first, cited = uncited[0], of - len(uncited)
    message = f"The text cites {cited or 'none'} of the {of} entries of the list."
    advice = "Cite each source where you use it."
    return Mistake(first.mapped, 0, len(first.text), message, advice)
