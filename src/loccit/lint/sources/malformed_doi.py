"""A DOI that is none.

A DOI leads readers to the work; one with a letter too few leads nowhere. It begins with
`10.`, a number and a slash. An address (`https://doi.org/10.2307/1229039`) is
understood.

    @article{crenshaw1991, doi = {2307/1229039}}

Write it as it stands on the article's first page:

    @article{crenshaw1991, doi = {10.2307/1229039}}
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.rule import CheckedEntry, Violation
from loccit.values.identifiers import plain_doi

#: DOI Handbook, 2.2; and short DOIs (shortdoi.org), with or without their `10/`.
_DOI = regex(r"10\.\d{4,9}(?:\.\d+)*/\S+|10/[a-z0-9]+|[a-z][a-z0-9]{2,7}")


def check(entry: CheckedEntry) -> Iterator[Violation]:
    doi = plain_doi(entry.source.text("DOI"))
    if doi and not _DOI.fullmatch(doi):
        advice = "A DOI begins with `10.`, a number and a slash: 10.2307/1229039."
        if any(character.isspace() for character in doi):
            advice = "There is a space in it."
        yield Violation(f"`{doi}` is no DOI.", "DOI", advice)
