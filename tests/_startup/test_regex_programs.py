"""An expression that is restored is the one that `re` compiles."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from loccit._startup import regex_programs
from loccit._startup.kept_table import KeptTable
from loccit._startup.regex import regex
from loccit._startup.regex_programs import compile_kept
from tests.test_layers import MODULES


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of caches, which are used."""
    monkeypatch.setattr("loccit._startup.kept._is_used", True)
    monkeypatch.setattr("loccit._startup.kept.cache_folder", lambda: str(tmp_path))
    next_run(monkeypatch)
    return tmp_path


def next_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin with what is in the folder."""
    monkeypatch.setattr(regex_programs, "programs", KeptTable("regex"))


def never(pattern: str, flags: int) -> bytes:
    raise AssertionError(f"{pattern} is kept")


def own_expressions() -> set[tuple[str, int]]:
    """Every expression that a module of ours has at module level."""
    lazy: Any = type(regex(""))  # to type checkers it is a `re.Pattern`
    values = [
        value
        for module in MODULES
        if not module.endswith("__main__")
        for value in vars(import_module(module)).values()
    ]
    return {(each.pattern, each._flags) for each in values if isinstance(each, lazy)}


def test_every_expression_is_restored_as_it_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    expressions = own_expressions()
    assert len(expressions) > 1000
    for expression in expressions:
        assert compile_kept(*expression) == re.compile(*expression)
    regex_programs.programs.keep_new()
    next_run(monkeypatch)
    monkeypatch.setattr(regex_programs, "_program", never)
    for expression in expressions:
        restored, compiled = compile_kept(*expression), re.compile(*expression)
        assert restored == compiled
        assert restored.groupindex == compiled.groupindex
        assert restored.groups == compiled.groups


def test_nothing_is_kept_outside_the_command(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loccit._startup.regex_programs.is_used", lambda: False)
    assert compile_kept("a|b", 0) is re.compile("a|b")
    regex_programs.programs.keep_new()
    assert not list(cache.iterdir())


def test_the_kept_file_holds_only_what_modules_have() -> None:
    # What depends on an essay does not belong into a file that only grows.
    inside = [
        f"{module}:{call.lineno}"
        for module, path in MODULES.items()
        for function in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(function, ast.FunctionDef | ast.Lambda)
        for call in ast.walk(function)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "regex"
    ]
    assert not inside, "use re.compile in functions"


def test_the_command_prints_the_same_with_and_without(tmp_path: Path) -> None:
    essay = tmp_path / "essay.md"
    essay.write_text("So it is [@doe, p. 3], as (Roe, 2001) says.\n", "utf-8")
    library = tmp_path / "sources.bib"
    library.write_text(
        "@book{doe, author={Doe, J.}, title={A {Book}}, date={2001}}", "utf-8"
    )
    caches = tmp_path / "caches"
    command = [sys.executable, "-m", "loccit", "format", str(essay), "-b", str(library)]

    def run() -> tuple[int, bytes, bytes]:
        done = subprocess.run(
            command,
            capture_output=True,
            check=False,
            env={**os.environ, "XDG_CACHE_HOME": str(caches)},
        )
        return done.returncode, done.stdout, done.stderr

    first = run()
    kept = list((caches / "loccit").glob("start.*"))
    assert kept
    assert run() == first
    for file in kept:
        file.write_bytes(file.read_bytes()[:-1])
    assert run() == first
    assert run() == first
