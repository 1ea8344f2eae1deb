"""Essays of each text format become the same paper."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import docx
import pytest

from tests.export.paper.essays import make
from tests.export.paper.test_docx import lines

HTML = """\
<!DOCTYPE html>
<html lang="en"><head><title>On Doors</title><meta name="author" content="Ana Ruiz"></head>
<body><h1>On Doors</h1><h2>One</h2><p>Text [@doe, p. 3].</p><h2>References</h2></body></html>
"""
LATEX = r"""\documentclass{article}
\title{On Doors}
\author{Ana Ruiz}
\begin{document}
\maketitle
\section{One}
Text \parencite[3]{doe}.
\printbibliography
\end{document}
"""
ORG = """\
#+TITLE: On Doors
#+AUTHOR: Ana Ruiz

* One
Text [cite:@doe p. 3].

#+print_bibliography:
"""
TYPST = """\
#set document(title: [On Doors], author: "Ana Ruiz")
= One
Text @doe[p. 3].

#bibliography("sources.bib")
"""
RST = """\
On Doors
========

:Author: Ana Ruiz

One
---

Text (Doe, 2001, p. 3).

References
----------

Doe, J. (2001). *Doors*. Norton.
"""
NOTEBOOK = json.dumps(
    {
        "cells": [
            {
                "cell_type": "raw",
                "metadata": {},
                "source": ["---\n", "title: On Doors\n", "author: Ana Ruiz\n", "---"],
            },
            {
                "cell_type": "markdown",
                "metadata": {},
                "source": "# One\n\nText [@doe, p. 3].",
            },
        ],
        "metadata": {},
        "nbformat": 4,
        "nbformat_minor": 4,
    }
)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", HTML),
        ("a.tex", LATEX),
        ("a.org", ORG),
        ("a.typ", TYPST),
        ("a.rst", RST),
        ("a.ipynb", NOTEBOOK),
    ],
)
def test_the_paper_of_a_format(name: str, text: str) -> None:
    made = make(text, path=Path(name))
    assert not made.problems
    assert lines(docx.Document(BytesIO(made.data))) == [
        ("Title", "On Doors"),
        ("Author", "Ana Ruiz"),
        ("Title in Text", "On Doors"),
        ("Heading 1", "One"),
        ("First Paragraph", "Text (Doe, 2001, p. 3)."),
        ("Section Label", "References"),
        ("Bibliography", "Doe, J. (2001). Doors. Norton."),
    ]
