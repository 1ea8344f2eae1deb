"""Render sources under a style's layouts, each state once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from loccit._startup.dataclass import dataclass, replace
from loccit.csl.citations.sort import SortValue, sort_value
from loccit.csl.elements.context import (
    CiteState,
    Context,
    DocumentContext,
    GivenLevel,
    year_suffix_letters,
)
from loccit.csl.elements.tally import NamesList, Tally
from loccit.csl.locales.locale import Locale
from loccit.csl.output_tree import NOTHING, Node, Output, edit, edit_first
from loccit.csl.styles.style import Layout, SortKey, Style
from loccit.csl.text.typeset import plain_text
from loccit.model import Cite, Name, Source


@dataclass(frozen=True, slots=True)
class Rendered:
    """The output of a source.

    Attributes:
        lists: the lists of names in it.
        conditions: how many `disambiguate` conditions it met.
    """

    output: Output
    lists: tuple[NamesList, ...]
    conditions: int = 0


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


class _Renderings:
    """What a source rendered to before."""

    __slots__ = ("cites", "entries", "sort_values", "texts")

    def __init__(self) -> None:
        self.cites: dict[CiteState, Rendered] = {}
        self.entries: dict[CiteState, Rendered] = {}
        self.texts: dict[CiteState, str] = {}
        #: For the bibliography (None), and for cites that show so many names.
        self.sort_values: dict[tuple[int, ...] | None, tuple[SortValue, ...]] = {}


class Renderer:
    """A style, a locale and the sources; remembers every rendering.

    Attributes:
        document: what all renderings share.
        numbered: the keys of sources whose renderings depend on citation numbers.
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
        self.changed: set[str] = set()
        self._known: dict[str, _Renderings] = defaultdict(_Renderings)

    @property
    def numbers(self) -> Mapping[str, int]:
        """Citation numbers by key."""
        return self.document.numbers

    def cite(self, key: str, state: CiteState) -> Rendered:
        """The source as a cite, without the affixes of the layout."""
        if not self.style.reads_positions:
            state = _anywhere(state)
        known = self._known[key].cites
        rendered = known.get(state)
        if rendered is None:
            context = self.context(key, state, self.style.citation)
            rendered = known[state] = self._rendered(context, self.style.citation)
        return rendered

    def entry(self, key: str, state: CiteState) -> Rendered:
        """The source as an entry of the bibliography."""
        layout = self.style.bibliography
        assert layout is not None
        known = self._known[key].entries
        rendered = known.get(state)
        if rendered is None:
            context = self.context(key, state, layout, in_bibliography=True)
            rendered = known[state] = self._rendered(context, layout)
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
        for key, source in self.sources.items():
            if sources.get(key) is not source:
                self._forget(key)
        self.sources = dict(sources)

    def number(self, keys: Iterable[str]) -> None:
        """Give the sources their citation numbers."""
        numbers = {key: number for number, key in enumerate(keys, start=1)}
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
        self.document = replace(
            self.document,
            given_hints=hints,
            primary_names_only=primary_only,
        )
        if names:
            for key, source in self.sources.items():
                if _has_any_name(source, names):
                    self._forget(key)

    def entry_sort_values(self, key: str) -> tuple[SortValue, ...]:
        """What the source is sorted by in the bibliography."""
        return self._sort_values(key, None)

    def cite_sort_values(
        self,
        key: str,
        names_shown: tuple[int, ...],
    ) -> tuple[SortValue, ...]:
        """What the source is sorted by in citations that show so many of its names."""
        return self._sort_values(key, names_shown)

    def _sort_values(
        self,
        key: str,
        names_shown: tuple[int, ...] | None,
    ) -> tuple[SortValue, ...]:
        known = self._known[key].sort_values
        values = known.get(names_shown)
        if values is None:
            values = known[names_shown] = self._sorted_by(key, names_shown)
        return values

    def _sorted_by(
        self,
        key: str,
        names_shown: tuple[int, ...] | None,
    ) -> tuple[SortValue, ...]:
        in_bibliography = names_shown is None
        layout = self.style.bibliography if in_bibliography else self.style.citation
        assert layout is not None
        state = CiteState(names_shown=names_shown or ())
        values: list[SortValue] = []
        for sort_key in layout.sort_keys:
            context = self.context(
                key,
                state,
                layout,
                in_bibliography=in_bibliography,
                sort_key=sort_key,
            )
            values.append(sort_value(sort_key, context))
            self._note_number(context)
        return tuple(values)

    def _forget(self, key: str) -> None:
        self.changed.add(key)
        self.numbered.discard(key)
        self._known.pop(key, None)

    def _note_number(self, context: Context) -> None:
        if context.tally.numbered:
            self.numbered.add(context.source.key)

    def _rendered(self, context: Context, layout: Layout) -> Rendered:
        output: Output = Node(context.render_all(layout.elements))
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


def _has_any_name(source: Source, names: set[Name]) -> bool:
    values = source.variables.values()
    lists = [value for value in values if isinstance(value, tuple)]
    return any(not names.isdisjoint(people) for people in lists)


def _without_access_date(node: Node) -> Output | None:
    """The date of access does not distinguish a source from others."""
    return "" if node.tag == "date" and node.value == "accessed" else None


def add_year_suffix(output: Output, number: int) -> Output:
    """Add the suffix after the first year (CSL 1.0.2, "Disambiguation").

    For styles that do not place it.
    """
    suffix = Node((year_suffix_letters(number),), tag="year-suffix")
    return edit_first(output, ("year-suffix-place",), lambda _: suffix)
