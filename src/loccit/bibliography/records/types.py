"""Groups of CSL types for which tags mean the same."""

from __future__ import annotations

ARTICLES = frozenset(
    [
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "periodical",
        "review",
        "review-book",
    ]
)
#: Works whose own number may stand there.
NUMBERED = frozenset(
    ["bill", "hearing", "legislation", "patent", "regulation", "report", "standard"]
)
#: Works that are in an archive, or in a database that is named; others were only found
#: in it.
ARCHIVED = frozenset(
    ["graphic", "manuscript", "map", "personal_communication", "thesis"]
)
