"""The folder is the list: find the modules of a package without registering them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


def names_in(package: str) -> list[str]:
    """Return the sorted names of a package's modules; none of them is imported.

    Args:
        package: the name of an imported package, usually the caller's `__name__`.
    """
    return sorted(module.name for module in iter_modules(sys.modules[package].__path__))


def modules_in(package: str) -> Iterator[ModuleType]:
    """Import a package's modules one by one, by name."""
    for name in names_in(package):
        yield import_module(f"{package}.{name}")
