"""YAML as nodes, each with its place; every scalar is text, and nothing in it is
executed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from loccit.errors import UnreadableFile
from loccit.model import Place

if TYPE_CHECKING:
    import yaml


#: The tag of a scalar that is text.
_TEXT = "tag:yaml.org,2002:str"
#: How many lists and mappings may stand one in the other.
_DEPTH = 200


def document(text: str, path: str) -> yaml.Node | None:
    """The first document of a file, or None where there is none.

    Raises:
        UnreadableFile: it is not YAML; the place says where.
    """
    import yaml

    if hasattr(yaml, "CBaseLoader"):
        try:
            return _composed(yaml.CBaseLoader(text), path)
        except (yaml.YAMLError, UnicodeError):
            pass  # PyYAML's own parser takes twenty times as long, and says better what is wrong
    try:
        return _composed(yaml.BaseLoader(text), path)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise UnreadableFile(
            f"This is not YAML: {getattr(error, 'problem', None) or 'it has characters that YAML does not allow'}.",
            place=Place(path, mark.line + 1, mark.column + 1) if mark else Place(path),
            advice="Text with a colon, or that begins with a quotation mark or `[`, must stand in quotation marks.",
        ) from error


class _Events(Protocol):
    """What PyYAML's parsers have in common."""

    def check_event(self, *kinds: type[yaml.Event]) -> bool: ...

    def get_event(self) -> yaml.Event | None: ...


def _composed(events: _Events, path: str) -> yaml.Node | None:
    """The nodes of the first document.

    PyYAML composes them too, but looks for the tag of each scalar, which takes most of
    its time; and where libyaml does it, what is nested deep enough overflows the stack.

    Raises:
        UnreadableFile: it is nested too deep.
        yaml.YAMLError: it is not YAML.
    """
    import yaml

    anchors: dict[str, yaml.Node] = {}
    roots: list[yaml.Node] = []
    parts, parents = roots, [roots]
    collections: list[yaml.CollectionNode] = []
    while events.check_event() and not isinstance(
        event := events.get_event(), yaml.DocumentEndEvent
    ):
        if isinstance(event, yaml.CollectionEndEvent):
            _close(collections.pop(), parts, event)
            parts = parents.pop()
        elif isinstance(event, yaml.AliasEvent):
            if event.anchor not in anchors:
                raise yaml.composer.ComposerError(
                    None, None, f"found undefined alias {event.anchor!r}", _start(event)
                )
            parts.append(anchors[event.anchor])
        elif isinstance(event, yaml.NodeEvent):
            node = _begun(event)
            parts.append(node)
            if event.anchor:
                anchors[event.anchor] = node
            if isinstance(node, yaml.CollectionNode):
                if len(collections) == _DEPTH:
                    raise UnreadableFile(
                        "This YAML is nested too deep.", place=place_of(node, path)
                    )
                collections.append(node)
                parents.append(parts)
                parts = []
    return roots[0] if roots else None


def _begun(event: yaml.NodeEvent) -> yaml.Node:
    """The node that begins with an event."""
    import yaml

    start, end = _start(event), cast("yaml.Mark", event.end_mark)
    if isinstance(event, yaml.ScalarEvent):
        return yaml.ScalarNode(_TEXT, event.value, start, end)
    kind = (
        yaml.MappingNode
        if isinstance(event, yaml.MappingStartEvent)
        else yaml.SequenceNode
    )
    return kind("", [], start, end)


def _close(
    collection: yaml.CollectionNode, parts: list[yaml.Node], event: yaml.Event
) -> None:
    """Put into a list what it consists of, and into a mapping its names and values,
    which stand in turns.
    """
    import yaml

    pairs = isinstance(collection, yaml.MappingNode)
    collection.value = (
        list(zip(parts[::2], parts[1::2], strict=True)) if pairs else parts
    )
    collection.end_mark = cast("yaml.Mark", event.end_mark)


def _start(event: yaml.Event) -> yaml.Mark:
    return cast("yaml.Mark", event.start_mark)


def place_of(node: yaml.Node, path: str) -> Place:
    """Where a node begins."""
    return Place(path, node.start_mark.line + 1, node.start_mark.column + 1)


def value_of(node: yaml.Node, _known: dict[int, object] | None = None) -> object:
    """Text, list or dictionary; what an alias repeats is the same object, so that no
    file grows as it is read.
    """
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
