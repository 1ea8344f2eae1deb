"""What rendering a source needs to know, and what it notes on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Literal, Protocol

from loccit._startup.dataclass import dataclass
from loccit.csl.elements.citation_label import citation_label
from loccit.csl.output_tree import Formatting, Node, Output
from loccit.model import Date, Locator, Name, Source

if TYPE_CHECKING:
    from loccit.csl.elements.name_options import NameOptions
    from loccit.csl.locales.locale import Locale

Position = Literal["first", "subsequent", "ibid", "ibid-with-locator"]

#: What becomes of a group's abbreviation in a cite.
Abbreviation = Literal["", "introduced", "known"]

#: What a cite shows of a name beyond what the style's form does: nothing more, its
#: initials, all given names.
GivenLevel = Literal[0, 1, 2]


@dataclass(frozen=True, slots=True)
class CiteState:
    """What a cite knows about itself.  Rendering is a pure function of the layout, the
    source and this.

    Attributes:
        first_note: the note of the source's first citation, 0 for none.
        year_suffix: 1 for a, 2 for b ...; 0 for none.
        names_shown: how many names each shortened list shows at least, list by list.
        given_levels: how much of the given names is shown, list by list and name by name.
        disambiguate: how many of the `disambiguate="true"` conditions it meets hold.
        narrative: the author stands in a sentence.
        abbreviation: what becomes of a group's abbreviation.
    """

    position: Position = "first"
    near_note: bool = False
    first_note: int = 0
    locator: Locator | None = None
    year_suffix: int = 0
    names_shown: tuple[int, ...] = ()
    given_levels: tuple[tuple[GivenLevel, ...], ...] = ()
    disambiguate: int = 0
    narrative: bool = False
    abbreviation: Abbreviation = ""


class Element(Protocol):
    """A rendering element of a style."""

    def render(self, context: Context) -> Output | None:
        """The element's output, None where there is nothing to print."""


@dataclass(frozen=True, slots=True)
class NamesList:
    """What cs:names found and showed: disambiguation works on it."""

    names: tuple[Name, ...]
    shown: int
    options: NameOptions


@dataclass(slots=True)
class Context:
    """One rendering of one source.

    `called` and `found` count the variables that were asked for and those that had a
    value: cs:group and cs:names decide by them.  `used` lists what was printed, for
    cs:substitute; `outer_names` makes of a cs:names within one that has variables alone
    the whole that it stands for.  `numbered` says that the citation number was asked
    for.
    """

    locale: Locale
    source: Source
    state: CiteState
    numbers: Mapping[str, int]
    macros: Mapping[str, tuple[Element, ...]]
    name_attributes: Mapping[str, str]
    page_range_format: str = ""
    demote_particles: str = "display-and-sort"
    initialize_with_hyphen: bool = True
    given_hints: Mapping[Name, GivenLevel] = field(default_factory=dict)
    primary_names_only: bool = False
    conditions: int = 0
    abbreviations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    in_bibliography: bool = False
    in_sort: bool = False
    sort_attributes: Mapping[str, str] = field(default_factory=dict)
    called: int = 0
    found: int = 0
    used: list[str] = field(default_factory=list)
    suppressed: set[str] = field(default_factory=set)
    lists: list[NamesList] = field(default_factory=list)
    numbered: bool = False
    outer_names: list[Callable[[tuple[str, ...], Formatting], Element]] = field(
        default_factory=list
    )

    def render_all(self, elements: Iterable[Element]) -> tuple[Output, ...]:
        """What the elements print, without those that print nothing."""
        outputs: list[Output] = []
        for element in elements:
            output = element.render(self)
            if output is None:
                continue
            if isinstance(output, Node) and output.tag == "transparent":
                outputs += output.children
            else:
                outputs.append(output)
        return tuple(outputs)

    def note(self, variable: str, found: bool) -> None:
        """A variable was called; it had a value, or none."""
        self.called += 1
        if found:
            self.found += 1
            self.used.append(variable)

    def value(self, variable: str) -> str:
        """The text of a variable, including those that the cite brings."""
        if variable in self.suppressed:
            return ""
        special = _SPECIAL.get(variable)
        return special(self) if special else self.source.text(variable)

    def names(self, variable: str) -> tuple[Name, ...]:
        """The names of a variable."""
        return () if variable in self.suppressed else self.source.names(variable)

    def date(self, variable: str) -> Date | None:
        """The date of a variable."""
        return None if variable in self.suppressed else self.source.date(variable)

    def has(self, variable: str) -> bool:
        """Whether a variable has a value; conditions do not see what cs:substitute used
        up.
        """
        special = _SPECIAL.get(variable)
        return (
            bool(special(self))
            if special
            else bool(self.source.variables.get(variable))
        )


def year_suffix_letters(number: int) -> str:
    """1 is a, 26 is z, 27 is aa (CSL 1.0.2, "Disambiguation").

    >>> year_suffix_letters(28)
    'ab'
    """
    letters = ""
    while number > 0:
        number, digit = divmod(number - 1, 26)
        letters = chr(ord("a") + digit) + letters
    return letters


def _citation_number(context: Context) -> str:
    context.numbered = True
    number = context.numbers.get(context.source.key)
    return str(number) if number else ""


def _locator(context: Context) -> str:
    return context.state.locator.value.strip() if context.state.locator else ""


_SPECIAL: dict[str, Callable[[Context], str]] = {
    "citation-number": _citation_number,
    "locator": _locator,
    "year-suffix": lambda context: year_suffix_letters(context.state.year_suffix),
    "first-reference-note-number": lambda context: str(context.state.first_note or ""),
    "citation-label": lambda context: citation_label(context.source),
    "page-first": lambda context: (
        context.source.text("page-first") or _first_page(context.source.text("page"))
    ),
}


def _first_page(pages: str) -> str:
    from loccit.csl.text.numbers import first_number

    return first_number(pages)
