"""A stretch of a file: where something is, to be shown to somebody."""

from __future__ import annotations

from pathlib import Path

from loccit._startup.namedtuple import NamedTuple
from loccit.model import Span


class FileSpan(NamedTuple):
    """A stretch of the text that the workspace has of a file."""

    path: Path
    span: Span
