"""The conversation with a client over standard input and output."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from io import RawIOBase
from threading import Thread
from typing import BinaryIO

from pygls.io_ import StdoutWriter

from loccit.servers.lsp.connection import messages
from loccit.servers.lsp.server import Server


def serve() -> int:
    """Serve the client at standard input and output until it leaves.

    Returns:
        the exit code: 0 if the client asked for it in the right order, else 1 (LSP
        3.17, "Exit Notification").
    """
    logging.basicConfig(stream=sys.stderr, format="loccit: %(message)s")
    # It logs refusals with a traceback; the server logs what is worth it.
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    output = _own_output()
    server = Server()
    server.protocol.set_writer(StdoutWriter(output))
    # Without a buffer: Python can't end while another thread waits at one.
    stream = os.fdopen(os.dup(sys.stdin.fileno()), "rb", buffering=0)
    try:
        return asyncio.run(_talk(server, stream))
    except (KeyboardInterrupt, BrokenPipeError):
        return 1


def _own_output() -> BinaryIO:
    """Return standard output, and let whatever else is printed go to standard error:
    a stray line would be read as a message.
    """
    output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return output


async def _talk(server: Server, stream: RawIOBase) -> int:
    received: asyncio.Queue[bytes | None] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def read() -> None:
        for content in messages(stream):
            loop.call_soon_threadsafe(received.put_nowait, content)
        loop.call_soon_threadsafe(received.put_nowait, None)

    # A daemon: nobody can wake a thread that waits for input.
    Thread(target=read, name="loccit-input", daemon=True).start()
    while server.protocol.exit_code is None:
        content = await received.get()
        if content is None:
            return 1
        server.protocol.receive(content)
    return server.protocol.exit_code
