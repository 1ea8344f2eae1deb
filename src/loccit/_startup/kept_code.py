"""The code of the modules that a command imports, kept in one file: 400 modules are in
400 files, and to look for them, open and check them takes 35 of 130 ms.

It is what Python itself keeps in `__pycache__`, and is used as long as the source of a
module has the same size and time, and its folder has the same files.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Iterable, Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from types import CodeType, ModuleType
from typing import cast

from loccit._startup.kept import keep, kept_with_bytes, stamp_of
from loccit._startup.namedtuple import NamedTuple

#: The modules that are kept: ours.
_PREFIX = "loccit."
#: The folder of this package; several may be installed, in environments of their own.
_PACKAGE = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120


class _Entry(NamedTuple):
    """A module: the stamp of its source, the file of its own code, and where this code
    is among all code.
    """

    stamp: tuple[str, int, int]
    cached: str | None
    is_package: bool
    start: int
    end: int


class _KeptLoader(SourceFileLoader):
    """Loads a module from its file, except that its code is known."""

    def __init__(self, name: str, path: str, code: memoryview) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType | None:
        """Return the code of the module."""
        return cast(CodeType, marshal.loads(self._code))


class KeptCode:
    """Finds modules whose code an earlier run kept (a finder as PEP 451 has it)."""

    def __init__(self) -> None:
        self._file = ""
        self._modules: dict[str, _Entry] = {}
        self._code = memoryview(b"")

    def use(self, file: str) -> None:
        """Find modules here, from now on.

        Args:
            file: the name of the file that they are kept in.
        """
        self._file = f"{file}{sys.flags.optimize or ''}"
        value, self._code = kept_with_bytes(self._file, _PACKAGE)
        if isinstance(value, tuple):
            folders, modules = value
            if all(map(_is_same, folders)):
                self._modules = {name: _Entry(*entry) for name, entry in modules}
        sys.meta_path.insert(0, self)

    def find_spec(
        self,
        name: str,
        path: Sequence[str] | None = None,
        target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        """Return the spec of a module that is kept and has not changed."""
        entry = self._modules.get(name)
        if entry is None or not _is_same(entry.stamp):
            return None
        file = entry.stamp[0]
        loader = _KeptLoader(name, file, self._code[entry.start : entry.end])
        spec = ModuleSpec(name, loader, origin=file, is_package=entry.is_package)
        spec.has_location = True
        spec.cached = entry.cached  # or each module would find its name
        if entry.is_package:
            spec.submodule_search_locations = [os.path.dirname(file)]  # noqa: PTH120
        return spec

    def keep_new(self) -> None:
        """Keep the code of all modules that were imported, if it was not known."""
        if self not in sys.meta_path or sys.dont_write_bytecode:
            return
        specs = [spec for spec in map(_source_spec, list(sys.modules)) if spec]
        if all(map(self._has, specs)):
            return
        imported = {spec.name for spec in specs}
        others = [self.find_spec(name) for name in self._modules.keys() - imported]
        _keep(self._file, [*specs, *filter(None, others)])

    def _has(self, spec: ModuleSpec) -> bool:
        return isinstance(spec.loader, _KeptLoader) or bool(self.find_spec(spec.name))


def _source_spec(name: str) -> ModuleSpec | None:
    """Return the spec of a module of ours that is read from a source."""
    if not name.startswith(_PREFIX):
        return None
    spec = sys.modules[name].__spec__
    return spec if spec and isinstance(spec.loader, SourceFileLoader) else None


def _keep(file: str, specs: Iterable[ModuleSpec]) -> None:
    modules: list[tuple[str, _Entry]] = []
    parts: list[bytes] = []
    size = 0
    for spec in specs:
        loader = cast(SourceFileLoader, spec.loader)
        stamp = stamp_of(loader.path)  # before the code, which is then never older
        part = marshal.dumps(loader.get_code(spec.name))
        is_package = spec.submodule_search_locations is not None
        entry = _Entry(stamp, spec.cached, is_package, size, size + len(part))
        modules.append((spec.name, entry))
        parts.append(part)
        size += len(part)
    paths = [entry.stamp[0] for _, entry in modules]
    folders = {os.path.dirname(path) for path in paths}  # noqa: PTH120
    plain = [(name, tuple(entry)) for name, entry in modules]
    stamps = [*map(stamp_of, sorted(folders))]
    keep(file, (stamps, plain), _PACKAGE, after=b"".join(parts))


def _is_same(stamp: tuple[str, int, int]) -> bool:
    """Return whether a file or a folder is as it was."""
    try:
        return stamp_of(stamp[0]) == stamp
    except OSError:
        return False


kept_code = KeptCode()
