"""Rendering a source under a layout, each state once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from loccit._startup.dataclass import dataclass
from loccit.csl.citations.sort import SortValue, sort_value
from loccit.csl.elements.context import (
    CiteState,
    Context,
    GivenLevel,
    NamesList,
    year_suffix_letters,
)
from loccit.csl.locales.locale import Locale
from loccit.csl.output_tree import Node, Output, edit, edit_first
from loccit.csl.styles.style import Layout, Style
from loccit.csl.text.typeset import plain_text
from loccit.model import Name, Source


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a source rendered to, with the name lists met on the way."""

    output: Output
    lists: tuple[NamesList, ...]
    conditions: int = 0


class Renderer:
    """A style, a locale and the sources; renderings are kept by source, area and state.

    Attributes:
        given_hints: what names show of their given names throughout.
        numbered: the sources whose renderings have asked for their citation numbers.
        changed: the sources whose renderings were forgotten.
    """

    def __init__(
        self,
        style: Style,
        locale: Locale,
        *,
        abbreviations: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        self.style, self.locale, self.abbreviations = style, locale, abbreviations or {}
        self.sources: dict[str, Source] = {}
        self.numbers: dict[str, int] = {}
        self.given_hints: Mapping[Name, GivenLevel] = {}
        self.primary_names_only = False
        self.numbered: set[str] = set()
        self.changed: set[str] = set()
        self._kept: dict[str, dict[tuple[bool, CiteState], Rendered]] = defaultdict(
            dict
        )
        self._sort_values: dict[str, dict[bool, tuple[SortValue, ...]]] = defaultdict(
            dict
        )
        self._texts: dict[str, dict[CiteState, str]] = defaultdict(dict)

    def cite(self, key: str, state: CiteState) -> Rendered:
        """The source as a cite, without affixes of the layout."""
        return self._render(False, self.style.citation, key, state)

    def entry(self, key: str, state: CiteState) -> Rendered:
        """The source as an entry of the bibliography."""
        assert self.style.bibliography is not None
        return self._render(True, self.style.bibliography, key, state)

    def part(self, key: str, state: CiteState, layout: Layout) -> Output | None:
        """The source under another layout, within its affixes; None where that prints
        nothing.
        """
        context = self.context(key, state, layout, in_bibliography=False)
        outputs = context.render_all(layout.elements)
        return Node(outputs, layout.formatting) if outputs else None

    def text(self, key: str, state: CiteState) -> str:
        """The cite's characters: what readers can tell cites apart by."""
        kept = self._texts[key]
        known = kept.get(state)
        if known is None:
            known = kept[state] = plain_text(
                edit(self.cite(key, state).output, _without_access_date), self.locale
            )
        return known

    def context(
        self, key: str, state: CiteState, layout: Layout, *, in_bibliography: bool
    ) -> Context:
        """A new context for one rendering."""
        style = self.style
        return Context(
            locale=self.locale,
            source=self.sources[key],
            state=state,
            numbers=self.numbers,
            macros=style.macros,
            name_attributes=layout.name_attributes,
            page_range_format=style.page_range_format,
            demote_particles=style.demote_particles,
            initialize_with_hyphen=style.initialize_with_hyphen,
            given_hints={} if in_bibliography else self.given_hints,
            primary_names_only=self.primary_names_only,
            abbreviations=self.abbreviations,
            in_bibliography=in_bibliography,
        )

    def take(self, sources: Mapping[str, Source]) -> None:
        """Takes the sources of the document."""
        for key, source in self.sources.items():
            if sources.get(key) is not source:
                self._forget(key)
        self.sources = dict(sources)

    def number(self, keys: Iterable[str]) -> None:
        """Gives the sources their citation numbers."""
        numbers = {key: number for number, key in enumerate(keys, start=1)}
        for key in list(self.numbered):
            if numbers.get(key) != self.numbers.get(key):
                self._forget(key)
        self.numbers = numbers

    def expand_names(
        self, hints: Mapping[Name, GivenLevel], *, primary_only: bool
    ) -> None:
        """Takes what tells namesakes apart throughout the document."""
        differing = {name for name, _ in hints.items() ^ self.given_hints.items()}
        self.given_hints, self.primary_names_only = hints, primary_only
        for key in self.sources if differing else ():
            lists = (
                value
                for value in self.sources[key].variables.values()
                if isinstance(value, tuple)
            )
            if any(name in differing for names in lists for name in names):
                self._forget(key)

    def sort_values(self, key: str, *, in_bibliography: bool) -> tuple[SortValue, ...]:
        """What the source is sorted by, in citations or in the bibliography; kept, for
        cites repeat.
        """
        kept = self._sort_values[key]
        known = kept.get(in_bibliography)
        if known is None:
            layout = self.style.bibliography if in_bibliography else self.style.citation
            assert layout is not None
            values = []
            for sort_key in layout.sort_keys:
                context = self.context(
                    key, CiteState(), layout, in_bibliography=in_bibliography
                )
                context.sort_attributes = sort_key.name_attributes
                context.given_hints = {}  # what is sorted is not told apart yet
                values.append(sort_value(sort_key, context))
                self._note_number(key, context)
            known = kept[in_bibliography] = tuple(values)
        return known

    def _forget(self, key: str) -> None:
        self.changed.add(key)
        self.numbered.discard(key)
        for kept in (self._kept, self._texts, self._sort_values):
            kept.pop(key, None)

    def _note_number(self, key: str, context: Context) -> None:
        if context.numbered:
            self.numbered.add(key)

    def _render(
        self, in_bibliography: bool, layout: Layout, key: str, state: CiteState
    ) -> Rendered:
        kept = self._kept[key]
        known = kept.get((in_bibliography, state))
        if known is None:
            context = self.context(key, state, layout, in_bibliography=in_bibliography)
            outputs = context.render_all(layout.elements)
            output: Output = Node(outputs)
            if state.year_suffix and not self.style.explicit_year_suffix:
                output = add_year_suffix(output, state.year_suffix)
            self._note_number(key, context)
            known = kept[in_bibliography, state] = Rendered(
                output, tuple(context.lists), context.conditions
            )
        return known


def _without_access_date(node: Node) -> Output | None:
    """When a source was looked at does not tell it from another."""
    return "" if node.tag == "date" and node.value == "accessed" else None


def add_year_suffix(output: Output, number: int) -> Output:
    """A style that places no year suffix has it behind the first year (CSL 1.0.2,
    "Disambiguation").
    """
    suffix = Node((year_suffix_letters(number),), tag="year-suffix")
    return edit_first(output, ("year-suffix-place",), lambda _: suffix)
