"""loccit and pandoc number the same footnotes in the same order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from loccit.essays import read_essay
from tests.essays.note_writer import NoteWriter
from tests.essays.pandoc import pandoc_blocks


def notes_in(node: Any) -> Iterator[Any]:
    """The contents of the notes of pandoc's syntax tree, those in notes after these."""
    if isinstance(node, list):
        for part in node:
            yield from notes_in(part)
    elif isinstance(node, dict):
        if node.get("t") == "Note":
            yield node["c"]
        if node.get("t") == "Cite":  # its second part is the source once more
            yield from notes_in(node["c"][0])
        elif node.get("t") == "Figure":  # its caption is the image's text once more
            yield from notes_in(node["c"][2])
        else:
            for name, part in node.items():
                yield from notes_in(part) if name != "t" else ()


def name_of(note: Any) -> str:
    """What a note says it is."""
    found = re.search(r"Note(\d+)", str(note))
    assert found
    return f"n{found[1]}"


def pandoc_numbers(blocks: Any) -> dict[str, int]:
    names = dict.fromkeys(map(name_of, notes_in(blocks)))
    return {name: number for number, name in enumerate(names, 1)}


def loccit_numbers(text: str) -> dict[str, int]:
    citations = read_essay(text.encode(), "essay.md").citations({})
    return {
        cite.key: citation.note
        for citation in citations
        for cite in citation.cites
        if re.fullmatch(r"n\d+", cite.key)
    }


def disagreement(text: str, blocks: Any) -> str:
    theirs, ours = pandoc_numbers(blocks), loccit_numbers(text)
    expected = {name: theirs[name] for name in ours if name in theirs}
    found = {name: ours[name] for name in expected}
    unseen = [number for name, number in ours.items() if name not in theirs]
    if found == expected and all(number > len(theirs) for number in unseen):
        return ""
    return f"{text!r}\n  pandoc: {theirs}\n  loccit: {ours}"


@pytest.mark.parametrize("seed", range(3))
def test_the_same_numbers(seed: int, tmp_path: Path) -> None:
    texts = [NoteWriter(Random(f"{seed} {number}")).essay() for number in range(1000)]
    faults = [
        found
        for text, blocks in zip(texts, pandoc_blocks(texts, tmp_path), strict=True)
        if (found := disagreement(text, blocks))
    ]
    assert not faults, f"{len(faults)} of {len(texts)}\n" + "\n".join(
        sorted(faults, key=len)[:20]
    )
