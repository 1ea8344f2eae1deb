"""Changes of CSL-JSON files, as they stand; those of any items are tested in
test_items.py.
"""

from __future__ import annotations

from tests.bibliography.changes import changed


def test_changes(given: str, expected: str) -> None:
    assert changed(given, "a.json", ".json").strip() == expected
