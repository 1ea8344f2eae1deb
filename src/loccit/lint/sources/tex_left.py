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
#: Commands with an argument, accents, escaped characters, braces around capitals.
_TEX = regex(
    r"\\(?:emph|text\w{2}|[\"'`^~=.uvHcdbrk])\s*\{|\\[\"'`^~=.][A-Za-z]"
    r"|\\[&%$#_]|\{\\|\{[A-Z][\w ]*\}"
)
#: A reader's own notes, and what may have a backslash of its own.
_LEFT_ALONE = frozenset(["abstract", "annote", "keyword", "note", "URL", "DOI"])


def check(entry: CheckedEntry) -> Iterator[Violation]:
    if entry.kind:
        return
    for variable, text in entry.texts():
        found = _TEX.search(text)
        if found and variable not in _LEFT_ALONE:
            message = f"`{found[0]}` in `{variable}` is LaTeX."
            fix = entry.fix(variable, tex_to_text(text, protect=True))
            yield Violation(message, variable, "Write what it prints.", fix)
