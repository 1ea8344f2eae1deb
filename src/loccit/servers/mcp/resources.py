"""What assistants may read as it is: essays, and sources of the library."""

from __future__ import annotations

import json

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ResourceError, ResourceNotFoundError

from loccit.errors import LoccitError, UnknownKey, UnreadableFile
from loccit.model.csl_json import source_to_csl_json
from loccit.servers.mcp.open_folder import LONGEST_TEXT, OpenFolder


def add_resources(server: MCPServer, folder: OpenFolder) -> None:
    """Add the resources of a folder ("Resources", templates of RFC 6570)."""

    @server.resource("loccit://essay/{+name}", title="An essay", mime_type="text/plain")
    def essay(name: str) -> str:
        """The text of an essay of the folder, as its author has it."""
        try:
            return folder.essay(name).text[:LONGEST_TEXT]
        except UnreadableFile as error:
            raise ResourceNotFoundError(error.message) from error
        except LoccitError as error:
            raise ResourceError(error.message) from error

    @server.resource(
        "loccit://source/{key}",
        title="A source",
        mime_type="application/vnd.citationstyles.csl+json",
    )
    def source(key: str) -> str:
        """A source of the library, as CSL-JSON."""
        try:
            found = folder.library().library.require(key)
        except UnknownKey as error:
            raise ResourceNotFoundError(str(error)) from error
        except LoccitError as error:
            raise ResourceError(error.message) from error
        return json.dumps(source_to_csl_json(found), ensure_ascii=False)
