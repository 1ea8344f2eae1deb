"""A list that does not begin a page.

## What it does

In documents of Word and LibreOffice, finds lists whose heading has no page break before
it. Where a page ends in other formats is not in the essay.

## Why is this bad?

APA begins the list on a new page after the text (section 9.43).

## Example

    The street is old (Bell, 2009).

    References

    Bell, R. (2009). *Streets of trust*. Harbor Press.

## Use instead

A page break before the heading:

    References

    Bell, R. (2009). *Streets of trust*. Harbor Press.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.entries.list_groups import heading_of_list
from loccit.lint.prose.rule import Mistake


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    heading = heading_of_list(essay)
    if heading is None or heading.layout is None or heading.layout.begins_page:
        return
    index = essay.index_of(heading)
    if any(paragraph.text.strip() for paragraph in essay.paragraphs[:index]):
        yield Mistake(
            heading.mapped,
            0,
            len(heading.text),
            "The list does not begin on a new page.",
            "Put a page break before its heading.",
        )
