"""A changed archive is the old one, apart from its changed members."""

from __future__ import annotations

from io import BytesIO
from typing import IO, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from loccit.errors import UnreadableFile
from loccit.essays.packages.zip_archive import ZipArchive

CONTENTS = {"a.xml": b"<a/>" * 50, "folder/b.xml": b"<b/>", "c.bin": bytes(range(256))}


class Pipe:
    """A file that can't go back, so that sizes are written after the data."""

    def __init__(self) -> None:
        self.data = b""

    def write(self, data: bytes) -> int:
        self.data += data
        return len(data)

    def flush(self) -> None:
        """Do nothing."""


def archive(method: int = ZIP_DEFLATED) -> bytes:
    """An archive of `CONTENTS`."""
    file = BytesIO()
    with ZipFile(file, "w", method) as package:
        for name, content in CONTENTS.items():
            package.writestr(name, content)
    return file.getvalue()


def streamed_archive() -> bytes:
    """The same, written to a pipe."""
    pipe = Pipe()
    with ZipFile(cast(IO[bytes], pipe), "w", ZIP_DEFLATED) as package:
        for name, content in CONTENTS.items():
            package.writestr(name, content)
    return pipe.data


def read_by_library(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def opened(data: bytes) -> ZipArchive:
    return ZipArchive(data, "essay.docx")


@pytest.mark.parametrize("before", [b"", b"bytes before it"])
@pytest.mark.parametrize("old", [archive(), archive(ZIP_STORED), streamed_archive()])
def test_other_members_stay(old: bytes, before: bytes) -> None:
    old = before + old
    new = opened(old).with_members({"folder/b.xml": b"<new/>", "d.xml": b"<d/>"})
    expected = CONTENTS | {"folder/b.xml": b"<new/>", "d.xml": b"<d/>"}
    assert read_by_library(new.data) == expected
    changed = old.index(b"folder/b.xml") - 30
    assert new.data[:changed] == old[:changed]


def test_no_change_gives_the_same_bytes() -> None:
    assert opened(archive()).with_members({}).data == archive()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "damaged"),
        (b"just text", "damaged"),
        (b"\xd0\xcf\x11\xe0" + bytes(500), "encrypted"),
        (archive()[:-40], "damaged"),
    ],
)
def test_what_is_no_archive_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableFile, match=message):
        opened(data)


def test_a_bomb_is_not_unpacked() -> None:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        package.writestr("document.xml", bytes(50_000_000))
    with pytest.raises(UnreadableFile, match="too large"):
        opened(file.getvalue()).read("document.xml")


def test_two_members_of_one_name_are_refused() -> None:
    twice = archive().replace(b"c.bin", b"a.xml")
    with pytest.raises(UnreadableFile, match="two members"):
        opened(twice)
