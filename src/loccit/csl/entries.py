"""The entries of the bibliography (CSL 1.0.2, "Bibliography")."""

from __future__ import annotations

from collections.abc import Mapping

from loccit.csl.context import CiteState
from loccit.csl.output_tree import Formatting, Node, Output, is_empty
from loccit.csl.rendering import Renderer


def set_entries(renderer: Renderer, keys: list[str], states: Mapping[str, CiteState]) -> dict[str, Output]:
    """Key to entry, in the order of `keys`; a source whose entry is empty has none."""
    layout = renderer.style.bibliography
    if layout is None:
        return {}
    entries: dict[str, Output] = {}
    for key in keys:
        output = renderer.entry(key, CiteState(year_suffix=states[key].year_suffix)).output
        if is_empty(output):
            continue
        inner = Node((output,), Formatting(prefix=layout.formatting.prefix, suffix=layout.formatting.suffix))
        entries[key] = Node((inner,), Formatting(marks=layout.formatting.marks))
    return entries
