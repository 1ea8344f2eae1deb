"""Format essays, and again whenever something changes that they depend on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from contextlib import suppress
from pathlib import Path
from time import perf_counter

import click

from loccit._startup.dataclass import replace
from loccit.cli.essays_in import essays_in
from loccit.cli.formatting.essay_formatter import EssayFormatter, FormattedFile
from loccit.cli.formatting.run import report_capitals, report_problems, summary
from loccit.cli.terminal import report_failure, shows_tables, write
from loccit.cli.terminal.echo import echo_error
from loccit.drafting.opened.dependencies import dependencies
from loccit.drafting.opened.open_essay import OpenEssay
from loccit.drafting.opened.workspace import Workspace
from loccit.drafting.watching.watch import FileWatcher
from loccit.errors import LoccitError
from loccit.formatting.draft import Draft, read_draft
from loccit.model import Place, Problem
from loccit.workspace.folders import shown


class EssayWatch:
    """Essays that are formatted while they are written."""

    def __init__(
        self, what: Sequence[Path], output: Path, formatter: EssayFormatter
    ) -> None:
        """Args:
        what: the essays, and folders of essays.
        output: the file or the folder of the results, which are never essays.
        formatter: formats each essay.
        """
        self._what = what
        self._output = output
        self._formatter = formatter
        self._watcher = FileWatcher(what, [output])
        self._workspace = Workspace(settings=formatter.settings)
        self._own: dict[Path, Set[Path]] = {}

    def run(self) -> None:
        """Format all essays, and those that change, until somebody presses Ctrl-C."""
        with suppress(KeyboardInterrupt):
            self._format_all(self._essays())
            echo_error("Watching for changes; Ctrl-C ends it.")
            for changed in self._watcher.changes():
                self._format_all(self._concerned(changed))
        echo_error("")

    def _essays(self) -> list[Path]:
        """Return the essays that there are now, and say which can't be formatted: all, if
        a folder has none left; one, if another has come that has its name.
        """
        by_name: dict[str, Path] = {}
        try:
            essays = essays_outside(self._output, self._what)
            # Those that were formatted before keep their names.
            for path in sorted(essays, key=lambda each: each not in self._own):
                first = by_name.setdefault(path.name, path)
                if first != path:
                    report_failure(_same_name(path, first))
        except LoccitError as error:
            report_failure(error)
        return [*by_name.values()]

    def _concerned(self, changed: Set[Path]) -> Iterable[Path]:
        """Return the essays that a change may concern: all of them if something changed
        that they have in common.
        """
        essays = self._essays()
        own = {path: self._own.get(path, {path}) for path in essays}
        of_any = {path for paths in own.values() for path in paths}
        if changed - of_any - self._own.keys():
            return essays
        return [path for path, paths in own.items() if paths & changed]

    def _format_all(self, paths: Iterable[Path]) -> None:
        if shows_tables():
            click.clear()
        for path in paths:
            try:
                self._format(path)
            except LoccitError as error:
                if error.place:
                    error.place = _place_as_shown(error.place)
                report_failure(error)

    def _format(self, path: Path) -> None:
        """Format an essay, write it if the result is new, and say so; of many essays, only
        those that were written are named.

        Raises:
            LoccitError: it can't be read, formatted or written.
        """
        start = perf_counter()
        result = self._formatted(path)
        target = self._formatter.target(result.path) or self._output
        is_new = _write_new(result.data, target)
        report_problems(result)
        report_capitals(result.lowered)
        if is_new or not self._formatter.several:
            done = f"wrote {target}" if is_new else f"{target} is up to date"
            seconds = perf_counter() - start
            echo_error(f"{summary(result)}; {done} ({seconds:.2f} s).")

    def _formatted(self, path: Path) -> FormattedFile:
        """Format an essay, and watch what it depends on.

        Raises:
            LoccitError: it can't be read or formatted.
        """
        essay = self._workspace.essay(path)
        self._watcher.add(dependencies(essay.essay, self._formatter.settings))
        draft = self._draft(essay)
        result = self._formatter.format_draft(draft, rendering=essay.render)
        self._own[path] = {path, *result.included}
        self._watcher.add(result.included)
        return _as_shown(result)

    def _draft(self, essay: OpenEssay) -> Draft:
        """Return an essay with what it cites, as the workspace has it.

        Raises:
            LoccitError: what makes the workspace go on with usual settings.
        """
        if essay.error or essay.library.error or not essay.library.paths:
            return read_draft(essay.essay, settings=self._formatter.settings)
        return essay.draft


def essays_outside(output: Path, what: Sequence[Path]) -> Iterator[Path]:
    """Yield the named essays, and those in named folders, except results.

    Raises:
        LoccitError: a folder has none.
    """
    results = output.resolve()
    for path in essays_in(what):
        if not path.resolve().is_relative_to(results) or path in what:
            yield path


def _same_name(path: Path, first: Path) -> LoccitError:
    return LoccitError(
        f"This is not formatted: {first} has the same name.",
        place=Place(str(path)),
        advice="Rename one of them.",
    )


def _as_shown(result: FormattedFile) -> FormattedFile:
    """Return a result whose paths are as in messages; the workspace has absolute ones."""
    of_sources = result.of_sources
    return replace(
        result,
        path=shown(result.path),
        problems=[*map(_problem_as_shown, result.problems)],
        of_sources=of_sources._replace(
            shown=[*map(_problem_as_shown, of_sources.shown)]
        ),
    )


def _problem_as_shown(problem: Problem) -> Problem:
    return replace(problem, place=_place_as_shown(problem.place))


def _place_as_shown(place: Place) -> Place:
    path = place.path and str(shown(Path(place.path)))
    return replace(place, path=path)


def _write_new(data: bytes, target: Path) -> bool:
    """Write a file unless it has these bytes already, so that no program that shows it
    loads it again for nothing; return whether it was written.
    """
    with suppress(OSError):  # it is missing
        if target.read_bytes() == data:
            return False
    write(data, target)
    return True
