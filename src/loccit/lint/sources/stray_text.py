"""A line of an RIS, MEDLINE or Refer file that belongs to no record.

It is not read.

    Exported from a database
    TY  - BOOK
    TI  - Are Prisons Obsolete?
    ER  -

Leave out what is no record:

    TY  - BOOK
    TI  - Are Prisons Obsolete?
    ER  -
"""

from __future__ import annotations

from loccit.model import Severity

SEVERITY: Severity = "note"
