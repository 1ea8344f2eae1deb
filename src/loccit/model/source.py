"""Source: a work that can be cited, in CSL-JSON's variables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from loccit._startup.dataclass import dataclass, field, replace
from loccit._startup.regex import regex
from loccit.model.date import Date
from loccit.model.name import Name
from loccit.model.problem import Place
from loccit.model.title_habits import TitleHabits

#: Text (with CSL-JSON's HTML-like markup: `<i>`, `<b>`, `<sup>`, `<sub>`, `<sc>`,
#: `<span class="nocase">`) or a number as text; names; or a date.
Value: TypeAlias = "str | tuple[Name, ...] | Date"

_MARKUP = regex(r"</?(?:i|b|sc|sup|sub|span)(?:\s[^<>]*)?>")


@dataclass(frozen=True, slots=True)
class Source:
    """A work that can be cited.

    Attributes:
        key: the name that writers cite it by; CSL-JSON's `id`.
        type: a CSL 1.0.2 item type, such as `book` or `article-journal`.
        variables: values by the names of CSL variables (`title`, `container-title`,
            `author`, `issued`, `DOI` ...).
        place: the file and line it was read from.
        headline: its titles may be headlines, with `nocase` spans around what must keep
            its capitals, as in BibTeX; those given to the CSL processor as CSL-JSON are
            in sentence case.
        original: the entry as its format writes it, if that has more than CSL can
            express; code that changes the variables must drop it.
        custom: what its file says beyond CSL's variables (a `.bib` entry's `file`,
            `groups` ...), by name and unchanged; CSL-JSON's `custom`.
        habits: how the titles of its file are typed.

    >>> book = Source("alexander2010", "book", {"title": "The New Jim Crow"})
    >>> book.text("title")
    'The New Jim Crow'
    """

    key: str
    type: str
    variables: Mapping[str, Value] = field(default_factory=dict)
    place: Place = Place()
    headline: bool = False
    original: str = field(default="", compare=False, repr=False)
    custom: Mapping[str, object] = field(default_factory=dict)
    habits: TitleHabits = field(default=TitleHabits(), compare=False, repr=False)

    def text(self, variable: str) -> str:
        """Return a text or number variable, or `""` if it is missing or of another
        kind.
        """
        value = self.variables.get(variable, "")
        return value if isinstance(value, str) else ""

    def plain(self, variable: str) -> str:
        """Return a text variable without its markup.

        >>> Source("x", "book", {"title": "On <i>Emma</i>"}).plain("title")
        'On Emma'
        """
        text = self.text(variable)
        return _MARKUP.sub("", text) if "<" in text else text

    def names(self, variable: str) -> tuple[Name, ...]:
        """Return a name variable, or `()`."""
        value = self.variables.get(variable, ())
        return value if isinstance(value, tuple) else ()

    def date(self, variable: str) -> Date | None:
        """Return a date variable, or None."""
        value = self.variables.get(variable)
        return value if isinstance(value, Date) else None

    def with_variables(
        self, values: Mapping[str, Value | None], type_: str = ""
    ) -> Source:
        """Return the source with other values; None and empty values remove a variable.

        Args:
            values: the new values, by variable.
            type_: the new type, if it changes.

        >>> Source("x", "song", {"medium": "mp3"}).with_variables({"medium": None}).variables
        {}
        """
        variables = {**self.variables, **values}
        kept = {name: value for name, value in variables.items() if value}
        return replace(self, type=type_ or self.type, variables=kept)
