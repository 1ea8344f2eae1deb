"""`.bib` files while somebody types in them: broken entries are the usual case."""

from pathlib import Path

from loccit.bibliography.formats import bibtex


def is_bib(path: Path) -> bool:
    """Return whether a file is a `.bib` file, by its name."""
    return path.suffix.lower() in bibtex.EXTENSIONS
