"""Verify that sources exist as they are described."""

from __future__ import annotations

from pathlib import Path

import click

from loccit.cli.complete import complete_key_or_file
from loccit.cli.options import bibliography_option, json_option


@click.command("verify")
@click.argument(
    "what",
    nargs=-1,
    metavar="[ESSAY|FOLDER|FILE|KEY]...",
    shell_complete=complete_key_or_file,
)
@click.option(
    "--retractions",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Look for the works in Retraction Watch's list, too: its CSV file.",
)
@click.option(
    "--fix",
    is_flag=True,
    help="Add what is missing in the library; every other byte of the files stays.",
)
@click.option(
    "--unsafe-fixes",
    "unsafe",
    is_flag=True,
    help="Let --fix replace what differs, too.",
)
@json_option
@bibliography_option
def command(
    what: tuple[str, ...],
    retractions: Path | None,
    fix: bool,
    unsafe: bool,
    target: str,
    bibliography: tuple[Path, ...],
) -> None:
    """Ask Crossref, DataCite, Open Library, PubMed and arXiv whether they have the sources
    of these ESSAYs, cited by key or typed in a list, those in these FILEs, those with
    these KEYs, or those of the whole library.

    A work that none of them has may well exist. Answers are kept for 30 days, so that a
    run that was interrupted goes on where it stopped. The exit status is 1 if something
    differs or was not found, and 2 if a service could not be asked.

    \b
    loccit verify
    loccit verify essay.docx --retractions retraction_watch.csv
    loccit verify crenshaw1991 --fix
    """
    if unsafe and not fix:
        raise click.UsageError("--unsafe-fixes needs --fix.")
    # The help and the completion of keys are quicker without it.
    from loccit.cli.verification import Verification

    Verification(what, bibliography, retractions).run(target, fix=fix, unsafe=unsafe)
