"""What loccit and pandoc read in a text, in lines that compare."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest

from loccit import csl
from loccit.essays import read_essay
from loccit.model import Cite

MODES = {
    "NormalCitation": "parenthetical",
    "AuthorInText": "narrative",
    "SuppressAuthor": "suppress-author",
}


def cites_of(text: str, name: str) -> str:
    """Every citation that loccit reads, one a line."""
    essay = read_essay(text.encode(), name)
    lines = []
    for citation in essay.citations(csl.locator_terms("en-US")):
        cites = "; ".join(map(_shown, citation.cites))
        bare = " bare" if citation.is_bare else ""
        note = f" in note {citation.note}" if citation.note else ""
        lines.append(f"{citation.mode}{bare}{note}: {cites}")
    return "\n".join(lines)


def _shown(cite: Cite) -> str:
    locator = f" <{cite.locator.label} {cite.locator.value}>" if cite.locator else ""
    prefix, suffix = cite.prefix.plain, cite.suffix.plain
    return f"{prefix}@{cite.key}{locator}{suffix}"


def keys_by_loccit(text: str, name: str) -> list[tuple[str, ...]]:
    """The keys of each citation."""
    essay = read_essay(text.encode(), name)
    return [
        tuple(cite.key for cite in citation.cites) for citation in essay.citations({})
    ]


def keys_by_pandoc(text: str, reader: str) -> list[tuple[str, ...]]:
    """The keys of each citation that pandoc reads."""
    return [
        tuple(each["citationId"] for each in found) for found in _cited(text, reader)
    ]


def modes_by_pandoc(text: str, reader: str) -> list[str]:
    """How each citation is set."""
    return [MODES[found[0]["citationMode"]["t"]] for found in _cited(text, reader)]


def _cited(text: str, reader: str) -> Iterator[list[dict[str, Any]]]:
    pypandoc = pytest.importorskip("pypandoc")
    command = [pypandoc.get_pandoc_path(), "-f", reader, "-t", "json"]
    run = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    yield from _walked(json.loads(run.stdout))


def _walked(node: Any) -> Iterator[list[dict[str, Any]]]:
    if isinstance(node, dict):
        if node.get("t") == "Cite":
            yield node["c"][0]
        for value in node.values():
            yield from _walked(value)
    elif isinstance(node, list):
        for value in node:
            yield from _walked(value)
