"""Files that change on a real disk, as real programs change them."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Set
from pathlib import Path
from queue import Empty, Queue

import pytest

from loccit.drafting.watching.watch import FileWatcher, watching

#: Seconds after which something is lost, on a machine with much else to do.
PATIENCE = 30.0


class Watch:
    """A folder that is watched in the background."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._reports: Queue[Set[Path]] = Queue()
        self.report = self._reports.put

    def reported(self, last: str = "end.md") -> set[str]:
        """Change one file more, and return what is reported up to that."""
        write(self.folder / last, f"{time.monotonic_ns()}")
        names: set[str] = set()
        while last not in names:
            paths = self._reports.get(timeout=PATIENCE)
            names |= {path.relative_to(self.folder).as_posix() for path in paths}
        return names - {last}


def write(path: Path, text: str = "So it is.\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    write(folder / "essay.md")
    write(folder / "parts" / "one.tex")
    write(folder / "bibliography" / "sources.bib", "")
    return folder


@pytest.fixture
def watch(project: Path) -> Iterator[Watch]:
    watch = Watch(project)
    with watching(FileWatcher([project], [project / "out.md"]), watch.report):
        yield watch


def test_what_matters_is_reported(watch: Watch, project: Path) -> None:
    names = {
        "essay.md",
        "parts/one.tex",
        "parts/new.docx",
        "bibliography/sources.bib",
        "zotero.json",
        "loccit.toml",
        "pyproject.toml",
        "my-style.csl",
    }
    for name in names:
        write(project / name, "Changed.\n")
    assert watch.reported() == names


def test_what_does_not_matter_is_not(watch: Watch, project: Path) -> None:
    for name in (
        "out.md",
        "notes.pdf",
        ".essay.md.0123456789abcdef.tmp",
        "bibliography/.sources.bib.lock",
        "bibliography/.loccit-journal",
        ".essay.md.swp",
        "essay.md~",
        "4913",
        "#essay.md#",
        "~$essay.docx",
        ".git/COMMIT_EDITMSG.md",
        "node_modules/package/README.md",
    ):
        write(project / name)
    assert watch.reported() == set()


def test_what_git_ignores_does_not_matter(watch: Watch, project: Path) -> None:
    write(project / ".gitignore", "drafts/\n")
    assert watch.reported() == set()
    write(project / "drafts" / "old.md")
    assert watch.reported() == set()
    write(project / ".gitignore", "# nothing\n")
    assert watch.reported() == {"drafts/old.md"}


def test_a_folder_is_named_as_it_was_given(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    write(project / ".gitignore", "drafts/\n")
    for folder in (Path("parts"), Path(), project / "parts" / ".." / "parts"):
        watcher = FileWatcher([folder])
        write(folder / "one.tex", f"In {folder}.\n")
        assert next(watcher.changes()) == {folder / "one.tex"}


def by_rename(path: Path) -> None:
    """As loccit itself, Vim and Word save."""
    write(path.with_name("saved.tmp"), "Changed.\n").replace(path)


def by_moving_the_old_file_away(path: Path) -> None:
    """As Vim saves with `backupcopy=no`, and Emacs."""
    path.rename(path.with_name("essay.md~"))
    write(path, "Changed.\n")


def by_truncating(path: Path) -> None:
    """As most programs save."""
    with path.open("w") as file:
        file.flush()
        file.write("Changed.\n")


@pytest.mark.parametrize(
    "save", [by_rename, by_moving_the_old_file_away, by_truncating]
)
def test_a_file_is_reported_however_it_is_saved(
    save: Callable[[Path], None], watch: Watch, project: Path
) -> None:
    save(project / "essay.md")
    assert watch.reported() == {"essay.md"}
    save(project / "essay.md")  # the file that is there now is watched, too
    assert watch.reported() == {"essay.md"}


def test_a_file_that_goes_or_stays_empty_is_reported_later(
    watch: Watch, project: Path
) -> None:
    (project / "essay.md").unlink()
    write(project / "parts" / "one.tex", "")
    reported: set[str] = set()
    while not {"essay.md", "parts/one.tex"} <= reported:
        reported |= watch.reported()
        time.sleep(0.6)  # nobody is writing


def test_folders_come_and_go(watch: Watch, project: Path) -> None:
    write(project / "new" / "deep" / "a.md")
    assert watch.reported() == {"new/deep/a.md"}
    write(project / "new" / "deep" / "b.md")
    assert watch.reported() == {"new/deep/b.md"}
    (project / "new").rename(project / "moved")
    assert {"moved/deep/a.md", "moved/deep/b.md"} <= watch.reported()
    write(project / "moved" / "deep" / "a.md", "Changed.\n")
    assert "moved/deep/a.md" in watch.reported()


def test_the_whole_folder_is_made_again(watch: Watch, project: Path) -> None:
    shutil.rmtree(project)
    write(project / "essay.md", "Another.\n")
    assert "essay.md" in watch.reported()


@pytest.mark.skipif(os.name == "nt", reason="needs a right to make links")
def test_links_are_followed(tmp_path: Path, project: Path) -> None:
    first = write(tmp_path / "elsewhere" / "first.md")
    second = write(tmp_path / "elsewhere" / "second.md")
    (project / "link.md").symlink_to(first)
    watch = Watch(project)
    with watching(FileWatcher([project]), watch.report):
        write(first, "Changed.\n")
        assert watch.reported() == {"link.md"}
        write(second, "Changed.\n")
        assert watch.reported() == set()
        (project / "link.md").unlink()
        (project / "link.md").symlink_to(second)
        assert watch.reported() == {"link.md"}
        write(second, "Changed again.\n")
        assert watch.reported() == {"link.md"}


def test_single_files_may_be_missing_and_have_any_name(project: Path) -> None:
    named = [project / "essay.md", project / "later" / "Bibliography", project / "end"]
    watch = Watch(project)
    with watching(FileWatcher(named), watch.report):
        write(project / "other.md")
        write(project / "later" / "other.bib")
        assert watch.reported("end") == set()
        write(project / "later" / "Bibliography")
        assert watch.reported("end") == {"later/Bibliography"}


def test_files_are_added(project: Path) -> None:
    watcher = FileWatcher([project / "essay.md", project / "end.md"])
    watch = Watch(project)
    with watching(watcher, watch.report):
        write(project / "parts" / "one.tex", "Changed.\n")
        assert watch.reported() == set()
        watcher.add([project / "parts"])
        write(project / "parts" / "one.tex", "Changed again.\n")
        assert watch.reported() == {"parts/one.tex"}


def test_what_happens_before_one_listens_is_reported(project: Path) -> None:
    watcher = FileWatcher([project])
    write(project / "essay.md", "Changed.\n")
    assert next(watcher.changes()) == {project / "essay.md"}


def test_nothing_changed_if_the_file_is_the_same(watch: Watch, project: Path) -> None:
    with (project / "essay.md").open("a"):
        pass  # opened for writing, and closed
    assert watch.reported() == set()


def test_a_stop_ends_it(project: Path) -> None:
    stop = threading.Event()
    stop.set()
    assert [*FileWatcher([project]).changes(stop)] == []


WATCH_WITHOUT_THE_SYSTEM = """
import pathlib, sys, threading
from loccit.drafting.watching.watch import FileWatcher
path = pathlib.Path(sys.argv[1])
watcher = FileWatcher([path.parent])
threading.Timer(1, path.write_text, ["Changed."]).start()
print(next(watcher.changes()) == {path})
"""


@pytest.mark.skipif(shutil.which("unshare") is None, reason="needs unshare, of Linux")
def test_it_polls_where_the_system_can_watch_no_more(project: Path) -> None:
    fewer = "echo 1 > /proc/sys/user/max_inotify_watches || exit 9; exec "
    python = [sys.executable, "-c", WATCH_WITHOUT_THE_SYSTEM, str(project / "essay.md")]
    done = subprocess.run(
        ["unshare", "-Ur", "sh", "-c", fewer + '"$@"', "sh", *python],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 9 or "unshare" in done.stderr:
        pytest.skip("the system allows no namespaces of one's own")
    assert done.stdout == "True\n", done.stderr


@pytest.mark.parametrize("polling", ["", "true"])
@pytest.mark.parametrize("seed", range(3))
def test_who_reads_what_is_reported_has_what_is_on_the_disk(
    seed: int, polling: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHFILES_FORCE_POLLING", polling)
    reports: Queue[Set[Path]] = Queue()
    read = contents(project)
    with watching(FileWatcher([project]), reports.put):
        chance = random.Random(seed)
        for _ in range(60):
            change_something(project, chance)
            time.sleep(chance.random() * 0.05)
        while read != contents(project):
            for path in reports.get(timeout=PATIENCE):
                read.pop(path, None)
                if path.is_file():
                    read[path] = path.read_text("utf-8")
    with pytest.raises(Empty):
        reports.get_nowait()


def contents(folder: Path) -> dict[Path, str]:
    return {
        path: path.read_text("utf-8")
        for path in folder.rglob("*.[mbt]*")
        if path.is_file()
    }


def change_something(project: Path, chance: random.Random) -> None:
    """Do what writers and their programs do."""
    folders = [project, *(path for path in project.rglob("*") if path.is_dir())]
    folder = chance.choice(folders)
    path = folder / chance.choice(["essay.md", "notes.md", "sources.bib"])
    text = f"{chance.random()}\n"
    match chance.randrange(6):
        case 0 | 1:
            write(path, text)
        case 2:
            write(path.with_name("saved~"), text).replace(path)
        case 3:
            path.unlink(missing_ok=True)
        case 4:
            (folder / f"folder{chance.randrange(4)}").mkdir(exist_ok=True)
        case 5 if folder not in (project, project.parent):
            target = chance.choice(folders) / f"moved{chance.randrange(4)}"
            if not target.is_relative_to(folder) and not target.exists():
                folder.rename(target)
