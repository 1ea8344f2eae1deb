"""Questions about what is typed, and who answers them."""

from __future__ import annotations

from typing import Literal, Protocol

from loccit._startup.dataclass import dataclass
from loccit.model import Place, Source


@dataclass(frozen=True, slots=True)
class Option:
    """A work that something typed may be of.

    Attributes:
        key: its key in the library, or "".
        entry: the id of its entry in the essay's list, or "".
        words: the work in words.
        confidence: how likely it is the one, from 0 to 1.
        why: what speaks for it and against it.
    """

    key: str
    entry: str
    words: str
    confidence: float
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question about something typed: what becomes of it?

    Attributes:
        id: its name: `c3.1`, `e2`.
        kind: a cite in the text, or an entry of the list.
        typed: what is typed.
        is_doubtful: whether nobody knows unless somebody answers.
        group: the questions that one answer may be for: all of one name.
        place: where it is.
        options: the works that it may be of, the likeliest first.
        new: the source that an entry would become, if that is an answer.
        why: what makes it doubtful.
    """

    id: str
    kind: Literal["cite", "entry"]
    typed: str
    is_doubtful: bool
    group: str
    place: Place
    options: tuple[Option, ...] = ()
    new: Source | None = None
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer to a question: exactly one of its attributes is set.

    Attributes:
        key: it is this source of the library.
        entry: it is the work of this entry, by its id.
        new: it is a new source.
        as_typed: it stays as it is typed.
    """

    key: str = ""
    entry: str = ""
    new: bool = False
    as_typed: bool = False


class Decide(Protocol):
    """Somebody who answers questions."""

    def __call__(self, question: Question) -> Decision | None:
        """Answer a question; None leaves it to the plan, or open if it is doubtful."""


def leave_open(question: Question) -> None:
    """Answer no question."""
