"""Align the words of a quotation with those of a source by their longest common runs, as
`diff` aligns lines.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from loccit._startup.namedtuple import NamedTuple
from loccit.lint.quoted.quotation import Quotation
from loccit.lint.quoted.source_text import SourceText

#: Words by which two runs may be shifted against each other if they are short.
_SHIFT = 6
#: Words of a run that is not an accident.
_LONG = 4


class Run(NamedTuple):
    """A run of equal words: its first word in the quotation and in the source."""

    quoted: int
    printed: int
    size: int

    @property
    def quoted_words(self) -> slice:
        return slice(self.quoted, self.quoted_end)

    @property
    def quoted_end(self) -> int:
        return self.quoted + self.size

    @property
    def printed_end(self) -> int:
        return self.printed + self.size


def find_runs(quotation: Quotation, text: SourceText, region: range) -> list[Run]:
    """Return the runs of equal words, without accidental ones far from the others."""
    printed = text.words[region.start : region.stop]
    matcher = SequenceMatcher(None, quotation.letters, printed, autojunk=False)
    runs = [
        Run(block.a, block.b + region.start, block.size)
        for block in matcher.get_matching_blocks()
        if block.size
    ]
    if not runs:
        return []
    longest = max(range(len(runs)), key=lambda index: runs[index].size)
    kept = [runs[longest]]
    for run in runs[longest + 1 :]:
        if _belongs(kept[-1], run, quotation):
            kept.append(run)
    for run in reversed(runs[:longest]):
        if _belongs(run, kept[0], quotation):
            kept.insert(0, run)
    return kept


def _belongs(run: Run, following: Run, quotation: Quotation) -> bool:
    """Return whether two runs are parts of one passage."""
    quoted = following.quoted - run.quoted_end
    printed = following.printed - run.printed_end
    if printed - quoted <= _SHIFT or min(run.size, following.size) >= _LONG:
        return True
    return any(run.quoted_end <= gap <= following.quoted for gap in quotation.gaps)
