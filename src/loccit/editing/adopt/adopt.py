"""Plan the adoption of essays, and write it: essays and library together, or neither."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from loccit import csl
from loccit._startup.dataclass import replace
from loccit.editing.adopt.add_new import with_new_sources
from loccit.editing.adopt.complete import Complete, leave_incomplete
from loccit.editing.adopt.essay_edits import edits_of, write_citations
from loccit.editing.adopt.journal import (
    JOURNAL,
    Record,
    changed_file,
    journal_change,
    journal_folder,
    read_journal,
    whole_change,
)
from loccit.editing.adopt.library_draft import LibraryDraft
from loccit.editing.adopt.plan import CitationPlan, CitePlan, EntryPlan, EssayPlan
from loccit.editing.adopt.plan_citations import plan_citations
from loccit.editing.adopt.plan_entries import EntryPlanner
from loccit.editing.adopt.questions import Decide, leave_open
from loccit.editing.adopt.recognize_typed import recognize_typed
from loccit.editing.adopt.typed_list_edits import list_edits
from loccit.editing.library_file import locked, new_folders, write_together
from loccit.essays import Essay
from loccit.model import Source
from loccit.text_files.file_change import FileChange
from loccit.workspace.essay_library import essay_folder, essay_settings
from loccit.workspace.library_files import FIRST_FILE, files_of
from loccit.workspace.library_paths import bibliography_paths
from loccit.workspace.settings import Settings

_DEFAULT_LANGUAGE = "en-US"


class Adoption:
    """What becomes of the essays of one library, and of the library.

    Attributes:
        draft: the library.
        folder: where the journal is kept: beside the library.
        plans: of each essay.
    """

    def __init__(self, draft: LibraryDraft, folder: Path) -> None:
        self.draft = draft
        self.folder = folder
        self.plans: list[EssayPlan] = []

    def plan(
        self, essay: Essay, settings: Settings, decide: Decide, complete: Complete
    ) -> EssayPlan:
        """Plan what becomes of an essay.

        Raises:
            LoccitError: the library can't be read or changed.
        """
        library = self.draft.library(settings.references)
        lang = settings.lang or _DEFAULT_LANGUAGE
        by_key = essay.citations(csl.locator_terms(lang))
        recognized = recognize_typed(essay, by_key, library, settings)
        planner = EntryPlanner(essay, library, decide, complete)
        entries = planner.plans(recognized)
        citations = plan_citations(essay, recognized, entries, library, decide)
        keyless = [*citations]
        entries = with_new_sources(entries, self.draft, library)
        library = self.draft.library(settings.references)
        keyed = [_with_keys(plan, entries) for plan in keyless]
        written = write_citations(essay, keyed, library.get, lang)
        plan = EssayPlan(
            essay,
            recognized,
            tuple(written),
            tuple(entries),
            style=settings.csl or "",
        )
        edits = [*edits_of(written), *list_edits(plan, library, settings)]
        plan = replace(plan, edits=tuple(edits))
        self.plans.append(plan)
        return plan

    @property
    def library_change(self) -> dict[Path, FileChange]:
        """The change of the library's file for new sources, if there are any."""
        change = self.draft.change
        return {self.draft.target: change} if change else {}

    @property
    def essay_changes(self) -> dict[Path, FileChange]:
        """The changes of the essays."""
        return {
            Path(plan.essay.path): FileChange(
                plan.essay.data, plan.essay.with_edits(plan.edits)
            )
            for plan in self.plans
            if plan.edits
        }

    @property
    def changes(self) -> dict[Path, FileChange]:
        """The changes of library and essays."""
        return {**self.library_change, **self.essay_changes}

    def write(self) -> dict[Path, FileChange]:
        """Write all changes, or none, and return them; the journal says how to undo
        them.

        Raises:
            LoccitError: a file can't be written, or was changed in the meantime; all
                are as they were.
        """
        changes = self.changes
        if not changes:
            return {}
        held = [*self.library_change] or [self.folder / JOURNAL]
        with new_folders(path.parent for path in held), locked(held):
            records = [*read_journal(self.folder), self._record()]
            journal = journal_change(self.folder, records)
            write_together({**changes, **journal}, held)
        return changes

    def _record(self) -> Record:
        """Return what the journal remembers of the changes."""
        edits = {Path(plan.essay.path): plan.edits for plan in self.plans}
        essays = [
            changed_file(path, change, edits[path], self.folder)
            for path, change in self.essay_changes.items()
        ]
        library = [
            whole_change(path, change, self.folder)
            for path, change in self.library_change.items()
        ]
        return Record(essays, library, [source.key for source in self.new_sources])

    @property
    def new_sources(self) -> list[Source]:
        """The sources that are new in the library."""
        return [source for plan in self.plans for source in plan.new_sources]


class Adoptions:
    """Plans the adoption of essays, each with its library."""

    def __init__(
        self,
        settings: Settings,
        into: Path | None = None,
        decide: Decide = leave_open,
        complete: Complete = leave_incomplete,
    ) -> None:
        """Prepare for essays.

        Args:
            settings: those of the command, over those of each essay.
            into: the file for new sources; None for the library's own.
            decide: answers what is doubtful.
            complete: completes new sources.
        """
        self._settings = settings
        self._into = into
        self._decide = decide
        self._complete = complete
        self._by_library: dict[Sequence[Path], Adoption] = {}

    def __iter__(self) -> Iterator[Adoption]:
        """Yield what becomes of each library and its essays."""
        yield from self._by_library.values()

    def plan(self, essay: Essay) -> EssayPlan:
        """Plan what becomes of an essay.

        Raises:
            LoccitError: its settings or its library can't be read, or the library can't
                be changed.
        """
        settings = self._settings.over(essay_settings(essay))
        adoption = self._adoption(essay, settings)
        return adoption.plan(essay, settings, self._decide, self._complete)

    def _adoption(self, essay: Essay, settings: Settings) -> Adoption:
        """Return what becomes of the library of an essay; several essays share one."""
        paths = bibliography_paths(settings, essay_folder(essay))
        files = files_of(paths)
        first = _first_file(paths, essay)
        name = tuple(files) or (first,)
        if name not in self._by_library:
            into = self._into or (None if files else first)
            folder = journal_folder(files or [first], essay_folder(essay))
            self._by_library[name] = Adoption(LibraryDraft(files, into), folder)
        return self._by_library[name]


def _first_file(paths: Sequence[Path], essay: Essay) -> Path:
    """Return the first file of a library that has none yet: in the folder that is there,
    else in one beside the essays of the current folder, or beside the essay.
    """
    if paths:
        return paths[0] / FIRST_FILE.name
    folder = essay_folder(essay)
    if Path.cwd() in (folder.absolute(), *folder.absolute().parents):
        return FIRST_FILE
    return folder / FIRST_FILE


def _with_keys(plan: CitationPlan, entries: Sequence[EntryPlan]) -> CitationPlan:
    """Give each adopted cite the key of its work."""
    cites = tuple(_with_key(cite, entries) for cite in plan.cites)
    return replace(plan, cites=cites)


def _with_key(cite: CitePlan, entries: Sequence[EntryPlan]) -> CitePlan:
    if cite.outcome != "adopted" or cite.key or not isinstance(cite.work, int):
        return cite
    return replace(cite, key=entries[cite.work].key)
