"""What `loccit format` refuses before it reads anything."""

from __future__ import annotations

import os
from pathlib import Path

from loccit.cli.essays_in import is_folder
from loccit.cli.paper import makes_paper
from loccit.cli.wrong_usage import WrongUsage, wrong_ending

#: What files of other programs end in; an essay is none of them because it is named so.
_DOCUMENTS = frozenset(
    [
        ".doc",
        ".docx",
        ".epub",
        ".htm",
        ".html",
        ".odt",
        ".pages",
        ".pdf",
        ".rtf",
        ".tex",
    ]
)
#: What essays end in that are no text, whatever they are named.
_PACKAGES = frozenset([".docm", ".docx", ".odt", ".ott"])
_DOCUMENTS_WITH_FIELDS = _PACKAGES | {".fodt"}


def refuse_contradictions(
    essays: tuple[Path, ...], output: Path | None, in_place: bool, to: str
) -> None:
    """Refuse options that contradict each other, or an -o that would do harm."""
    if in_place and output:
        raise WrongUsage("--in-place and -o exclude each other.")
    if in_place and Path("-") in essays:
        raise WrongUsage("standard input can't be formatted in place.")
    if in_place and to == "json":
        raise WrongUsage("--to json would overwrite the essay; leave out --in-place.")
    if output is not None and not in_place:
        if to != "json":
            _refuse_other_ending(essays, output)
        _refuse_to_overwrite(essays, output)
    if len(essays) > 1 and to == "json" and output:
        raise WrongUsage(
            "--to json prints a line for each of several essays; leave out -o."
        )
    if len(essays) > 1 and not in_place and to != "json":
        if output is None:
            raise WrongUsage(
                "to format several essays, use --in-place, or -o with a folder."
            )
        names = [essay.name for essay in essays]
        if len(set(names)) < len(names):
            raise WrongUsage(
                "two essays have the same name; format them into different folders."
            )


def refuse_fields_of_texts(
    essays: tuple[Path, ...], fields: str | None, is_paper: bool
) -> None:
    """Refuse live citations where no essay is a document that can have them."""
    has_document = any(each.suffix.lower() in _DOCUMENTS_WITH_FIELDS for each in essays)
    if fields and not is_paper and not has_document:
        raise WrongUsage(
            "--fields is for documents of Word and LibreOffice; a text has no live "
            "citations. To make a document, use -o with a file that ends in .docx."
        )


def _refuse_other_ending(essays: tuple[Path, ...], output: Path) -> None:
    """Refuse an -o that asks for another format than the essay's own."""
    ending = output.suffix.lower()
    own = {essay.suffix.lower() for essay in essays}
    if ending in own or is_folder(output):
        return
    if ending not in _DOCUMENTS and not own & _PACKAGES:
        return
    if makes_paper(essays, output):
        return
    text = output.with_suffix(essays[0].suffix or ".md")
    advice = (
        "An essay keeps its own format. Write it with "
        f"`-o {text}`, then convert it: `pandoc {text} -o {output}`."
    )
    raise wrong_ending(output, advice)


def _refuse_to_overwrite(essays: tuple[Path, ...], output: Path) -> None:
    """Refuse an -o that would overwrite an essay, as `-o ""` does, which is what a
    shell makes of an unset variable.
    """
    for essay in essays:
        target = output / essay.name if is_folder(output) else output
        if str(essay) == "-" or os.path.realpath(target) != os.path.realpath(essay):
            continue
        raise WrongUsage(
            f"-o would overwrite {essay} itself; use --in-place if you want that."
        )
