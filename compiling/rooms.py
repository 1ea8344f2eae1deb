"""The rooms that are compiled: those where a thesis spends its time.

Compiling costs a room its freedom (CONTRIBUTING.md, "Compiled rooms"), so the others
stay out of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

#: Folders and modules of the package.
ROOMS = (
    "model",
    "csl/output_tree.py",
    "csl/locales/locale.py",
    "csl/locales/collation.py",
    "csl/locales/alphabets.py",
    "csl/locales/ordinals.py",
    "csl/locales/date_format.py",
    "csl/text",
    "csl/elements",
    "csl/styles/style.py",
    "csl/citations",
    "values/names.py",
    "values/letter_case/how_typed.py",
    "essays/syntax/build.py",
    "essays/syntax/citation_context.py",
    "essays/syntax/cite_roles.py",
    "essays/syntax/locator_reader.py",
    "essays/syntax/suffix_tokens.py",
    "bibliography/formats/bibtex/names.py",
)


def modules(package: Path) -> Iterator[Path]:
    """Find the modules to compile; a package's `__init__` stays in Python."""
    for room in ROOMS:
        path = package / room
        found = [path] if path.is_file() else sorted(path.rglob("*.py"))
        yield from (each for each in found if each.name != "__init__.py")
