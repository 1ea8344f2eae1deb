"""From a draft to a paper: an essay becomes a document that can be handed in, with a
title page, page numbers, headings, tables and a reference list as APA or MLA want them.

An essay is formatted as text, and pandoc reads it as a tree (`pandoc.py`).  `make.py`
turns the tree into that of a paper, in which paragraphs have the styles of `looks.py`.
pandoc writes it, and a target (a folder or file for each format) knows how the styles are
written there.

Only names are here: an essay that stays one starts faster without the rest.
"""

from __future__ import annotations

#: The formats of papers, by the endings of their files: modules of this package.
TARGETS = {
    ".docx": "docx",
    ".odt": "odt",
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
}

#: The kinds of papers.
KINDS = ("student", "professional", "plain")
