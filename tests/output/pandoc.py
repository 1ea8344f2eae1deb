"""Markup as pandoc reads it."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pypandoc


def blocks(text: str, reader: str) -> list[dict[str, Any]]:
    """The blocks of pandoc's document."""
    command = [pypandoc.get_pandoc_path(), "-f", reader, "-t", "json"]
    run = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    found: list[dict[str, Any]] = json.loads(run.stdout)["blocks"]
    return found


def words(inlines: list[dict[str, Any]]) -> str:
    """The text of pandoc's inlines; anything but text and the marks we write shows as
    its name.
    """
    pieces = []
    for inline in inlines:
        match inline["t"]:
            case "Str":
                pieces.append(inline["c"])
            case "Space" | "SoftBreak":
                pieces.append(" ")
            case (
                "Emph"
                | "Strong"
                | "Superscript"
                | "Subscript"
                | "SmallCaps"
                | "Underline"
            ):
                pieces.append(words(inline["c"]))
            case "Span" | "Link":
                pieces.append(words(inline["c"][1]))
            case other:
                pieces.append(f"<{other}>")
    return "".join(pieces)
