"""Works known through others: "as cited in"."""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.essays.syntax.cited_in import WORDS

#: The words of the citation syntax, and those that are clear only between two works.
_AT_END = regex(rf"(?:^|[\s,(;])(?:{WORDS}|in|nella?|dans)\s*\Z", re.IGNORECASE)


def is_secondary(prefix: str) -> bool:
    """Return whether words before a cite say that the work before it was read there.

    >>> is_secondary("as cited in"), is_secondary("in"), is_secondary("see")
    (True, True, False)
    """
    return _AT_END.search(prefix) is not None
