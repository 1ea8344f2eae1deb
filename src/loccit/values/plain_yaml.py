"""The YAML that most essays have: names, each with a text or a list of texts.  The YAML
library, whose import takes 20 ms, reads the rest.
"""

from __future__ import annotations

from collections.abc import Mapping

from loccit._startup.regex import regex

#: Characters that mean nothing in YAML wherever they are in a text.
_HARMLESS = r"\w .()/’“”–—&;!?+="
#: A plain text, which begins and ends with a letter or a number, or `)`, `.`, `!`, `?`.
_PLAIN = rf"[^\W_](?:[{_HARMLESS}',-]*[\w).!?])?"
#: The same in a list in square brackets, in which commas separate texts.
_ITEM = rf"[^\W_](?:[{_HARMLESS}-]*[\w).!?])?"
_QUOTED = rf'"[{_HARMLESS}\',:#@\[\]-]*"' + rf"|'[{_HARMLESS}\",:#@\[\]-]*'"
_NAME = r"[A-Za-z][A-Za-z0-9_-]*"

_BLANK = regex(r" *")
_TEXT = regex(rf"({_NAME}): +({_PLAIN}|{_QUOTED}) *")
_LIST = regex(
    rf"({_NAME}): +\[ *((?:{_ITEM}|{_QUOTED}) *(?:, *(?:{_ITEM}|{_QUOTED}) *)*)\] *"
)
_EMPTY = regex(rf"({_NAME}): *")
_LISTED = regex(rf"( *)- +({_PLAIN}|{_QUOTED}) *")
_ITEMS = regex(rf"{_QUOTED}|{_ITEM}")


def read_plain(text: str) -> Mapping[str, object] | None:
    """Return what `compose` and `value_of` make of a text; None if they must read it.

    >>> read_plain("title: My essay\\nbibliography: [a.bib, b.bib]\\n")
    {'title': 'My essay', 'bibliography': ['a.bib', 'b.bib']}
    >>> read_plain("title: >\\n  My essay\\n")
    """
    values = _Values()
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    if all(map(values.add, lines)):
        return values.read
    return None


class _Values:
    """Names and values that are read line by line."""

    def __init__(self) -> None:
        self.read: dict[str, object] = {}
        #: The name whose list may follow, and the list and its indent once it does.
        self._name = ""
        self._list: list[object] = []
        self._indent = ""

    def add(self, line: str) -> bool:
        """Add what a line says; return whether it is plain."""
        if _BLANK.fullmatch(line):
            return True
        if listed := _LISTED.fullmatch(line):
            return self._add_item(listed[1], listed[2])
        self._name = ""
        if found := _TEXT.fullmatch(line):
            self.read[found[1]] = _value(found[2])
        elif found := _LIST.fullmatch(line):
            self.read[found[1]] = list(map(_value, _ITEMS.findall(found[2])))
        elif found := _EMPTY.fullmatch(line):
            self._name, self._list = found[1], []
            self.read[self._name] = None
        return found is not None

    def _add_item(self, indent: str, item: str) -> bool:
        if not self._name or (self._list and indent != self._indent):
            return False
        self._indent = indent
        self._list.append(_value(item))
        self.read[self._name] = self._list
        return True


def _value(typed: str) -> str | None:
    """Return the text that a plain or quoted one stands for."""
    if typed[0] in "\"'":
        return typed[1:-1]
    return None if typed == "null" else typed
