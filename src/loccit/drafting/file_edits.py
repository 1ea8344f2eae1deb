"""Edits of several files at once, as a rename makes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from loccit.model import Edit

#: Edits by file.  Their spans count the characters of the text that the workspace has of
#: each file.
FileEdits: TypeAlias = Mapping[Path, Sequence[Edit]]
