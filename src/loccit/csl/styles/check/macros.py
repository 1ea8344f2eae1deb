"""Check macros: each call has its macro, none calls itself, and all are called."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from loccit._startup.namedtuple import NamedTuple
from loccit.csl.locales.xml import NAMESPACE
from loccit.csl.styles.check.finding import Finding

if TYPE_CHECKING:
    from lxml.etree import _Element


def macro_findings(root: _Element) -> Iterator[Finding]:
    """The problems of a style's macros."""
    macros: dict[str, _Element] = {}
    for macro in root.iterchildren(f"{NAMESPACE}macro"):
        name = macro.get("name") or ""
        if name in macros:
            message = f"The macro `{name}` is already defined above."
            yield Finding(macro, "name", "duplicate-macro", message, "Rename one.")
        macros[name] = macro
    yield from _unknown_macros(root, macros)
    yield from _recursions(macros)
    yield from _unused_macros(root, macros)


class _Call(NamedTuple):
    """An element that calls a macro."""

    element: _Element
    macro: str


def _calls(element: _Element) -> list[_Call]:
    """The calls of macros inside an element."""
    calls: list[_Call] = []
    for inner in element.iterdescendants("*"):
        macro = inner.get("macro")
        if macro is not None:
            calls.append(_Call(inner, str(macro)))
    return calls


def _unknown_macros(root: _Element, macros: dict[str, _Element]) -> Iterator[Finding]:
    for call in _calls(root):
        if call.macro not in macros:
            message = f"There is no macro `{call.macro}`."
            advice = "Define it, or correct its name."
            yield Finding(call.element, "macro", "unknown-macro", message, advice)


def _recursions(macros: dict[str, _Element]) -> Iterator[Finding]:
    """Calls that lead back to the macro that they are in.

    The trail is a list, as it may be longer than Python's stack is deep.
    """
    calls = {name: _calls(macro) for name, macro in macros.items()}
    closed: set[str] = set()
    for first in macros:
        if first in closed:
            continue
        trail = [(first, iter(calls[first]))]
        while trail:
            name, rest = trail[-1]
            call = next(rest, None)
            if call is None:
                closed.add(name)
                trail.pop()
                continue
            open_macros = [each for each, _ in trail]
            if call.macro in open_macros:
                yield _recursion(call, open_macros)
            elif call.macro in macros and call.macro not in closed:
                trail.append((call.macro, iter(calls[call.macro])))


def _recursion(call: _Call, open_macros: list[str]) -> Finding:
    circle = open_macros[open_macros.index(call.macro) :]
    path = " → ".join([*circle, call.macro])
    message = f"The macro `{call.macro}` calls itself: {path}."
    return Finding(call.element, "macro", "recursive-macro", message)


def _unused_macros(root: _Element, macros: dict[str, _Element]) -> Iterator[Finding]:
    used = _used(root, macros)
    for name, macro in macros.items():
        if name not in used:
            message = f"The macro `{name}` is never used."
            yield Finding(macro, "", "unused-macro", message, "Delete it.")


def _used(root: _Element, macros: dict[str, _Element]) -> set[str]:
    """The macros that citations and the bibliography call, also through others."""
    used: set[str] = set()
    waiting: list[_Call] = []
    for area in root:
        if area.tag != f"{NAMESPACE}macro":
            waiting += _calls(area)
    while waiting:
        name = waiting.pop().macro
        if name in macros and name not in used:
            used.add(name)
            waiting += _calls(macros[name])
    return used
