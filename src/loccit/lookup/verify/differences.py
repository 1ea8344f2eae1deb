"""Find where a source and a service's record of the same work differ.

Only what is wrong in one of the two counts: not an abbreviated journal, a particle that is
in another part of a name, a day online before the day in print, or what one of them leaves
out and the other need not know.
"""

from __future__ import annotations

from loccit.bibliography.duplicates import words
from loccit.lookup.verify.asked_work import Record
from loccit.lookup.verify.difference import Difference
from loccit.lookup.verify.variables import VARIABLES
from loccit.recognize.matching import AskedEntry


def find_differences(asked: AskedEntry, record: Record) -> list[Difference]:
    """Return the variables that differ, in the order of a reference.

    Args:
        asked: the source, with the text that it was read from, if it was typed.
        record: of the same work.
    """
    found = [each for compare in VARIABLES for each in compare(asked, record)]
    return [each for each in found if not _is_in_text(each, asked)]


def _is_in_text(difference: Difference, asked: AskedEntry) -> bool:
    """Return whether a typed reference says the same after all, or the variable may have
    been read wrong from it, or it need not say it.
    """
    if not asked.entry.text:
        return False
    if difference.is_addition and difference.variable != "DOI":
        return True
    doubtful = difference.variable in asked.entry.doubtful
    return doubtful or asked.has(words(difference.found))
