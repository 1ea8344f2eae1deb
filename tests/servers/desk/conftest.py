"""The desk that several tests of a module share, and one for each that changes files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers.desk.running_desk import RunningDesk, make_folder, running_desk

pytest.importorskip("starlette", reason="the extra `desk` is not installed")
pytest.importorskip("uvicorn", reason="the extra `desk` is not installed")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an essay and a library, which the tests of a module share."""
    return make_folder(tmp_path_factory.mktemp("desk") / "Essays")


@pytest.fixture(scope="module")
def desk(folder: Path) -> Iterator[RunningDesk]:
    """The desk of that folder."""
    with running_desk(folder) as found:
        yield found
