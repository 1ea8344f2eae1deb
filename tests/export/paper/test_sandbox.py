"""An essay can't bring other files of the computer into its paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.errors import LoccitError
from tests.export.paper.essays import make


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("essay.org", "Text.\n\n#+INCLUDE: {}\n"),
        ("essay.rst", "Text.\n\n.. include:: {}\n"),
        ("essay.rst", "Text.\n\n.. csv-table:: Doors\n   :file: {}\n"),
        (
            "essay.tex",
            "\\begin{{document}}Text. \\lstinputlisting{{{}}}\\end{{document}}\n",
        ),
        ("essay.typ", 'Text.\n\n#include("{}")\n'),
        (
            "essay.md",
            '<iframe src="{0}"></iframe>\n\n``` {{.include file="{0}"}}\n```\n',
        ),
        ("essay.html", '<p>Text.</p><iframe src="{}"></iframe>\n'),
    ],
)
def test_files_are_not_included(name: str, text: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("swordfish,swordfish\n", "utf-8")
    try:
        made = make(text.format(secret), path=tmp_path / name, ending=".html")
    except LoccitError as error:
        assert "pandoc can't convert" in str(error)
    else:
        assert b"swordfish" not in made.data
