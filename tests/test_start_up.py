"""The counts of one short run stay near what was recorded.

Times depend on the machine; these counts do not.  Who adds a module or work to every
run sees it here, and finds the cause with `python -m benchmarks.start_up`.  Where it is
worth its price, or where a run became cheaper, `python -m benchmarks.start_up --counts`
gives the figures to record.
"""

from __future__ import annotations

import os
import shutil
import sys

import pytest

from benchmarks.start_up import Counts, FiveCites

#: By version of Python: each imports its own library in another way.
RECORDED = {
    (3, 10): Counts(modules=385, instructions=0.931),
    (3, 11): Counts(modules=387, instructions=0.835),
    (3, 13): Counts(modules=393, instructions=0.834),
}
#: How much more a run may take (issue 17).
_TOLERANCE = 1.05


@pytest.fixture
def recorded() -> Counts:
    """The figures for this version of Python, and the package that is not compiled."""
    if "LOCCIT_TEST_COMPILED" in os.environ:
        pytest.skip("the figures are of the package that is not compiled")
    version = sys.version_info[:2]
    if version not in RECORDED:
        pytest.skip(f"no figures are recorded for Python {version[0]}.{version[1]}")
    return RECORDED[version]


@pytest.fixture(scope="module")
def five_cites(tmp_path_factory: pytest.TempPathFactory) -> FiveCites:
    """The essay, its library, and a cache that an earlier run has filled."""
    return FiveCites(tmp_path_factory.mktemp("five-cites"))


def test_modules_imported(five_cites: FiveCites, recorded: Counts) -> None:
    assert len(five_cites.imports()) <= recorded.modules * _TOLERANCE


@pytest.mark.skipif(
    not shutil.which("valgrind"), reason="valgrind counts, and is missing"
)
def test_instructions(five_cites: FiveCites, recorded: Counts) -> None:
    counted = five_cites.counts().instructions
    assert counted <= recorded.instructions * _TOLERANCE
