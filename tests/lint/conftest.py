"""Cases that people can read: an entry or a file, and the findings."""

from __future__ import annotations

from tests.bibliography.conftest import pytest_generate_tests

__all__ = ["pytest_generate_tests"]
