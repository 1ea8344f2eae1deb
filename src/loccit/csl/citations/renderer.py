"""Render sources under a style's layouts, each state once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import count

from loccit._startup.dataclass import dataclass, replace
from loccit.csl.citations.renderings import Rendered, Renderings
from loccit.csl.citations.sort import SortValue, SortValues, sort_value
from loccit.csl.elements.context import (
    CiteState,
    Context,
    DocumentContext,
    Element,
    GivenLevel,
    year_suffix_letters,
)
from loccit.csl.elements.tally import Tally
from loccit.csl.locales.locale import Locale
from loccit.csl.output_tree import NOTHING, Node, Output, edit, edit_first
from loccit.csl.styles.shapes import reduced_styles
from loccit.csl.styles.style import Layout, SortKey, Style
from loccit.csl.text.typeset import plain_text
from loccit.model import Cite, Name, Source


@dataclass(slots=True)
class PlacedCite:
    """A cite with its state, and the output that the steps of the processor change.

    Attributes:
        output: the whole cite.
        rest: the cite without its author, if the author is suppressed.
    """

    cite: Cite
    state: CiteState
    output: Output = NOTHING
    rest: Output | None = None

    @property
    def key(self) -> str:
        """The source's key."""
        return self.cite.key

    @property
    def printed(self) -> Output:
        """The output that is printed."""
        return self.output if self.rest is None else self.rest


class Renderer:
    """A style, a locale and the sources; remembers every rendering.

    Attributes:
        document: what all renderings share.
        numbered: the keys of sources whose renderings depend on citation numbers.
        sorts_by_number: a place in the bibliography depends on a citation number.
        changed: the keys of sources whose renderings were forgotten.
    """

    def __init__(
        self,
        style: Style,
        locale: Locale,
        *,
        abbreviations: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        self.style = style
        self.locale = locale
        self.sources: dict[str, Source] = {}
        self.document = DocumentContext(
            macros=style.macros,
            page_range_format=style.page_range_format,
            demote_particles=style.demote_particles,
            initialize_with_hyphen=style.initialize_with_hyphen,
            abbreviations=abbreviations or {},
            numbers={},
            given_hints={},
            primary_names_only=False,
        )
        self.numbered: set[str] = set()
        self.sorts_by_number = False
        self.changed: set[str] = set()
        self._reduced = reduced_styles(style)
        self._known: dict[str, Renderings] = defaultdict(Renderings)

    @property
    def numbers(self) -> Mapping[str, int]:
        """Citation numbers by key."""
        return self.document.numbers

    def cite(self, key: str, state: CiteState) -> Rendered:
        """The source as a cite, without the affixes of the layout."""
        if not self.style.reads_positions:
            state = _anywhere(state)
        known = self._known[key]
        rendered = known.cites.get(state)
        if rendered is None:
            context = self.context(key, state, self.style.citation)
            reduced = self._reduced.of(context.source)
            elements = reduced.citation() if reduced else self.style.citation.elements
            rendered = self._rendered(context, elements)
            # hardly ever is the same place in a source cited twice
            if state.locator is None:
                known.make_room()
                known.cites[state] = rendered
        return rendered

    def entry(self, key: str, state: CiteState) -> Rendered:
        """The source as an entry of the bibliography."""
        layout = self.style.bibliography
        assert layout is not None
        known = self._known[key]
        rendered = known.entries.get(state)
        if rendered is None:
            known.make_room()
            context = self.context(key, state, layout, in_bibliography=True)
            reduced = self._reduced.of(context.source)
            elements = reduced.bibliography() if reduced else layout.elements
            rendered = known.entries[state] = self._rendered(context, elements)
        return rendered

    def part(
        self,
        key: str,
        state: CiteState,
        layout: Layout,
    ) -> Output | None:
        """The source under another layout, in its affixes; None if it prints nothing."""
        context = self.context(key, state, layout)
        outputs = context.render_all(layout.elements)
        return Node(outputs, layout.formatting) if outputs else None

    def text(self, key: str, state: CiteState) -> str:
        """The characters of a cite, which distinguish it from others for readers."""
        known = self._known[key].texts
        text = known.get(state)
        if text is None:
            output = edit(self.cite(key, state).output, _without_access_date)
            text = known[state] = plain_text(output, self.locale)
        return text

    def context(
        self,
        key: str,
        state: CiteState,
        layout: Layout,
        *,
        in_bibliography: bool = False,
        sort_key: SortKey | None = None,
    ) -> Context:
        """The context of a new rendering; with a sort key, of its value."""
        return Context(
            locale=self.locale,
            document=self.document,
            source=self.sources[key],
            state=state,
            tally=Tally(),
            name_attributes=layout.name_attributes,
            in_bibliography=in_bibliography,
            in_sort=sort_key is not None,
            sort_attributes=sort_key.name_attributes if sort_key else {},
        )

    def set_sources(self, sources: Mapping[str, Source]) -> None:
        """Set the sources of the document."""
        for key in [key for key in self.sources if key not in sources]:
            self.remove_source(key)
        for key, source in sources.items():
            self.set_source(key, source)

    def set_source(self, key: str, source: Source) -> None:
        """Add a source, or change one."""
        if self.sources.get(key) is not source:
            self.sources[key] = source
            self._forget(key)

    def remove_source(self, key: str) -> None:
        """Remove a source."""
        if self.sources.pop(key, None) is not None:
            self._forget(key)

    def number(self, keys: Iterable[str]) -> None:
        """Give the sources their citation numbers."""
        numbers = dict(zip(keys, count(1), strict=False))
        for key in list(self.numbered):
            if numbers.get(key) != self.numbers.get(key):
                self._forget(key)
        self.document = replace(self.document, numbers=numbers)

    def expand_names(
        self,
        hints: Mapping[Name, GivenLevel],
        *,
        primary_only: bool,
    ) -> None:
        """Set how much of the given names the document shows."""
        differing = hints.items() ^ self.document.given_hints.items()
        names = {name for name, _ in differing}
        self.set_given_hints(hints, primary_only=primary_only)
        if names:
            for key, source in self.sources.items():
                if not names.isdisjoint(names_of(source, primary_only)):
                    self.forget_cites(key)

    def set_given_hints(
        self,
        hints: Mapping[Name, GivenLevel],
        *,
        primary_only: bool,
    ) -> None:
        """Do so, for a caller who knows which cites to forget."""
        self.document = replace(
            self.document,
            given_hints=hints,
            primary_names_only=primary_only,
        )

    def entry_sort_values(self, key: str) -> SortValues:
        """What the source is sorted by in the bibliography."""
        return self._sort_values(key, None)

    def cite_sort_values(
        self,
        key: str,
        names_shown: tuple[int, ...],
    ) -> SortValues:
        """What the source is sorted by in citations that show so many of its names."""
        return self._sort_values(key, names_shown)

    def _sort_values(
        self,
        key: str,
        names_shown: tuple[int, ...] | None,
    ) -> SortValues:
        known = self._known[key].sort_values
        values = known.get(names_shown)
        if values is None:
            values = known[names_shown] = _SourceValues(self, key, names_shown)
        return values

    def sort_value(
        self,
        key: str,
        sort_key: SortKey,
        names_shown: tuple[int, ...] | None,
    ) -> SortValue:
        """What the source is sorted by under one key.

        Args:
            names_shown: None in the bibliography.
        """
        in_bibliography = names_shown is None
        layout = self.style.bibliography if in_bibliography else self.style.citation
        assert layout is not None
        context = self.context(
            key,
            CiteState(names_shown=names_shown or ()),
            layout,
            in_bibliography=in_bibliography,
            sort_key=sort_key,
        )
        value = sort_value(
            sort_key, self._macro(sort_key.macro, context.source), context
        )
        self._note_number(context)
        if in_bibliography and context.tally.numbered:
            self.sorts_by_number = True
        return value

    def _macro(self, name: str, source: Source) -> tuple[Element, ...]:
        """The elements of a macro for a source; none if it has no name."""
        if not name:
            return ()
        reduced = self._reduced.of(source)
        return reduced.macro(name) if reduced else self.style.macros[name]

    def forget_cites(self, key: str) -> None:
        """Forget a source's cites; its entry and sort values show names in full."""
        known = self._known.get(key)
        if known is not None:
            self.changed.add(key)
            known.forget_cites()

    def _forget(self, key: str) -> None:
        self.changed.add(key)
        self.numbered.discard(key)
        self._known.pop(key, None)

    def _note_number(self, context: Context) -> None:
        if context.tally.numbered:
            self.numbered.add(context.source.key)

    def _rendered(self, context: Context, elements: tuple[Element, ...]) -> Rendered:
        output: Output = Node(context.render_all(elements))
        suffix = context.state.year_suffix
        if suffix and not self.style.explicit_year_suffix:
            output = add_year_suffix(output, suffix)
        self._note_number(context)
        tally = context.tally
        return Rendered(output, tuple(tally.lists), tally.conditions)


def _anywhere(state: CiteState) -> CiteState:
    """The state of a cite in a style whose cites look the same everywhere.

    Most styles are such; without it, cites that look alike would be rendered again for
    every position.
    """
    if state.position == "subsequent" and not state.near_note and not state.first_note:
        return state
    return replace(state, position="subsequent", near_note=False, first_note=0)


class _SourceValues(SortValues):
    """What a source is sorted by."""

    __slots__ = ("_found", "_key", "_names_shown", "_renderer")

    def __init__(
        self,
        renderer: Renderer,
        key: str,
        names_shown: tuple[int, ...] | None,
    ) -> None:
        self._renderer = renderer
        self._key = key
        self._names_shown = names_shown
        self._found: list[SortValue] = []

    def at(self, index: int) -> SortValue:
        while len(self._found) <= index:
            self._found.append(self._value(len(self._found)))
        return self._found[index]

    def _value(self, index: int) -> SortValue:
        style = self._renderer.style
        layout = style.bibliography if self._names_shown is None else style.citation
        assert layout is not None
        sort_key = layout.sort_keys[index]
        return self._renderer.sort_value(self._key, sort_key, self._names_shown)


def names_of(source: Source, primary_only: bool) -> set[Name]:
    """The names of a source, of every role; only the first ones if so wanted."""
    names: set[Name] = set()
    for value in source.variables.values():
        if isinstance(value, tuple):
            names.update(value[:1] if primary_only else value)
    return names


def _without_access_date(node: Node) -> Output | None:
    """The date of access does not distinguish a source from others."""
    return "" if node.tag == "date" and node.value == "accessed" else None


def add_year_suffix(output: Output, number: int) -> Output:
    """Add the suffix after the first year (CSL 1.0.2, "Disambiguation").

    For styles that do not place it.
    """
    suffix = Node((year_suffix_letters(number),), tag="year-suffix")
    return edit_first(output, ("year-suffix-place",), lambda _: suffix)
