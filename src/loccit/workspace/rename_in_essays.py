"""Change keys in the essays that cite them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from loccit import csl
from loccit.essays import Essay
from loccit.essays.rename import rename_keys
from loccit.text_files.file_change import FileChange
from loccit.workspace.membership import own_keys


def rename_in_essays(
    keys: Mapping[str, str], essays: Iterable[Essay]
) -> dict[Path, FileChange]:
    """Return the changes of the essays that cite some of the keys.

    Args:
        keys: the new key of each.
        essays: those that may cite them.

    Raises:
        InvalidChange: a new key can't be cited.
        InvalidSettings: the front matter of an essay can't be read.
        UnwritableFile: an essay's encoding lacks a character of a new key.
    """
    words = csl.locator_terms("en-US")
    changes = {}
    for essay in essays:
        meant = dict(keys)
        for own in own_keys(essay):
            meant.pop(own, None)
        # Most essays have none of the keys, and need not be parsed.
        if any(old in essay.document.searchable for old in meant):
            renamed = rename_keys(essay, meant, words)
            changes[Path(essay.path)] = FileChange(essay.data, renamed)
    return changes
