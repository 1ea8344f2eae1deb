"""Docs show real output: every `console` block is run, in a copy of the project's own
folders, and compared.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

import loccit
from loccit.output import markdown
from tests.paths import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#]+)")


def sessions() -> list[tuple[str, str]]:
    """(page, block) of every console block."""
    return [
        (page.name, block)
        for page in PAGES
        for block in BLOCK.findall(page.read_text("utf-8"))
    ]


def steps(block: str) -> list[tuple[str, str]]:
    """(command, expected output) of each `$ ` line of a block."""
    commands = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return [
        (command, output)
        for command, _, output in (part.partition("\n") for part in commands)
    ]


def run(command: str, folder: Path) -> str:
    """What a command prints, errors where a terminal would show them."""
    # The README's first command sets up an environment and calls this; the rest is the
    # same.
    command = command.replace(
        "python3 dev.py format", "loccit format essays/coalition.md"
    )
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    done = subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=60,
    )
    return done.stdout.decode()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("bibliography", "essays"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize(("page", "block"), sessions())
def test_console_blocks_show_real_output(page: str, block: str, project: Path) -> None:
    for command, expected in steps(block):
        assert run(command, project) == expected, f"{page}: $ {command}"


def table_rows() -> list[tuple[str, str]]:
    """(what is written, what one gets) of the README's table."""
    table = (
        (ROOT / "README.md")
        .read_text("utf-8")
        .partition("| you write | you get |")[2]
        .partition("\n\n")[0]
    )
    return re.findall(r"^\| `(.+?)` \| (.+?) \|$", table, re.MULTILINE)


@pytest.mark.parametrize(("written", "expected"), table_rows())
def test_the_table_of_citations(written: str, expected: str) -> None:
    library = loccit.open_library([ROOT / "bibliography"])
    result = loccit.format_essay(loccit.read_essay(f"So {written}\n".encode()), library)
    assert result.text.splitlines()[0] == f"So {expected}"


#: The sources that docs/citation-syntax.md cites.
CITED = [
    {
        "id": "doe99",
        "type": "book",
        "author": [{"family": "Doe", "given": "Jane"}],
        "issued": "1999",
    },
    {
        "id": "doe04",
        "type": "book",
        "author": [{"family": "Doe", "given": "Jane"}],
        "issued": "2004",
    },
    {
        "id": "smith04",
        "type": "book",
        "author": [{"family": "Smith", "given": "Ada"}],
        "issued": "2004",
    },
    {
        "id": "rabin1941",
        "type": "book",
        "author": [{"family": "Rabin", "given": "Leo"}],
        "issued": "1941",
    },
]


def syntax_rows() -> list[tuple[str, str]]:
    """(what is written, what one gets) of the tables of docs/citation-syntax.md."""
    page = (ROOT / "docs" / "citation-syntax.md").read_text("utf-8")
    return re.findall(r"^\| `(.+?)` ?(?:says)? \| (.+?) \|$", page, re.MULTILINE)


@pytest.mark.parametrize(("written", "expected"), syntax_rows())
def test_the_tables_of_the_syntax(written: str, expected: str) -> None:
    library = loccit.open_library([], CITED)
    result = loccit.format_essay(loccit.read_essay(f"So {written}\n".encode()), library)
    assert result.text.splitlines()[0] == f"So {expected}"


def entries() -> list[tuple[str, str]]:
    """(entries, the references that are shown for them) of docs/apa.md."""
    page = (ROOT / "docs" / "apa.md").read_text("utf-8")
    return re.findall(
        r"^```bibtex\n((?:(?!```).*\n)*)```\n\n((?:> .*\n\n?)+)", page, re.MULTILINE
    )


@pytest.mark.parametrize(("written", "expected"), entries())
def test_the_kinds_of_apa(written: str, expected: str, tmp_path: Path) -> None:
    path = tmp_path / "kind.bib"
    path.write_text(written, "utf-8")
    library = loccit.open_library(path)
    sources = {source.key: source for source in library}
    assert not library.problems
    related = re.findall(r"related = \{(.*?)\}", written)
    shown = [key for key in sources if key not in related]
    processed = loccit.process(loccit.load_style("apa"), sources, [], uncited=shown)
    references = {
        entry.key: markdown.render(entry.text) for entry in processed.bibliography
    }
    assert [references[key] for key in shown] == re.findall(
        r"^> (.*)$", expected, re.MULTILINE
    )


def test_there_is_something_to_check() -> None:
    assert any(page == "README.md" for page, _ in sessions())
    assert table_rows() and syntax_rows()
    assert len(entries()) > 50


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(
        r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    text = re.sub(r"`[^`\n]*`", "", text)
    missing = [
        target for target in LINK.findall(text) if not (page.parent / target).exists()
    ]
    assert not missing


def test_the_schema_is_the_json() -> None:
    schema = json.loads((ROOT / "docs" / "format.schema.json").read_text("utf-8"))
    printed = subprocess.run(
        [sys.executable, "-m", "loccit", "format", "essays/coalition.md", "--to", "json"],
        cwd=ROOT, capture_output=True, check=True,
    )  # fmt: skip
    jsonschema.validate(json.loads(printed.stdout), schema)
