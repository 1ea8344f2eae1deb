"""Turn what is typed by hand into citations by key."""

from __future__ import annotations

from mcp.types import ToolAnnotations

from loccit.drafting.essay.adopt import adopt
from loccit.servers.mcp.adoption import Adoption, adoption, planned
from loccit.servers.mcp.open_folder import OpenFolder
from loccit.servers.mcp.parameters import Essay

TITLE = "Adopt typed citations"
ANNOTATIONS = ToolAnnotations(
    read_only_hint=False,
    destructive_hint=True,
    idempotent_hint=True,
    open_world_hint=False,
)


def answer(folder: OpenFolder, essay: Essay) -> Adoption:
    """Turn the citations and the list that are typed by hand in an essay into citations
    by key, and add the sources that the library lacks, where it is certain what they
    are; `preview_adoption` says that before.  The user can take it back: `loccit adopt
    --undo`.
    """
    plan = planned(folder, essay)
    adopt(plan, {})
    return adoption(plan)
