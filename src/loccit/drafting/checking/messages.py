"""What is said to the process that checks, and what it answers."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from loccit._startup.namedtuple import NamedTuple
from loccit.drafting.opened.buffer import Buffer
from loccit.errors import LoccitError
from loccit.workspace.settings import Settings

if TYPE_CHECKING:
    from loccit.lint import Finding

#: The bytes of the length that goes before each message.
_LENGTH = 8


class Request(NamedTuple):
    """Ask for a check of a file.

    Attributes:
        number: that of the request.
        folders, settings: of the workspace.
        chosen: the settings that were chosen for some essays.
        buffers: what has changed since the last request of what editors have open; None
            for a file that was closed.
        path: the file to check.
    """

    number: int
    folders: Sequence[Path]
    settings: Settings
    chosen: Mapping[Path, Settings]
    buffers: Mapping[Path, Buffer | None]
    path: Path


class Checked(NamedTuple):
    """What a check has found.

    Attributes:
        findings: what is wrong.
        cites: `Reading.cites` of an essay, which was read as a whole.
    """

    findings: Sequence[Finding]
    cites: str = ""


class Answer(NamedTuple):
    """The answer to a request.

    Attributes:
        number: that of the request.
        checked: None if a newer request ended the check.
        error: why the file can't be checked, if it can't.
    """

    number: int
    checked: Checked | None
    error: LoccitError | None = None


def send(message: Request | Answer, stream: IO[bytes]) -> None:
    """Send a message to the other process.

    Raises:
        OSError: it has ended.
    """
    content = pickle.dumps(message)
    stream.write(len(content).to_bytes(_LENGTH, "big") + content)
    stream.flush()


def received(stream: IO[bytes]) -> Iterator[Any]:
    """Yield the messages of the other process, until it has ended.

    What it sends is trusted: one of the two has started the other.
    """
    while len(length := stream.read(_LENGTH)) == _LENGTH:
        content = stream.read(int.from_bytes(length, "big"))
        try:
            yield pickle.loads(content)
        except EOFError:  # killed amid a message
            return
