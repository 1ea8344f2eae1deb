"""What an entry's `related` works give it (BibLaTeX manual, 3.5): what it is a reprint,
a translation or a review of.

CSL has variables for the work that is reviewed, and for an original's date.  What a
reprint was printed from is kept in variables of ours, `reprinted-title` and the like,
for the styles that tell it (APA 7, section 9.41).
"""

from __future__ import annotations

import re

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.model import Name, Source, Value

_REPRINTS = frozenset(["reprintfrom", "reprintof"])
_TRANSLATIONS = frozenset(
    ["translationof", "translationfrom", "origpubas", "origpubin"]
)
_REVIEW_OF = regex(r"(?:a\s+)?review\s+of\s+(?:the\s+)?", re.IGNORECASE)
_REPRINTED = (
    *(
        "title",
        "container-title",
        "author",
        "editor",
        "issued",
        "volume",
        "issue",
        "page",
        "publisher",
        "DOI",
        "URL",
    ),
)
#: Who made the work that is reviewed, where it is no author, and what APA calls them
#: after the name (example 67).
_MAKERS = {
    "director": "Dir.",
    "script-writer": "Writer",
    "producer": "Prod.",
    "host": "Host",
    "editor": "Ed.",
}


def with_related(source: Source, kind: str, words: str, other: Source) -> Source:
    """The source with what `other`, a work that it is related to by `kind`, says of it.

    Args:
        kind: BibLaTeX's `relatedtype`.
        words: `relatedstring`, such as "Review of the film".
    """
    more: dict[str, Value] = {}
    if kind == "reviewof":
        more = _reviewed(words, other)
    elif kind == "commenton":
        more = {
            "genre": words or "Comment on the article",
            "commented-title": other.text("title"),
        }
    elif kind in _REPRINTS | _TRANSLATIONS:
        if (date := other.date("issued")) is not None:
            more["original-date"] = date
        if kind in _REPRINTS:
            more |= {
                f"reprinted-{name}": other.variables[name]
                for name in _REPRINTED
                if name in other.variables
            }
            if pages := other.text("page"):
                more["reprinted-page"] = pages.replace(
                    "-", "–"
                )  # no page range to CSL, for it is not `page`
            if other.names("author") == source.names("author"):
                more.pop("reprinted-author", None)
    return replace(source, variables={**more, **source.variables})


def _reviewed(words: str, other: Source) -> dict[str, Value]:
    more: dict[str, Value] = {}
    if genre := _REVIEW_OF.sub("", words):
        more["reviewed-genre"] = genre
    if title := other.text("title"):
        more["reviewed-title"] = title
    if authors := other.names("author"):
        more["reviewed-author"] = authors
        return more
    makers: dict[Name, list[str]] = {}
    for variable, called in _MAKERS.items():
        for name in other.names(variable):
            makers.setdefault(name, []).append(called)
    if makers:
        more["reviewed-author"] = tuple(
            replace(
                name,
                suffix=" & ".join(sorted(called, key=lambda word: word != "Writer")),
                comma_suffix=True,
            )
            for name, called in makers.items()
        )
    return more
