"""The papers show real output: every `console` and `pycon` block of README.md,
CONTRIBUTING.md and docs/ is run and compared.

A console block starts in a fresh copy of the project's own folders.  The pages of
`WALKS` are read from top to bottom instead, so their blocks share one folder.  There, a
block with a file's name after its language (```markdown essay.md) is that file.
In a console block, a line `...` is any number of lines that the page leaves out.
"""

from __future__ import annotations

import doctest
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import jsonschema
import pytest

import loccit
from benchmarks.local_cluster import LocalCluster
from tests.lookup.conftest import Server, server
from tests.paths import ROOT
from tests.recorded_services import answer
from tests.student_files import write_student_files
from tests.zotero_library import write_zotero_library

__all__ = ["server"]  # the fixture

DOCS = sorted((ROOT / "docs").glob("*.md"))
PAGES = [ROOT / f"{name}.md" for name in ("README", "CONTRIBUTING", "CHANGELOG")] + DOCS

#: Pages that are read from top to bottom, with the folder that they begin in.
WALKS = {
    "README.md": "project",
    "docs/start.md": "empty",
    "docs/from-zotero.md": "zotero",
    "docs/from-word.md": "student",
    "docs/from-a-draft-to-a-paper.md": "project",
    "docs/from-latex.md": "empty",
    "docs/typed-essays.md": "empty",
    "docs/checking-essays.md": "empty",
    "docs/verify.md": "verified",
    "docs/at-scale.md": "clustered",
}

#: A scheduler's address on the pages; a real one takes its place.
SCHEDULER = "tcp://scheduler:8786"

BLOCK = re.compile(r"^```(\w+)(?: ([^\n]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
STEP = re.compile(r"^\$ ((?:.*\\\n)*.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#]*)(?:#([^)]+))?\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
#: The line of a console block that stands for lines left out.
LEFT_OUT = re.compile(r"^\.\.\.\n", re.MULTILINE)


class Block(NamedTuple):
    """A fenced block of a page."""

    language: str
    file: str
    text: str


class Step(NamedTuple):
    """A command of a console block, and what the page says that it prints."""

    command: str
    output: str


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def blocks(page: str) -> list[Block]:
    text = (ROOT / page).read_text("utf-8")
    return [Block(*match.groups(default="")) for match in BLOCK.finditer(text)]


def steps(block: Block) -> list[Step]:
    """The commands of a block: its lines that begin with `$ `, each with the lines that
    a backslash joins to it.
    """
    return [Step(*match.groups()) for match in STEP.finditer(block.text)]


def run(command: str, folder: Path) -> str:
    """What a command prints, with errors where a terminal would show them."""
    # `dev.py format` sets up an environment and then calls this.
    command = command.replace(
        "python3 dev.py format", "loccit format essays/neighbors.txt"
    )
    command = command.replace(SCHEDULER, os.environ.get("SCHEDULER", SCHEDULER))
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


def check(step: Step, folder: Path) -> None:
    """Run a command in a folder and compare what it prints."""
    printed = run(step.command, folder)
    if LEFT_OUT.search(step.output):
        shown = map(re.escape, LEFT_OUT.split(step.output))
        assert re.fullmatch("(?:.*\n)*".join(shown), printed), printed
    else:
        assert printed == step.output, f"$ {step.command}"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with the essays and the library of the project."""
    folder = tmp_path / "loccit"
    for name in ("bibliography", "essays"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def verified(tmp_path: Path, server: Server) -> Path:
    """An empty folder, with a server in the place of the services."""
    (tmp_path / "bibliography").mkdir()
    answer(server)
    return tmp_path


@pytest.fixture
def clustered(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """The folder of the project, and a scheduler with a worker."""
    pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    cluster = LocalCluster(tmp_path)
    cluster.add_worker()
    monkeypatch.setenv("SCHEDULER", cluster.address)
    yield project
    cluster.end()


@pytest.fixture
def student(tmp_path: Path) -> Path:
    """A folder with files from Zotero, Word and PubMed."""
    write_student_files(tmp_path)
    return tmp_path


@pytest.fixture
def zotero(tmp_path: Path) -> Path:
    """A home folder with Zotero's library and its exports."""
    write_zotero_library(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("page", "block"),
    [
        (page, block)
        for page in map(name_of, PAGES)
        for block in blocks(page)
        if block.language == "console" and page not in WALKS
    ],
)
def test_console_blocks_show_real_output(
    page: str, block: Block, project: Path
) -> None:
    for step in steps(block):
        check(step, project)


@pytest.mark.parametrize("page", WALKS)
def test_a_walk_shows_real_output(
    page: str,
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    folder: Path = request.getfixturevalue(WALKS[page])
    for block in blocks(page):
        if block.file:
            (folder / block.file).write_text(block.text, "utf-8")
        for step in steps(block) if block.language == "console" else ():
            if step.command.startswith("cd "):
                folder /= Path(step.command.removeprefix("cd ")).expanduser()
            else:
                check(step, folder)


PYTHON = [
    page
    for page in map(name_of, PAGES)
    if any(block.language == "pycon" for block in blocks(page))
]


@pytest.mark.parametrize("page", PYTHON)
def test_python_blocks_show_real_output(
    page: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    source = "\n".join(
        block.text for block in blocks(page) if block.language == "pycon"
    )
    examples = doctest.DocTestParser().get_doctest(source, {}, page, page, 0)
    report: list[str] = []
    doctest.DocTestRunner(verbose=False).run(examples, out=report.append)
    assert not report, "".join(report)


def test_every_public_name_has_an_example() -> None:
    examples = "".join(
        block.text for block in blocks("docs/python.md") if block.language == "pycon"
    )
    used = set(re.findall(r"\bloccit\.(\w+)", examples))
    assert set(loccit.__all__) <= used


def test_the_tree_of_errors_is_complete() -> None:
    page = (ROOT / "docs" / "python.md").read_text("utf-8")
    drawn = re.findall(r"^[├└]── (\w+)", page, re.MULTILINE)
    errors = {error.__name__ for error in loccit.LoccitError.__subclasses__()}
    assert set(drawn) == errors


def test_there_is_something_to_check() -> None:
    assert all(blocks(page) for page in WALKS)
    assert "docs/python.md" in PYTHON


def prose(page: Path) -> str:
    """A page without its blocks of code."""
    return BLOCK.sub("", page.read_text("utf-8"))


def anchors(page: Path) -> set[str]:
    """What GitHub calls the headings of a page in links."""
    titles = HEADING.findall(prose(page))
    plain = (re.sub(r"[^\w\- ]", "", title.lower()) for title in titles)
    return {title.replace(" ", "-") for title in plain}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"(?<!\[)`[^`\n]*`(?!\])", "", prose(page))
    for path, anchor in LINK.findall(text):
        target = page.parent / path if path else page
        assert target.exists(), path
        assert not anchor or anchor in anchors(target), f"{path}#{anchor}"


def test_every_page_is_in_the_index() -> None:
    index = (ROOT / "docs" / "README.md").read_text("utf-8")
    listed = {path for path, _ in LINK.findall(index)}
    assert {page.name for page in DOCS} - {"README.md"} <= listed


def test_every_room_is_on_the_map() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    folders = [
        path.parent.name for path in (ROOT / "src" / "loccit").glob("*/__init__.py")
    ]
    assert [name for name in folders if f"`{name}/`" not in page] == []


def test_the_schema_is_the_json() -> None:
    schema = json.loads((ROOT / "docs" / "format.schema.json").read_text("utf-8"))
    printed = subprocess.run(
        [sys.executable, "-m", "loccit", "format", "essays/coalition.md", "--to", "json"],
        cwd=ROOT, capture_output=True, check=True,
    )  # fmt: skip
    jsonschema.validate(json.loads(printed.stdout), schema)
