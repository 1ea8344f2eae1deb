"""Refuse styles whose macros call themselves, or are too large when written out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loccit._startup.namedtuple import NamedTuple
from loccit.csl.locales.xml import NAMESPACE, elements, invalid

if TYPE_CHECKING:
    from lxml.etree import _Element

    from loccit.errors import InvalidStyle

#: The longest installed style has 1.7 million elements if every macro call is written
#: out, up to 71 inside each other.
_MOST_ELEMENTS = 10_000_000
_DEEPEST = 140


def check_macro_calls(root: _Element, path: str) -> None:
    """Refuse a style that would not end, or not soon.

    Raises:
        InvalidStyle: with the place of the call that goes round in a circle, or of the
            macro that grows too large.
    """
    sizes = _Sizes(root, path)
    for name in sizes.macros:
        sizes.of_macro(name, root)
    for area in elements(root):
        sizes.of(area)


class _Size(NamedTuple):
    """How many elements there are, and how many levels of them."""

    elements: int
    depth: int


class _Sizes:
    """The sizes of elements with all macro calls written out; measures a macro once."""

    def __init__(self, root: _Element, path: str) -> None:
        self.path = path
        self.macros: dict[str, _Element] = {}
        for macro in root.findall(NAMESPACE + "macro"):
            self.macros[str(macro.get("name"))] = macro
        self.known: dict[str, _Size] = {}
        self.open: list[str] = []

    def of_macro(self, name: str, caller: _Element) -> _Size:
        """The size of a macro; a missing one is reported elsewhere."""
        if name in self.open:
            message = f"The macro `{name}` calls itself"
            raise invalid(self.path, caller, message, "Correct the style.")
        if name not in self.macros:
            return _Size(0, 0)
        if name not in self.known:
            if len(self.open) > _DEEPEST:
                raise self._too_large(caller)
            self.open.append(name)
            self.known[name] = self.of(self.macros[name])
            self.open.pop()
        return self.known[name]

    def of(self, element: _Element) -> _Size:
        """The size of an element with all that is inside."""
        inner = [self.of(child) for child in elements(element)]
        macro = element.get("macro")
        if macro is not None:
            inner.append(self.of_macro(str(macro), element))
        count = 1 + sum(size.elements for size in inner)
        depth = max((size.depth for size in inner), default=0)
        if count > _MOST_ELEMENTS or depth >= _DEEPEST:
            raise self._too_large(element)
        return _Size(count, depth + 1)

    def _too_large(self, element: _Element) -> InvalidStyle:
        message = "The style's macros grow without end here"
        return invalid(self.path, element, message, "Choose another style.")
