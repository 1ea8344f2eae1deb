"""The tools of assistants, one a module; the folder is the list.

A tool's module has the names of `Tool`, and its name is the tool's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol, cast

from mcp.types import ToolAnnotations

from loccit._startup.plugins import modules_in
from loccit.servers.mcp.answers import Answer


class Tool(Protocol):
    """A module of this folder.

    Attributes:
        TITLE: what people see.
        ANNOTATIONS: what it may do ("Tools", `ToolAnnotations`).  One that is not
            `read_only_hint` needs the user's permission to write; one that is
            `open_world_hint` asks the network.
        answer: does it.  Its first parameter is an `OpenFolder`; the others and their
            descriptions are the tool's, and its docstring is what assistants read.  It
            raises LoccitError for what an assistant can put right.
    """

    __name__: str
    TITLE: str
    ANNOTATIONS: ToolAnnotations
    answer: Callable[..., Answer]


def tools() -> Iterator[Tool]:
    """Yield all tools by name."""
    return (cast(Tool, module) for module in modules_in(__name__))
