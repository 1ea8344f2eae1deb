"""YAML as nodes, each with its place; every scalar is text, and nothing in it is executed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loccit.errors import UnreadableFile
from loccit.model import Place

if TYPE_CHECKING:
    import yaml


def document(text: str, path: str) -> yaml.Node | None:
    """The first document of a file, or None where there is none.

    Raises:
        UnreadableFile: it is not YAML; the place says where.
    """
    import yaml

    try:
        loader = yaml.BaseLoader(text)
        try:
            return loader.get_node() if loader.check_node() else None
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise UnreadableFile(
            f"This is not YAML: {getattr(error, 'problem', None) or 'it has characters that YAML does not allow'}.",
            place=Place(path, mark.line + 1, mark.column + 1) if mark else Place(path),
            advice="Text with a colon, or that begins with a quotation mark or `[`, must stand in quotation marks.",
        ) from error
    except RecursionError as error:
        raise UnreadableFile("This YAML is nested too deep.", place=Place(path)) from error


def place_of(node: yaml.Node, path: str) -> Place:
    """Where a node begins."""
    return Place(path, node.start_mark.line + 1, node.start_mark.column + 1)


def value_of(node: yaml.Node, _known: dict[int, object] | None = None) -> object:
    """Text, list or dictionary; what an alias repeats is the same object, so that no file grows as it is read."""
    import yaml

    known = {} if _known is None else _known
    if id(node) in known:
        return known[id(node)]
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, object] = {}
        known[id(node)] = mapping
        for key, value in node.value:
            mapping[str(getattr(key, "value", ""))] = value_of(value, known)
        return mapping
    if isinstance(node, yaml.SequenceNode):
        items: list[object] = []
        known[id(node)] = items
        items += (value_of(item, known) for item in node.value)
        return items
    return str(node.value)
