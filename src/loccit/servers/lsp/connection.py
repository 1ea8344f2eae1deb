"""Messages from a client, each behind a header (LSP 3.17, "Base Protocol")."""

from __future__ import annotations

from collections.abc import Iterator
from io import RawIOBase

_LENGTH = b"content-length:"
#: No header is longer; what is longer is no message of the protocol.
_LONGEST_HEADER = 10_000


def messages(stream: RawIOBase) -> Iterator[bytes]:
    """Yield the contents of messages until the stream ends.

    Lines without a length that come before a message are skipped: some programs that
    start a server print to it.
    """
    while (length := _length(stream)) is not None:
        content = _content(stream, length)
        if len(content) < length:
            return
        yield content


def _content(stream: RawIOBase, length: int) -> bytes:
    """Read a message, or what there is of it when the stream ends."""
    content = bytearray()
    while len(content) < length and (piece := stream.read(length - len(content))):
        content += piece
    return bytes(content)


def _length(stream: RawIOBase) -> int | None:
    """Read a header; return the length of its message, or None at the end."""
    length = None
    while line := stream.readline(_LONGEST_HEADER):
        if line.lower().startswith(_LENGTH):
            digits = line[len(_LENGTH) :].strip()
            length = int(digits) if digits.isdigit() else None
        elif not line.strip() and length is not None:
            return length
    return None
