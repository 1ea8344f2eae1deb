"""Groups of CSL types that give tags the same meaning."""

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
#: Works with a number of their own, where other works have an issue or an ISBN.
NUMBERED = frozenset(
    ["bill", "hearing", "legislation", "patent", "regulation", "report", "standard"]
)
#: Works kept in an archive, or in a database that references name. For other works a
#: database is only where they were found.
ARCHIVED = frozenset(
    ["graphic", "manuscript", "map", "personal_communication", "thesis"]
)
