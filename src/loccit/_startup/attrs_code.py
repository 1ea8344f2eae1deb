"""The methods that attrs compiles for its classes, kept from one run to the next.

The types of the Language Server Protocol are 550 classes of attrs. To compile their
methods takes 135 of the 260 ms that an editor waits for the import of these types.
"""

from __future__ import annotations

import marshal
from functools import partial
from importlib import import_module
from types import CodeType
from typing import Any

from loccit._startup.kept_table import KeptTable

#: The code of methods, by their sources.
methods = KeptTable("attrs")
#: What has a number in it that is another one in each run.
_IS_OF_ONE_RUN = "def __hash__("


def use_kept_methods() -> None:
    """Let attrs take the code of methods from an earlier run, from now on.

    Its module calls `compile`, which it finds among its own names from now on, not
    among Python's. A version of attrs that calls it elsewhere compiles as before.
    """
    making: Any = import_module("attr._make")
    making.compile = _compiled


def _compiled(source: str, name: str, mode: str) -> CodeType:
    """Return the code of methods; classes with the same fields share it."""
    if _IS_OF_ONE_RUN in source:
        return compile(source, name, mode)
    make = partial(_compile, source, name, mode)
    code: CodeType = marshal.loads(methods.value(source, make))
    return code


def _compile(source: str, name: str, mode: str) -> bytes:
    return marshal.dumps(compile(source, name, mode))
