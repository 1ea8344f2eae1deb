"""How soon an editor has its answers: a thesis of 2,000 citations of 800 sources, beside
a library of 100,000 more, and a real client that talks with `loccit lsp` over stdio.

.venv/bin/python -m benchmarks.lsp [--library FILE] [--changes N]
"""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from benchmarks.essays import write_thesis
from benchmarks.library import write_library
from tests.servers.lsp.client import Client, Json
from tests.servers.lsp.editor import CAPABILITIES

#: What the thesis cites, and the sources that are in the library beside those.
CITATIONS, SOURCES, OTHERS = 2_000, 800, 100_000
_MB = 2**20
#: Seconds between two letters of a quick typist, besides the answer.
_BETWEEN_LETTERS = 0.08
#: Seconds after which the first check of the thesis is over.
_MOMENT = 5


class Times:
    """How long answers took, by what was asked for, in seconds."""

    def __init__(self) -> None:
        self._taken: dict[str, list[float]] = {}

    @contextmanager
    def of(self, what: str) -> Iterator[None]:
        """Time something."""
        start = time.perf_counter()
        yield
        self._taken.setdefault(what, []).append(time.perf_counter() - start)

    def rows(self) -> Iterator[str]:
        """Yield the median, the 95th percentile and the longest, in milliseconds."""
        for what, taken in self._taken.items():
            taken.sort()
            places = (len(taken) // 2, len(taken) * 95 // 100, -1)
            numbers = " ".join(f"{taken[place] * 1000:9.1f}" for place in places)
            yield f"{what:<36} {numbers}"


class Thesis:
    """The thesis as an editor has it open."""

    def __init__(self, client: Client, path: Path) -> None:
        self.client = client
        self.path = path
        self.lines = path.read_text("utf-8").split("\n")
        self.version = 1
        self.rng = random.Random(1)
        self.cited = [at for at, line in enumerate(self.lines) if "[@" in line]

    def open(self) -> None:
        """Open it."""
        self.client.open(self.path, "\n".join(self.lines))

    def type(self, line: int, column: int, new: str, deleted: int = 0) -> None:
        """Type something, in the place of some characters."""
        text = self.lines[line]
        self.lines[line] = text[:column] + new + text[column + deleted :]
        self.version += 1
        span = {
            "start": _position(line, column),
            "end": _position(line, column + deleted),
        }
        self.client.change(self.path, self.version, {"range": span, "text": new})

    def a_cite(self) -> tuple[int, int]:
        """Return the place of any key, after its `@`."""
        line = self.rng.choice(self.cited)
        return line, self.lines[line].index("[@") + 2

    def at(self, line: int, column: int) -> Json:
        """Return the parameters of a request."""
        document = {"uri": self.path.as_uri()}
        return {"textDocument": document, "position": _position(line, column)}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--library", type=Path, help="of 100,000 sources; made if not given"
    )
    parser.add_argument("--changes", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        path = _written(Path(name), options.library)
        for what in ("cold", "warm"):
            client = Client(path.parent)
            ready, answered = _begin(client, path)
            print(f"{what}: ready after {ready:.2f} s, first answer {answered:.2f} s")
            if what == "cold":
                _wait_for_index(client, path)
                client.leave()
        time.sleep(_MOMENT)
        times = _work(Thesis(client, path), options.changes)
        print(f"{'milliseconds':<36} {'median':>9} {'p95':>9} {'longest':>9}")
        print("\n".join(times.rows()))
        server = psutil.Process(client.process.pid)
        used = [each.memory_info().rss / _MB for each in (server, *server.children())]
        print(
            "memory of the server and of the process that checks, in MB:",
            *map(round, used),
        )
        client.leave()


def _written(folder: Path, library: Path | None) -> Path:
    """Write the thesis and its library; return the path of the thesis."""
    essay, bib = write_thesis(folder, CITATIONS, SOURCES)
    sources = folder / "bibliography"
    sources.mkdir()
    bib.rename(sources / bib.name)
    if library:
        shutil.copy(library, sources)
    else:
        write_library(sources, OTHERS)
    return essay


def _begin(client: Client, path: Path) -> tuple[float, float]:
    """Open the thesis; return the seconds until the server is ready, and until its first
    answer about the thesis.
    """
    start = time.perf_counter()
    client.initialize(CAPABILITIES)
    ready = time.perf_counter() - start
    thesis = Thesis(client, path)
    thesis.open()
    assert client.request("textDocument/hover", thesis.at(*thesis.a_cite()))
    return ready, time.perf_counter() - start


def _work(thesis: Thesis, changes: int) -> Times:
    """Work on the thesis as a writer does."""
    times = Times()
    for number in range(changes):
        _hover(thesis, times)
        _complete(thesis, times)
        _misspell(thesis, times)
        if number % 10 == 0:
            time.sleep(1)  # a writer thinks, and the thesis is checked
    return times


def _hover(thesis: Thesis, times: Times) -> None:
    place = thesis.a_cite()
    with times.of("hover"):
        assert thesis.client.request("textDocument/hover", thesis.at(*place))


def _complete(thesis: Thesis, times: Times) -> None:
    """Type a citation letter by letter, and take it back."""
    line, _ = thesis.a_cite()
    column = len(thesis.lines[line])
    typed = thesis.rng.choice(
        [" [@source12", " [@novak 19", " [@mül", " [@key991", " [@strike"]
    )
    for at, letter in enumerate(typed):
        thesis.type(line, column + at, letter)
        if at > 2:
            params = thesis.at(line, column + at + 1)
            with times.of("completion, after each letter"):
                thesis.client.request("textDocument/completion", params)
            time.sleep(_BETWEEN_LETTERS)
    thesis.type(line, column, "", len(typed))


def _misspell(thesis: Thesis, times: Times) -> None:
    """Type a letter into a key, and take it back."""
    line, column = thesis.a_cite()
    for new, deleted in (("x", 0), ("", 1)):
        with times.of("diagnostics after a keystroke"):
            thesis.type(line, column, new, deleted)
            while _next_version(thesis) < thesis.version:
                pass


def _next_version(thesis: Thesis) -> int:
    said = thesis.client.next_notification("textDocument/publishDiagnostics")
    version: int = said.get("version") or 0
    return version


def _wait_for_index(client: Client, path: Path) -> None:
    """Wait until the index of words is made: a completion then finds a title."""
    thesis = Thesis(client, path)
    line, _ = thesis.a_cite()
    column = len(thesis.lines[line])
    thesis.type(line, column, " [@strike")
    params = thesis.at(line, column + len(" [@strike"))
    while not client.request("textDocument/completion", params)["items"]:
        time.sleep(_MOMENT)


def _position(line: int, column: int) -> Json:
    return {"line": line, "character": column}


if __name__ == "__main__":
    main()
