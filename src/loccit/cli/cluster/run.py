"""What the client of a cluster does: list, divide, wait, and sum up."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path

import click
from distributed import Client, Future, KilledWorker, as_completed

from loccit._startup.dataclass import dataclass, field
from loccit.cli.cluster.essay_files import EssayFile, find_essays
from loccit.cli.cluster.filesystems import Location, filesystem, location
from loccit.cli.cluster.jobs import Job
from loccit.cli.cluster.project import Project, collect
from loccit.cli.cluster.reports import EssayReport, ShardReport
from loccit.cli.cluster.shards import Shard, shards
from loccit.cli.cluster.work import ProjectFiles, Run, work_on
from loccit.cli.terminal import Bar, counted, report_failure
from loccit.errors import LoccitError
from loccit.text_files.atomic_write import discard_all_unfinished
from loccit.workspace.settings import Settings

#: How many shards the scheduler has at once, so that its memory does not grow with an
#: archive.
_AT_ONCE = 1_000
#: Failures that are shown; the reports have all.
_MOST_SHOWN = 20
_SECONDS_TO_CONNECT = 10


def run_on_cluster(
    address: str, job: Job, names: Iterable[str], output: str, command: Settings
) -> int:
    """Do the work of a command for essays on a cluster, and return the exit status.

    Args:
        address: the scheduler's.
        job: what is done with each essay.
        names: paths, folders and addresses of essays.
        output: the folder of what is written, or its address.
        command: the settings of the command line.

    Raises:
        LoccitError: nothing is found to work on, or the cluster is out of reach.
    """
    folder = location(output)
    essays = find_essays(names, folder)
    project = collect(command, essays)
    shown = {name: file.shown for name, file in project.files.items()}
    run = Run(job, project.settings, shown, project.name, folder)
    score = _Score(run)
    left = score.without_done(essays)
    if left:
        with _connected(address) as client, Bar("Working", len(left)) as bar:
            plugin = ProjectFiles(project.name, _data(project))
            client.register_plugin(plugin, name=project.name)
            workers = max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
            placed = [project.place(essay) for essay in left]
            for report in _reports(client, run, shards(placed, workers)):
                score.add(report.essays)
                bar.advance(len(report.essays))
        if folder.is_local:
            discard_all_unfinished(Path(folder.path))
    return score.finish()


def _data(project: Project) -> dict[str, bytes]:
    return {name: file.data for name, file in project.files.items()}


@contextmanager
def _connected(address: str) -> Iterator[Client]:
    """Connect with a scheduler; whatever happens, leave nothing for it to do."""
    _silence()
    try:
        client = Client(address, timeout=_SECONDS_TO_CONNECT, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise LoccitError(
            f"No scheduler answers at `{address}`.",
            advice="Start one with `dask scheduler`, and workers with `dask worker "
            "ADDRESS --nthreads 1`.",
        ) from error
    try:
        if not client.scheduler_info()["workers"]:
            click.echo("The scheduler has no workers yet; waiting for one.", err=True)
        yield client
    except (CancelledError, OSError) as error:
        raise LoccitError(
            f"The scheduler at `{address}` is out of reach.",
            advice="Start it again, and run the same command: it goes on where it was.",
        ) from error
    finally:
        with suppress(OSError, TimeoutError):  # a scheduler that is gone or busy
            client.close(timeout=_SECONDS_TO_CONNECT)


def _silence() -> None:
    """Keep Dask from printing lost connections, which are reported in words."""
    for name in logging.root.manager.loggerDict:
        if name.startswith(("distributed", "asyncio")):
            logging.getLogger(name).setLevel(logging.CRITICAL)


def _reports(client: Client, run: Run, todo: Iterator[Shard]) -> Iterator[ShardReport]:
    """Yield the report of each shard, in the order in which they are done."""
    running = {_submit(client, run, shard): shard for shard in islice(todo, _AT_ONCE)}
    completed = as_completed(list(running), loop=client.loop)
    for future in completed:
        shard = running.pop(future)
        more = [*islice(todo, 1)]
        try:
            yield future.result()
        except KilledWorker:
            if len(shard.essays) > 1:
                more += shard.alone
            else:
                yield _failed(shard, _KILLED)
        except LoccitError as error:
            yield _failed(shard, str(error))
        except ImportError as error:
            yield _failed(shard, f"A worker lacks a package: {error}.")
        for each in more:
            submitted = _submit(client, run, each)
            running[submitted] = each
            completed.add(submitted)


#: What is said of an essay that ended several workers.
_KILLED = (
    "The system ended the workers that had this, perhaps because memory was short."
)


def _submit(client: Client, run: Run, shard: Shard) -> Future[ShardReport]:
    key = f"loccit-{run.digest}-{shard.digest}"
    return client.submit(work_on, run, shard, key=key, pure=False)


def _failed(shard: Shard, why: str) -> ShardReport:
    essays = [
        EssayReport(each.essay.shown, each.essay.stamp, f"{each.essay.shown}: {why}")
        for each in shard.essays
    ]
    return ShardReport(essays, 0, "")


@dataclass()
class _Score:
    """What came of a run.

    Attributes:
        run: the run.
        before: how many essays were done by an earlier run.
        done, citations, errors: how many essays are done, with how many citations and
            problems that count for the exit status.
        failures: why others are not.
    """

    run: Run
    before: int = 0
    done: int = 0
    citations: int = 0
    errors: int = 0
    failures: list[str] = field(default_factory=list)

    def without_done(self, essays: Sequence[EssayFile]) -> list[EssayFile]:
        """Return the essays that no earlier run has done, and count the others."""
        reported = {
            (each.essay, each.stamp): each
            for shard in self.run.reports.read()
            for each in shard.essays
            if not each.failure
        }
        written = _names_in(self.run.output) if reported else frozenset()
        left = []
        for essay in essays:
            report = reported.get((essay.shown, essay.stamp))
            if report and self.run.written(essay) in written:
                self.add([report])
            else:
                left.append(essay)
        self.before = self.done
        return left

    def add(self, reports: Iterable[EssayReport]) -> None:
        """Count some essays."""
        for each in reports:
            if each.failure:
                self.failures.append(each.failure)
                continue
            self.done += 1
            self.citations += each.citations
            self.errors += each.errors

    def finish(self) -> int:
        """Sum up, and return the exit status."""
        for failure in self.failures[:_MOST_SHOWN]:
            report_failure(LoccitError(failure))
        if len(self.failures) > _MOST_SHOWN:
            more = len(self.failures) - _MOST_SHOWN
            click.echo(f"... and {more} more.", err=True)
        parts = [
            f"{counted(self.done, 'essay')} {self.run.job.done}",
            counted(self.citations, "citation"),
            counted(self.errors, "problem"),
        ]
        if self.before:
            parts.append(f"{self.before} of them done before")
        if self.failures:
            parts.append(f"{counted(len(self.failures), 'essay')} failed")
        click.echo(f"{', '.join(parts)}.", err=True)
        click.echo(f"Reports: {self.run.reports.folder}", err=True)
        if self.failures:
            return LoccitError.exit_code
        return 1 if self.errors else 0


def _names_in(folder: Location) -> frozenset[str]:
    """Return the names of the files that are in a folder and below."""
    found = filesystem(folder.container).find(folder.path)
    return frozenset(path.removeprefix(folder.path).lstrip("/") for path in found)
