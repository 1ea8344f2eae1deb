"""Zip archives in which single members change and every other byte stays.

The standard library reads archives, but can't change one: it compresses every member
again, in another way.  So a changed archive is put together here, from slices of the old
one (APPNOTE.TXT 6.3.10, sections 4.3.7 to 4.3.16).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from loccit._startup.namedtuple import NamedTuple
from loccit.errors import UnreadableFile
from loccit.model import Place

#: What the files of older programs begin with, and encrypted ones of today.
_OLE = b"\xd0\xcf\x11\xe0"
_END_OF_DIRECTORY = b"PK\x05\x06"
_LOCATOR_64 = b"PK\x06\x07"
_DESCRIPTOR = b"PK\x07\x08"
#: The fixed parts of a local header and of an entry of the directory.
_HEADER_SIZE, _ENTRY_SIZE, _END_SIZE = 30, 46, 22
#: Bit 0 of the flags: encrypted; bit 3: sizes stand after the data.
_ENCRYPTED, _SIZES_AFTER = 1, 8
#: A part of a document has at most so many bytes; and from `_SMALL` on no more than
#: so many times its compressed size.  XML of real documents shrinks to a twentieth.
_LARGEST, _SMALL, _HIGHEST_RATIO = 200_000_000, 10_000_000, 300
#: The date of new members: 1 January 1980, the earliest.
_DATE = 0x21


class _Member(NamedTuple):
    """Where a member is in the archive.

    Attributes:
        entry: its entry in the directory, as a slice of the file.
        start: where its local header begins.
    """

    info: ZipInfo
    entry: slice
    start: int


class ZipArchive:
    """An archive in memory.  Nothing of it is ever written to a disk."""

    def __init__(self, data: bytes, path: str) -> None:
        """Open an archive.

        Args:
            data: the bytes of the file.
            path: its name, for messages.

        Raises:
            UnreadableFile: it is no archive, or one that can't be changed safely.
        """
        self.data = data
        self.path = path
        if data.startswith(_OLE):
            raise self._error(
                "This is an encrypted document, or one of the old format .doc.",
                "Open it in Word, take the password out, and save it as .docx.",
            )
        try:
            self._zip = ZipFile(BytesIO(data))
            self._members = [*self._found_members()]
        except (BadZipFile, struct.error, ValueError, NotImplementedError) as error:
            raise self._error(
                "This is not a document of Word or LibreOffice, or it is damaged.",
                "Open it in the program that wrote it, and save it again.",
            ) from error
        self._refuse_doubtful()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its members, in the order of the directory."""
        return tuple(member.info.filename for member in self._members)

    def read(self, name: str) -> bytes:
        """Return the content of a member.

        Raises:
            UnreadableFile: it is encrypted, damaged, or too large.
        """
        info = self._zip.getinfo(name)
        limit = max(_SMALL, _HIGHEST_RATIO * info.compress_size)
        if info.file_size > min(limit, _LARGEST):
            raise self._error(f"`{name}` in this document is far too large.")
        if info.flag_bits & _ENCRYPTED:
            raise self._error(
                "This document is encrypted.", "Take the password out, and try again."
            )
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise self._error(f"`{name}` is compressed in a way that is not supported.")
        try:
            return self._zip.read(name)
        except (
            BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            ValueError,
        ) as error:
            raise self._error(
                f"`{name}` in this document is damaged.",
                "Open it in the program that wrote it, and save it again.",
            ) from error

    def with_members(self, contents: Mapping[str, bytes]) -> ZipArchive:
        """Return the archive with other contents of some members, and with new members.

        A changed member keeps its place, its header and how it is compressed; new ones
        come last.
        """
        old = set(self.names)
        changed = {name: contents[name] for name in contents if name in old}
        new = {name: contents[name] for name in contents if name not in old}
        return ZipArchive(
            _Splice(self.data, self._members).run(changed, new), self.path
        )

    def _found_members(self) -> Iterator[_Member]:
        """Yield the members with their places in the directory."""
        position = self._zip.start_dir
        for info in self._zip.infolist():
            lengths = struct.unpack_from("<HHH", self.data, position + 28)
            end = position + _ENTRY_SIZE + sum(lengths)
            yield _Member(info, slice(position, end), info.header_offset)
            position = end
        if self.data[position : position + 4] != _END_OF_DIRECTORY:
            raise BadZipFile("the end of the directory is not where it should be")

    def _refuse_doubtful(self) -> None:
        if len(set(self.names)) < len(self.names):
            raise self._error("This archive has two members of one name.")
        if _LOCATOR_64 in self.data[-_END_SIZE - 20 : -_END_SIZE]:
            raise self._error("This archive is in the format zip64.")

    def _error(self, message: str, advice: str = "") -> UnreadableFile:
        return UnreadableFile(message, place=Place(self.path), advice=advice)


class _Splice:
    """Puts a changed archive together, once."""

    def __init__(self, data: bytes, members: list[_Member]) -> None:
        self._data = data
        self._members = members
        self._out = bytearray()
        self._entries: list[bytes] = []

    def run(self, changed: Mapping[str, bytes], new: Mapping[str, bytes]) -> bytes:
        """Return the changed archive."""
        directory = self._members[0].entry.start if self._members else 0
        end = self._members[-1].entry.stop if self._members else 0
        starts = self._copy_members(changed, directory)
        # Offsets count from the archive, which other bytes may precede.
        shift = self._shift()
        for name, content in new.items():
            self._append(name, content, shift)
        start = len(self._out)
        for member in self._members:
            changes = changed.get(member.info.filename)
            self._out += self._entry(member, changes, starts[member.start] - shift)
        for entry in self._entries:
            self._out += entry
        self._out += self._end(end, start - shift, len(self._out) - start)
        return bytes(self._out)

    def _shift(self) -> int:
        """Return how many bytes precede the archive."""
        if not self._members:
            return 0
        first = self._members[0]
        offset: int = struct.unpack_from("<I", self._data, first.entry.start + 42)[0]
        return first.start - offset

    def _copy_members(
        self, changed: Mapping[str, bytes], directory: int
    ) -> dict[int, int]:
        """Copy all that precedes the directory; return where members begin now, by
        where they began.
        """
        starts, done = {}, 0
        for member in sorted(self._members, key=lambda each: each.start):
            self._out += self._data[done : member.start]
            starts[member.start] = len(self._out)
            done = member.start
            content = changed.get(member.info.filename)
            if content is not None:
                self._out += self._local(member.info, content)
                done = self._end_of(member)
        self._out += self._data[done:directory]
        return starts

    def _data_start(self, start: int) -> int:
        lengths: tuple[int, ...] = struct.unpack_from("<HH", self._data, start + 26)
        return start + _HEADER_SIZE + sum(lengths)

    def _end_of(self, member: _Member) -> int:
        """Return where a member ends, with the sizes that may follow its data."""
        end = self._data_start(member.start) + member.info.compress_size
        if not member.info.flag_bits & _SIZES_AFTER:
            return end
        has_signature = self._data[end : end + 4] == _DESCRIPTOR
        return end + (16 if has_signature else 12)

    def _local(self, info: ZipInfo, content: bytes) -> bytes:
        """Return a member with its local header."""
        start = info.header_offset
        header = bytearray(self._data[start : self._data_start(start)])
        packed = _packed(content, info.compress_type)
        sizes = struct.pack("<III", zlib.crc32(content), len(packed), len(content))
        if info.flag_bits & _SIZES_AFTER:
            return bytes(header) + packed + _DESCRIPTOR + sizes
        header[14:26] = sizes
        return bytes(header) + packed

    def _entry(self, member: _Member, content: bytes | None, offset: int) -> bytes:
        """Return the directory's entry of an old member."""
        entry = bytearray(self._data[member.entry])
        if content is not None:
            packed = _packed(content, member.info.compress_type)
            sizes = struct.pack("<III", zlib.crc32(content), len(packed), len(content))
            entry[16:28] = sizes
        entry[42:46] = struct.pack("<I", offset)
        return bytes(entry)

    def _append(self, name: str, content: bytes, shift: int) -> None:
        """Add a member after the others."""
        packed, encoded = _packed(content, ZIP_DEFLATED), name.encode()
        sizes = (zlib.crc32(content), len(packed), len(content))
        common = struct.pack("<HHHHHIII", 20, 0, ZIP_DEFLATED, 0, _DATE, *sizes)
        lengths = struct.pack("<HH", len(encoded), 0)
        offset = len(self._out) - shift
        self._out += b"PK\x03\x04" + common + lengths + encoded + packed
        rest = struct.pack("<HHHII", 0, 0, 0, 0, offset)
        self._entries.append(
            b"PK\x01\x02" + struct.pack("<H", 20) + common + lengths + rest + encoded
        )

    def _end(self, start: int, offset: int, size: int) -> bytes:
        """Return the end of the directory, which begins at `start`, with new counts."""
        end = bytearray(self._data[start:])
        count = len(self._members) + len(self._entries)
        end[8:12] = struct.pack("<HH", count, count)
        end[12:20] = struct.pack("<II", size, offset)
        return bytes(end)


def _packed(content: bytes, method: int) -> bytes:
    if method == ZIP_STORED:
        return content
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()
