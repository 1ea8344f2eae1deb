"""The parameters that several tools have."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from loccit.servers.mcp.open_folder import LONGEST_TEXT

Essay = Annotated[
    str,
    Field(
        description="The file of an essay, relative to the folder: `thesis/one.md`. "
        "`list_essays` returns all.",
        max_length=1_000,
    ),
]
Text = Annotated[
    str,
    Field(description="A text instead of an essay's file.", max_length=LONGEST_TEXT),
]
Format = Annotated[
    str, Field(description="The format of the text: markdown, latex, typst, html ...")
]
Style = Annotated[
    str,
    Field(
        description="The id of a citation style, such as `apa` or "
        "`modern-language-association`; the user's own if empty.",
        max_length=200,
    ),
]
Lang = Annotated[
    str,
    Field(
        description="A language, such as `en-GB` or `de-DE`; the user's own if empty.",
        max_length=50,
    ),
]
