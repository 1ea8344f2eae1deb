"""The entries of the bibliography (CSL 1.0.2, "Bibliography")."""

from __future__ import annotations

from collections.abc import Mapping

from loccit._startup.dataclass import replace
from loccit.csl.citations.renderer import Renderer
from loccit.csl.citations.substitute_authors import substitute_authors
from loccit.csl.elements.context import CiteState
from loccit.csl.output_tree import Formatting, Node, Output, is_empty, walk
from loccit.csl.text.sentence_start import capitalize_term


def set_entries(
    renderer: Renderer,
    keys: list[str],
    states: Mapping[str, CiteState],
) -> dict[str, Output]:
    """The entries by key, in the order of `keys`; an empty entry is left out."""
    style = renderer.style
    if style.bibliography is None:
        return {}
    entries = _rendered(renderer, keys, states)
    if style.author_substitute is not None:
        entries = substitute_authors(
            entries.items(),
            style.author_substitute,
            style.author_substitute_rule,
            renderer.locale,
        )
    layout = style.bibliography.formatting
    if style.bibliography_options.second_field_align:
        return {key: _aligned(output, layout) for key, output in entries.items()}
    return {key: _enclosed(output, layout) for key, output in entries.items()}


def _rendered(
    renderer: Renderer,
    keys: list[str],
    states: Mapping[str, CiteState],
) -> dict[str, Output]:
    entries: dict[str, Output] = {}
    for key in keys:
        output = renderer.entry(key, entry_state(states[key])).output
        if not is_empty(output):
            # an entry begins like a sentence: "N. n."
            entries[key] = capitalize_term(_without_inner_blocks(output))
    return entries


def _without_inner_blocks(output: Output) -> Output:
    """The entry without blocks inside of its parts.

    `display` makes blocks of an entry; inside a part with a delimiter or an affix, a
    block would break the line (as citeproc-js has it).
    """
    if isinstance(output, str) or not any(map(_is_block, walk(output))):
        return output
    children = [_without_blocks_inside(child) for child in output.children]
    return replace(output, children=tuple(children))


def _is_block(node: Node) -> bool:
    return bool(node.formatting.display)


def _without_blocks_inside(output: Output) -> Output:
    """A part of an entry, which may be a block itself; so may what replaces names."""
    if isinstance(output, str):
        return output
    is_replacement = output.value == "substitute"
    inside = _without_blocks_inside if is_replacement else _without_blocks
    return replace(output, children=tuple([inside(child) for child in output.children]))


def _without_blocks(output: Output) -> Output:
    if isinstance(output, str):
        return output
    formatting = output.formatting
    if formatting.display:
        formatting = replace(formatting, display="")
    children = [_without_blocks(child) for child in output.children]
    return replace(output, formatting=formatting, children=tuple(children))


def entry_state(state: CiteState) -> CiteState:
    """The part of a source's state that its entry depends on."""
    return CiteState(year_suffix=state.year_suffix, disambiguate=state.disambiguate)


def _aligned(output: Output, layout: Formatting) -> Output:
    """An entry with its first field in the margin, in the layout's formatting."""
    if isinstance(output, str) or len(output.children) < 2:
        return _enclosed(output, layout)
    margin = Node((output.children[0],), Formatting(display="left-margin"))
    rest = Node(output.children[1:], Formatting(suffix=layout.suffix))
    block = Formatting(display="right-inline", marks=layout.marks)
    return Node((margin, Node((rest,), block)))


def _enclosed(output: Output, layout: Formatting) -> Output:
    """An entry in the layout's affixes and formatting."""
    suffix = layout.suffix
    if suffix and _ends_with_block(output):
        output = _with_suffix_in_block(output, suffix)
        suffix = ""
    affixes = replace(layout, marks=(), delimiter="", suffix=suffix)
    inner = Node((output,), affixes)
    return Node((inner,), Formatting(marks=layout.marks))


def _ends_with_block(output: Output) -> bool:
    if isinstance(output, str) or not output.children:
        return False
    last = output.children[-1]
    return isinstance(last, Node) and bool(last.formatting.display)


def _with_suffix_in_block(output: Output, suffix: str) -> Output:
    """An entry with the layout's suffix inside its last block."""
    assert isinstance(output, Node)
    block = output.children[-1]
    assert isinstance(block, Node)
    display = block.formatting.display
    inner = replace(block, formatting=replace(block.formatting, display=""))
    content = Node((inner,), Formatting(suffix=suffix))
    last = Node((content,), Formatting(display=display))
    return Node((*output.children[:-1], last))
