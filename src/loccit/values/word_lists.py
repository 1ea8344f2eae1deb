"""Lists of words in files beside the modules that use them."""

from __future__ import annotations

from pathlib import Path


def read_sections(path: Path) -> dict[str, list[str]]:
    """Return the lines of each section of a list, without comments.

    Args:
        path: a file in which `[...]` begins a section, and `#` a comment.
    """
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("["):
            lines = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return sections


def words_of(lines: list[str]) -> frozenset[str]:
    """Return the words of a section that has several on a line."""
    return frozenset(" ".join(lines).split())
