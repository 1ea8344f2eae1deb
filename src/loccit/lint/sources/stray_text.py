"""A line of an RIS, MEDLINE or Refer file that belongs to no record.

## What it does

Finds lines outside of records.

## Why is this bad?

loccit doesn't read them. If they belong to a source, part of it is missing.

## Example

    Exported from a database
    TY  - BOOK
    TI  - Are Prisons Obsolete?
    ER  -

## Use instead

Only records:

    TY  - BOOK
    TI  - Are Prisons Obsolete?
    ER  -
"""

from __future__ import annotations

from loccit.model import Severity

SEVERITY: Severity = "note"
