"""Put values in braces: between quotation marks, a value can't contain any."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography.formats.bibtex.tidy.actions import Action
from loccit.bibliography.formats.bibtex.tidy.entry import TidyEntry
from loccit.model import Edit


def _braces(entry: TidyEntry) -> Iterator[Edit]:
    for name, field in entry.parts.fields.items():
        value = field.value.of(entry.text)
        if value.startswith('"') and entry.tex(name) is not None:
            yield entry.put(name, "{" + value[1:-1] + "}")


ACTION = Action(
    "braces",
    "Put values in braces in place of quotation marks.",
    of_entry=_braces,
)
