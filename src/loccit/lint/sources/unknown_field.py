"""A mistyped field name.

## What it does

Finds names that differ from a known one by a letter, or by two that are swapped, if the
entry lacks that field. Fields of your own, and those that programs add (`file`,
`groups`, `mendeley-tags`), are fine.

## Why is this bad?

What the field holds is not read.

## Example

    @article{crenshaw1991, jornal = {Stanford Law Review}}

## Use instead

The right name:

    @article{crenshaw1991, journal = {Stanford Law Review}}
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from loccit.bibliography.formats.bibtex.fields import FIELDS
from loccit.bibliography.formats.bibtex.normalize_fields import ALIASES
from loccit.bibliography.formats.bibtex.unread_fields import READ
from loccit.lint.rule import CheckedEntry, Violation

#: What programs and databases add, and what BibLaTeX knows beyond the table: not
#: mistyped, though much like others.
_OTHERS = frozenset(
    [
        *(
            "afterword",
            "annotator",
            "bookpagination",
            "commentator",
            "entryset",
            "execute",
            "foreword",
            "gender",
        ),
        *(
            "ids",
            "indextitle",
            "introduction",
            "isan",
            "ismn",
            "iswc",
            "label",
            "origlanguage",
            "pagination",
        ),
        *(
            "presort",
            "relatedoptions",
            "reprinttitle",
            "shorteditor",
            "shorthandintro",
            "sortname",
            "sortyear",
        ),
        *(
            "author1",
            "code",
            "comment",
            "comments",
            "data",
            "dates",
            "file",
            "files",
            "keyword",
            "lang",
            "links",
        ),
        *(
            "lists",
            "location",
            "notes",
            "owner",
            "place",
            "printed",
            "rate",
            "rating",
            "read",
            "role",
            "source",
        ),
        *("size", "subject", "tags", "timestamp", "video", "xref", "zblnumber"),
    ]
)
#: A name as short as this is like too many others.
_SHORTEST = 4


@cache
def _known() -> tuple[str, ...]:
    return tuple({*(row.field for row in FIELDS), *ALIASES, *READ})


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for name, tex in entry.fields.items():
        if (
            len(name) < _SHORTEST
            or not name.isalpha()
            or name in _OTHERS
            or name in _known()
            or not tex
        ):
            continue
        if meant := _meant(name, entry):
            yield Violation(
                f"The field `{name}` is not read.", name, f"Did you mean `{meant}`?"
            )


def _meant(name: str, entry: CheckedEntry) -> str:
    """The known field that differs by one letter, or by two that are the wrong way
    round, if the entry lacks it.
    """
    from rapidfuzz.distance import OSA

    near = sorted(
        known for known in _known() if OSA.distance(name, known, score_cutoff=1) <= 1
    )
    has = {ALIASES.get(own, own) for own in entry.fields}
    return next(
        (
            known
            for known in near
            if ALIASES.get(known, known) not in has and not name.endswith(known)
        ),
        "",
    )
