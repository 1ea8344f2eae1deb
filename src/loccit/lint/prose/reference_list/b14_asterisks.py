r"""Works of a meta-analysis in a list of their own, or asterisks without explanation.

## What it does

Finds lists with asterisks before some entries and no line above them that explains these,
and headings that set the works of a meta-analysis apart.

## Why is this bad?

The works of a meta-analysis are in the common list, with an asterisk before each; APA says
so in a line under the heading: "References marked with an asterisk indicate studies
included in the meta-analysis" (section 9.52).

## Example

    The street is old (Bell, 2009; Roe, 2012).

    # References

    \*Bell, R. (2009). *Streets of trust*. Harbor Press.

    Roe, J. (2012). *Towns that talk*. Harbor Press.

## Use instead

    The street is old (Bell, 2009; Roe, 2012).

    # References

    References marked with an asterisk indicate studies included in the meta-analysis.

    \*Bell, R. (2009). *Streets of trust*. Harbor Press.

    Roe, J. (2012). *Towns that talk*. Harbor Press.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.entries.list_groups import list_groups
from loccit.lint.prose.rule import Mistake

_EXPLAINED = regex(r"\basteris[kc]s?\b|\bmarked with|\A\W*\*+\s", re.IGNORECASE)
#: What heads the works of a meta-analysis in a list of their own.
_APART = regex(
    r"\bmeta-?\s?analys[ei]s|\bstudies (?:included|reviewed)|\bincluded studies",
    re.IGNORECASE,
)


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for group in list_groups(essay):
        if group.heading and _APART.search(group.heading.text):
            yield Mistake(
                group.heading.mapped,
                0,
                len(group.heading.text),
                "Works of the meta-analysis are not in the common list.",
                "Sort them into it, with an asterisk before each.",
            )
    marked = [entry for entry in essay.entries if entry.text.startswith("*")]
    if not marked or len(marked) == len(essay.entries) or _is_explained(essay):
        return
    yield Mistake(
        marked[0].mapped,
        0,
        1,
        "No line says what the asterisk means.",
        "Write under the heading: `References marked with an asterisk indicate …`.",
    )


def _is_explained(essay: CheckedEssay) -> bool:
    typed = essay.typed_list
    assert typed
    starts = {
        essay.index_at(entry.read.span.start, typed.part) for entry in essay.entries
    }
    return any(
        _EXPLAINED.search(essay.paragraphs[index].text)
        for index in typed.paragraphs
        if index not in starts
    )
