"""The essay that a tool is asked about: a file, or a text."""

from __future__ import annotations

from loccit.drafting.opened.open_essay import OpenEssay
from loccit.errors import LoccitError
from loccit.servers.mcp.open_folder import OpenFolder


def asked_essay(
    folder: OpenFolder, essay: str, text: str, format_: str, style: str, lang: str
) -> OpenEssay:
    """Open a file or a text.

    Raises:
        LoccitError: both are given, or neither; or it can't be opened.
    """
    if bool(essay) == bool(text):
        raise LoccitError("Give either `essay`, the file of one, or `text`.")
    if essay:
        return folder.essay(essay, style, lang)
    return folder.text(text, format_, style, lang)
