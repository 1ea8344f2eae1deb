"""A file that is not in UTF-8.

It was read as Windows-1252 or Latin-1, which most such files are in. Where letters with
accents come out wrong it is in another encoding. Save it as UTF-8.
"""

from __future__ import annotations

from loccit.model import Severity

SEVERITY: Severity = "note"
