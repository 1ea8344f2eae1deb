"""A file that is not in UTF-8.

## What it does

Finds files that are not valid UTF-8. loccit reads them as Windows-1252 or Latin-1,
which most of them are.

## Why is this bad?

If a file is in another encoding, letters with accents come out wrong.

## Use instead

Save the file as UTF-8.
"""

from __future__ import annotations

from loccit.model import Severity

SEVERITY: Severity = "warning"
