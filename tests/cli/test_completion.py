"""`loccit completion`, and what is completed."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.cli.conftest import Call


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script(call: Call, shell: str) -> None:
    assert "_LOCCIT_COMPLETE" in call("completion", shell).stdout


def test_completion_of_keys_and_styles(call: Call) -> None:
    def complete(words: str) -> str:
        from click.testing import CliRunner

        from loccit.cli import main

        environment = {
            "_LOCCIT_COMPLETE": "bash_complete",
            "COMP_WORDS": words,
            "COMP_CWORD": str(words.count(" ")),
        }
        return CliRunner().invoke(main, [], env=environment, prog_name="loccit").stdout

    assert complete("loccit show ale") == "plain,alexander2010\n"
    assert complete("loccit check ale") == "plain,alexander2010\nfile,ale\n"
    assert (
        complete("loccit explain malformed-d")
        == "plain,malformed-date\nplain,malformed-doi\n"
    )
    assert "plain,C01\n" in complete("loccit explain c0")
    assert "plain,L,C01\n" in complete("loccit check --select L,c0")
    assert "plain,apa\n" in complete("loccit format --style apa")


@pytest.mark.parametrize(
    "words",
    ["loccit format --style apa", "loccit show -b library.bib a", "loccit show a"],
)
def test_what_completion_does_without(words: str) -> None:
    """Each press of the tab key would wait for it."""
    environment = {
        **os.environ,
        "_LOCCIT_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "loccit"],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "loccit.cli.complete" in imported
    assert not imported & {"loccit.csl.processor", "loccit.essays", "loccit.lint"}
