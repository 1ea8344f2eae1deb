"""Entries in Chicago's and MLA's styles, where these are corrected; test_entries.txt has
the cases: a `.bib` entry, and how the style of the title lists it.
"""

from __future__ import annotations

from pathlib import Path

from loccit.bibliography import open_library
from loccit.csl import load_style, process
from loccit.output import markdown


def test_entries(title: str, given: str, expected: str, tmp_path: Path) -> None:
    path = tmp_path / "case.bib"
    path.write_text(given, "utf-8")
    sources = {source.key: source for source in open_library(path)}
    processed = process(load_style(title), sources, [], uncited=sources)
    entries = [markdown.render(entry.text) for entry in processed.bibliography]
    assert "\n".join(entries) == expected
