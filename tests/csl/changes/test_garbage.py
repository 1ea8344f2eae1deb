"""Whether Python collects garbage is afterwards as the program wants it."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from loccit.csl.changes.garbage import no_garbage_collection, take_for_old


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    was_enabled = gc.isenabled()
    yield
    (gc.enable if was_enabled else gc.disable)()
    gc.unfreeze()


@pytest.mark.parametrize("is_enabled", [True, False])
def test_it_is_off_inside_and_then_as_it_was(is_enabled: bool) -> None:
    (gc.enable if is_enabled else gc.disable)()
    with no_garbage_collection():
        assert not gc.isenabled()
        with no_garbage_collection():
            pass
        assert not gc.isenabled()
    assert gc.isenabled() is is_enabled


def test_it_is_as_it_was_after_an_error() -> None:
    gc.enable()
    with pytest.raises(KeyError), no_garbage_collection():
        raise KeyError
    assert gc.isenabled()


def test_what_the_program_has_frozen_stays_so() -> None:
    gc.freeze()
    frozen = gc.get_freeze_count()
    take_for_old()
    assert gc.get_freeze_count() == frozen


def test_nothing_is_frozen_that_was_not() -> None:
    take_for_old()
    assert not gc.get_freeze_count()
