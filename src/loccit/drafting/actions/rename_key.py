"""Give an entry the key that `loccit keys` would: `doe2001`."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography.keys import other_keys
from loccit.drafting.acting.asked import Asked
from loccit.drafting.acting.offer import Offer
from loccit.drafting.file_edits import FileEdits
from loccit.drafting.keys.key_here import key_at
from loccit.drafting.keys.renaming import rename
from loccit.errors import InvalidChange


def offers(asked: Asked) -> Iterator[Offer]:
    """Offer the key that follows the pattern."""
    key = asked.entry_key
    source = asked.entry_source
    if source:
        new = other_keys([source], set(asked.library.library.keys())).get(key)
        if new:
            yield Offer(f"Rename the key to `{new}`", "refactor.rewrite", new)


def edits(asked: Asked, argument: str) -> FileEdits:
    """Change the key in the library and in every essay."""
    start = asked.block.key.start if asked.block else asked.span.start
    here = key_at(asked.workspace, asked.path, start)
    if here is None:
        raise InvalidChange("There is no key here any more.")
    return rename(asked.workspace, here, argument)
