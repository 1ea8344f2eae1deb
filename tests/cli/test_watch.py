"""`loccit watch`, as it runs beside an editor."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Timer
from typing import IO

import pytest

from tests.cli.conftest import ALEXANDER, LIBRARY, Call, essay

#: Seconds after which a change went unnoticed, on a machine with much else to do.
PATIENCE = 60.0
TEXT = "So it is [@alexander2010].\n"
SMALL_STYLE = """\
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Small</title><id>small</id><updated>2020-01-01T00:00:00Z</updated></info>
  <citation><layout prefix="{{" suffix="}}"><text value="{word}"/></layout></citation>
</style>
"""


class Watch:
    """A `loccit watch` that runs."""

    def __init__(self, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "loccit", "watch", *arguments],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        assert self.process.stderr
        self.stderr: IO[str] = self.process.stderr

    def says(self, words: str) -> str:
        """Read up to a line with these words, and return all of it."""
        said = ""
        patience = Timer(PATIENCE, self.process.kill)
        patience.start()
        while words not in said:
            line = self.stderr.readline()
            assert line, said
            said += line
        patience.cancel()
        return said


@pytest.fixture
def watch(folder: Path) -> Iterator[Watch]:
    """An essay that is watched, and was written once."""
    essay(folder, TEXT)
    watch = Watch("essay.md", "-o", "out.md")
    watch.says("Watching")
    yield watch
    stop(watch)


def stop(watch: Watch) -> None:
    watch.process.kill()
    watch.process.communicate()


def test_it_says_what_it_wrote(folder: Path) -> None:
    essay(folder, TEXT)
    watch = Watch("essay.md", "-o", "out.md")
    said = watch.says("Watching for changes; Ctrl-C ends it.\n")
    stop(watch)
    assert "essay.md: 1 citation, 1 source in the list; wrote out.md (" in said
    assert f"So it is (Alexander, 2010).\n\n# References\n\n{ALEXANDER}\n" == (
        folder / "out.md"
    ).read_text("utf-8")


def test_a_change_of_the_essay_is_written(watch: Watch, folder: Path) -> None:
    essay(folder, "So it was [@alexander2010, p. 3].\n")
    watch.says("; wrote out.md")
    assert "So it was (Alexander, 2010, p. 3)." in (folder / "out.md").read_text()


def test_the_result_is_not_written_again_if_it_is_the_same(
    watch: Watch, folder: Path
) -> None:
    before = (folder / "out.md").stat()
    essay(folder, TEXT)
    watch.says("; out.md is up to date (")
    after = (folder / "out.md").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    (folder / "out.md").unlink()
    essay(folder, TEXT)
    watch.says("; wrote out.md")


def test_a_change_of_the_library_is_written(watch: Watch, folder: Path) -> None:
    library = folder / "bibliography" / "sources.bib"
    library.write_text(LIBRARY.replace("{2010}", "{2011}"), "utf-8")
    watch.says("; wrote out.md")
    assert "(Alexander, 2011)" in (folder / "out.md").read_text("utf-8")


def test_a_new_file_of_the_library_counts(watch: Watch, folder: Path) -> None:
    essay(folder, "So it is [@new].\n")
    assert "No source has the key `new`" in watch.says("; wrote out.md")
    new = "@book{new, author = {Doe, Jo}, title = {New}, date = {2020}}\n"
    (folder / "bibliography" / "more.bib").write_text(new, "utf-8")
    watch.says("; wrote out.md")
    assert "(Doe, 2020)" in (folder / "out.md").read_text("utf-8")


def test_settings_and_styles_count(watch: Watch, folder: Path) -> None:
    style = folder / "small.csl"
    style.write_text(SMALL_STYLE.format(word="one"), "utf-8")
    (folder / "loccit.toml").write_text('csl = "small.csl"\n', "utf-8")
    watch.says("; wrote out.md")
    assert "So it is {one}." in (folder / "out.md").read_text("utf-8")
    style.write_text(SMALL_STYLE.format(word="two"), "utf-8")
    watch.says("; wrote out.md")
    assert "So it is {two}." in (folder / "out.md").read_text("utf-8")


def test_a_mistake_is_said_and_does_not_end_it(watch: Watch, folder: Path) -> None:
    before = (folder / "out.md").read_text("utf-8")
    essay(folder, "---\ncsl: no-such-style\n---\n" + TEXT)
    watch.says("loccit: There is no style `no-such-style`")
    essay(folder, b"\xff\xfe\x00")
    watch.says("loccit: essay.md: ")
    (folder / "bibliography" / "sources.bib").rename(folder / "away.bib")
    watch.says("loccit: ")
    assert (folder / "out.md").read_text("utf-8") == before
    (folder / "away.bib").rename(folder / "bibliography" / "sources.bib")
    essay(folder, "So it was [@alexander2010].\n")
    watch.says("; wrote out.md")


def test_a_chapter_that_an_essay_includes_counts(folder: Path) -> None:
    essay(folder, "\\documentclass{article}\n\\input{one}\n", "main.tex")
    chapter = essay(folder, "So it is.\n", "one.tex")
    watch = Watch("main.tex", "-o", "out.tex")
    watch.says("Watching")
    chapter.write_text("So it is \\cite{alexander2010}.\n", "utf-8")
    watch.says("; wrote out.tex")
    stop(watch)
    assert "Alexander" in (folder / "out.tex").read_text("utf-8")


def test_only_the_changed_essay_of_a_folder_is_formatted(folder: Path) -> None:
    (folder / ".gitignore").write_text("old/\n", "utf-8")
    for name in ("a.md", "b.md"):
        essay(folder, TEXT, f"papers/{name}")
    watch = Watch("papers", "-o", "papers/out")
    said = watch.says("Watching")
    assert said.count("; wrote papers/out/") == 2
    essay(folder, "So it was [@alexander2010].\n", "papers/b.md")
    said = watch.says("papers/b.md: ")
    essay(folder, TEXT, "papers/new.md")
    said += watch.says("papers/new.md: ")
    (folder / "papers" / "a.md").unlink()
    essay(folder, TEXT, "papers/b.md")
    said += watch.says("papers/b.md: ")
    stop(watch)
    assert said.count("1 source in the list; wrote") == 3
    assert "up to date" not in said
    names = {path.name for path in (folder / "papers" / "out").iterdir()}
    assert names == {"a.md", "b.md", "new.md"}


def test_an_essay_with_the_name_of_another_is_not_written_over_it(
    folder: Path,
) -> None:
    essay(folder, TEXT, "papers/a.md")
    watch = Watch("papers", "-o", "out")
    watch.says("Watching")
    (folder / "papers" / "0").mkdir()
    essay(folder, "Another.\n", "papers/0/a.md")
    watch.says("papers/0/a.md: This is not formatted: papers/a.md has the same name")
    essay(folder, "So it was [@alexander2010].\n", "papers/a.md")
    watch.says("; wrote out/a.md")
    stop(watch)
    assert "So it was" in (folder / "out" / "a.md").read_text("utf-8")


def test_a_paper_shows_an_image_that_changed(folder: Path) -> None:
    image = folder / "image.png"
    image.write_bytes(b"\x89PNG\r\n\x1a\n one")
    essay(folder, "---\ntitle: A\n---\n" + TEXT + "\n![Figure](image.png)\n")
    watch = Watch("essay.md", "-o", "out.html", "--paper", "plain")
    watch.says("Watching")
    before = (folder / "out.html").read_bytes()
    image.write_bytes(b"\x89PNG\r\n\x1a\n two")
    watch.says("; wrote out.html")
    stop(watch)
    assert (folder / "out.html").read_bytes() != before


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_ctrl_c_ends_it(watch: Watch) -> None:
    watch.process.send_signal(signal.SIGINT)
    _, said = watch.process.communicate(timeout=30)
    assert (watch.process.returncode, said.strip()) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["essay.md"], "Missing option '-o'"),
        (["none.md", "-o", "out.md"], "'none.md' does not exist"),
        (["essay.md", "-o", "essay.md"], "-o would overwrite essay.md itself"),
        (["essay.md", "-o", "-"], "a watch writes to a file"),
        (["papers", "-o", "out.docx"], "to make papers of several essays"),
        (["essay.md", "-o", "out.pages"], "An essay keeps its own format"),
    ],
)
def test_what_it_refuses(
    arguments: list[str], says: str, call: Call, folder: Path
) -> None:
    essay(folder, TEXT)
    essay(folder, TEXT, "papers/a.md")
    result = call("watch", *arguments)
    assert result.exit_code == 2
    assert says in result.stderr
