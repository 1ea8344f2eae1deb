"""The sources that essays cite, for an export."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from loccit._startup.dataclass import dataclass
from loccit.cli.essays_in import essays_in
from loccit.cli.many_essays.in_processes import in_processes
from loccit.cli.many_essays.shared_library import (
    library_at,
    shared_library,
    shared_paths,
)
from loccit.errors import LoccitError
from loccit.formatting.draft import cited_sources, open_citing
from loccit.model import Problem, Source
from loccit.workspace.settings import Settings


class CitedSources(NamedTuple):
    """The sources that essays cite, and what is wrong with them and their keys."""

    sources: list[Source]
    problems: tuple[Problem, ...]


class _Cited(NamedTuple):
    """What an essay cites, resolved as `loccit format` does.

    Attributes:
        keys: those of the sources.
        library: the paths of the library that has them: sending them from process to
            process would take as long as an eighth of the work.
        sources: the sources, if they are not of a library that essays share.
        problems: what is wrong with them and their keys.
    """

    keys: Sequence[str]
    library: tuple[Path, ...]
    sources: Mapping[str, Source]
    problems: tuple[Problem, ...]

    def source(self, key: str) -> Source:
        """Return a source that is cited."""
        if self.sources:
            return self.sources[key]
        return library_at(self.library).require(key)


@dataclass(frozen=True, slots=True)
class CitedIn:
    """Looks up what essays cite, one by one.

    Attributes:
        settings: those of the command.
    """

    settings: Settings

    def of_path(self, path: Path) -> _Cited | LoccitError:
        """Look up what the essay in a file cites; return why it can't be read if it
        can't.
        """
        try:
            return self._cited(path)
        except LoccitError as error:
            return error

    def _cited(self, path: Path) -> _Cited:
        essay = open_citing(path)
        library = shared_library(essay, self.settings)
        cited = cited_sources(essay, self.settings, library)
        keys = [*cited.sources]
        if library is None:
            return _Cited(keys, (), cited.sources, cited.problems)
        paths = shared_paths(essay, self.settings)
        return _Cited(keys, paths, {}, cited.problems)


def sources_cited_in(paths: Iterable[Path], settings: Settings) -> CitedSources:
    """Return the sources that essays cite, those in folders too: the last essay's
    first, and each as the first essay has it.

    Raises:
        LoccitError: an essay can't be read.
    """
    sources: dict[str, Source] = {}
    keys: list[Sequence[str]] = []
    problems: list[Problem] = []
    essays = [*essays_in(paths)]
    for cited in in_processes(CitedIn(settings).of_path, essays, "Reading"):
        if isinstance(cited, LoccitError):
            raise cited
        for key in cited.keys:
            if key not in sources:
                sources[key] = cited.source(key)
        keys.append(cited.keys)
        problems += cited.problems
    order = dict.fromkeys(key for each in reversed(keys) for key in each)
    once = tuple(dict.fromkeys(problems))
    return CitedSources([sources[key] for key in order], once)
