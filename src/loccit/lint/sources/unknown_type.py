"""An unknown entry type.

## What it does

Finds types that neither BibTeX, BibLaTeX nor CSL has.

## Why is this bad?

The type distinguishes a book from an article. In a .bib file, an entry of an unknown
type is read as `@misc`; in CSL-JSON it is of no kind at all.

## Example

    @artcle{crenshaw1991, title = {Mapping the Margins}}

## Use instead

One of the types in docs/bibtex.md, or of CSL:

    @article{crenshaw1991, title = {Mapping the Margins}}
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography import nearest
from loccit.bibliography.formats.bibtex.entry_types import ENTRY_TYPES
from loccit.lint.rule import CheckedEntry, Violation
from loccit.values.csl_types import CSL_TYPES

#: Types of BibLaTeX that are not kinds of sources.
_OTHERS = frozenset(["bibnote", "hardware", "nameonly", "set"])
_CUSTOM = frozenset(f"custom{letter}" for letter in "abcdef")
#: Types of bib2gls (its manual, 5.1) and glossaries, whose entries are not sources.
_OF_GLOSSARIES = frozenset(
    [
        "abbreviation",
        "acronym",
        "constant",
        "contributor",
        "dualabbreviation",
        "dualentry",
        "dualindex",
        "dualsymbol",
        "entry",
        "index",
        "indexplural",
        "number",
        "progenitor",
        "spawnindex",
        "symbol",
        "tertiaryindexabbreviationentry",
        "unit",
    ]
)
#: How the types of entries end that control LaTeX classes, such as `@IEEEtranBSTCTL`.
_CONTROLS = ("control", "bstctl")
_KNOWN = ENTRY_TYPES | CSL_TYPES | _OTHERS | _CUSTOM | _OF_GLOSSARIES


def check(entry: CheckedEntry) -> Iterator[Violation]:
    kind = entry.kind
    if not kind or kind in _KNOWN or kind.endswith(_CONTROLS):
        return
    near = nearest(kind, sorted(ENTRY_TYPES), 1)
    advice = f"Did you mean `@{near[0]}`?" if near else "It is read as `@misc`."
    yield Violation(f"`@{kind}` is not an entry type.", advice=advice)
