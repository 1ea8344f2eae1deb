"""The title of an essay, which may be its first heading."""

from __future__ import annotations

import pytest

from tests.export.paper.test_docx import lines, paper

TITLE = "---\ntitle: Doors\n---\n\n"


@pytest.mark.parametrize(
    ("essay", "headings"),
    [
        ("# Doors\n\n## One\n\n### Two\n", "Title: Doors, Heading 1: One, Heading 2: Two"),
        ("# One\n\n# Two\n", "Heading 1: One, Heading 1: Two"),
        ("# Doors\n\n## One\n\n# Sources\n", "Title: Doors, Heading 1: One, Section Label: Sources"),
        (f"{TITLE}# Doors\n\n## One\n", "Title: Doors, Heading 1: One"),
        (f"{TITLE}# Doors\n\n# One\n", "Title: Doors, Heading 1: One"),
        (f"{TITLE}# Walls\n\n## One\n", "Title: Doors, Heading 1: Walls, Heading 2: One"),
        ("## One\n", "Heading 2: One"),
    ],
)  # fmt: skip
def test_titles(essay: str, headings: str) -> None:
    assert ", ".join(": ".join(line) for line in lines(paper(essay))) == headings
