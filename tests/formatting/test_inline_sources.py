"""Sources in the front matter print as the same sources in a file do."""

from __future__ import annotations

from pathlib import Path

import pytest

import loccit

#: What all cases have, if they don't say otherwise.
BASE = "{id: a, type: book, title: A book, issued: 2020, author: [{family: Doe, given: Jane}]}"


def references(text: str, library: loccit.Library | None) -> str:
    formatted = loccit.format_essay(loccit.read_essay(text.encode()), library)
    assert not formatted.problems
    return formatted.text.partition("# References\n")[2].strip()


def test_the_same_in_the_front_matter_and_in_a_file(
    given: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # where there is no folder `bibliography`
    items = f"references:\n- {{<<: {BASE}, {given}}}\n"
    inline = f"---\n{items}nocite: '@a'\n---\n"
    assert references(inline, None) == expected

    file = tmp_path / "sources.yaml"
    file.write_text(items, "utf-8")
    in_file = "---\nnocite: '@a'\n---\n"
    assert references(in_file, loccit.open_library(file)) == expected
