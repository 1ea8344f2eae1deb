"""Quoted words that differ from their source, or are on another page of it.

## What it does

Looks quotations up in the PDFs, e-books, texts and saved web pages of their sources:
those in the folder that `--sources` names, and those that the library links. Without
`--sources` it does nothing.

It compares words, not punctuation, capitals or spaces, and knows what may be left out or
added: an ellipsis, words in square brackets, `[sic]`, footnotes and running heads between
two pages. A quotation of less than six words has to be in the file to be compared.

What the program that read the print may have misread is a note.

## Why is this bad?

A direct quotation reproduces the words of its source exactly, and its citation has the
page (sections 8.25 and 8.29).

## Example

    “Sincerity is a bad substitute for measurement” (Bell, 2009, p. 46).

    # References

    Bell, A. (2009). *Small towns*. Norton.

## Use instead

    “Sincerity is a poor substitute for measurement” (Bell, 2009, p. 46).

    # References

    Bell, A. (2009). *Small towns*. Norton.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay
from loccit.lint.prose.rule import Mistake

IN_EVERY_STYLE = True


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    if essay.sources is not None:
        # Most checks look nothing up, and start faster without this.
        from loccit.lint.quoted.compare_quotations import compare_quotations

        yield from compare_quotations(essay, essay.sources)
