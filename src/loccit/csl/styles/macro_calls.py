"""Whether a style comes to an end: macros that call themselves, or each other too often
to be meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from loccit.csl.locales.xml import NAMESPACE, elements, invalid

if TYPE_CHECKING:
    from lxml.etree import _Element

#: The longest installed style has 1.7 million elements when every macro call is written
#: out, 71 within one another.
_MOST_ELEMENTS = 10_000_000
_DEEPEST = 140


def check_macro_calls(root: _Element, path: str) -> None:
    """Refuses a style that would never end, or not soon.

    Raises:
        InvalidStyle: with the place of the call that goes round in a circle, or of the macro that grows too large.
    """
    sizes = _Sizes(
        path,
        {str(macro.get("name")): macro for macro in root.findall(NAMESPACE + "macro")},
    )
    for name in sizes.macros:
        sizes.of_macro(name, root)
    for area in elements(root):
        sizes.of(area)


class _Sizes:
    """How many elements there are, and how deep, when macro calls are written out; each
    macro measured once.
    """

    def __init__(self, path: str, macros: dict[str, _Element]) -> None:
        self.path, self.macros = path, macros
        self.known: dict[str, tuple[int, int]] = {}
        self.open: list[str] = []

    def of_macro(self, name: str, caller: _Element) -> tuple[int, int]:
        """Size and depth of a macro; one that is not there is somebody else's fault to
        find.
        """
        if name in self.open:
            raise invalid(
                self.path,
                caller,
                f"The macro `{name}` calls itself",
                "Correct the style.",
            )
        if name not in self.known and name in self.macros:
            if len(self.open) > _DEEPEST:
                raise self._too_large(caller)
            self.open.append(name)
            self.known[name] = self.of(self.macros[name])
            self.open.pop()
        return self.known.get(name, (0, 0))

    def of(self, element: _Element) -> tuple[int, int]:
        """Size and depth of an element with all that is in it."""
        size, depth = 1, 0
        inner = [self.of(child) for child in elements(element)]
        if (macro := element.get("macro")) is not None:
            inner.append(self.of_macro(str(macro), element))
        for child_size, child_depth in inner:
            size, depth = size + child_size, max(depth, child_depth)
        if size > _MOST_ELEMENTS or depth >= _DEEPEST:
            raise self._too_large(element)
        return size, depth + 1

    def _too_large(self, element: _Element) -> Exception:
        return invalid(
            self.path,
            element,
            "The style's macros grow without end here",
            "Choose another style.",
        )
