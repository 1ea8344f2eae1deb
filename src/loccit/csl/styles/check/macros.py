"""Macros: that those called are there, that none calls itself, and that each is called."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from loccit.csl.locales.xml import NAMESPACE
from loccit.csl.styles.check.against_schema import Fault

if TYPE_CHECKING:
    from lxml.etree import _Element


def macro_faults(root: _Element) -> Iterator[Fault]:
    """What is wrong with a style's macros."""
    macros: dict[str, _Element] = {}
    for macro in root.iterchildren(f"{NAMESPACE}macro"):
        name = macro.get("name") or ""
        if name in macros:
            yield Fault(
                macro,
                "name",
                "duplicate-macro",
                f"There is another macro `{name}` above.",
                "Rename one.",
            )
        macros[name] = macro
    for call, name in _calls(root):
        if name not in macros:
            yield Fault(
                call,
                "macro",
                "unknown-macro",
                f"There is no macro `{name}`.",
                "Define it, or correct its name.",
            )
    yield from _recursions(macros)
    used = _used(root, macros)
    for name, macro in macros.items():
        if name not in used:
            yield Fault(
                macro,
                "",
                "unused-macro",
                f"The macro `{name}` is never used.",
                "It can go.",
            )


def _calls(element: _Element) -> list[tuple[_Element, str]]:
    """The elements within an element that call a macro, and its name."""
    return [
        (call, str(call.get("macro")))
        for call in element.iterdescendants("*")
        if call.get("macro") is not None
    ]


def _recursions(macros: dict[str, _Element]) -> Iterator[Fault]:
    """Each call that leads back to the macro it stands in; a list is the trail, as
    trails may be long.
    """
    calls = {name: _calls(macro) for name, macro in macros.items()}
    closed: set[str] = set()
    for first in macros:
        trail = [(first, iter(calls[first]))] if first not in closed else []
        while trail:
            name, rest = trail[-1]
            call, called = next(rest, (None, ""))
            if call is None:
                closed.add(name)
                trail.pop()
            elif called in (open_ := [each for each, _ in trail]):
                circle = " → ".join([*open_[open_.index(called) :], called])
                yield Fault(
                    call,
                    "macro",
                    "recursive-macro",
                    f"The macro `{called}` calls itself: {circle}.",
                )
            elif called in macros and called not in closed:
                trail.append((called, iter(calls[called])))


def _used(root: _Element, macros: dict[str, _Element]) -> set[str]:
    """The macros that citations or the bibliography call, or those that these call."""
    used: set[str] = set()
    waiting = [
        call
        for area in root
        if area.tag != f"{NAMESPACE}macro"
        for call in _calls(area)
    ]
    while waiting:
        _, name = waiting.pop()
        if name in macros and name not in used:
            used.add(name)
            waiting += _calls(macros[name])
    return used
