"""What all commands have in common: help, versions, errors of usage."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest

from loccit import __version__
from loccit.cli import main
from tests.cli.conftest import Call
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
