"""Records whose methods are written out behave as those with the decorator."""

from __future__ import annotations

import sys
import typing
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from compiling.records import with_records_written_out
from loccit._startup.dataclass import standard_fields
from tests._startup import test_dataclass

#: Only a compiled class is frozen, and has no other attributes than its fields
#: (test_compiled.py).
OF_COMPILED_CLASSES = {
    "test_a_frozen_value_stays",
    "test_slots_hold_the_fields_alone",
}
PROMISES = {name for name in vars(test_dataclass) if name.startswith("test_")}


@pytest.mark.parametrize("promise", sorted(PROMISES - OF_COMPILED_CLASSES))
def test_promises_of_the_decorator_hold(
    promise: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = Path(test_dataclass.__file__).read_text("utf-8")
    written_out = with_records_written_out(source)
    assert "@dataclass" not in written_out
    module = ModuleType("records_written_out")
    monkeypatch.setitem(sys.modules, module.__name__, module)  # `pickle` looks there
    exec(compile(written_out, module.__name__, "exec"), vars(module))
    getattr(module, promise)()


def test_other_classes_stay() -> None:
    source = "class Basket:\n    size: int = 0\n"
    assert with_records_written_out(source) == source


def test_a_record_may_have_no_fields() -> None:
    source = """
@dataclass(frozen=True, slots=True)
class Nothing:
    \"\"\"Nothing.\"\"\"

    def size(self) -> int:
        return 0
"""
    scope: dict[str, Any] = {"typing": typing, "standard_fields": standard_fields}
    exec(with_records_written_out(source), scope)
    nothing = scope["Nothing"]
    assert nothing() == nothing()
    assert repr(nothing()) == "Nothing()"
    assert nothing().size() == 0
