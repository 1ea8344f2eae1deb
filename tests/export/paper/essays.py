"""An essay that has what papers have, and papers of it."""

from __future__ import annotations

from pathlib import Path

from loccit import open_library, read_essay
from loccit.export.paper.make import Paper, PaperMaker
from loccit.formatting.draft import read_draft
from loccit.formatting.format_essay import format_draft

LIBRARY = open_library(
    [],
    [
        {
            "id": "doe",
            "type": "book",
            "title": "Doors",
            "author": [{"family": "Doe", "given": "Jane"}],
            "issued": "2001",
            "publisher": "Norton",
        }
    ],
)
ESSAY = """\
---
title: On *Doors*
subtitle: An Essay
author:
- name: Ana Ruiz
  affiliation: Department of Doors
- name: Ben Li
  affiliation: School of Windows
course: "SOC 101: Doors"
instructor: Dr. Roe
date: May 2, 2026
abstract: Doors are discussed.
keywords: [doors, walls]
lang: en-GB
---

Doors open [@doe, p. 3].

# A Heading

> Doors close.
"""


def make(
    text: str,
    kind: str | None = None,
    ending: str = ".docx",
    path: Path = Path("essay.md"),
) -> Paper:
    """Make a paper of an essay that cites from a library of one book."""
    maker = PaperMaker(ending, kind)
    draft = maker.prepare(read_draft(read_essay(text.encode(), str(path)), LIBRARY))
    return maker.make(draft, format_draft(draft))
