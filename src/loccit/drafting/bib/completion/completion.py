"""One way to go on with what is typed, and what the library knows for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Literal

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.bibliography.search.summary import Summary
from loccit.drafting.bib.used_values import UsedValues
from loccit.model import Span

#: What a completion is, for the sign that editors show beside it.
Kind = Literal["type", "field", "string", "key", "value"]


#: An abbreviation, and the line on which it is defined.
_STRING = regex(r"@\s*string\s*[{(]\s*([\w:.+-]+)\s*=([^\r\n]*)", re.IGNORECASE)


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


class BibLibrary:
    """What completions take from the file and its library.

    Attributes:
        text: of the file.
        find: finds sources of the library by what is typed of them.
        used: the values that the file has already.
    """

    def __init__(
        self,
        text: str,
        find: Callable[[str], Sequence[Summary]] = lambda _: (),
        used: UsedValues | None = None,
    ) -> None:
        self.text = text
        self.find = find
        self.used = used or UsedValues()

    @cached_property
    def strings(self) -> Mapping[str, str]:
        """The abbreviations that the file defines, with what they stand for."""
        return {
            found[1]: found[2].strip(' \t\r\n{}"')
            for found in _STRING.finditer(self.text)
        }
