"""Something in a file that loccit has no place for.

The source is read without it. It stays in its file; only where the source is exported
it is missing.
"""

from __future__ import annotations

from loccit.model import Severity

SEVERITY: Severity = "note"
