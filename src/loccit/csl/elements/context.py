"""What rendering a source reads: the document, the source and the state of the cite."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Literal

from loccit._startup.dataclass import dataclass
from loccit.csl.elements.citation_label import citation_label
from loccit.csl.elements.tally import Tally
from loccit.csl.output_tree import Formatting, Node, Output
from loccit.csl.text.numbers import first_number
from loccit.model import Date, Locator, Name, Source
from loccit.values.languages import primary_language

if TYPE_CHECKING:
    from loccit.csl.locales.locale import Locale

Position = Literal["first", "subsequent", "ibid", "ibid-with-locator"]

#: Whether a cite introduces the abbreviation of a group, or may use it.
Abbreviation = Literal["", "introduced", "known"]

#: What a cite shows of a name beyond the style's form: nothing more, its initials, all
#: given names.
GivenLevel = Literal[0, 1, 2]


@dataclass(frozen=True, slots=True)
class CiteState:
    """What distinguishes one cite of a source from another.

    Rendering is a pure function of the layout, the source and this.

    Attributes:
        first_note: the note of the source's first citation, 0 if there is none.
        year_suffix: 1 for a, 2 for b ...; 0 for no suffix.
        names_shown: how many names each shortened list shows at least, list by list.
        given_levels: how much of the given names is shown, list by list and name by name.
        disambiguate: how many of the `disambiguate="true"` conditions it meets hold.
        narrative: the author is in a sentence.
        abbreviation: whether a group's abbreviation is introduced or known.
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


class Element:
    """A rendering element of a style."""

    __slots__ = ()

    def render(self, context: Context) -> Output | None:
        """The element's output, or None if it prints nothing."""
        raise NotImplementedError


class OuterNames(Element):
    """cs:names with a cs:substitute."""

    __slots__ = ()

    def with_variables(
        self,
        variables: tuple[str, ...],
        formatting: Formatting,
    ) -> Element:
        """The element with its own options for other variables."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class DocumentContext:
    """What all renderings of a document share.

    Attributes:
        macros: the style's macros by name.
        page_range_format, demote_particles, initialize_with_hyphen: attributes of
            cs:style.
        abbreviations: short forms by variable and long form.
        numbers: citation numbers by key.
        given_hints: how much of a given name cites show, to distinguish namesakes.
        primary_names_only: hints apply to the first name of a source alone.
    """

    macros: Mapping[str, tuple[Element, ...]]
    page_range_format: str
    demote_particles: str
    initialize_with_hyphen: bool
    abbreviations: Mapping[str, Mapping[str, str]]
    numbers: Mapping[str, int]
    given_hints: Mapping[Name, GivenLevel]
    primary_names_only: bool


@dataclass(frozen=True, slots=True)
class Context:
    """What one rendering of one source reads; only its `tally` changes.

    Attributes:
        name_attributes: inheritable name options of cs:style and cs:citation, or
            cs:bibliography.
        in_sort: the output is a sort key.
        sort_attributes: name options of that key.
        outer_names: the cs:names whose cs:substitute is being rendered.
        tally: what is counted on the way.
    """

    locale: Locale
    document: DocumentContext
    source: Source
    state: CiteState
    tally: Tally
    name_attributes: Mapping[str, str]
    in_bibliography: bool
    in_sort: bool
    sort_attributes: Mapping[str, str]
    outer_names: OuterNames | None = None

    @property
    def language(self) -> str:
        """The language that decides about letter case: the source's, else the locale's."""
        return primary_language(self.source.text("language") or self.locale.lang)

    def in_substitute(self, names: OuterNames) -> Context:
        """The context in the cs:substitute of a cs:names."""
        return Context(
            self.locale,
            self.document,
            self.source,
            self.state,
            self.tally,
            self.name_attributes,
            self.in_bibliography,
            self.in_sort,
            self.sort_attributes,
            names,
        )

    def render_all(self, elements: Iterable[Element]) -> tuple[Output, ...]:
        """The outputs of the elements that print anything."""
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

    def value(self, variable: str) -> str:
        """The text of a variable, also of one that belongs to the cite."""
        if variable in self.tally.suppressed:
            return ""
        return self._value(variable)

    def labelled_value(self, variable: str) -> str:
        """The text of a variable that has a label.

        In cs:substitute, the label may follow the variable that has just been used.
        """
        if self.outer_names is None:
            return self.value(variable)
        return self._value(variable)

    def _value(self, variable: str) -> str:
        special = _SPECIAL.get(variable)
        return special(self) if special else self.source.text(variable)

    def count(self, variable: str, *, found: bool) -> None:
        """Count a variable that was called, with a value or without.

        What is printed in cs:substitute is not printed again (CSL 1.0.2,
        "Substitute").
        """
        self.tally.count(found=found)
        if found and self.outer_names is not None and not self.in_sort:
            self.tally.suppressed.add(variable)

    def names(self, variable: str) -> tuple[Name, ...]:
        """The names of a variable."""
        if variable in self.tally.suppressed:
            return ()
        return self.source.names(variable)

    def date(self, variable: str) -> Date | None:
        """The date of a variable."""
        if variable in self.tally.suppressed:
            return None
        return self.source.date(variable)

    def has(self, variable: str) -> bool:
        """Return whether a variable has a value, even if cs:substitute has used it."""
        special = _SPECIAL.get(variable)
        if special:
            return bool(special(self))
        return bool(self.source.variables.get(variable))


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
    context.tally.numbered = True
    number = context.document.numbers.get(context.source.key)
    return str(number) if number else ""


def _locator(context: Context) -> str:
    locator = context.state.locator
    return locator.value.strip() if locator else ""


def _year_suffix(context: Context) -> str:
    return year_suffix_letters(context.state.year_suffix)


def _first_note(context: Context) -> str:
    return str(context.state.first_note or "")


def _citation_label(context: Context) -> str:
    return citation_label(context.source)


def _first_page(context: Context) -> str:
    page = context.source.text("page-first")
    return page or first_number(context.source.text("page"))


#: Variables that belong to the cite, or that are made of others.
_SPECIAL: dict[str, Callable[[Context], str]] = {
    "citation-number": _citation_number,
    "locator": _locator,
    "year-suffix": _year_suffix,
    "first-reference-note-number": _first_note,
    "citation-label": _citation_label,
    "page-first": _first_page,
}
SPECIAL_VARIABLES = frozenset(_SPECIAL)
