"""Every reason why a file can't be read is said, with advice."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from loccit.errors import UnreadableFile
from loccit.text_files.reading import read_bytes, read_text, unreadable

needs_links = pytest.mark.skipif(os.name == "nt", reason="needs symbolic links")


def missing(folder: Path) -> Path:
    return folder / "a.bib"


def in_a_file(folder: Path) -> Path:
    (folder / "notes.txt").touch()
    return folder / "notes.txt" / "a.bib"


def a_name_that_no_file_has(folder: Path) -> Path:
    return folder / "a\0.bib"


def a_long_name(folder: Path) -> Path:
    return folder / ("a" * 5000)


def a_folder(folder: Path) -> Path:
    return folder


def a_broken_link(folder: Path) -> Path:
    path = folder / "a.bib"
    path.symlink_to("old/b.bib")
    return path


def a_loop(folder: Path) -> Path:
    (folder / "a.bib").symlink_to("b.bib")
    (folder / "b.bib").symlink_to("a.bib")
    return folder / "a.bib"


@pytest.mark.parametrize(
    ("make", "message", "advice"),
    [
        (missing, "There is no such file.", "Check the name and the folder."),
        (in_a_file, "There is no such file.", "Check the name and the folder."),
        (
            a_name_that_no_file_has,
            "There is no such file.",
            "Check the name and the folder.",
        ),
        (a_folder, "This is a folder, not a file.", "Name a file in it."),
        pytest.param(
            a_broken_link,
            "This is a link to `old/b.bib`, which is missing.",
            "Remove the link.",
            marks=needs_links,
        ),
        pytest.param(
            a_loop,
            "This is a link that leads back to itself.",
            "Remove the link.",
            marks=needs_links,
        ),
        pytest.param(
            a_long_name,
            "This file can't be read: File name too long.",
            "",
            marks=needs_links,
        ),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_reasons(
    tmp_path: Path, make: Callable[[Path], Path], message: str, advice: str
) -> None:
    path = make(tmp_path)
    with pytest.raises(UnreadableFile) as raised:
        read_bytes(path)
    error = raised.value
    assert (error.message, error.advice) == (message, advice)
    assert error.place
    assert error.place.path == str(path)


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (PermissionError(13, "denied"), "Reading this file is not permitted."),
        (MemoryError(), "This file is too large to be read."),
        (OSError(5, "Input/output error"), "can't be read: Input/output error."),
        (OSError("odd"), "This file can't be read: odd."),
    ],
)
def test_reasons_that_are_hard_to_come_by(
    tmp_path: Path, error: OSError | MemoryError, message: str
) -> None:
    assert unreadable(tmp_path / "a.bib", error).message.endswith(message)


def test_a_folder_that_is_not_permitted(tmp_path: Path) -> None:
    error = unreadable(tmp_path, PermissionError(13, "denied"))
    assert error.message == "Reading this folder is not permitted."


def test_text(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes(b"\xef\xbb\xbfM\xc3\xbcller\r\n")
    assert read_text(path).text == "Müller\r\n"
    path.write_bytes(b"M\xfcller")
    [problem] = read_text(str(path)).problems
    assert problem.place.path == str(path)
