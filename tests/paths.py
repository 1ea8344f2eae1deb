"""Where the repository lies, and what may lie beside it."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

#: Material for tests that is not part of the repository: a test that wants it is
#: skipped where it is missing.
SHARED = ROOT.parent / "shared"
