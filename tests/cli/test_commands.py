"""What all commands have in common: help, versions, errors of usage."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from loccit import __version__
from loccit.cli import main
from tests.cli.conftest import Call, essay
from tests.paths import ROOT


def test_version(call: Call) -> None:
    assert call("--version").stdout == f"loccit {__version__}\n"


@pytest.mark.parametrize(
    "command", ["", "styles check", *main.list_commands(click.Context(main))]
)
def test_help_fits_80_columns(call: Call, command: str) -> None:
    result = call(*command.split(), "--help")
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 80


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        ("export", "[KEY...|QUERY]"),
        ("import", "FILE..."),
        ("keys", "[KEY...]"),
        ("remove", "KEY..."),
        ("search", "WORDS..."),
        ("show", "KEY"),
        ("stats", "[FILE...]"),
        ("tidy", "[FILE...]"),
    ],
)
def test_arguments_have_the_same_names_in_the_help_and_the_docs(
    call: Call, command: str, arguments: str
) -> None:
    assert (
        call(command, "--help")
        .stdout.partition("\n")[0]
        .endswith(f" {command} [OPTIONS] {arguments}")
    )
    page = (ROOT / "docs" / "commands.md").read_text("utf-8").replace("\\|", "|")
    assert f"| `loccit {command} {arguments}` |" in page


@pytest.mark.parametrize(
    ("command", "said"),
    [("fromat", " Did you mean `format`?\n"), ("xyzzy", "'xyzzy'.\n")],
)
def test_an_unknown_command_is_a_usage_error(
    call: Call, command: str, said: str
) -> None:
    result = call(command)
    assert (result.exit_code, result.stderr.endswith(said)) == (2, True)


def test_the_list_of_commands_imports_none_of_them() -> None:
    listed = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "loccit", "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "loccit.cli.commands\n" in listed.stderr
    assert "loccit.cli.commands." not in listed.stderr


@pytest.mark.parametrize("command", main.list_commands(click.Context(main)))
def test_each_command_is_listed_with_a_sentence(call: Call, command: str) -> None:
    words = next(
        line.partition(command)[2].strip()
        for line in call("--help").stdout.splitlines()
        if line.startswith(f"  {command} ")
    )
    assert words[0].isupper()
    assert words.endswith(".")


@pytest.mark.parametrize(
    ("arguments", "way"),
    [
        (["format", "essay.md", "-o", "essay.rtf"], "pandoc essay.md -o essay.rtf"),
        (["format", "essay.md", "-o", "essay.RTF"], "pandoc essay.md -o essay.RTF"),
        (["format", "e.docx", "-o", "e.md"], "pandoc e.docx -o e.md"),
        (["export", "-o", "refs.odt"], "docx"),
        (["stats", "-o", "years.png"], ".svg"),
    ],
)
def test_an_ending_that_nothing_is_written_for_is_refused(
    call: Call, folder: Path, arguments: list[str], way: str
) -> None:
    essay(folder, "[@alexander2010]")
    result = call(*arguments)
    assert result.exit_code == 2
    assert way in result.stderr
    assert not (folder / arguments[-1]).exists()


def test_an_essay_in_place_of_a_command_suggests_to_format_it(
    call: Call, folder: Path
) -> None:
    essay(folder, "[@alexander2010]")
    result = call("essay.md")
    assert result.exit_code == 2
    assert "Did you mean `loccit format essay.md`?" in result.stderr


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_no_colour_where_the_environment_refuses_it(
    call: Call, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    def coloured() -> bool:
        result = CliRunner().invoke(main, ["show", "nothing"], color=True)
        return "\x1b[" in result.stderr

    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert coloured()
    monkeypatch.setenv(name, value)
    assert not coloured()
