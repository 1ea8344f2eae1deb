"""Find the words in a source that are most like those of a quotation, and compare them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from loccit.lint.quoted.compare import Stretch, difference
from loccit.lint.quoted.interruptions import end_below, start_above
from loccit.lint.quoted.match import Difference, Match
from loccit.lint.quoted.quotation import Quotation
from loccit.lint.quoted.region import find_regions
from loccit.lint.quoted.runs import Run, find_runs
from loccit.lint.quoted.source_text import SourceText

#: The share of a quotation's letters that its place must have, and the number of words.
_ENOUGH = 0.6
_FEWEST = 4


def find_nearest(quotation: Quotation, text: SourceText) -> Match | None:
    """Return the most similar place with what differs there; None if there is none."""
    regions = find_regions(quotation, text)
    found = [_match(region, quotation, text) for region in regions]
    return min(filter(None, found), key=_how_different, default=None)


def _how_different(match: Match) -> int:
    return sum(len(each.quoted) + len(each.printed) for each in match.differences)


def _match(region: range, quotation: Quotation, text: SourceText) -> Match | None:
    runs = find_runs(quotation, text, region)
    if not runs:
        return None
    match = Match(
        _start(runs[0], quotation, text),
        _end(runs[-1], quotation, text),
        tuple(_differences(runs, quotation, text)),
    )
    return match if _is_enough(match, runs, quotation) else None


def _is_enough(match: Match, runs: Sequence[Run], quotation: Quotation) -> bool:
    """Return whether most of a quotation is at a place, or what may be misread of it."""
    if not match.differences:
        return True
    same = [word for run in runs for word in quotation.letters[run.quoted_words]]
    misread = [each.quoted for each in match.differences if each.is_misread]
    letters = sum(map(len, [*same, *misread]))
    return len(same) >= _FEWEST and (
        letters >= _ENOUGH * sum(map(len, quotation.letters))
    )


def _start(run: Run, quotation: Quotation, text: SourceText) -> int:
    """Return where the place starts of which this is the first run."""
    quoted = quotation.joined(0, run.quoted_end)
    above = start_above(quoted, text.start_of(run.printed_end), text)
    if not run.quoted or above is None:
        return text.start_of(run.printed)
    return above


def _end(run: Run, quotation: Quotation, text: SourceText) -> int:
    """Return where the place ends of which this is the last run."""
    quoted = quotation.joined(run.quoted, len(quotation.letters))
    below = end_below(quoted, text.start_of(run.printed), text)
    if run.quoted_end == len(quotation.letters) or below is None:
        return text.start_of(run.printed_end)
    return below


def _differences(
    runs: Sequence[Run], quotation: Quotation, text: SourceText
) -> Iterator[Difference]:
    head, tail = runs[0], runs[-1]
    start = max(0, head.printed - head.quoted)
    missing = len(quotation.letters) - tail.quoted_end
    end = min(len(text.words), tail.printed_end + missing)
    ends = [Run(0, start, 0), *runs, Run(len(quotation.letters), end, 0)]
    for run, following in pairwise(ends):
        quoted = range(run.quoted_end, following.quoted)
        printed = range(run.printed_end, following.printed)
        found = difference(Stretch(quoted, printed), quotation, text)
        if found:
            yield found
