"""Entries of a library that are the same work: found by identifiers, titles, names and
years, and told with reasons.

What is like a work and is another one (a part, an edition, a volume, a review, a
preprint, next year's report) is none: a pair too many costs a source, one too few costs
a line in a list.
"""

from loccit.bibliography.duplicates.find import Pair, Works, duplicates

__all__ = ["Pair", "Works", "duplicates"]
