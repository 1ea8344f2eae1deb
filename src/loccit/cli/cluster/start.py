"""Start a run on a cluster, if what it needs is installed and asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NoReturn

import click

from loccit.cli.cluster.jobs import Job
from loccit.errors import LoccitError
from loccit.workspace.settings import Settings

#: The packages of the extra `cluster`.
_PACKAGES = ("dask", "distributed", "fsspec")


def start(
    address: str,
    job: Job,
    names: Iterable[str],
    output: str | None,
    command: Settings,
    *,
    contradictions: Mapping[str, object],
    allow_missing: bool = False,
) -> NoReturn:
    """Do the work of a command on a cluster, and exit with its status.

    Args:
        address, job, names, output, command: as for `run_on_cluster`.
        contradictions: the values of options that a run on a cluster can't have.
        allow_missing: whether problems don't count for the status.

    Raises:
        LoccitError: a package is missing, or as `run_on_cluster`.
    """
    if not output or output == "-":
        raise click.UsageError("--cluster needs -o, with a folder or its address.")
    for option, value in contradictions.items():
        if value:
            raise click.UsageError(f"--cluster and {option} exclude each other.")
    try:
        from loccit.cli.cluster.run import run_on_cluster  # not all have its packages
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] not in _PACKAGES:
            raise
        raise LoccitError(
            f"`--cluster` needs the package `{error.name}`.",
            advice='Install it: `pip install "loccit[cluster]"`.',
        ) from error
    status = run_on_cluster(address, job, names, output, command)
    raise click.exceptions.Exit(0 if allow_missing and status == 1 else status)
