"""The reports of shards, beside what is written: what a rerun need not do again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from loccit.cli.cluster.filesystems import Location, filesystem, write

#: The folder of reports, in the folder of what is written.
FOLDER = ".loccit"
#: How many reports are read at once: an object store takes 50 ms for one or for many.
_TOGETHER = 256


class EssayReport(NamedTuple):
    """What came of an essay.

    Attributes:
        essay: what messages call it.
        stamp: as of its file.
        failure: why nothing was written, if so.
        problems: what the writer should know, a line each.
        citations: how many it has.
        errors: how many problems count for the exit status.
    """

    essay: str
    stamp: str
    failure: str = ""
    problems: Sequence[str] = ()
    citations: int = 0
    errors: int = 0


class ShardReport(NamedTuple):
    """What came of a shard.

    Attributes:
        essays: its essays.
        seconds: how long it took.
        worker: the name of the worker.
    """

    essays: Sequence[EssayReport]
    seconds: float
    worker: str


class Reports:
    """The reports of a run and those before it, which had the same settings."""

    def __init__(self, output: Location, run: str) -> None:
        """Args:
        output: the folder of what is written.
        run: what changes with the settings and the library.
        """
        self.folder = output / FOLDER / run

    def keep(self, shard: str, report: ShardReport) -> None:
        """Write the report of a shard.

        Raises:
            UnwritableFile: it can't be written.
        """
        essays = [each._asdict() for each in report.essays]
        value = {**report._asdict(), "essays": essays}
        text = json.dumps(value, ensure_ascii=False, indent=1)
        write(self.folder / f"{shard}.json", text.encode())

    def read(self) -> Iterator[ShardReport]:
        """Yield the reports that are there."""
        files = filesystem(self.folder.container)
        if not files.isdir(self.folder.path):
            return
        paths = files.glob(f"{self.folder.path}/*.json")
        for start in range(0, len(paths), _TOGETHER):
            some = paths[start : start + _TOGETHER]
            for data in files.cat(some, recursive=False, on_error="omit").values():
                if report := _report(data):
                    yield report


def _report(data: bytes) -> ShardReport | None:
    """Read a report; None if it is none of ours."""
    try:
        value: dict[str, Any] = json.loads(data)
        essays = [EssayReport(**each) for each in value.pop("essays")]
        return ShardReport(essays, **value)
    except (ValueError, TypeError, KeyError):
        return None
