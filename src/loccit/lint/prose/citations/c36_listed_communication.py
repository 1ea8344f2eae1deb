"""A personal communication in the list of references.

## What it does

Finds entries of the typed list for letters, mails, talks and interviews that readers
can't look up.

## Why is this bad?

The list has what readers can find.  A personal communication is cited in the text only
(APA, section 8.9).

## Example

    Students sleep less (L. Tran, personal communication, April 3, 2021).

    # References

    Bell, R. (2009). *On sleep*. North Press.

    Tran, L. (2021, April 3). Personal communication.

## Use instead

    Students sleep less (L. Tran, personal communication, April 3, 2021).

    # References

    Bell, R. (2009). *On sleep*. North Press.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.prose.rule import Mistake

#: As a part of its own: in brackets, or before a stop; not as words of a title.
_PERSONAL = regex(
    r"(?:[.(\[,]\s?|^)(?:(?:personal|private|telephone|phone)\s(?:communication|interview"
    r"|correspondence|conversation|call|e-?mail|letter)(?:\s(?:with|to|from)\s[^.\[\]()]{1,40})?"
    r"|(?:e-?mail|letter|text\smessage)\sto\s(?:the\s)?author"
    r"|(?:unpublished\s)?(?:interview|conversation)\s(?:by|with)\s(?:the\s)?author)"
    r"(?=\s?[.)\],]|\s*\Z)",
    re.IGNORECASE,
)
#: What says that readers can find it.
_PUBLISHED = frozenset(["container-title", "publisher", "DOI", "URL"])


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.entries:
        is_published = _PUBLISHED & entry.source.variables.keys()
        if _PERSONAL.search(entry.text) and not is_published:
            message = "A personal communication is in the list."
            advice = "Remove it, and cite it in the text with its full date."
            yield Mistake(entry.mapped, 0, len(entry.text), message, advice)
