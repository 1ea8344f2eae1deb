"""Tidying a .bib file: each action by its name, and nothing else.

An action is a module, found by being there: in `fields` what changes values, in
`layout` what changes how an entry is written, in `order` what changes where entries
stand.  They are done in that order, and in a folder by name.  Whatever an action makes
of an entry is read back: where it would say something else than before, it stays as it
was.
"""

from loccit.bibliography.formats.bibtex.tidy.action import Action
from loccit.bibliography.formats.bibtex.tidy.actions import actions
from loccit.bibliography.formats.bibtex.tidy.apply import Tidied, counted, tidied

__all__ = ["Action", "Tidied", "actions", "counted", "tidied"]
