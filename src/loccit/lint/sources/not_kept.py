"""Something in a file that CSL has no place for.

## What it does

Finds fields of RIS, MEDLINE and other formats that CSL has no variable for, or whose
variable already has a value.

## Why is this bad?

loccit reads the source without it. It stays in its file, but is missing when you export
the source.

## Example

    TY  - BOOK
    TI  - Are Prisons Obsolete?
    C8  - paperback
    ER  -

## Use instead

A tag that CSL has a variable for, such as `N1` for a note:

    TY  - BOOK
    TI  - Are Prisons Obsolete?
    N1  - paperback
    ER  -
"""

from __future__ import annotations

from loccit.model import Severity

SEVERITY: Severity = "note"
