"""What every bibliography format reads a file as: keys at once, sources when they are
asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from loccit.model import Place, Problem, Source
from loccit.values.csl_types import CSL_TYPES


class Reading(NamedTuple):
    """One entry read: the source, or None where nothing could be made of it, and what
    is wrong with it.
    """

    source: Source | None
    problems: tuple[Problem, ...] = ()


class SourceFile(Protocol):
    """A file of sources.  Entries are known by their index in file order; a key may
    stand there twice.
    """

    @property
    def keys(self) -> Sequence[str]:
        """The key of each entry."""

    @property
    def problems(self) -> Sequence[Problem]:
        """What is wrong, as far as is known without reading an entry."""

    def join(self, files: Sequence[SourceFile]) -> None:
        """Be told of all files of the library, this one too: an entry may inherit from
        one in another file.
        """

    def read(self, index: int) -> Reading:
        """The source of an entry."""

    def place(self, index: int) -> Place:
        """Where an entry begins."""

    def text(self, index: int) -> str:
        """An entry as it stands in the file, in some form that is equal for equal
        entries.
        """

    def fingerprint(self, index: int) -> bytes | None:
        """What changes with an entry, in 16 bytes; None where it leans on others, with
        which its source may change.
        """


def fingerprint(text: str) -> bytes:
    """What two texts have in common only if they are the same."""
    from hashlib import blake2b

    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def type_problems(source: Source) -> tuple[Problem, ...]:
    """What is wrong with a CSL item's type: without one that is known, a style can't
    tell a book from an article.
    """
    if source.type in CSL_TYPES:
        return ()
    from loccit.bibliography.nearest import nearest

    what = (
        f"has the type `{source.type}`, which CSL doesn't know"
        if source.type
        else "has no `type`"
    )
    near = nearest(source.type.replace("_", "-"), sorted(CSL_TYPES), 1)
    advice = (
        f"Did you mean `{near[0]}`?"
        if near
        else "Give it one, such as `book`, `article-journal` or `webpage`."
    )
    return (
        Problem(
            "unknown-type",
            f"The source `{source.key}` {what}.",
            source.place,
            "warning",
            advice,
        ),
    )


class Sources:
    """Sources that were all read at once, as JSON and YAML have to be."""

    def __init__(
        self, sources: Sequence[Source], problems: Sequence[Problem] = ()
    ) -> None:
        self._sources = sources
        self.keys = [source.key for source in sources]
        self.problems = problems

    def join(self, files: Sequence[SourceFile]) -> None:
        """CSL items lean on no others."""

    def read(self, index: int) -> Reading:
        source = self._sources[index]
        return Reading(source, type_problems(source))

    def place(self, index: int) -> Place:
        return self._sources[index].place

    def text(self, index: int) -> str:
        source = self._sources[index]
        return repr((source.type, sorted(source.variables.items())))

    def fingerprint(self, index: int) -> bytes:
        return fingerprint(self.text(index))
