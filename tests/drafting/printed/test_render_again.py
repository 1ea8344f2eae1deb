"""What is rendered again after a change is what `format_essay` renders."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from loccit import format_essay, open_essay
from loccit.drafting.opened.workspace import Workspace
from loccit.formatting.format_essay import format_draft
from loccit.workspace.settings import Settings

NAMES = ("Doe", "Roe", "Poe")
PARAGRAPHS = (
    "So [@k{0}, p. {1}].",
    "@k{0} says so.",
    "See [-@k{0}; @k{1}].",
    "As (Doe, 2000) and (Roe, 2001, p. 4) have it.",
    "Words (p. 5).",
    "Note^[See @k{0}.].",
    "Text[^n{0}].",
    "[^n{0}]: In [@k{1}].",
    "# Heading",
    "```\n[@k{0}]\n```",
)


def library(first_year: int) -> str:
    return "\n".join(
        f"@book{{k{number}, author = {{{NAMES[number % 3]}, {'AB'[number % 2]}}}, "
        f"title = {{On {number}}}, date = {{{first_year + number % 3}}}}}"
        for number in range(8)
    )


def paragraph(chance: random.Random) -> str:
    numbers = [chance.randrange(9) for _ in range(2)]  # nobody wrote the last one
    return chance.choice(PARAGRAPHS).format(*numbers)


@pytest.mark.parametrize(
    "style",
    ["apa", "ieee", "chicago-notes-bibliography", "modern-language-association"],
)
def test_what_is_rendered_again(style: str, tmp_path: Path) -> None:
    essay, sources = tmp_path / "essay.md", tmp_path / "bibliography" / "sources.bib"
    sources.parent.mkdir()
    sources.write_text(library(2000), "utf-8")
    settings = Settings(csl=style)
    workspace = Workspace([tmp_path], settings)
    chance = random.Random(style)
    paragraphs = [paragraph(chance) for _ in range(12)]
    for turn in range(12):
        place = chance.randrange(len(paragraphs))
        paragraphs[place : place + chance.randrange(3)] = [paragraph(chance)]
        if turn % 6 == 5:
            sources.write_text(library(2000 + turn), "utf-8")
        essay.write_text("\n\n".join(paragraphs) + "\n", "utf-8")
        opened = workspace.essay(essay)
        again = format_draft(opened.draft, opened.render)
        anew = format_essay(open_essay(essay), settings=settings)
        assert again.text == anew.text
        assert again.problems == anew.problems
