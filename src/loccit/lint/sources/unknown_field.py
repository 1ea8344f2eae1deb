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

from collections.abc import Iterable, Iterator
from functools import cache

from loccit.bibliography.formats.bibtex.fields import FIELDS
from loccit.bibliography.formats.bibtex.normalize_fields import ALIASES
from loccit.bibliography.formats.bibtex.unread_fields import READ
from loccit.lint.rule import CheckedEntry, Violation

#: Fields that programs and databases add, and those of BibLaTeX that are not read: they
#: are not mistyped, although they look like others.
_OTHERS = frozenset(
    """
    afterword annotator bookpagination commentator entryset execute foreword gender ids
    indextitle introduction isan ismn isrn iswc label origlanguage pagination presort
    relatedoptions reprinttitle shorteditor shorthandintro sortname sortyear

    author1 code comment comments data dates file files keyword lang links lists
    location notes owner place printed rate rating read role size source subject tags
    timestamp video xref zblnumber
    """.split()  # noqa: SIM905  a table of words reads best as words
)
#: Styles letter their own fields as BibLaTeX letters `editora`: `publishera`.
_LETTERED = "abc"
#: A shorter name looks like too many others.
_SHORTEST = 4


@cache
def _known() -> tuple[str, ...]:
    return tuple(sorted({*(row.field for row in FIELDS), *ALIASES, *READ}))


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for name, tex in entry.fields.items():
        if tex:
            meant = field_meant_by(name, entry.fields)
            if meant:
                message = f"The field `{name}` is not read."
                yield Violation(message, name, f"Did you mean `{meant}`?")


def field_meant_by(name: str, own: Iterable[str]) -> str:
    """Return the field that a mistyped name means, or `""`.

    Args:
        name: the name, in lower case.
        own: the names of all fields of the entry.
    """
    return _nearest(name, own) if _may_be_mistyped(name) else ""


def _may_be_mistyped(name: str) -> bool:
    if name in _OTHERS or name in _known():
        return False
    if name[:-1] in _known() and name[-1] in _LETTERED:
        return False
    return len(name) >= _SHORTEST and name.isalpha()


def _nearest(name: str, fields: Iterable[str]) -> str:
    """Return the known field that differs by one letter, or by two that are swapped, if
    the entry lacks it; `""` if there is none.
    """
    from rapidfuzz.distance import OSA  # few entries need it

    own = {ALIASES.get(field, field) for field in fields}
    for known in _known():
        if OSA.distance(name, known, score_cutoff=1) > 1:
            continue
        # "etitle" is somebody's own field, and not a mistyped title.
        if not name.endswith(known) and ALIASES.get(known, known) not in own:
            return known
    return ""
