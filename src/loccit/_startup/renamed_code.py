"""Functions that differ in the names of their parameters alone: one is compiled, and the
others are made of it, in a fiftieth of the time.
"""

from __future__ import annotations

import marshal
from collections.abc import Mapping, Sequence
from functools import partial
from types import CodeType, FunctionType
from typing import Any

from loccit._startup.kept_table import KeptTable

#: The code of functions, by their sources.
functions = KeptTable("functions")


def placeholders(number: int) -> list[str]:
    """Return the names that stand for those of so many fields."""
    return [f"_{place}" for place in range(number)]


def compiled(source: str) -> CodeType:
    """Compile the source of one function, or take it from an earlier run: the 36 kinds
    that a short essay needs take 40 of 490 million instructions.
    """
    code: CodeType = marshal.loads(functions.value(source, partial(_compiled, source)))
    return code


def _compiled(source: str) -> bytes:
    return marshal.dumps(compile(source, "<record>", "exec").co_consts[0])


def renamed(
    code: CodeType,
    names: Sequence[str],
    scope: dict[str, Any],
    defaults: Sequence[Any],
) -> FunctionType:
    """Make a function of code in which placeholders stand for names.

    Args:
        names: what the placeholders stand for.
        scope: the global names that the function knows.
        defaults: of the last parameters.
    """
    meant: Mapping[str, str] = dict(zip(placeholders(len(names)), names, strict=True))
    own = code.replace(
        co_varnames=tuple(meant.get(name, name) for name in code.co_varnames),
        co_names=tuple(meant.get(name, name) for name in code.co_names),
    )
    return FunctionType(own, scope, own.co_name, tuple(defaults))
