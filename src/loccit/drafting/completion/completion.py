"""Ways to go on with what is typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from loccit._startup.dataclass import dataclass
from loccit.model import Span

#: What a completion is, for the sign that editors show beside it.
Kind = Literal["key", "locator", "style", "language", "file"]


@dataclass(frozen=True, slots=True)
class Completion:
    """One way to go on.

    Attributes:
        kind: what it is.
        label: what is shown.
        new: what is typed in the place of the span of its `Completions`.
        words: what else people may type to find it.
        detail: what it is, in a few words.
    """

    kind: Kind
    label: str
    new: str
    words: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Completions:
    """Ways to go on, the likeliest first.

    Attributes:
        items: the ways.
        typed: what is typed already.
        span: what each replaces: what is typed, and what follows of the same word.
        is_complete: whether there are no others that fit when more is typed.
    """

    items: Sequence[Completion]
    typed: str
    span: Span
    is_complete: bool = True
