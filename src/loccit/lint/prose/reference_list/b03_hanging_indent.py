"""Entries without a hanging indent.

## What it does

In documents of Word and LibreOffice, finds lists with entries whose lines are not
indented below the first. Spacing is not looked at; in other formats a style sheet makes
the indent.

## Why is this bad?

The names that readers look for stand out at the left margin: APA indents all other lines
of an entry by half an inch (section 9.43). The list is reported once.

## Example

    Bell, R. (2009). *Streets of trust: How neighbors learned to talk*.
    Harbor Press.

## Use instead

    Bell, R. (2009). *Streets of trust: How neighbors learned to talk*.
        Harbor Press.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.checked.entries.list_groups import heading_of_list
from loccit.lint.prose.rule import Mistake


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    if heading_of_list(essay) is None:
        return
    for entry in essay.entries:
        if _lacks_indent(entry, essay):
            yield Mistake(
                entry.mapped,
                0,
                len(entry.text),
                "The entries have no hanging indent of half an inch.",
                "Select them and set it in the dialog for paragraphs.",
            )
            return


def _lacks_indent(entry: CheckedEntry, essay: CheckedEssay) -> bool:
    """Return whether an entry is set as other paragraphs are; items have an indent of
    their list.
    """
    index = essay.index_at(entry.read.span.start, entry.read.part)
    if index is None:
        return False
    paragraph = essay.paragraphs[index]
    layout = paragraph.layout
    return layout is not None and not layout.is_hanging and not paragraph.marker
