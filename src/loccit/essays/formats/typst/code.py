"""Find the code in Typst's markup, and the markup in that code (the Typst reference,
"Syntax").

    #figure(image("a.png"), caption: [So @doe]) text    a call with one content
    #let x = 3                                          a statement, up to its line's end

One pass over a text, with a stack of what is open.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Literal

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.essays.formats.typst.verbatim import ADDRESS, STRING, verbatim_end

#: What code begins with: a keyword, a name, or a bracket or string that follows.
_HEAD = regex(
    r"#(?:(?P<statement>(?:let|set|show|import|include|return|context)\b)"
    r"|(?P<flow>(?:if|for|while)\b)"
    r"|(?P<name>[^\W\d][\w-]*(?:\.[^\W\d][\w-]*)*)|(?=[({\[\"]))"
)
_METHOD = regex(r"\.[^\W\d][\w-]*(?=[(\[])")
_ELSE = regex(r"\s*else\b(?:\s+if\b)?")
#: Signs that mean something in markup, and in code.
_MARKUP = regex(rf"\\.|{ADDRESS}|//|/\*|`+|\$|#|[\[\]]", re.DOTALL)
_CODE = regex(rf"{STRING}|//|/\*|`+|\$|[\[\](){{}}]|[;\n]", re.DOTALL)

_Kind = Literal["content", "brackets", "(", "{", "statement", "flow"]
_CLOSES: dict[str, tuple[_Kind, ...]] = {
    ")": ("(",),
    "}": ("{",),
    "]": ("content", "brackets"),
}


@dataclass(slots=True)
class Call:
    """Code in markup: a call, a statement, or a value.

    Attributes:
        start, end: its place, from the `#` on.
        name: what is called, or the keyword of a statement; "" for a value.
        contents: the stretches of markup in it, without their brackets.
    """

    start: int
    end: int
    name: str
    contents: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Open:
    """What is open: brackets, or a statement.

    Attributes:
        start: where its content begins.
        call: the code that it is in.
        is_chained: whether more of the call may follow its end.
    """

    kind: _Kind
    start: int
    call: Call | None = None
    is_chained: bool = False


def calls_in(text: str) -> dict[int, Call]:
    """Return all code in a text that is markup, by where it begins.

    >>> text = "#figure(a, caption: [b]) #c"
    >>> [(call.name, call.end) for call in calls_in(text).values()]
    [('figure', 24), ('c', 27)]
    """
    return _read(text).calls


def closing_bracket(text: str, position: int) -> int | None:
    """Return where a bracket in markup is closed, `[`, that begins at a position.

    >>> closing_bracket("a [b [c]]", 2)
    8
    """
    return _read(text).brackets.get(position)


class _Pass:
    """What was found in a text.

    Attributes:
        calls: the code, by where it begins.
        brackets: where brackets of markup are closed, by where they begin.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.calls: dict[int, Call] = {}
        self.brackets: dict[int, int] = {}
        self._stack: list[_Open] = []
        self._open: Counter[_Kind] = Counter()
        position = 0
        while position < len(text):
            signs = _CODE if self._is_in_code() else _MARKUP
            found = signs.search(text, position)
            if found is None:
                break
            position = self._read(found)
        while self._stack:
            self._pop(len(text))

    def _is_in_code(self) -> bool:
        if not self._stack:
            return False
        return self._stack[-1].kind not in ("content", "brackets")

    def _read(self, found: re.Match[str]) -> int:
        """Read what a sign begins or ends; return where to go on."""
        sign, position = found[0][0], found.start()
        if sign in '\\h"':
            return found.end()
        if sign in "/`$":
            return verbatim_end(self.text, position) or found.end()
        if sign == "#":
            return self._head(position)
        if sign in "([{":
            return self._opening(sign, position)
        if sign in ";\n":
            return self._end_of_line(position)
        return self._closing(sign, position)

    def _head(self, position: int) -> int:
        found = _HEAD.match(self.text, position)
        if not found:
            return position + 1
        name = found[found.lastgroup] if found.lastgroup else ""
        call = Call(position, found.end(), name, [])
        self.calls[position] = call
        if found["statement"] or found["flow"]:
            kind: _Kind = "flow" if found["flow"] else "statement"
            self._push(_Open(kind, found.end(), call))
            return found.end()
        if self.text.startswith('"', found.end()):
            string = re.compile(STRING, re.DOTALL).match(self.text, found.end())
            call.end = string.end() if string else found.end() + 1
            return call.end
        return self._go_on(call, found.end())

    def _go_on(self, call: Call, position: int) -> int:
        """Read the brackets that go on with a call, or end it."""
        method = _METHOD.match(self.text, position)
        place = method.end() if method else position
        sign = self.text[place : place + 1]
        if sign in ("(", "[", "{") and (sign != "{" or place == call.start + 1):
            return self._open_brackets(sign, place, call, is_chained=True)
        call.end = position + 1 if self.text.startswith(";", position) else position
        return call.end

    def _opening(self, sign: str, position: int) -> int:
        if not self._is_in_code():
            self._push(_Open("brackets", position + 1))
            return position + 1
        call = self._stack[-1].call
        return self._open_brackets(sign, position, call, is_chained=False)

    def _open_brackets(
        self, sign: str, position: int, call: Call | None, *, is_chained: bool
    ) -> int:
        kind: _Kind = "(" if sign == "(" else "{" if sign == "{" else "content"
        self._push(_Open(kind, position + 1, call, is_chained))
        return position + 1

    def _end_of_line(self, position: int) -> int:
        """End a statement."""
        if self._stack[-1].kind in ("statement", "flow"):
            is_semicolon = self.text.startswith(";", position)
            self._pop(position + 1 if is_semicolon else position)
        return position + 1

    def _closing(self, sign: str, position: int) -> int:
        """Close brackets, and all that is open in them."""
        kinds = _CLOSES[sign]
        if not any(self._open[kind] for kind in kinds):
            return position + 1
        while self._stack[-1].kind not in kinds:
            self._pop(position)
        closed = self._pop(position)
        if closed.kind == "brackets":
            self.brackets[closed.start - 1] = position
        if closed.call and closed.is_chained:
            return self._go_on(closed.call, position + 1)
        in_flow = self._stack and self._stack[-1].kind == "flow"
        if in_flow and closed.kind in ("content", "{"):
            return self._after_branch(position + 1)
        return position + 1

    def _after_branch(self, position: int) -> int:
        """Read the `else` after a branch, or end the statement."""
        found = _ELSE.match(self.text, position)
        if found:
            return found.end()
        self._pop(position)
        return position

    def _push(self, opened: _Open) -> None:
        self._stack.append(opened)
        self._open[opened.kind] += 1

    def _pop(self, position: int) -> _Open:
        """Take off what was opened last, which ends at a position."""
        closed = self._stack.pop()
        self._open[closed.kind] -= 1
        if closed.call and closed.kind == "content":
            closed.call.contents.append((closed.start, position))
        if closed.call and (closed.is_chained or closed.kind in ("statement", "flow")):
            closed.call.end = position
        return closed


@lru_cache(maxsize=16)
def _read(text: str) -> _Pass:
    return _Pass(text)
