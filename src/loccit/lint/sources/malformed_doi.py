"""A malformed DOI.

## What it does

Checks that a DOI begins with `10.`, a number and a slash. A URL such as
`https://doi.org/10.2307/1229039` is fine.

## Why is this bad?

A DOI leads readers to the work; one with a letter missing leads nowhere.

## Example

    @article{crenshaw1991, doi = {2307/1229039}}

## Use instead

The DOI as it is on the article's first page:

    @article{crenshaw1991, doi = {10.2307/1229039}}
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.rule import CheckedEntry, Violation
from loccit.values.identifiers import is_doi, plain_doi


def check(entry: CheckedEntry) -> Iterator[Violation]:
    doi = plain_doi(entry.source.text("DOI"))
    if doi and not is_doi(doi):
        advice = "A DOI begins with `10.`, a number and a slash: 10.2307/1229039."
        if any(character.isspace() for character in doi):
            advice = "Delete the space in it."
        yield Violation(f"`{doi}` is not a DOI.", "DOI", advice)
