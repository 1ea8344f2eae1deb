"""An assistant that speaks with `loccit mcp`, by the SDK's own client."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from anyio.from_thread import BlockingPortal, start_blocking_portal
from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from mcp.types import CallToolResult, TextContent, TextResourceContents, Tool

#: What JSON has.
Json: TypeAlias = dict[str, Any]


class Refused(Exception):
    """The server said in words why it did not do what it was asked."""


class Assistant:
    """An assistant with a server of its own."""

    def __init__(self, portal: BlockingPortal, client: Client) -> None:
        self._portal = portal
        self._client = client

    @property
    def instructions(self) -> str:
        return self._client.instructions or ""

    def tools(self) -> dict[str, Tool]:
        listed = self._portal.call(self._client.list_tools)
        return {tool.name: tool for tool in listed.tools}

    def call(self, tool: str, **arguments: object) -> Json:
        """Call a tool, and return its structured answer.

        Raises:
            Refused: it is an error.
        """
        result = self._portal.call(self._client.call_tool, tool, arguments)
        assert isinstance(result, CallToolResult)
        if result.is_error:
            [content] = result.content
            assert isinstance(content, TextContent)
            raise Refused(content.text.removeprefix(f"Error executing tool {tool}: "))
        answer: Json | None = result.structured_content
        assert answer is not None
        return answer

    def read(self, address: str) -> str:
        """Read a resource."""
        result = self._portal.call(self._client.read_resource, address)
        [content] = result.contents
        assert isinstance(content, TextResourceContents)
        return content.text


@contextmanager
def assistant(folder: Path, *options: str) -> Iterator[Assistant]:
    """Start a server, and speak with it."""
    server = StdioServerParameters(
        command=sys.executable,
        args=["-m", "loccit", "mcp", str(folder), *options],
        env=dict(os.environ),
    )
    with start_blocking_portal() as portal:
        client = Client(stdio_client(server))
        with portal.wrap_async_context_manager(client) as connected:
            yield Assistant(portal, connected)
