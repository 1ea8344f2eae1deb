"""Where somebody asks what can be done: a file, and a stretch of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from loccit.drafting.bib import is_bib
from loccit.drafting.bib.blocks import BibBlock, block_at
from loccit.drafting.opened.open_essay import OpenEssay
from loccit.drafting.opened.open_library import OpenLibrary
from loccit.drafting.opened.workspace import Workspace
from loccit.drafting.problems.placed import PlacedProblem
from loccit.model import Citation, Source, Span


class Asked:
    """A selection in a file.

    Attributes:
        workspace: what is open.
        path: the file.
        span: what is selected; empty where the cursor is.
        problems: what is known to be wrong with the file.
        fetched: what the network answered, for an action that asked it.
    """

    def __init__(
        self,
        workspace: Workspace,
        path: Path,
        span: Span,
        problems: Sequence[PlacedProblem] = (),
        fetched: object = None,
    ) -> None:
        self.workspace = workspace
        self.path = path.absolute()
        self.span = span
        self.problems = problems
        self.fetched = fetched

    def touches(self, span: Span) -> bool:
        """Return whether the selection has a part of a span, or is at its end."""
        return span.start <= self.span.end and self.span.start <= span.end

    def problem_at(self, rule: str, span: Span) -> PlacedProblem | None:
        """Return the violation of a rule at a place, if it is known."""
        for placed in self.problems:
            if placed.problem.rule == rule and placed.span == span:
                return placed
        return None

    @cached_property
    def text(self) -> str:
        """The characters of the file.

        Raises:
            UnreadableFile: it is not open, and can't be read.
        """
        return self.workspace.text(self.path)

    @cached_property
    def essay(self) -> OpenEssay | None:
        """The essay that the file is."""
        if self.workspace.is_text(self.path):
            return self.workspace.essay(self.path)
        return None

    @cached_property
    def library(self) -> OpenLibrary:
        """The library of the essay, or around the file."""
        if self.essay:
            return self.essay.library
        return self.workspace.library(self.path)

    @cached_property
    def citation(self) -> Citation | None:
        """The citation by key where the selection begins."""
        found = self.essay.citation_at(self.span.start) if self.essay else None
        return found if found and not found.typed and not found.part else None

    @cached_property
    def block(self) -> BibBlock | None:
        """The entry of a `.bib` file where the selection begins."""
        return block_at(self.text, self.span.start) if is_bib(self.path) else None

    @property
    def entry_key(self) -> str:
        """The key of that entry; "" if there is none."""
        return self.block.key.of(self.text) if self.block else ""

    @cached_property
    def entry_source(self) -> Source | None:
        """The source of that entry as its file has it.

        `Library.get` looks at all titles of the file first, for its habits.
        """
        library = self.library.library
        if not self.entry_key or self.entry_key not in library:
            return None
        file, index = library.entry_of(self.entry_key)
        return file.read(index).source
