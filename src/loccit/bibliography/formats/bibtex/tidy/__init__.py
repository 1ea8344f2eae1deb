"""Tidy a .bib file: apply the actions that the user names, and nothing else.

Each action is a module, found by being in its folder: `fields` changes values, `layout`
changes how an entry is written, and `order` changes where entries are in the file.
Actions run in that order, and by name within a folder. Every changed entry is read
again: where it would have another meaning, it stays as it was.
"""

from loccit.bibliography.formats.bibtex.tidy.actions import Action, actions
from loccit.bibliography.formats.bibtex.tidy.apply import (
    Tidied,
    counted,
    tidied,
    tidy_edits,
)

__all__ = ["Action", "Tidied", "actions", "counted", "tidied", "tidy_edits"]
