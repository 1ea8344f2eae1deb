"""LaTeX in a file that is not for LaTeX: CSL-JSON, RIS and the like.

## What it does

Finds commands, and braces around a word with a capital. Abstracts, notes, URLs and DOIs
are left alone.

## Why is this bad?

It is printed as it is, with backslashes and braces.

## Example

    [{"id": "hooks2000", "type": "book", "title": "The {\\\\'E}tude of {Love}"}]

## Use instead

The letters themselves, and the markup of CSL-JSON:

    [{"id": "hooks2000", "type": "book", "title": "The Étude of <span class=\\"nocase\\">Love</span>"}]

## Fix safety

This fix is unsafe: the whole value is read as LaTeX, so a `$`, `~` or `--` that means
itself changes too.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.latex.read import tex_to_text
from loccit.lint.rule import CheckedEntry, Violation
from loccit.model import Safety

FIX_SAFETY: Safety = "unsafe"
_TEX = regex(
    r"\\(?:emph|text\w{2}|[\"'`^~=.uvHcdbrk])\s*\{|\\[\"'`^~=.][A-Za-z]|\\[&%$#_]|\{\\|\{[A-Z][\w ]*\}"
)
#: What a reader keeps for himself, and what may have a backslash of its own.
_NOT_PRINTED = frozenset(["abstract", "annote", "keyword", "note", "URL", "DOI"])


def check(entry: CheckedEntry) -> Iterator[Violation]:
    if entry.kind:
        return
    for variable, text in entry.texts():
        if variable not in _NOT_PRINTED and (found := _TEX.search(text)):
            message = f"`{found[0]}` in `{variable}` is LaTeX."
            yield Violation(
                message,
                variable,
                "Write what it prints.",
                entry.fix(variable, tex_to_text(text, protect=True)),
            )
