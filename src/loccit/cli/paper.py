"""Papers that `loccit format -o` makes of essays."""

from __future__ import annotations

from pathlib import Path

from loccit.cli.essays_in import is_folder
from loccit.cli.wrong_usage import WrongUsage
from loccit.export.paper import TARGETS


def makes_paper(essays: tuple[Path, ...], output: Path | None) -> bool:
    """Return whether -o asks for a paper: a document in another format than the essay's.

    `-o essay.docx` of an essay that is a DOCX file formats that file.
    """
    if output is None or is_folder(output):
        return False
    target = TARGETS.get(output.suffix.lower())
    return target is not None and target != TARGETS.get(essays[0].suffix.lower())


def refuse_what_papers_lack(
    is_paper: bool, kind: str | None, markup: str | None, to: str, several: bool
) -> None:
    """Refuse options that contradict a paper, or ask for one that is not made."""
    if is_paper and several:
        raise WrongUsage("to make papers of several essays, call it once for each.")
    if kind and not is_paper:
        raise WrongUsage(
            f"--paper is for -o with a file that ends in {', '.join(TARGETS)}."
        )
    if is_paper and markup:
        raise WrongUsage("--markup has no meaning for a paper; leave it out.")
    if is_paper and to == "json":
        raise WrongUsage("--to json is not a paper; give -o another ending.")
