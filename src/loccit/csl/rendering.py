"""Rendering a source under a layout, each state once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from loccit.csl.context import CiteState, Context, GivenLevel, NamesList, year_suffix_letters
from loccit.csl.locale import Locale
from loccit.csl.output_tree import Node, Output, edit, edit_first
from loccit.csl.sort import SortValue, sort_value
from loccit.csl.style import Layout, Style
from loccit.csl.typeset import plain_text
from loccit.model import Name, Source
from loccit.model.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a source rendered to, with the name lists met on the way."""

    output: Output
    lists: tuple[NamesList, ...]
    conditions: int = 0


@dataclass(slots=True)
class Renderer:
    """A style, a locale and the sources; renderings are kept by area, source and state."""

    style: Style
    locale: Locale
    sources: Mapping[str, Source]
    numbers: dict[str, int] = field(default_factory=dict)
    given_hints: Mapping[Name, GivenLevel] = field(default_factory=dict)
    primary_names_only: bool = False
    abbreviations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    _kept: dict[tuple[bool, str, CiteState], Rendered] = field(default_factory=dict)
    _sort_values: dict[tuple[bool, str], tuple[SortValue, ...]] = field(default_factory=dict)
    _texts: dict[tuple[str, CiteState], str] = field(default_factory=dict)

    def cite(self, key: str, state: CiteState) -> Rendered:
        """The source as a cite, without affixes of the layout."""
        return self._render(False, self.style.citation, key, state)

    def entry(self, key: str, state: CiteState) -> Rendered:
        """The source as an entry of the bibliography."""
        assert self.style.bibliography is not None
        return self._render(True, self.style.bibliography, key, state)

    def text(self, key: str, state: CiteState) -> str:
        """The cite's characters: what readers can tell cites apart by."""
        known = self._texts.get((key, state))
        if known is None:
            known = self._texts[key, state] = plain_text(
                edit(self.cite(key, state).output, _without_access_date), self.locale
            )
        return known

    def context(self, key: str, state: CiteState, layout: Layout, *, in_bibliography: bool) -> Context:
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

    def number(self, keys: Iterable[str]) -> None:
        """Gives the sources their citation numbers."""
        self.numbers = {key: number for number, key in enumerate(keys, start=1)}
        self._sort_values.clear()

    def sort_values(self, key: str, *, in_bibliography: bool) -> tuple[SortValue, ...]:
        """What the source is sorted by, in citations or in the bibliography; kept, for cites repeat."""
        known = self._sort_values.get((in_bibliography, key))
        if known is None:
            layout = self.style.bibliography if in_bibliography else self.style.citation
            assert layout is not None
            values = []
            for sort_key in layout.sort_keys:
                context = self.context(key, CiteState(), layout, in_bibliography=in_bibliography)
                context.sort_attributes = sort_key.name_attributes
                values.append(sort_value(sort_key, context))
            known = self._sort_values[in_bibliography, key] = tuple(values)
        return known

    def forget(self) -> None:
        """After given names were disambiguated throughout, every cite may look different."""
        self._kept.clear()
        self._texts.clear()

    def _render(self, in_bibliography: bool, layout: Layout, key: str, state: CiteState) -> Rendered:
        known = self._kept.get((in_bibliography, key, state))
        if known is None:
            context = self.context(key, state, layout, in_bibliography=in_bibliography)
            outputs = context.render_all(layout.elements)
            output: Output = Node(outputs)
            if state.year_suffix and not self.style.explicit_year_suffix:
                output = add_year_suffix(output, state.year_suffix)
            known = self._kept[in_bibliography, key, state] = Rendered(output, tuple(context.lists), context.conditions)
        return known


def _without_access_date(node: Node) -> Output | None:
    """When a source was looked at does not tell it from another."""
    return "" if node.tag == "date" and node.value == "accessed" else None


def add_year_suffix(output: Output, number: int) -> Output:
    """A style that places no year suffix has it behind the first year (CSL 1.0.2, "Disambiguation")."""
    suffix = Node((year_suffix_letters(number),), tag="year-suffix")
    return edit_first(output, ("year-suffix-place",), lambda _: suffix)
