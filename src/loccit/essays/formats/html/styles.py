"""What the styles of an element say that matters to readers: italics, bold type, raised
text.  Google Docs says it in rules for classes, `.c3{font-style:italic}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.formats.html.tree import Element, Tree
from loccit.essays.paragraph import MarkKind

_CLASS = regex(r"\s*[a-z]*\.([\w-]+)\s*\Z")
_COMMENT = regex(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_BOLD = frozenset(["bold", "bolder", "600", "700", "800", "900"])
_TAGS: dict[str, MarkKind] = {
    "cite": "emphasis",
    "dfn": "emphasis",
    "em": "emphasis",
    "i": "emphasis",
    "b": "strong",
    "strong": "strong",
    "a": "link",
    "sup": "superscript",
    "sub": "subscript",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
}
_CLASSES: dict[str, MarkKind] = {"math": "math", "katex": "math"}


class Look(NamedTuple):
    """How declarations of CSS set text; None where they don't say."""

    emphasis: bool | None = None
    strong: bool | None = None
    raised: MarkKind | None = None


class Styles:
    """The styles of a document."""

    def __init__(self, tree: Tree, text: str) -> None:
        self._by_class: dict[str, Look] = {}
        for element in tree.elements:
            if element.name == "style":
                sheet = text[element.inner_start : element.inner_end]
                self._by_class.update(_class_looks(sheet))

    def marks(self, element: Element) -> list[MarkKind]:
        """Return how an element sets its text apart."""
        found = [kind for kind in [_TAGS.get(element.name)] if kind]
        if element.inner_start - element.start == len(element.name) + 2:
            return found
        classes = element.classes
        found += [_CLASSES[name] for name in classes if name in _CLASSES]
        for name in classes:
            if name in self._by_class:
                found = _looking(found, self._by_class[name])
        style = element.get("style")
        return _looking(found, _look(style)) if style else found


def _looking(marks: list[MarkKind], look: Look) -> list[MarkKind]:
    """Return marks as declarations change them: Google Docs pastes all it has in a `<b>`
    of normal weight.
    """
    said: Mapping[MarkKind, bool | None] = {
        "emphasis": look.emphasis,
        "strong": look.strong,
    }
    found = [mark for mark in marks if said.get(mark) is not False]
    found += [mark for mark, is_so in said.items() if is_so and mark not in found]
    if look.raised and look.raised not in found:
        found.append(look.raised)
    return found


def _class_looks(sheet: str) -> Iterator[tuple[str, Look]]:
    """Yield what a sheet says of elements of a class alone."""
    for rule in _COMMENT.sub("", sheet).split("}"):
        selectors, _, declarations = rule.rpartition("{")
        for selector in selectors.split(","):
            name = _CLASS.match(selector)
            if name:
                yield name[1], _look(declarations)


def _look(declarations: str) -> Look:
    """Read declarations.

    >>> _look("font-style: italic; font-weight:400")
    Look(emphasis=True, strong=False, raised=None)
    """
    emphasis, strong = None, None
    raised: MarkKind | None = None
    for declaration in declarations.lower().split(";"):
        name, _, value = [each.strip() for each in declaration.partition(":")]
        first = value.split(" ")[0]
        if name == "font-style":
            emphasis = first in ("italic", "oblique")
        elif name == "font-weight":
            strong = first in _BOLD
        elif name == "vertical-align" and first in ("super", "sub"):
            raised = "superscript" if first == "super" else "subscript"
    return Look(emphasis, strong, raised)
