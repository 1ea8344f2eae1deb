"""The commands that ask which essays cite a source, in a project as people have one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import LIBRARY, Call, essay

ESSAY = "So @alexander2010 [p. 3].\r\n"
#: Beside `bibliography/`, in a sister folder, and in a folder below that.
NAMES = ["essay.md", "drafts/two.txt", "drafts/deep/three.qmd"]
TEX = "\\documentclass{article}\nSo \\parencite{alexander2010}.\n"


@pytest.fixture
def essays(folder: Path) -> list[Path]:
    (folder / "drafts").mkdir()
    return [essay(folder, ESSAY, name) for name in NAMES]


def test_they_are_renamed(call: Call, bib: Path, essays: list[Path]) -> None:
    result = call("rename", "alexander2010", "crow10")
    assert result.exit_code == 0
    names = [str(Path(name)) for name in sorted(NAMES)]
    assert result.stderr.splitlines() == [
        f"Looked through 3 essays in this folder: {', '.join(names)}.",
        f"{bib.relative_to(Path.cwd())}: `alexander2010` is now `crow10`",
        *(f"{name}: `alexander2010` is now `crow10`" for name in names),
    ]
    for path in essays:
        assert path.read_bytes() == b"So @crow10 [p. 3].\r\n"


def test_they_are_counted(call: Call, folder: Path, essays: list[Path]) -> None:
    essay(folder, "Nothing is cited here.\n", "README.md")
    assert call("stats").stdout.startswith("2 sources, 3 essays\n")
    assert "alexander2010  3  ###\n" in call("stats").stdout
    shown = call("show", "alexander2010").stdout
    assert [line.split(": ")[0].strip() for line in shown.splitlines()[-3:]] == [
        f"{Path(name)}:1:4" for name in sorted(NAMES)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_they_are_protected(call: Call, folder: Path, bib: Path, name: str) -> None:
    (folder / "drafts").mkdir()
    essay(folder, ESSAY, name)
    result = call("remove", "alexander2010")
    assert result.exit_code == 1
    assert f"{Path(name)}:1:4: error: `alexander2010` is cited here" in result.stderr
    assert bib.read_text("utf-8") == LIBRARY


def test_they_are_changed_by_keys_and_a_merge(
    call: Call, folder: Path, essays: list[Path]
) -> None:
    (folder / "bibliography" / "two.bib").write_text("@book{crow, title = {A}}\n")
    assert call("dedupe", "--merge", "crow", "alexander2010").exit_code == 0
    assert all(path.read_bytes() == b"So @crow [p. 3].\r\n" for path in essays)
    assert call("keys", "--pattern", "[author]-[year]", "crow", "-w").exit_code == 0
    assert all(b"@alexander-2010 [" in path.read_bytes() for path in essays)


def test_a_change_from_a_folder_below(
    call: Call, folder: Path, essays: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder / "drafts" / "deep")
    result = call("rename", "alexander2010", "crow10")
    assert f"Looked through 3 essays in {folder}: " in result.stderr
    assert all(b"@crow10" in path.read_bytes() for path in essays)


def test_that_there_are_none_is_said_before_a_change(
    call: Call, folder: Path, bib: Path
) -> None:
    for command in (
        ["rename", "alexander2010", "crow10"],
        ["keys", "--write", "--pattern", "[Author]", "crow10"],
        ["remove", "Alexander"],
    ):
        lines = call(*command).stderr.splitlines()
        assert lines[0] == "No essays were found in this folder.", command
    # Nothing is said of a change that doesn't reach keys.
    assert "essays" not in call("edit", "jimenez2014", "note=N").stderr


def test_many_essays_are_named_on_request(call: Call, folder: Path) -> None:
    for number in range(8):
        essay(folder, ESSAY, f"{number}.md")
    quiet = call("rename", "alexander2010", "a").stderr.splitlines()[0]
    assert quiet == "Looked through 8 essays in this folder."
    loud = call("rename", "a", "b", "--verbose").stderr.splitlines()[0]
    names = ", ".join(f"{number}.md" for number in range(8))
    assert loud == f"Looked through 8 essays in this folder: {names}."


def test_latex_is_left_alone_and_named(call: Call, folder: Path) -> None:
    tex = essay(folder, TEX, "thesis.lyx")
    result = call("rename", "alexander2010", "crow10")
    assert result.exit_code == 0
    warning = (
        "thesis.lyx:2:15: warning: `alexander2010` is not changed here, because LyX "
        "is not read yet: So \\parencite{alexander2010}. Change it by hand."
    )
    assert result.stderr.splitlines() == [
        "No essays were found in this folder.",
        "Not read: thesis.lyx (LyX). loccit does not read these formats yet.",
        f"{Path('bibliography', 'sources.bib')}: `alexander2010` is now `crow10`",
        warning,
    ]
    assert tex.read_text() == TEX


def test_latex_may_cite(call: Call, folder: Path, bib: Path) -> None:
    essay(folder, TEX, "thesis.lyx")
    result = call("remove", "alexander2010")
    assert result.exit_code == 1
    assert (
        "thesis.lyx:2:15: error: `alexander2010` may be cited here, but LyX is not "
        "read yet: So \\parencite{alexander2010}.\n"
    ) in result.stderr
    assert bib.read_text("utf-8") == LIBRARY
    assert (
        "  thesis.lyx:2:15: So \\parencite{alexander2010}. (LyX is not read yet)\n"
        in call("show", "alexander2010").stdout
    )
    assert "Not read: thesis.lyx (LyX)." in call("stats").stderr
    assert call("remove", "jimenez2014").exit_code == 0
    assert call("remove", "alexander2010", "--force").exit_code == 0


def test_what_git_ignores_is_untouched_and_named(call: Call, folder: Path) -> None:
    (folder / ".gitignore").write_text("old*.md\n")
    (folder / "node_modules").mkdir()
    ignored = essay(folder, ESSAY, "old1.md")
    module = essay(folder, ESSAY, "node_modules/README.md")
    result = call("rename", "alexander2010", "crow10")
    assert "\nIgnored by git: old1.md.\n" in result.stderr
    assert ignored.read_bytes() == module.read_bytes() == ESSAY.encode()


def test_essays_that_the_settings_choose(call: Call, folder: Path) -> None:
    (folder / "loccit.toml").write_text('essays = ["drafts/*.md"]\n')
    chosen = essay(folder, ESSAY, "drafts/a.md")
    other = essay(folder, ESSAY, "b.md")
    assert call("rename", "alexander2010", "crow10").exit_code == 0
    assert (b"crow10" in chosen.read_bytes(), other.read_bytes()) == (
        True,
        ESSAY.encode(),
    )


def test_a_project_in_a_project(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outer = essay(folder, ESSAY)
    inner = essay(folder / "inner", ESSAY)
    essay(folder / "inner" / "bibliography", LIBRARY, "more.bib")
    assert call("rename", "alexander2010", "crow10").exit_code == 0
    assert b"@crow10" in outer.read_bytes() and inner.read_bytes() == ESSAY.encode()
    monkeypatch.chdir(folder / "inner")
    assert call("remove", "alexander2010").exit_code == 1
    assert call("rename", "alexander2010", "new").exit_code == 0
    assert b"@new" in inner.read_bytes() and b"@crow10" in outer.read_bytes()


def test_a_read_only_essay_stops_the_whole_change(
    call: Call, folder: Path, bib: Path, essays: list[Path]
) -> None:
    essays[1].chmod(0o444)
    for command in (
        ["rename", "alexander2010", "crow10"],
        ["keys", "--write", "--pattern", "[Author]_[year]"],
    ):
        result = call(*command)
        assert (result.exit_code, "read-only" in result.stderr) == (2, True)
    assert bib.read_text("utf-8") == LIBRARY
    assert all(path.read_bytes() == ESSAY.encode() for path in essays)
    assert not list(folder.rglob(".*"))


def test_a_library_that_is_named(
    call: Call, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("refs")
    library = elsewhere / "all.bib"
    library.write_text(LIBRARY, "utf-8")
    theirs = essay(elsewhere, ESSAY)
    ours = essay(folder, ESSAY)
    assert call("rename", "alexander2010", "crow10", "-b", library).exit_code == 0
    # This folder's essays cite from this folder's library.
    assert b"@crow10" in theirs.read_bytes() and ours.read_bytes() == ESSAY.encode()


def test_several_sources_are_removed_from_all_files_or_none(
    call: Call, folder: Path, bib: Path
) -> None:
    other = folder / "bibliography" / "two.bib"
    other.write_text("@book{crow, title = {A}}\n")
    other.chmod(0o444)
    result = call("remove", "alexander2010", "crow")
    assert (result.exit_code, "read-only" in result.stderr) == (2, True)
    assert bib.read_text("utf-8") == LIBRARY
    other.chmod(0o644)
    assert call("remove", "alexander2010", "crow").exit_code == 0
    assert other.read_text() == "" and "alexander2010" not in bib.read_text("utf-8")
