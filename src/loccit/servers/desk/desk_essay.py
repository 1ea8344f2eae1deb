"""An essay that is open on the desk."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from pathlib import Path

from loccit._startup.namedtuple import NamedTuple
from loccit.drafting.essay.saved import SavedEssay
from loccit.drafting.opened.open_essay import OpenEssay
from loccit.drafting.opened.workspace import Workspace
from loccit.drafting.printed.since import PrintedSince
from loccit.lint import Finding
from loccit.model import Edit
from loccit.servers.desk.markup import KeptHtml
from loccit.servers.desk.page_text import PageText
from loccit.text_files.difference import difference

#: How many changes are remembered, for a page that has not heard of them yet.
_REMEMBERED = 100


class Change(NamedTuple):
    """A change of the text.

    Attributes:
        base: the version that it changed.
        edits: as the page counts them, in the text of that version.
    """

    base: int
    edits: Sequence[Edit]


class Findings(NamedTuple):
    """What a check found in a version."""

    version: int
    findings: Sequence[Finding]


class DeskEssay:
    """An essay as all tabs of the desk share it.

    Attributes:
        path: its file, absolute.
        saved: the file as it was read or saved last.
        version: the number of the text; the first is 1.
        citations, entries: what is printed, version by version.
        html: the HTML of that.
        findings: of the last check.
    """

    def __init__(self, path: Path, workspace: Workspace) -> None:
        """Open an essay.

        Raises:
            UnreadableFile: it can't be read.
        """
        self.path = path
        self.saved = SavedEssay.open(path)
        self.version = 1
        self.citations = PrintedSince[str]()
        self.entries = PrintedSince[tuple[str, str]]()
        self.html = KeptHtml()
        self.findings = Findings(0, ())
        self._page = PageText("")
        self._changes: deque[Change] = deque(maxlen=_REMEMBERED)
        self._workspace = workspace
        if self.is_text:
            workspace.open(path, self.saved.text, self.version)

    @property
    def is_text(self) -> bool:
        """Whether it is edited as text."""
        return self.saved.is_text

    @property
    def text(self) -> str:
        """Its characters, saved or not."""
        return self._workspace.text(self.path) if self.is_text else self.saved.text

    @property
    def page(self) -> PageText:
        """Its characters as the page counts them."""
        text = self.text
        if self._page.text is not text:
            self._page = PageText(text)
        return self._page

    @property
    def is_saved(self) -> bool:
        """Whether the disk has its text."""
        return not self.is_text or self.text == self.saved.text

    @property
    def opened(self) -> OpenEssay:
        """What it cites, and what that prints.

        Raises:
            UnreadableFile: it is a document, and can't be read any more.
        """
        return self._workspace.essay(self.path)

    def change(self, edits: Sequence[Edit]) -> Change:
        """Make edits of the text, each in the text as it is before all of them."""
        shown = self.page.edits_to_page(edits)
        change = Change(self.version, shown)
        self.version += 1
        # From the last to the first, so that none moves the others.
        backwards = sorted(edits, key=lambda edit: edit.span)[::-1]
        self._workspace.edit(self.path, backwards, self.version)
        self._changes.append(change)
        return change

    def replace(self, text: str) -> Change:
        """Replace the text: what is the same before and after stays."""
        return self.change([difference(self.text, text)])

    def reload(self, now: SavedEssay) -> Change | None:
        """Take what is on the disk; return the change of the text, if it is another."""
        self.saved = now
        if self.is_text:
            return self.replace(now.text) if now.text != self.text else None
        self.version += 1
        return None

    def changes_since(self, base: int) -> Sequence[Change] | None:
        """Return the changes that made a version this one; None if they are forgotten."""
        found = [change for change in self._changes if change.base >= base]
        return found if len(found) == self.version - base else None

    def save(self, *, overwrite: bool) -> None:
        """Write the text to the disk.

        Args:
            overwrite: whatever has become of the file.

        Raises:
            UnwritableFile: it can't be written, or somebody has changed it.
            UnreadableFile: it is gone.
        """
        write = self.saved.overwrite if overwrite else self.saved.save
        self.saved = write(self.text)
