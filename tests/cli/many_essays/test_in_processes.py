"""The same work for many essays, in several processes."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from loccit.cli.many_essays import in_processes as module
from loccit.cli.many_essays.in_processes import in_processes
from loccit.errors import LoccitError


class Done(NamedTuple):
    """A path, and the process that worked on it."""

    path: Path
    process: int


def note(path: Path) -> Done:
    return Done(path, os.getpid())


def die_of_seven(path: Path) -> Done:
    """End the process as the system does, for one of the paths."""
    if path.name == "7":
        os.kill(os.getpid(), signal.SIGKILL)
    return note(path)


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processors, and processes for any work."""
    monkeypatch.setattr(module, "processors", lambda: 2)
    monkeypatch.setattr(module, "_LEAST", {"fork": 0, "spawn": 0})


def paths(count: int) -> Sequence[Path]:
    return [Path(str(number)) for number in range(count)]


@pytest.mark.parametrize("count", [0, 1, 3, 4, 200])
def test_results_are_in_order(two: None, count: int) -> None:
    results = [*in_processes(note, paths(count), "Noting")]
    assert [each.path for each in results if isinstance(each, Done)] == paths(count)


def test_several_processes_share_the_work(two: None) -> None:
    processes = {each.process for each in in_processes(note, paths(30), "")}  # type: ignore[union-attr]
    assert len(processes) > 1
    assert os.getpid() in processes  # it did the first


def test_little_work_needs_no_other_process() -> None:
    processes = {each.process for each in in_processes(note, paths(10), "")}  # type: ignore[union-attr]
    assert processes == {os.getpid()}


def test_no_other_process_has_standard_input(two: None) -> None:
    results = in_processes(note, [*paths(20), Path("-")], "")
    assert {each.process for each in results} == {os.getpid()}  # type: ignore[union-attr]


def test_large_essays_are_begun_first(two: None, tmp_path: Path) -> None:
    order = tmp_path / "order"
    files = [tmp_path / str(number) for number in range(20)]
    for number, file in enumerate(files):
        file.write_bytes(bytes(100_000 if number == 15 else 10))
    list(in_processes(Log(order), files, ""))
    assert "15" in order.read_text().split()[:3]


class Log:
    """Note the order in which essays are begun."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __call__(self, path: Path) -> None:
        with self.file.open("a") as file:
            file.write(f"{path.name}\n")


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_a_process_that_the_system_ends(
    two: None, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    monkeypatch.setattr(module, "_METHOD", method)
    results = [*in_processes(die_of_seven, paths(12), "")]
    (failed,) = (each for each in results if isinstance(each, LoccitError))
    assert failed is results[7]
    assert str(failed).startswith("7: The system ended the process that worked on this")
    done = [each.path for each in results if isinstance(each, Done)]
    assert done == [path for path in paths(12) if path.name != "7"]
