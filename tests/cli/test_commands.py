"""What all commands have in common: help, versions, errors of usage."""

from __future__ import annotations

import click
import pytest

from loccit import __version__
from loccit.cli import main
from tests.cli.conftest import Call


def test_version(call: Call) -> None:
    assert call("--version").stdout == f"loccit {__version__}\n"


@pytest.mark.parametrize("command", ["", "styles check", *main.list_commands(click.Context(main))])
def test_help_fits_80_columns(call: Call, command: str) -> None:
    result = call(*command.split(), "--help")
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_an_unknown_command_is_a_usage_error(call: Call) -> None:
    assert call("fromat").exit_code == 2
