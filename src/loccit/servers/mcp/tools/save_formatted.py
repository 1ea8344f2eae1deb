"""Write a formatted essay to a new file."""

from __future__ import annotations

from typing import Annotated

from mcp.types import ToolAnnotations
from pydantic import Field

from loccit.errors import UnwritableFile
from loccit.formatting.format_essay import format_draft
from loccit.model import Place
from loccit.servers.mcp.answers import Answer, Noticed, noticed
from loccit.servers.mcp.open_folder import OpenFolder
from loccit.servers.mcp.parameters import Essay, Lang, Style
from loccit.text_files.atomic_write import write_atomically

TITLE = "Write a formatted essay to a new file"
ANNOTATIONS = ToolAnnotations(
    read_only_hint=False, destructive_hint=False, open_world_hint=False
)

_MOST = 100

NewFile = Annotated[
    str,
    Field(
        description="A new file, relative to the folder, with the ending of the essay.",
        max_length=1_000,
    ),
]


class Saved(Answer):
    """What was written."""

    file: str
    citations: int
    listed: int
    problems: list[Noticed]


def answer(
    folder: OpenFolder,
    essay: Essay,
    to: NewFile,
    style: Style = "",
    lang: Lang = "",
) -> Saved:
    """Format an essay, as `format` does, and write the result to a new file.  No file
    that is there is changed.
    """
    opened = folder.essay(essay, style, lang)
    target = folder.new_file(to)
    if target.suffix.lower() != opened.path.suffix.lower():
        raise UnwritableFile(
            "An essay keeps its own format.",
            place=Place(to),
            advice=f"Name a file that ends in `{opened.path.suffix}`.",
        )
    result = format_draft(opened.draft)
    write_atomically(target, result.data)
    return Saved(
        file=to,
        citations=len(result.citations),
        listed=len(result.bibliography),
        problems=noticed(folder.named(result.problems[:_MOST])),
    )
