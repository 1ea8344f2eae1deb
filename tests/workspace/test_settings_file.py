"""The settings file of a project."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.errors import InvalidSettings
from loccit.workspace.check_settings import CheckSettings
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


def test_the_section_about_checks(tmp_path: Path) -> None:
    ignores = 'per-file-ignores = {"drafts/*" = ["R"], "b.md" = "C01"}\n'
    (tmp_path / "loccit.toml").write_text(f'[check]\nselect = "C"\n{ignores}', "utf-8")
    found = find_settings_file(tmp_path)
    assert found and found.check == CheckSettings(
        ("C",), (), (("drafts/*", ("R",)), ("b.md", ("C01",)))
    )
    assert found.check.rules == ("C", "R", "C01")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('check = "C"', r":1:1: `check` should be a table, `\[check\]`"),
        ("[check]\nselect = 3", ":2:1: `select` should be codes or names of rules"),
        ("[check]\nper-file-ignores = 3", ":2:1: `per-file-ignores` should be a table"),
        ('[check]\nper-file-ignores = {"a.md" = 3}', "`a.md` should be codes"),
        ("[check]\nselct = 3", r":2:1: There is no setting `selct` in `\[check\]`."),
    ],
)
def test_a_wrong_section_about_checks(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(InvalidSettings, match=said):
        essays(tmp_path, text)
