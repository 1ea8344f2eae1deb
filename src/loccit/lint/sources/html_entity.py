"""An HTML entity, such as `&amp;`, that was left over from a web page.

## What it does

Finds entities and numeric character references. `&lt;` and `&gt;` are fine, because
they would be read as markup.

## Why is this bad?

BibTeX doesn't know entities: it stops at the `&`, or prints the entity. loccit reads
entities in .bib files, because many databases export them.

## Example

    @book{coates2015, publisher = {Spiegel &amp; Grau}}

## Use instead

The character itself; in a .bib file an ampersand is `\\&`:

    @book{coates2015, publisher = {Spiegel \\& Grau}}

## Fix safety

This fix is safe: an entity and its character mean the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.latex.write import text_to_tex
from loccit.lint.rule import CheckedEntry, Violation
from loccit.model import Safety
from loccit.values.character_references import unescape

FIX_SAFETY: Safety = "safe"
#: Exporters escape the ampersand of an entity, as HTML (`&amp;eacute;`) or as LaTeX.
_ENTITY = regex(
    r"(?:\\?&|\{\\&\})(?:amp;)?(#\d{1,6}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,24});",
    re.IGNORECASE,
)
#: These would be read as markup.
_MARKUP = frozenset("<>")
#: In these, every character means itself.
_VERBATIM = frozenset(["url", "doi", "URL", "DOI"])


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for at, text in entry.texts():
        if "&" not in text:
            continue
        found = [entity for entity in _ENTITY.finditer(text) if _character(entity)]
        if not found:
            continue
        written = partial(_written, verbatim=at in _VERBATIM or not entry.kind)
        entity = f"`{found[0][0]}` in the field `{at}`"
        message = f"{entity} is HTML for `{_character(found[0])}`."
        advice = f"Write `{written(found[0])}`."
        fix = entry.fix(at, _ENTITY.sub(written, text))
        yield Violation(message, at, advice, fix)


def _character(entity: re.Match[str]) -> str:
    """Return the character of an entity; `""` if it has none, or better stays."""
    character = unescape(f"&{entity[1]};")
    if len(character) > 1 or character in _MARKUP or not character.isprintable():
        return ""
    return character


def _written(entity: re.Match[str], *, verbatim: bool) -> str:
    character = _character(entity)
    if not character:
        return entity[0]
    return character if verbatim else text_to_tex(character)
