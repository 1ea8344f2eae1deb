"""Braces round values, not quotation marks, which a value can't have in it."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography.formats.bibtex.tidy.action import Action
from loccit.bibliography.formats.bibtex.tidy.entry import OneEntry
from loccit.model import Edit


def _braces(entry: OneEntry) -> Iterator[Edit]:
    for name, field in entry.parts.fields.items():
        value = field.value.of(entry.text)
        if value.startswith('"') and entry.tex(name) is not None:
            yield entry.put(name, "{" + value[1:-1] + "}")


ACTION = Action("braces", "Values in braces, not in quotation marks.", of_entry=_braces)
