"""A list that is divided into several.

## What it does

Finds headings that divide the list: by kinds of sources, such as "Books" and "Websites",
or in primary and secondary sources.

## Why is this bad?

Readers look up a name, and do not know of what kind the work is. APA has one list (section
9.43). Groups of primary and secondary sources may be what your teacher wants: they are a
note.

## Example

    The street is old (Bell, 2009; Roe, 2012).

    # References

    ## Books

    Bell, R. (2009). *Streets of trust*. Harbor Press.

    ## Articles

    Roe, J. (2012). Towns that talk. *Towns*, *3*(2), 4–9.

## Use instead

    The street is old (Bell, 2009; Roe, 2012).

    # References

    Bell, R. (2009). *Streets of trust*. Harbor Press.

    Roe, J. (2012). Towns that talk. *Towns*, *3*(2), 4–9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.entries.list_groups import ListGroup, list_groups
from loccit.lint.prose.rule import Mistake
from loccit.model import Severity

#: Kinds of sources, as headings name them.
_KINDS = regex(
    r"\b(?:articles?|artikel|aufsätze|audio|books?|bücher|chapters?|data(?:sets?)?|documents?"
    r"|films?|images?|internet|internetquellen|interviews?|journals?|laws?|legislation|livres"
    r"|magazines?|media|movies?|newspapers?|online|other|podcasts?|primary|primär\w*|print"
    r"|reports?|secondary|sekundär\w*|software|sources?|theses|videos?|web\s?(?:sites?|pages?)?"
    r"|works)\b",
    re.IGNORECASE,
)
_WISHED = regex(r"\b(?:primary|secondary|tertiary|primär|sekundär)", re.IGNORECASE)


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    groups = list_groups(essay)
    headed = [
        group for group in groups if group.heading and _KINDS.search(group.heading.text)
    ]
    if len(groups) > 1 and headed:
        yield _mistake(headed[0])


def _mistake(group: ListGroup) -> Mistake:
    assert group.heading
    text = group.heading.text
    severity: Severity | None = "note" if _WISHED.search(text) else None
    return Mistake(
        group.heading.mapped,
        0,
        len(text),
        f"`{text.strip(' *_:')}` divides the list.",
        "Sort all entries into one list.",
        severity=severity,
    )
