"""Where the variables of an item of CSL data stand in its JSON or YAML file: readers
tell where the item begins.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from loccit._startup.regex import regex
from loccit.bibliography.formats.csl_json.text import members
from loccit.model import Place
from loccit.text_files.encoding import decode
from loccit.text_files.positions import Positions

_YAML_KEY = regex(r"([ ]*)([\"']?)([\w-]+)\2[ \t]*:")


class _Text(NamedTuple):
    """A file's text, and the positions in it."""

    text: str
    positions: Positions


class ItemPlaces:
    """Reads a file again when it is first asked for one of its places; most files have
    nothing wrong in them.
    """

    def __init__(self) -> None:
        self._texts: dict[str, _Text] = {}

    def place(self, item: Place, name: str) -> Place:
        """Where a member begins of the item that stands at a place; the item's own
        place, if that can't be told.
        """
        if item.path not in self._texts:
            self._texts[item.path] = _read(item.path)
        text, positions = self._texts[item.path]
        if not name or not item.line:
            return item
        start = positions.offset(item.line, item.column)
        find = _in_json if text.startswith("{", start) else _in_yaml
        offset = find(text, start, item.column - 1, name)
        if offset is None:
            return item
        return Place(item.path, *positions.at(offset))


def _read(path: str) -> _Text:
    try:
        text = decode(Path(path).read_bytes())[0]
    except (OSError, ValueError):  # no file: standard input, an essay's own sources
        text = ""
    return _Text(text, Positions(text))


def _in_json(text: str, start: int, indent: int, name: str) -> int | None:
    try:
        return next(
            (
                member.whole.start
                for member in members(text, start)
                if member.name == name
            ),
            None,
        )
    except (ValueError, IndexError, RecursionError):  # YAML in braces like JSON's
        return None


def _in_yaml(text: str, start: int, indent: int, name: str) -> int | None:
    """A member on a line of its own, as deep as the item; what is deeper belongs to one
    before it.
    """
    line = text.find("\n", start) + 1
    while line:
        end = text.find("\n", line)
        content = text[line : None if end < 0 else end]
        depth = len(content) - len(content.lstrip(" "))
        if content.strip() and not content.lstrip().startswith("#") and depth < indent:
            return None
        key = _YAML_KEY.match(content)
        if key and depth == indent and key[3] == name:
            return line + depth
        line = end + 1
    return None
