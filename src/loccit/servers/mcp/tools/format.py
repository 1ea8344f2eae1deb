"""Format an essay."""

from __future__ import annotations

from pydantic import Field

from loccit.drafting.essay.saved import is_written_as_text
from loccit.errors import LoccitError
from loccit.formatting.format_essay import format_draft
from loccit.servers.mcp.answers import READS, Answer, Noticed, noticed
from loccit.servers.mcp.asked_essay import asked_essay
from loccit.servers.mcp.open_folder import OpenFolder
from loccit.servers.mcp.parameters import Essay, Format, Lang, Style, Text

TITLE = "Format an essay"
ANNOTATIONS = READS

_MOST = 100


class Formatted(Answer):
    """The essay with its citations formatted, and its reference list."""

    text: str
    citations: int = Field(description="How many citations were found.")
    listed: int = Field(description="How many sources are in the list.")
    problems: list[Noticed] = Field(description="Such as keys that no source has.")


def answer(
    folder: OpenFolder,
    essay: Essay = "",
    text: Text = "",
    format: Format = "markdown",  # noqa: A002 - what assistants know it by
    style: Style = "",
    lang: Lang = "",
) -> Formatted:
    """Format the citations of an essay and add its reference list, and return the text.
    No file is changed; every character that is not part of a citation stays.
    """
    opened = asked_essay(folder, essay, text, format, style, lang)
    if not is_written_as_text(opened.essay.format):
        raise LoccitError(
            "The result would be a document, not a text.",
            advice="The user formats it: `loccit format`.",
        )
    result = format_draft(opened.draft)
    return Formatted(
        text=result.text,
        citations=len(result.citations),
        listed=len(result.bibliography),
        problems=noticed(folder.named(result.problems[:_MOST])),
    )
