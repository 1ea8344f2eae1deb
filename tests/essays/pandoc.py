"""What pandoc and loccit read in a Markdown text, in terms that compare."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from loccit.essays import read_essay

MODES = {
    "NormalCitation": "parenthetical",
    "AuthorInText": "narrative",
    "SuppressAuthor": "suppress-author",
}

#: One process reads every text, each on its own.  Tabs are expanded as the command does before it reads.
READ_ALL = """
local texts = pandoc.json.decode(io.open(arg[1], "rb"):read("a"), false)
local out = io.open(arg[2], "wb")
for _, text in ipairs(texts) do
  out:write(pandoc.write(pandoc.read(text, "markdown"), "json"), "\\n")
end
out:close()
"""

#: A citation: the mode and the key of each of its cites.
Read = tuple[tuple[str, str], ...]


def pandoc_reads(texts: list[str], folder: Path) -> list[Counter[Read]]:
    return [Counter(cites_in(blocks)) for blocks in pandoc_blocks(texts, folder)]


def pandoc_blocks(texts: list[str], folder: Path) -> list[Any]:
    """The blocks of each text in pandoc's syntax tree."""
    pypandoc = pytest.importorskip("pypandoc")
    script, source, target = (
        folder / "read.lua",
        folder / "texts.json",
        folder / "read.json",
    )
    script.write_text(READ_ALL, "utf-8")
    source.write_text(json.dumps([x.expandtabs(4) for x in texts]), "utf-8")
    subprocess.run(
        [pypandoc.get_pandoc_path(), "lua", script, source, target],
        check=True,
        capture_output=True,
    )
    return [
        json.loads(line)["blocks"]
        for line in target.read_text("utf-8").split("\n")[:-1]
    ]


def cites_in(node: Any) -> list[Read]:
    """The citations of pandoc's syntax tree; those inside an affix belong to it."""
    if isinstance(node, list):
        return [read for part in node for read in cites_in(part)]
    if not isinstance(node, dict):
        return []
    if node.get("t") == "Cite":
        return [
            tuple(
                (MODES[cite["citationMode"]["t"]], cite["citationId"])
                for cite in node["c"][0]
            )
        ]
    if node.get("t") == "Figure":  # its caption is the image's text once more
        return cites_in(node["c"][2])
    return [
        read for name, part in node.items() if name != "t" for read in cites_in(part)
    ]


def loccit_reads(text: str) -> Counter[Read]:
    citations = read_essay(text.encode(), "essay.md").citations({})
    return Counter(
        tuple((cite.mode, cite.key) for cite in citation.cites)
        for citation in citations
    )


def shown(reads: Counter[Read]) -> str:
    return (
        " ".join(
            sorted(
                "+".join(f"{mode}:{key}" for mode, key in read)
                for read in reads.elements()
            )
        )
        or "nothing"
    )


def disagreements(texts: list[str], folder: Path) -> list[str]:
    return [
        f"{text!r}\n  pandoc: {shown(theirs)}\n  loccit: {shown(ours)}"
        for text, theirs in zip(texts, pandoc_reads(texts, folder), strict=True)
        if theirs != (ours := loccit_reads(text))
    ]
