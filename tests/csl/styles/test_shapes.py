"""A style reduced for sources of one shape prints what the whole style prints."""

from __future__ import annotations

from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from loccit._startup.dataclass import replace
from loccit.csl import load_style
from loccit.csl.citations.renderer import Renderer
from loccit.csl.elements.context import CiteState, Context, Element, Position
from loccit.csl.elements.group import render_unless_empty
from loccit.csl.elements.missing import MISSING
from loccit.csl.elements.text import TextVariable
from loccit.csl.locales.locale import load_locale
from loccit.csl.styles.parse import parse_style
from loccit.csl.styles.shapes import (
    ReducedStyle,
    ReducedStyles,
    Shape,
    asked_variables,
    reduced_styles,
)
from loccit.csl.styles.style import Layout, SortKey, Style
from loccit.model import Date, DateParts, Locator, Name, Source

#: Author-date, numeric, labels, notes; with positions, with substitutes, corrected ones.
STYLES = [
    "apa", "modern-language-association", "chicago-author-date", "ieee", "vancouver", "oscola",
    "chicago-notes-bibliography", "chicago-shortened-notes-bibliography", "bluebook-law-review",
    "american-medical-association", "american-anthropological-association", "elsevier-harvard",
    "din-1505-2-alphanumeric", "iso690-author-date-fr", "mhra-notes", "nature", "juristische-zitierweise",
]  # fmt: skip
#: All that cs:choose can do, and what goes wrong if it is decided too early.
TRICKY = """
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<macro name="author"><names variable="author"><name form="short"/><substitute>
  <names variable="editor"/><choose><if variable="URL"><text variable="title"/></if>
  <else><text macro="container"/><text variable="title" form="short"/></else></choose>
  <text term="anonymous"/></substitute></names></macro>
<macro name="container"><text variable="container-title" form="short"/></macro>
<macro name="any"><choose><if type="book" variable="DOI title-short" is-numeric="volume" match="any">
  <text value="any"/></if><else-if disambiguate="true"><text variable="publisher"/></else-if></choose></macro>
<macro name="none"><choose><if type="book chapter" variable="DOI URL" match="none"><text value="none"/></if>
  <else-if variable="DOI" disambiguate="true"><text variable="DOI"/></else-if></choose></macro>
<macro name="all"><choose><if type="book" variable="title editor" locator="page"><text variable="locator"/></if>
  <else-if is-uncertain-date="issued" match="any"><text value="circa"/></else-if>
  <else-if variable="editor citation-number locator" match="nand"><text value="nand"/></else-if></choose></macro>
<macro name="used"><choose><if variable="title container-title editor"><text value="has"/></if>
  <else><text value="has not"/></else></choose></macro>
<macro name="terms"><group delimiter=" "><text term="edition"/><text variable="volume"/></group>
  <group><text term="volume"/><label variable="issue"/></group>
  <group><label variable="page"/><number variable="page"/><choose><if match="any"/></choose></group></macro>
<macro name="open"><group><text variable="genre"/><choose><if locator="page"><text variable="title"/></if></choose>
  </group><group><text value="trans."/><names variable="translator"/></group></macro>
<macro name="date"><date variable="issued"><date-part name="year"/></date></macro>
<citation disambiguate-add-year-suffix="true"><sort><key macro="author"/><key variable="issued"/></sort>
  <layout delimiter="; "><group delimiter=", "><text macro="author"/><text macro="date"/><text macro="any"/>
  <text macro="none"/><text macro="all"/><text macro="used"/><text macro="terms"/><text macro="open"/>
  <choose><if disambiguate="true"><text variable="title"/></if></choose></group></layout></citation>
<bibliography><sort><key macro="author"/><key macro="used"/><key macro="terms"/></sort><layout>
  <text macro="author" suffix=". "/><text variable="title"/><text macro="terms" prefix=", "/>
  <names variable="editor" prefix=" (" suffix=")"><substitute><text variable="container-title"/></substitute>
  </names><text variable="container-title"/></layout></bibliography>
</style>"""

texts = st.sampled_from(["2", "3-4", "III", "Winter", "The <i>Air</i>: A title"])
names = st.lists(
    st.builds(
        Name, st.sampled_from(["Doe", "van Dijk"]), st.sampled_from(["Ann", "J."])
    )
    | st.builds(Name, literal=st.just("WHO")),
    min_size=1,
    max_size=4,
).map(tuple)
dates = st.builds(
    Date, st.builds(DateParts, st.integers(1990, 1991)), circa=st.booleans()
)
TYPES = ["book", "chapter", "article-journal", "legal_case", "webpage", "thesis"]
VARIABLES = {
    "title": texts, "title-short": texts, "container-title": texts, "container-title-short": texts, "volume": texts,
    "issue": texts, "page": texts, "edition": texts, "publisher": texts, "publisher-place": texts, "DOI": texts,
    "URL": texts, "number": texts, "genre": texts, "section": texts, "authority": texts, "collection-title": texts,
    "author": names, "editor": names, "translator": names, "container-author": names, "issued": dates,
    "accessed": dates, "original-date": dates,
}  # fmt: skip
sources = st.builds(
    Source,
    st.just("a"),
    st.sampled_from(TYPES),
    st.fixed_dictionaries({}, optional=VARIABLES),
)
locators = st.none() | st.builds(
    Locator, st.sampled_from(["page", "section"]), st.sampled_from(["1", "2-3"])
)
states = st.builds(
    CiteState,
    st.sampled_from(get_args(Position)),
    near_note=st.booleans(),
    first_note=st.integers(0, 1),
    locator=locators,
    year_suffix=st.integers(0, 1),
    names_shown=st.sampled_from([(), (2,)]),
    disambiguate=st.integers(0, 2),
    narrative=st.booleans(),
)


class Rendering:
    """The renderings of one source in a style, whole and reduced."""

    def __init__(self, style: Style, source: Source) -> None:
        self.style = style
        self.renderer = Renderer(style, load_locale("en-US"))
        self.renderer.set_sources({"a": source})
        self.renderer.number(["a"])
        asked = asked_variables(style)
        variables = [name for name in source.variables if name in asked]
        self.reduced = ReducedStyle(style, Shape(source.type, frozenset(variables)))

    def check_layouts(self, state: CiteState) -> None:
        citation, bibliography = self.style.citation, self.style.bibliography
        self.check(citation.elements, self.reduced.citation(), state, citation)
        if bibliography is not None:
            left = self.reduced.bibliography()
            self.check(bibliography.elements, left, state, bibliography)

    def check_sort_keys(self, state: CiteState) -> None:
        for layout in (self.style.citation, self.style.bibliography):
            for key in layout.sort_keys if layout else ():
                if key.macro:
                    assert layout is not None
                    whole = self.style.macros[key.macro]
                    left = self.reduced.macro(key.macro)
                    self.check(whole, left, state, layout, key)

    def check(
        self,
        whole: tuple[Element, ...],
        left: tuple[Element, ...],
        state: CiteState,
        layout: Layout,
        key: SortKey | None = None,
    ) -> None:
        one, other = self.context(state, layout, key), self.context(state, layout, key)
        assert render_unless_empty(left, other) == render_unless_empty(whole, one)
        assert other.tally.lists == one.tally.lists
        assert other.tally.conditions == one.tally.conditions
        assert other.tally.suppressed == one.tally.suppressed
        assert other.tally.numbered <= one.tally.numbered

    def context(self, state: CiteState, layout: Layout, key: SortKey | None) -> Context:
        in_bibliography = layout is self.style.bibliography
        return self.renderer.context(
            "a", state, layout, in_bibliography=in_bibliography, sort_key=key
        )


@settings(max_examples=200, deadline=None)
@given(name=st.sampled_from(STYLES), source=sources, state=states)
def test_a_reduced_style_prints_what_the_whole_one_prints(
    name: str, source: Source, state: CiteState
) -> None:
    rendering = Rendering(load_style(name), source)
    rendering.check_layouts(state)
    rendering.check_sort_keys(state)


@settings(max_examples=400, deadline=None)
@given(source=sources, state=states)
def test_what_choose_and_substitute_can_do(source: Source, state: CiteState) -> None:
    rendering = Rendering(parse_style(TRICKY.encode(), "tricky.csl"), source)
    rendering.check_layouts(state)
    rendering.check_sort_keys(state)


def reduced(layout: str, *variables: str) -> tuple[Element, ...]:
    """What is left of a layout for a book with some variables."""
    style = parse_style(
        f"""<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
        <macro name="year"><date variable="issued"/></macro>
        <citation><layout>{layout}</layout></citation></style>""".encode(),
        "small.csl",
    )
    return ReducedStyle(style, Shape("book", frozenset(variables))).citation()


def test_decided_branches_and_missing_variables_are_left_out() -> None:
    layout = """<choose><if type="chapter"><text variable="page"/></if>
        <else-if variable="DOI" match="none"><text variable="title"/></else-if>
        <else><text value="else"/></else></choose><label variable="page"/>
        <text macro="year"/>"""
    title, year = reduced(layout, "title")
    assert isinstance(title, TextVariable)
    assert title.variable == "title"
    assert year is MISSING


def test_fixed_text_beside_a_missing_variable_is_left_out() -> None:
    layout = '<group><text value="in"/><text variable="container-title"/></group>'
    assert reduced(layout) == (MISSING,)
    assert len(reduced(layout, "container-title")) == 1


def test_a_style_is_reduced_for_many_sources_of_a_shape() -> None:
    styles = ReducedStyles(load_style("apa"))
    book = Source("a", "book", {"title": "Emma"})
    other = replace(book, type="thesis")
    found = [styles.of(book) for _ in range(9)]
    assert found[0] is None
    assert found[-1] is not None
    assert found[-1] is found[-2]
    assert styles.of(other) is None


def test_the_next_document_in_a_style_begins_with_what_is_reduced() -> None:
    apa, mla = load_style("apa"), load_style("modern-language-association")
    styles = reduced_styles(apa)
    assert reduced_styles(apa) is styles
    assert reduced_styles(mla) is not styles


def test_as_many_shapes_are_remembered_as_an_archive_has() -> None:
    styles = ReducedStyles(load_style("apa"))
    variables = [*asked_variables(load_style("apa"))][:12]
    for number in range(1 << len(variables)):
        chosen = {name: "A" for bit, name in enumerate(variables) if number >> bit & 1}
        styles.of(Source("a", "book", chosen))
    assert len(styles._uses) <= 2_000
