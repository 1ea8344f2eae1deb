"""Find entries that are the same work, by identifiers, titles, names and years, with the
reasons.

A similar but different work (a part, an edition, a volume, a review, a preprint, next
year's report) is not a duplicate: a false pair costs a source, a missed pair costs only
a line in a list.
"""

from loccit.bibliography.duplicates.candidates import candidate_keys
from loccit.bibliography.duplicates.compared_source import ComparedSource
from loccit.bibliography.duplicates.find import Pair, Works, find_duplicates
from loccit.bibliography.duplicates.normalize import name_words, respelled, words
from loccit.bibliography.duplicates.place import alike
from loccit.bibliography.duplicates.titles import Title

__all__ = [
    "ComparedSource",
    "Pair",
    "Title",
    "Works",
    "alike",
    "candidate_keys",
    "find_duplicates",
    "name_words",
    "respelled",
    "words",
]
