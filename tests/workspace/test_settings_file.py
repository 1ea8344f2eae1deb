"""The settings file of a project."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.errors import InvalidSettings
from loccit.workspace.settings import Settings
from loccit.workspace.settings_file import find_settings_file


def essays(folder: Path, text: str, name: str = "loccit.toml") -> tuple[str, ...]:
    (folder / name).write_text(text, "utf-8")
    found = find_settings_file(folder)
    return found.essays if found else ()


def test_patterns_of_essays(tmp_path: Path) -> None:
    assert essays(tmp_path, 'essays = "a/*.md"\n') == ("a/*.md",)
    assert essays(tmp_path, 'essays = ["a/*.md", "!b"]\n') == ("a/*.md", "!b")
    assert essays(tmp_path, 'csl = "ieee"\n') == ()


def test_patterns_in_a_pyproject_toml(tmp_path: Path) -> None:
    text = '[tool.loccit]\nessays = ["a/*.md"]\ncsl = "ieee"\n'
    assert essays(tmp_path, text, "pyproject.toml") == ("a/*.md",)
    found = find_settings_file(tmp_path / "deep")
    assert found and found.settings == Settings(csl="ieee")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("essays = 3", "a pattern, or a list of patterns"),
        ("essays = [3]", "a pattern, or a list of patterns"),
        ('essays = ["../a.md"]', "patterns below the folder of this file"),
        ('essays = ["!a/../../b.md"]', "patterns below the folder of this file"),
    ],
)
def test_wrong_patterns(tmp_path: Path, text: str, wanted: str) -> None:
    with pytest.raises(
        InvalidSettings, match=rf"loccit\.toml:2:1: `essays` should be {wanted}"
    ):
        essays(tmp_path, f"# mine\n{text}\n")
