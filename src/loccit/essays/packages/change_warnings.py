"""What the writer should know before a package changes: that it is open in a program, or
signed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from loccit.essays.packages.package import Archive
from loccit.model import Place, Problem

#: Where signatures are (ODF 1.3, part 2, section 5; ECMA-376, Part 2, section 12).
_SIGNATURES = ("meta-inf/documentsignatures.xml", "_xmlsignatures/")


def change_warnings(archive: Archive) -> Iterator[Problem]:
    """Yield what to know before an archive changes."""
    place = Place(archive.path)
    program = _opened_in(Path(archive.path))
    if program:
        yield Problem(
            "document-open",
            f"The document is open in {program}, which doesn't see the change.",
            place,
            advice="Close it there before you go on; what is saved there later "
            "replaces what was written.",
        )
    if _is_signed(archive.names):
        yield Problem(
            "document-signed",
            "The document is signed. Its signature is not valid for the changed one.",
            place,
            advice="Sign it again.",
        )


def _opened_in(path: Path) -> str:
    """Return the program that a document is open in; "" if it is not.

    LibreOffice keeps a file `.~lock.essay.odt#` beside it as long as it is open, and
    Word `~$say.docx`, in which two characters replace the first two of a longer name.
    """
    if path.with_name(f".~lock.{path.name}#").exists():
        return "LibreOffice"
    owner_files = (f"~${path.name}", f"~${path.name[2:]}")
    if any(path.with_name(name).exists() for name in owner_files):
        return "Word"
    return ""


def _is_signed(names: Iterable[str]) -> bool:
    return any(name.casefold().startswith(_SIGNATURES) for name in names)
