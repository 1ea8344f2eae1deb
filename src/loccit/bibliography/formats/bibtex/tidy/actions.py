"""The actions that there are."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from loccit._startup.plugins import modules_in
from loccit.bibliography.formats.bibtex.tidy import fields, layout, order
from loccit.bibliography.formats.bibtex.tidy.action import Action
from loccit.bibliography.formats.bibtex.tidy.entry import OneEntry
from loccit.model import Edit


def actions(omitted: Collection[str] = ()) -> Iterator[Action]:
    """Every action, in the order in which they are done; with the names of fields, also
    that which takes them out.
    """
    for folder in (fields, layout, order):
        for module in modules_in(folder.__name__):
            action: Action = module.ACTION
            yield action
        if folder is fields and omitted:
            yield _omitting(frozenset(name.lower() for name in omitted))


def _omitting(names: frozenset[str]) -> Action:
    def omit(entry: OneEntry) -> Iterator[Edit]:
        return entry.without([name for name in entry.parts.fields if name in names])

    return Action("omit", "Takes these fields out.", of_entry=omit, keeps_meaning=False)
