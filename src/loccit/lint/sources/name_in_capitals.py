"""A surname in capitals.

## What it does

Finds surnames of four letters and more that are all in capitals. Groups and initials
are fine.

## Why is this bad?

Databases have names in capitals; references don't. No program can say which letters of
a name are small (McDonald, de Beauvoir).

## Example

    @book{davis2003, author = {DAVIS, Angela Y.}}

## Use instead

The name as on the title page, in small letters:

    @book{davis2003, author = {Davis, Angela Y.}}
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.names import wrong_names
from loccit.lint.rule import CheckedEntry, Violation
from loccit.model import Name
from loccit.values.names import full_name

#: A shorter name may be an abbreviation.
_LETTERS = 4


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for variable, name, more in wrong_names(entry, _is_in_capitals):
        message = f"The surname of `{full_name(name)}`{more} is in capitals."
        yield Violation(message, variable, "Write it in small letters.")


def _is_in_capitals(name: Name) -> bool:
    letters = sum(map(str.isalpha, name.family))
    return bool(name.given) and name.family.isupper() and letters >= _LETTERS
