"""YAML as people type it: a scalar is the text that was typed.

YAML 1.1 takes the volume `010` for 8, the page `12:30` for 750 and the family name `No`
for false.  Nobody who types a source means that, so a scalar is neither a number nor a
truth value here; a setting that wants one reads it from the text (`read_flag`).  Plain
`null` and `~` and an empty value are None, as in pandoc.  `Null` stays: people are
called so.

Tags are not obeyed, so that nothing in a file is executed.

Sources: YAML 1.1, "Language-Independent Types"; YAML 1.2.2, section 10.3.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol, cast

from loccit._startup.namedtuple import NamedTuple

if TYPE_CHECKING:
    import yaml

_TEXT = "tag:yaml.org,2002:str"
_NULL = "tag:yaml.org,2002:null"
_MERGE = "tag:yaml.org,2002:merge"
#: What a scalar means that is neither in quotation marks nor has a tag.
_PLAIN = {"": _NULL, "~": _NULL, "null": _NULL, "<<": _MERGE}
#: YAML 1.1's words, without its `y` and `n`.
_FLAGS = {
    "true": True,
    "yes": True,
    "on": True,
    "false": False,
    "no": False,
    "off": False,
}
#: How many lists and mappings may contain each other.
_DEPTH = 200
#: How many nodes a document may have when its aliases are written out, and how many
#: times its own nodes, if that is more: nine aliases in each of ten lines make a
#: billion.
_MOST_NODES, _MOST_TIMES = 100_000, 10
#: The mistake that people make most.
_ADVICE = (
    "Put quotation marks around text that has a colon in it, or that begins with a"
    " quotation mark or `[`."
)


class InvalidYaml(Exception):
    """A text that is not YAML.

    Attributes:
        reason: what is wrong with it, as a clause: `found unexpected end of stream`.
        offset: the index of the character where it is wrong, if known.
        advice: what to do.
    """

    def __init__(
        self, reason: str, offset: int | None = None, advice: str = _ADVICE
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.offset = offset
        self.advice = advice


def read_flag(text: str) -> bool | None:
    """Read a truth value; None for any other text.

    >>> read_flag("yes"), read_flag("False"), read_flag("perhaps")
    (True, False, None)
    """
    return _FLAGS.get(text.lower())


def compose(text: str, *, as_tree: bool = False) -> yaml.Node | None:
    """Read the first document of a text as nodes, which know their places; None where
    there is no document.

    Args:
        text: the text.
        as_tree: whether somebody will walk through all of its values, so that aliases
            must not make it endless or very large.

    Raises:
        InvalidYaml: the text is not YAML, nested too deep, or no such tree.
    """
    import yaml  # most runs read no YAML

    if hasattr(yaml, "CBaseLoader"):
        try:
            return _composed(yaml.CBaseLoader(text), as_tree)
        except (yaml.YAMLError, UnicodeError):
            pass  # PyYAML's own parser takes 20 times as long, and explains errors better
    try:
        return _composed(yaml.BaseLoader(text), as_tree)
    except yaml.reader.ReaderError as error:
        reason = "it has a character that YAML does not allow"
        raise InvalidYaml(reason, error.position) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reason = error.problem or error.context or "it can't be read"
        raise InvalidYaml(reason, mark.index if mark else None) from error


def value_of(node: yaml.Node) -> object:
    """Return a node's value: text, None, a list or a dictionary.

    An alias gives the same object again, so that a small file stays small.  `<<` takes
    over what another mapping has (YAML 1.1, "Merge Key").

    >>> value_of(compose("{a: &x {b: No}, c: {<<: *x, d: 010}, e: ~}"))
    {'a': {'b': 'No'}, 'c': {'d': '010', 'b': 'No'}, 'e': None}
    """
    return _value(node, {})


class _Events(Protocol):
    """What PyYAML's parsers have in common."""

    def check_event(self, *kinds: type[yaml.Event]) -> bool: ...

    def get_event(self) -> yaml.Event | None: ...


def _composed(events: _Events, as_tree: bool) -> yaml.Node | None:
    """Compose the nodes of the first document.

    PyYAML can do that, but looks for the tag of each scalar, which takes most of its
    time; and libyaml overflows the stack where the nodes are nested deep enough.

    Raises:
        InvalidYaml: they are nested too deep, or are to be a tree and are not.
        yaml.YAMLError: it is not YAML.
    """
    import yaml

    anchors: dict[str, yaml.Node] = {}
    roots: list[yaml.Node] = []
    #: Collections that have not ended; until then their values are flat lists.
    open_: list[yaml.CollectionNode] = []
    has_aliases = False
    while events.check_event():
        event = events.get_event()
        if isinstance(event, yaml.DocumentEndEvent):
            break
        siblings = open_[-1].value if open_ else roots
        if isinstance(event, yaml.CollectionEndEvent):
            _close(open_.pop(), event)
        elif isinstance(event, yaml.AliasEvent):
            siblings.append(_aliased(event, anchors))
            has_aliases = True
        elif isinstance(event, yaml.NodeEvent):
            node = _node(event)
            siblings.append(node)
            if event.anchor:
                anchors[event.anchor] = node
            if isinstance(node, yaml.CollectionNode):
                open_.append(node)
                _check_depth(open_)
    root = roots[0] if roots else None
    if root and has_aliases and as_tree:
        _check_tree(root)
    return root


def _check_depth(open_: list[yaml.CollectionNode]) -> None:
    if len(open_) > _DEPTH:
        raise InvalidYaml("it is nested too deep", open_[-1].start_mark.index, "")


def _aliased(event: yaml.AliasEvent, anchors: Mapping[str, yaml.Node]) -> yaml.Node:
    import yaml

    anchor = str(event.anchor)
    if anchor not in anchors:
        problem = f"found undefined alias {anchor!r}"
        raise yaml.composer.ComposerError(None, None, problem, _start(event))
    return anchors[anchor]


class _Extent(NamedTuple):
    """How many nodes there are in a node and how deep they are nested, with aliases
    written out.
    """

    size: int = 1
    depth: int = 1


def _check_tree(root: yaml.Node) -> None:
    extents: dict[int, _Extent | None] = {}
    size = _extent(root, extents).size
    if size > max(_MOST_NODES, _MOST_TIMES * len(extents)):
        reason = "its aliases make it too large"
        raise InvalidYaml(reason, root.start_mark.index, "Write the values out.")


def _extent(node: yaml.Node, known: dict[int, _Extent | None]) -> _Extent:
    """Measure a node; `known` has None for a node that is being measured.

    Anchors come before their aliases, so the recursion is as deep as the text.
    """
    import yaml

    if isinstance(node, yaml.ScalarNode):
        return _Extent()
    if id(node) in known:
        extent = known[id(node)]
        if extent is None:
            raise InvalidYaml("it contains itself", node.start_mark.index, "")
        return extent
    known[id(node)] = None
    extents = [_extent(child, known) for child in _children(node)]
    size = 1 + sum(each.size for each in extents)
    depth = 1 + max((each.depth for each in extents), default=0)
    if depth > _DEPTH:
        raise InvalidYaml("it is nested too deep", node.start_mark.index, "")
    known[id(node)] = _Extent(size, depth)
    return _Extent(size, depth)


def _children(node: yaml.Node) -> list[yaml.Node]:
    import yaml

    if isinstance(node, yaml.MappingNode):
        return [child for pair in node.value for child in pair]
    return list(node.value)


def _node(event: yaml.NodeEvent) -> yaml.Node:
    """Return the node that begins with an event."""
    import yaml

    start, end = _start(event), _end(event)
    if isinstance(event, yaml.ScalarEvent):
        is_plain = event.implicit[0]
        tag = _PLAIN.get(event.value, _TEXT) if is_plain else _TEXT
        return yaml.ScalarNode(tag, event.value, start, end)
    if isinstance(event, yaml.MappingStartEvent):
        return yaml.MappingNode("", [], start, end, event.flow_style)
    assert isinstance(event, yaml.SequenceStartEvent)
    return yaml.SequenceNode("", [], start, end, event.flow_style)


def _close(collection: yaml.CollectionNode, event: yaml.Event) -> None:
    """End a collection; the names and values of a mapping take turns in its list."""
    import yaml

    if isinstance(collection, yaml.MappingNode):
        names, values = collection.value[::2], collection.value[1::2]
        collection.value = list(zip(names, values, strict=True))
    collection.end_mark = _end(event)


def _start(event: yaml.Event) -> yaml.Mark:
    return cast("yaml.Mark", event.start_mark)


def _end(event: yaml.Event) -> yaml.Mark:
    return cast("yaml.Mark", event.end_mark)


def _value(node: yaml.Node, known: dict[int, object]) -> object:
    """Return a node's value, where `known` has the collections read so far."""
    import yaml

    if isinstance(node, yaml.ScalarNode):
        return None if node.tag == _NULL else str(node.value)
    if id(node) in known:
        return known[id(node)]
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, known)
    # Known before its items are read: it may be one of them.
    items: list[object] = []
    known[id(node)] = items
    items += (_value(item, known) for item in node.value)
    return items


def _mapping(node: yaml.MappingNode, known: dict[int, object]) -> dict[str, object]:
    import yaml

    mapping: dict[str, object] = {}
    known[id(node)] = mapping
    merged: list[object] = []
    for key, value in node.value:
        read = _value(value, known)
        if key.tag == _MERGE:
            merged += read if isinstance(read, list) else [read]
        else:
            name = key.value if isinstance(key, yaml.ScalarNode) else ""
            mapping[name] = read
    for other in merged:
        if isinstance(other, dict):
            # What a mapping says itself goes before what it takes over.
            new = {name: other[name] for name in other if name not in mapping}
            mapping.update(new)
    return mapping
