"""A no-break space in a name.

## What it does

Finds the character U+00A0 in names.

## Why is this bad?

It comes from web pages and looks like any other space. BibTeX does not separate words
at it, so given name and surname become one.

## Example

    @book{davis2003, author = {Angela\N{NO-BREAK SPACE}Davis}}

## Use instead

A plain space:

    @book{davis2003, author = {Angela Davis}}

## Fix safety

This fix is safe: loccit reads the same name before and after.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.names import names_of, written_names
from loccit.lint.rule import CheckedEntry, Violation
from loccit.model import Safety, Severity
from loccit.values.names import full_name

SEVERITY: Severity = "note"
FIX_SAFETY: Safety = "safe"
_HARD = "\N{NO-BREAK SPACE}"


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for written in written_names(entry):
        if _HARD in written.tex:
            names = entry.fields[written.field].replace(_HARD, " ")
            yield _violation(written.tex, written.field, {written.field: names})
    if not entry.kind:
        for variable, name in names_of(entry):
            if _HARD in full_name(name):
                yield _violation(full_name(name), variable, {})


def _violation(name: str, at: str, fix: dict[str, str]) -> Violation:
    shown = name.replace(_HARD, " ")
    message = f"There is a no-break space in `{shown}`."
    return Violation(message, at, "Write a plain space.", fix)
