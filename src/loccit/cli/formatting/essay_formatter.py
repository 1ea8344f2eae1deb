"""Format essays one by one: the work that processes share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from loccit._startup.dataclass import dataclass, replace
from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography import Library
from loccit.cli.essays_in import is_folder, open_named
from loccit.cli.formatting.source_problems import SourceProblems, source_problems
from loccit.cli.terminal import write
from loccit.errors import LoccitError, UnwritableFile
from loccit.essays import Essay
from loccit.formatting.draft import Draft, read_draft
from loccit.formatting.format_essay import Rendering, format_draft
from loccit.formatting.formatted_essay import FormattedEssay
from loccit.formatting.lowered_capitals import lowered_capitals
from loccit.formatting.render import render
from loccit.model import Citation, Problem
from loccit.text_files.file_change import FileChange
from loccit.workspace.settings import Settings

if TYPE_CHECKING:
    from loccit.export.paper.make import PaperMaker


@dataclass(frozen=True, slots=True)
class FormattedFile:
    """What came of formatting an essay.

    Attributes:
        path: its file.
        data: the result: the essay, a paper or JSON; b"" once it is in a file.
        change: what would change in its file, if it is only shown.
        problems: what the writer should know.
        of_sources: the problems of the cited sources.
        lowered: the words of titles that lost their capital, and whether braces would
            keep it.
        citations, done, keys: how many citations there are, how many of them are
            formatted, and how many of these had keys.
        listed: how many sources are in the list.
        errors: how many problems keep a citation from being formatted.
        is_changed: whether the essay's own file would change.
        included: the files that the essay includes, or that a paper shows.
    """

    path: Path
    data: bytes
    change: FileChange | None
    problems: Sequence[Problem]
    of_sources: SourceProblems
    lowered: Mapping[str, bool]
    citations: int
    done: int
    keys: int
    listed: int
    errors: int
    is_changed: bool
    included: Sequence[Path]


@dataclass(frozen=True, slots=True)
class EssayFormatter:
    """Formats essays.

    Attributes:
        settings: those of the command.
        output: the file to write to, or the folder; None for standard output.
        in_place: whether each essay's own file is written to.
        dry_run: whether to write nothing.
        to: `essay` or `json`.
        several: whether there is more than one essay.
        paper_maker: makes a paper of the essay, if one is asked for.
    """

    settings: Settings
    output: Path | None = None
    in_place: bool = False
    dry_run: bool = False
    to: str = "essay"
    several: bool = False
    paper_maker: PaperMaker | None = None

    def format_path(self, path: Path) -> FormattedFile | LoccitError:
        """Format the essay in a file, and write the result if it goes to a file; return
        why it can't be read or written if it can't.
        """
        try:
            essay = open_named(path)
            result = self.format(essay, self._shared_library(essay))
            return self._written(result)
        except LoccitError as error:
            return error

    def format(
        self,
        essay: Essay,
        library: Library | None = None,
        named: Callable[[Problem], Problem] | None = None,
    ) -> FormattedFile:
        """Format an essay.

        Args:
            essay: the essay.
            library: as for `format_essay`.
            named: returns a problem with the names of files for the user, if the essay
                and its library have others.

        Raises:
            LoccitError: as `format_essay`.
        """
        return self.format_draft(read_draft(essay, library, self.settings), named)

    def format_draft(
        self,
        draft: Draft,
        named: Callable[[Problem], Problem] | None = None,
        rendering: Rendering = render,
    ) -> FormattedFile:
        """Format an essay with what it cites, which is looked up already.

        Args:
            draft: the essay.
            named: as for `format`.
            rendering: as for `loccit.formatting.format_essay.format_draft`.
        """
        if self.paper_maker:
            draft = self.paper_maker.prepare(draft)
        result = format_draft(draft, rendering)
        if named:
            problems = sorted(map(named, result.problems), key=lambda each: each.place)
            result = replace(result, problems=tuple(problems))
        made = self._made(draft, result)
        essay = draft.essay
        formatted = [each for each in result.citations if each.text is not None]
        return FormattedFile(
            Path(essay.path),
            made.data,
            FileChange(essay.data, result.data) if self.dry_run else None,
            made.problems,
            made.of_sources,
            made.lowered,
            citations=len(result.citations),
            done=len(formatted),
            keys=sum(_had_key(each.citation) for each in formatted),
            listed=len(result.bibliography),
            errors=sum(each.severity == "error" for each in result.problems),
            is_changed=bool(result.edits),
            included=(*essay.document.included, *made.images),
        )

    def _made(self, draft: Draft, result: FormattedEssay) -> _Made:
        """Return what is to be written, and what is to be said about it."""
        if self.to == "json":
            return _Made(self._as_json(result))  # which has the problems
        data, problems = result.data, result.problems
        images: tuple[Path, ...] = ()
        if self.paper_maker:
            data, more, images = self.paper_maker.make(draft, result)
            problems = (*problems, *more)
        path = Path(result.essay.path)
        of_sources = source_problems(draft.resolved, path, self.settings.bibliography)
        lowered = lowered_capitals(draft, result)
        return _Made(data, problems, of_sources, lowered, images)

    def _as_json(self, result: FormattedEssay) -> bytes:
        # Only JSON needs these.
        import json

        from loccit.formatting.as_json import as_json

        if self.several:
            # JSON Lines: one essay a line.
            named = {"file": result.essay.path, **as_json(result)}
            text = json.dumps(named, ensure_ascii=False)
        else:
            text = json.dumps(as_json(result), ensure_ascii=False, indent=2)
        return f"{text}\n".encode()

    def _shared_library(self, essay: Essay) -> Library | None:
        if not self.several:
            return None
        # Most runs are about one essay.
        from loccit.cli.many_essays.shared_library import shared_library

        return shared_library(essay, self.settings)

    def _written(self, result: FormattedFile) -> FormattedFile:
        """Write a result to its file, if it has one."""
        target = self.target(result.path)
        if target is None:
            return result
        if result.is_changed or not self.in_place:
            write(result.data, target)
        return replace(result, data=b"")

    def target(self, essay: Path) -> Path | None:
        """Return the file to write to; None if nothing is written, or to standard
        output.
        """
        if self.in_place:
            return None if self.dry_run else essay
        if self.output is None or not (self.several or is_folder(self.output)):
            return self.output
        try:
            self.output.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UnwritableFile(
                f"`{self.output}` is not a folder, so it can't hold several essays."
            ) from error
        return self.output / essay.name


class _Made(NamedTuple):
    """What was made of an essay, and what is said about it, as in a `FormattedFile`."""

    data: bytes
    problems: tuple[Problem, ...] = ()
    of_sources: SourceProblems = SourceProblems((), "")
    lowered: Mapping[str, bool] = {}
    images: tuple[Path, ...] = ()


def _had_key(citation: Citation) -> bool:
    """Return whether a citation that is text now was cited by key."""
    return not citation.typed and not citation.program
