"""Days at random."""

from __future__ import annotations

import random

from loccit.model import Date
from loccit.model.date import DateParts


def some_day(choice: random.Random) -> Date:
    year = choice.randint(1985, 2025)
    return Date(DateParts(year, choice.randint(1, 12), choice.randint(1, 28)))
