"""The entries of the bibliography (CSL 1.0.2, "Bibliography")."""

from __future__ import annotations

from collections.abc import Mapping

from loccit._startup.dataclass import replace
from loccit.csl.citations.renderer import Renderer
from loccit.csl.citations.substitute_authors import substitute_authors
from loccit.csl.elements.context import CiteState
from loccit.csl.output_tree import Formatting, Node, Output, is_empty
from loccit.csl.text.sentence_start import capitalize_term


def set_entries(
    renderer: Renderer, keys: list[str], states: Mapping[str, CiteState]
) -> dict[str, Output]:
    """Key to entry, in the order of `keys`; a source whose entry is empty has none."""
    style = renderer.style
    if style.bibliography is None:
        return {}
    entries: dict[str, Output] = {}
    for key in keys:
        output = renderer.entry(key, entry_state(states[key])).output
        if not is_empty(output):
            entries[key] = capitalize_term(
                output
            )  # an entry begins like a sentence: "N. n."
    if style.author_substitute is not None:
        entries = substitute_authors(
            entries.items(),
            style.author_substitute,
            style.author_substitute_rule,
            renderer.locale,
        )
    align = bool(style.bibliography_options.second_field_align)
    return {
        key: _set(output, style.bibliography.formatting, align)
        for key, output in entries.items()
    }


def entry_state(state: CiteState) -> CiteState:
    """What of a source's state its entry shows."""
    return CiteState(year_suffix=state.year_suffix, disambiguate=state.disambiguate)


def _set(output: Output, layout: Formatting, align: bool) -> Output:
    """An entry within the layout's affixes and formatting, its first field apart where
    the style aligns the rest.
    """
    if align and isinstance(output, Node) and len(output.children) > 1:
        margin = Node((output.children[0],), Formatting(display="left-margin"))
        rest = Node(output.children[1:], Formatting(suffix=layout.suffix))
        return Node(
            (
                margin,
                Node((rest,), Formatting(display="right-inline", marks=layout.marks)),
            )
        )
    if (
        layout.suffix
        and isinstance(output, Node)
        and output.children
        and _is_block(output.children[-1])
    ):
        output = Node(
            (*output.children[:-1], _with_suffix(output.children[-1], layout.suffix))
        )
        layout = replace(layout, suffix="")
    inner = Node((output,), replace(layout, marks=(), delimiter=""))
    return Node((inner,), Formatting(marks=layout.marks))


def _is_block(output: Output) -> bool:
    return isinstance(output, Node) and bool(output.formatting.display)


def _with_suffix(output: Output, suffix: str) -> Output:
    """A block with the layout's suffix inside it."""
    assert isinstance(output, Node)
    inner = replace(output, formatting=replace(output.formatting, display=""))
    return Node(
        (Node((inner,), Formatting(suffix=suffix)),),
        Formatting(display=output.formatting.display),
    )
