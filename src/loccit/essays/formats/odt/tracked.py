"""Tracked changes (ODF 1.3, part 3, section 5.5): what somebody inserted is text, and what
was deleted is kept beside it, until the changes are accepted.
"""

from __future__ import annotations

from loccit.essays.packages.element import Element


class TrackedChanges:
    """The tracked changes of a part.

    Attributes:
        insertions: the ids of those that inserted something.
        deletions: what others deleted, by their ids.
    """

    def __init__(self, root: Element) -> None:
        """Read the changes of a part."""
        self.insertions: set[str] = set()
        self.deletions: dict[str, Element] = {}
        for changes in root.iterate("text:tracked-changes"):
            for region in changes.elements:
                self._read(region)

    def _read(self, region: Element) -> None:
        # Older versions have only the second attribute.
        identifier = region.get("xml:id") or region.get("text:id")
        for change in region.elements:
            if change.tag == "text:insertion":
                self.insertions.add(identifier)
            elif change.tag == "text:deletion":
                self.deletions[identifier] = change
