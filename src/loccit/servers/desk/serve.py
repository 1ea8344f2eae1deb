"""Run a desk until it is interrupted."""

from __future__ import annotations

import secrets
import socket
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import uvicorn

from loccit.errors import LoccitError
from loccit.servers.desk.app import make_app
from loccit.servers.desk.desk import Desk
from loccit.servers.desk.guard import Door

#: Only this machine reaches the desk.
_HOST = "127.0.0.1"
#: The port that is tried first, so that the address is the same from day to day.
_USUAL_PORT = 8417


class DeskServer:
    """A desk that listens, and answers as long as it runs.

    Attributes:
        address: for the user's browser.
    """

    def __init__(self, folder: Path, port: int | None, lang: str | None) -> None:
        """Listen.

        Args:
            folder: its essays and their library.
            port: the port; by default the usual one, or any that is free.
            lang: the language of the page; by default the browser's.

        Raises:
            LoccitError: the port is in use.
        """
        self._listener = _listen(port)
        door = Door(self._listener.getsockname()[1], secrets.token_urlsafe(32))
        self.address = door.address
        self._desk = Desk(folder, lang)
        config = uvicorn.Config(
            make_app(self._desk, door),
            lifespan="off",
            ws="none",
            log_level="error",
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=1,
        )
        self._server = _Server(config, self._desk)

    def run(self, ready: Callable[[], None]) -> None:
        """Answer until Ctrl-C.

        Args:
            ready: called once it answers.
        """
        self._server.ready = ready
        with self._desk:
            self._server.run(sockets=[self._listener])

    def keep_unsaved(self) -> Iterator[tuple[str, Path]]:
        """Write what is not saved into a folder for temporary files, since a desk that
        ends must not lose it; yield the name of each essay, and the file.
        """
        unsaved = [each for each in self._desk.open_essays() if not each.is_saved]
        folder = Path(tempfile.mkdtemp(prefix="loccit-")) if unsaved else Path()
        for number, essay in enumerate(unsaved, 1):
            kept = folder / f"{number}-{essay.path.name}"
            kept.write_text(essay.text, "utf-8", errors="replace", newline="")
            yield self._desk.name(essay.path), kept

    @property
    def listening(self) -> int:
        """How many tabs listen."""
        return self._desk.events.listening

    def end(self) -> None:
        """End; from any thread."""
        self._desk.events.end()
        self._server.should_exit = True


class _Server(uvicorn.Server):
    """A server that says when it is ready, and ends at once."""

    def __init__(self, config: uvicorn.Config, desk: Desk) -> None:
        super().__init__(config)
        self._desk = desk
        self.ready: Callable[[], None] = lambda: None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer."""
        await super().startup(sockets)
        self.ready()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """End: the tabs' streams would never end by themselves."""
        self._desk.events.end()
        super().handle_exit(sig, frame)


def _listen(port: int | None) -> socket.socket:
    """Return a socket that listens at a port, or at any free one if none is asked for.

    Raises:
        LoccitError: the port is in use, or not permitted.
    """
    try:
        return _bound(_USUAL_PORT if port is None else port)
    except OSError as error:
        if port is None:
            return _bound(0)
        raise LoccitError(
            f"Port {port} can't be used: {error.strerror}.",
            advice="Leave out --port, or name another.",
        ) from error


def _bound(port: int) -> socket.socket:
    listener = socket.create_server((_HOST, port))
    # Connections have this from their listener.  Without it an answer of two packets
    # waits 40 ms for the first to be acknowledged; asyncio sets it only for sockets
    # whose protocol is given by number.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener
