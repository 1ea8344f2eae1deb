"""The configurations in editors/: they can be read, and docs/editors.md shows them."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.paths import ROOT

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

EDITORS = ROOT / "editors"
PAGE = (ROOT / "docs" / "editors.md").read_text("utf-8")
BLOCK = re.compile(r"^```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)

#: What a page shows of each editor's configuration.
SHOWN = [
    "emacs/loccit.el",
    "helix/languages.toml",
    "kakoune/loccit.kak",
    "kate/settings.json",
    "neovim/init-0.7.lua",
    "neovim/loccit.lua",
    "sublime-text/LSP.sublime-settings",
]


def read(name: str) -> str:
    return (EDITORS / name).read_text("utf-8")


@pytest.mark.parametrize("name", SHOWN)
def test_the_page_shows_the_file(name: str) -> None:
    assert read(name) in BLOCK.findall(PAGE)


def test_every_configuration_is_shown() -> None:
    own = {"vscode", "zed"}  # extensions
    files = [path for path in EDITORS.glob("*/*") if path.parent.name not in own]
    assert sorted(path.relative_to(EDITORS).as_posix() for path in files) == SHOWN


def test_helix() -> None:
    settings = tomllib.loads(read("helix/languages.toml"))
    assert starts(settings["language-server"]["loccit"])
    assert all(each["language-servers"] == ["loccit"] for each in settings["language"])


def test_sublime_text() -> None:
    client = json.loads(read("sublime-text/LSP.sublime-settings"))["clients"]["loccit"]
    assert client["command"] == ["loccit", "lsp"]


def test_kate() -> None:
    server = json.loads(read("kate/settings.json"))["servers"]["loccit"]
    assert server["command"] == ["loccit", "lsp"]
    mode = re.compile(server["highlightingModeRegex"])
    assert mode.match("Markdown")
    assert not mode.match("Markdown with code")


def test_kakoune() -> None:
    text = read("kakoune/loccit.kak")
    [servers] = re.findall(
        r"set-option buffer lsp_servers %\{\n(.*?)\n    \}", text, re.S
    )
    assert starts(tomllib.loads(servers)["loccit"])


def test_zed() -> None:
    extension = tomllib.loads(read("zed/extension.toml"))
    assert "Markdown" in extension["language_servers"]["loccit"]["languages"]
    crate = tomllib.loads(read("zed/Cargo.toml"))
    assert crate["package"]["version"] == extension["version"]
    assert (EDITORS / "zed" / Path(crate["lib"]["path"])).is_file()


def starts(server: dict[str, Any]) -> bool:
    """Return whether a server of a TOML file is `loccit lsp`."""
    return [server["command"], *server["args"]] == ["loccit", "lsp"]
