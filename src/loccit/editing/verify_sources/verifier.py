"""Find what can be fixed in a library, as a check does."""

from __future__ import annotations

from collections.abc import Collection

from loccit.bibliography import Library, SourceFile
from loccit.editing.verify_sources.findings import findings_of
from loccit.editing.verify_sources.verified import Verifying
from loccit.editing.verify_sources.works import work_of_entry
from loccit.lint import Finding


class Verifier:
    """Verifies a library, entry by entry."""

    def __init__(self, library: Library, verifying: Verifying) -> None:
        self._library = library
        self._verifying = verifying

    def entries(
        self, keys: Collection[str] | None = None
    ) -> list[tuple[SourceFile, int]]:
        """Return the file and the index of each entry, or of those with these keys."""
        return [
            (file, index)
            for file in self._library.files
            for index, key in enumerate(file.keys)
            if keys is None or key in keys
        ]

    def of_entry(self, file: SourceFile, index: int) -> list[Finding]:
        """Find what the services say differently of an entry."""
        return [
            finding
            for cited in work_of_entry(file, index)
            for finding in findings_of(self._verifying.of(cited))
        ]
