"""List the essays of the folder."""

from __future__ import annotations

from pydantic import Field

from loccit.servers.mcp.answers import READS, Answer
from loccit.servers.mcp.open_folder import OpenFolder

TITLE = "List the essays"
ANNOTATIONS = READS

_MOST = 1_000


class Essays(Answer):
    """The essays of the folder."""

    essays: list[str] = Field(description="Their files, relative to the folder.")
    total: int


def answer(folder: OpenFolder) -> Essays:
    """List the essays in the user's folder."""
    names = folder.essays()
    return Essays(essays=names[:_MOST], total=len(names))
