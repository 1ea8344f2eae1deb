"""Find what is typed by hand in an essay."""

from __future__ import annotations

from loccit.servers.mcp.adoption import Adoption, adoption, planned
from loccit.servers.mcp.answers import READS
from loccit.servers.mcp.open_folder import OpenFolder
from loccit.servers.mcp.parameters import Essay

TITLE = "Find typed citations"
ANNOTATIONS = READS


def answer(folder: OpenFolder, essay: Essay) -> Adoption:
    """Find the citations and the list of sources that are typed by hand in an essay, and
    say which sources of the library they are of.  Nothing is changed.
    """
    return adoption(planned(folder, essay))
