"""Where the tests of the compiled package run."""

from __future__ import annotations

import os

import pytest

#: .ci/run sets the variable when it has installed the compiled wheel.
only_compiled = pytest.mark.skipif(
    "LOCCIT_TEST_COMPILED" not in os.environ, reason="this package is not compiled"
)
