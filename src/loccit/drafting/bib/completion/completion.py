"""One way to go on with what is typed, and what the library knows for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from loccit._startup.dataclass import dataclass, field
from loccit.drafting.bib.used_values import UsedValues
from loccit.model import Span

#: What a completion is, for the sign that editors show beside it.
Kind = Literal["type", "field", "string", "key", "value"]


@dataclass(frozen=True, slots=True)
class BibCompletion:
    """One way to go on.

    Attributes:
        label: what is shown, and compared with what is typed.
        kind: what it is.
        span: what it replaces.
        new: what is typed before the cursor.
        after: what is typed after the cursor.
        detail: what it is, in a few words.
    """

    label: str
    kind: Kind
    span: Span
    new: str
    after: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class BibLibrary:
    """What completions take from the file and its library.

    Attributes:
        text: of the file.
        strings: the abbreviations, by name.
        titles: the keys of the library, each with what tells people which source it is.
        used: the values that the file has already.
    """

    text: str
    strings: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    used: UsedValues = field(default_factory=UsedValues)
