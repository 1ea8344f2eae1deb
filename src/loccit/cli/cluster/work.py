"""What a worker does: a shard, essay by essay."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from threading import Lock

from distributed import Worker, WorkerPlugin, get_worker

from loccit._startup.dataclass import dataclass, replace
from loccit._startup.version import __version__
from loccit.cli.cluster.essay_files import EssayFile
from loccit.cli.cluster.filesystems import Location, read, write
from loccit.cli.cluster.jobs import Job
from loccit.cli.cluster.names import Names
from loccit.cli.cluster.reports import EssayReport, Reports, ShardReport
from loccit.cli.cluster.shards import PlacedEssay, Shard
from loccit.errors import LoccitError
from loccit.essays import read_essay
from loccit.text_files.atomic_write import write_atomically
from loccit.workspace.settings import Settings

#: A worker may have several threads, and a library is of one essay at a time.
_ALONE = Lock()
#: Objects between two collections of garbage, as the command has it (`__main__`).
_GARBAGE_AFTER = 1_000_000


@dataclass(frozen=True, slots=True)
class Run:
    """A run on a cluster.

    Attributes:
        job: what is done with each essay.
        settings: those of the command; its paths are below the folder of the project.
        names: what messages call the files of the project, by their paths there.
        project: the name of its folder, which changes with its files.
        output: the folder of what is written.
        version: that of the client.
    """

    job: Job
    settings: Settings
    names: Mapping[str, str]
    project: str
    output: Location
    version: str = __version__

    @property
    def digest(self) -> str:
        """What changes with what is written for the same essay."""
        parts = (self.job, self.settings, self.project, self.version)
        return sha256(repr(parts).encode()).hexdigest()[:16]

    @property
    def reports(self) -> Reports:
        """The reports of the run, and of earlier ones that do the same."""
        command = type(self.job).__name__.removesuffix("Job").lower()
        return Reports(self.output, f"{command}-{self.digest}")

    def written(self, essay: EssayFile) -> str:
        """Return the name of what is written for an essay."""
        return essay.name + self.job.ending

    def settings_in(self, folder: Path) -> Settings:
        """Return the settings, where the project is in that folder."""
        csl = self.settings.csl
        if csl and csl in self.names:
            csl = str(folder / csl)
        bibliography = tuple(folder / path for path in self.settings.bibliography)
        return replace(self.settings, csl=csl, bibliography=bibliography)


class ProjectFiles(WorkerPlugin):
    """Gives each worker, those too that come later, the files of a project."""

    def __init__(self, name: str, files: Mapping[str, bytes]) -> None:
        """Args:
        name: of the project's folder.
        files: their contents, by their paths in it.
        """
        self.name = name
        self.files = files

    def setup(self, worker: Worker) -> None:
        """Write the files to the folder of a worker, which Dask deletes in the end.

        Until then they stay, since another client may have sent the same.
        """
        for name, data in self.files.items():
            path = _folder(worker, self.name) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                write_atomically(path, data)


def work_on(run: Run, shard: Shard) -> ShardReport:
    """Work on the essays of a shard, and keep its report beside what is written.

    Raises:
        LoccitError: the report can't be written, or this is not the client's version.
    """
    if run.version != __version__:
        raise LoccitError(
            f"The workers have loccit {__version__}, and you have {run.version}.",
            advice="Install the same version for both.",
        )
    worker = get_worker()
    folder = _folder(worker, run.project)
    started = time.monotonic()
    with _ALONE, _rare_collection():
        essays = [_work_on(run, essay, folder) for essay in shard.essays]
    seconds = round(time.monotonic() - started, 3)
    report = ShardReport(essays, seconds, str(worker.name))
    run.reports.keep(shard.digest, report)
    return report


def _folder(worker: Worker, name: str) -> Path:
    return Path(worker.local_directory) / name


def _work_on(run: Run, placed: PlacedEssay, folder: Path) -> EssayReport:
    """Work on an essay; report why that can't be done if it can't."""
    file = placed.essay
    names = Names(folder, {placed.home: file.shown, **run.names})
    try:
        data = read(file.location, run.digest)
        essay = read_essay(data, str(folder / placed.home))
        made = run.job.make(essay, run.settings_in(folder), names)
        write(run.output / run.written(file), made.data)
    except LoccitError as error:
        return EssayReport(file.shown, file.stamp, names.text(str(error)))
    except Exception as error:  # one essay must not stop an archive
        failure = f"{file.shown}: This is a defect of loccit: {error!r}."
        return EssayReport(file.shown, file.stamp, names.text(failure))
    return EssayReport(
        file.shown, file.stamp, "", made.problems, made.citations, made.errors
    )


@contextmanager
def _rare_collection() -> Iterator[None]:
    """Collect garbage as rarely as the command does, and other tasks as before."""
    before = gc.get_threshold()
    gc.set_threshold(_GARBAGE_AFTER)
    try:
        yield
    finally:
        gc.set_threshold(*before)
