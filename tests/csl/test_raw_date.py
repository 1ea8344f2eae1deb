from __future__ import annotations

import pytest

from loccit.model import Date, DateParts
from loccit.values.raw_date import parse_raw_date


def written(parts: DateParts) -> str:
    return "-".join(
        str(part) for part in (parts.year, parts.month, parts.day) if part is not None
    )


@pytest.mark.cases("raw_date")
def test_dates(heading: str, given: str, expected: str) -> None:
    date = parse_raw_date(Date(raw=given))
    text = "/".join(written(end) for end in (date.start, date.end) if end) or date.raw
    assert ("~" if date.circa else "") + text + (
        f";{date.season}" if date.season else ""
    ) == expected
