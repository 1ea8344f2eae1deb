"""The records of a large file, found with the index that the cache keeps."""

from __future__ import annotations

from loccit.bibliography.kept_problems import kept_problems
from loccit.bibliography.source_file import KeptIndex


class IndexedRecords:
    """The records of a file that has not changed since its index was made; see
    `Records`.

    Raises:
        LookupError, TypeError, ValueError: the index is damaged.
    """

    def __init__(self, index: KeptIndex) -> None:
        self.path = index.path
        self.context: str = index.head["context"]
        self.problems = kept_problems(index)
        self.keys = index.keys
        self.made_keys = {
            number: index.keys[number] for number in index.columns["made"]
        }
        self.text = index.text
        self.position = index.position

    def index(self) -> None:
        return None
