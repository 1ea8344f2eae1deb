"""The compiled package, where the tests run on it (.ci/run sets LOCCIT_TEST_COMPILED)."""

from __future__ import annotations

import ast
import doctest
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import loccit
from compiling.rooms import modules
from loccit.model import Source, Span
from tests.compiling.conditions import only_compiled

PACKAGE = Path(loccit.__file__).parent

pytestmark = only_compiled


def names() -> list[str]:
    """The names of all modules in the compiled rooms."""
    paths = (path.relative_to(PACKAGE.parent) for path in modules(PACKAGE))
    return [".".join(path.with_suffix("").parts) for path in paths]


@pytest.mark.parametrize("name", names())
def test_the_compiled_module_is_imported(name: str) -> None:
    path = import_module(name).__file__ or ""
    assert path.endswith((".so", ".pyd"))


@pytest.mark.parametrize("name", names())
def test_examples_hold(name: str) -> None:
    """Compiled functions have no docstrings, so pytest finds no examples there."""
    module = import_module(name)
    path = PACKAGE.parent.joinpath(*name.split(".")).with_suffix(".py")
    runner = doctest.DocTestRunner()
    for text in docstrings(path):
        scope = dict(vars(module))
        runner.run(doctest.DocTestParser().get_doctest(text, scope, name, None, None))
    assert not runner.failures


def docstrings(path: Path) -> Iterator[str]:
    """The docstrings of a module."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            yield ast.get_docstring(node) or ""


def test_a_frozen_value_stays() -> None:
    span = Span(1, 2)
    with pytest.raises(AttributeError):
        span.start = 0  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del span.start
    with pytest.raises(AttributeError):
        span.other = 0  # type: ignore[attr-defined]


def test_records_are_described() -> None:
    assert Source.__doc__ and "A work that can be cited" in Source.__doc__
