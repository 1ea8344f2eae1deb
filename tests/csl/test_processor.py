from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given as sampled
from hypothesis import settings
from hypothesis import strategies as st

from loccit._startup.dataclass import replace
from loccit.csl import load_style, process
from loccit.csl.styles.parse import parse_style
from loccit.errors import UnknownKey
from loccit.model import (
    Citation,
    Cite,
    CiteMode,
    Locator,
    Mark,
    Marked,
    RichText,
    Source,
    Value,
)
from loccit.model.csl_json import source_from_csl_json
from loccit.output import html

ITEMS = json.loads(Path(__file__).with_name("sources.json").read_text("utf-8"))
SOURCES: Mapping[str, Source] = {
    source.key: source for source in map(source_from_csl_json, ITEMS)
}
MODES: dict[str, CiteMode] = {
    ">": "narrative",
    "=": "author-only",
    "-": "suppress-author",
}
CITE = re.compile(
    r"(?:\[(?P<prefix>[^]]*)\])?(?P<key>[\w-]+)(?:#(?P<label>\w+))?(?::(?P<locator>.*))?"
)


def citation(text: str) -> Citation:
    mode = MODES.get(text[0], "parenthetical")
    return Citation(
        tuple(cite(part.strip()) for part in text.lstrip(">=- ").split(";")), mode
    )


def cite(text: str) -> Cite:
    match = CITE.fullmatch(text)
    assert match is not None, text
    locator = (
        Locator(match["label"] or "page", match["locator"])
        if match["locator"]
        else None
    )
    return Cite(
        match["key"], prefix=RichText.of(match["prefix"] or ""), locator=locator
    )


def shown(text: RichText) -> str:
    return html.render(text).replace("&#38;", "&")


@pytest.mark.cases("citations.txt")
def test_citations(title: str, given: str, expected: str) -> None:
    citations = [citation(part.strip()) for part in given.split(" / ")]
    processed = process(load_style(title), SOURCES, citations)
    assert " / ".join(map(shown, processed.citations)) == expected


@pytest.mark.cases("bibliographies.txt")
def test_bibliographies(title: str, given: str, expected: str) -> None:
    processed = process(load_style(title), SOURCES, [], uncited=given.split())
    assert " / ".join(shown(entry.text) for entry in processed.bibliography) == expected


def links(text: RichText) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for node in text.nodes:
        if isinstance(node, Marked):
            if node.mark.name == "link":
                found.append((node.mark.value, node.content.plain))
            found += links(node.content)
    return found


def test_links_are_made_on_demand() -> None:
    citations = [citation("alexander; two"), citation("jimenez")]
    plain = process(load_style("apa"), SOURCES, citations)
    assert not any(
        links(text)
        for text in (*plain.citations, *(entry.text for entry in plain.bibliography))
    )
    linked = process(
        load_style("apa"),
        SOURCES,
        citations,
        link_citations=True,
        link_bibliography=True,
    )
    assert links(linked.citations[0]) == [
        ("#ref-alexander", "Alexander, 2010"),
        ("#ref-two", "Ortiz & Lund, 2018"),
    ]
    narrative = process(
        load_style("apa"), SOURCES, [citation("> alexander:7")], link_citations=True
    ).citations[0]
    assert links(narrative) == [
        ("#ref-alexander", "Alexander"),
        ("#ref-alexander", "2010, p. 7"),
    ]
    address = "https://doi.org/10.1177/2329496515579765"
    assert [link for entry in linked.bibliography for link in links(entry.text)] == [
        (address, address)
    ]


def test_a_printed_doi_links_to_its_resolver() -> None:
    processed = process(
        load_style("ieee"), SOURCES, [], uncited=["jimenez"], link_bibliography=True
    )
    doi = "10.1177/2329496515579765"
    assert links(processed.bibliography[0].text) == [(f"https://doi.org/{doi}", doi)]


def test_a_citation_that_prints_nothing_is_a_problem() -> None:
    source = Source("x", "book")
    processed = process(
        load_style("modern-language-association"),
        {"x": source},
        [Citation((Cite("x"),))],
    )
    assert (
        processed.citations[0].plain
        == "[CSL STYLE ERROR: reference with no printed form.]"
    )
    assert [problem.rule for problem in processed.problems] == ["no-printed-form"]


@pytest.mark.parametrize("error", [UnknownKey, KeyError])
def test_an_unknown_key_is_an_error(error: type[Exception]) -> None:
    with pytest.raises(error, match="No source has the key `nobody`"):
        process(load_style("apa"), SOURCES, [citation("nobody")])
    with pytest.raises(error, match="No source has the key `nobody`"):
        process(load_style("apa"), SOURCES, [], uncited=["nobody"])


def test_another_language() -> None:
    processed = process(load_style("apa"), SOURCES, [citation("> two")], locale="de-AT")
    assert processed.citations[0].plain == "Ortiz und Lund (2018)"


def test_terms_of_another_language() -> None:
    processed = process(
        load_style("apa"), SOURCES, [], locale="fr-FR", uncited=["edited"]
    )
    assert "In B. Lee (Éd.), " in processed.bibliography[0].text.plain


def test_options_of_the_bibliography() -> None:
    options = process(load_style("apa"), SOURCES, []).options
    assert (options.hanging_indent, options.line_spacing, options.entry_spacing) == (
        True,
        2,
        0,
    )
    numeric = process(
        load_style("ieee"), SOURCES, [], uncited=["two", "alexander"]
    ).options
    assert (numeric.second_field_align, numeric.max_offset) == ("flush", 3)


class CountedVariables(dict[str, Value]):
    """The variables of a source, which count how often they are read."""

    reads = 0

    def get(self, variable: str, default: Any = None) -> Any:
        self.reads += 1
        return super().get(variable, default)


def test_a_cite_is_rendered_once_however_often_it_is_cited() -> None:
    def reads(citations: int) -> int:
        variables = CountedVariables(SOURCES["two"].variables)
        sources = {**SOURCES, "two": replace(SOURCES["two"], variables=variables)}
        process(load_style("apa"), sources, [citation("alexander; two:1")] * citations)
        return variables.reads

    assert 0 < reads(5000) <= 2 * reads(2)


VALUES = st.recursive(
    st.text(max_size=6) | st.integers() | st.none() | st.booleans(),
    lambda v: st.lists(v, max_size=3),
    max_leaves=4,
)
PEOPLE = st.lists(
    st.dictionaries(
        st.sampled_from(
            ["family", "given", "literal", "suffix", "non-dropping-particle"]
        ),
        VALUES,
    ),
    max_size=4,
)
DATES = st.fixed_dictionaries(
    {
        "date-parts": st.lists(
            st.lists(st.integers() | st.text(max_size=3), max_size=3), max_size=3
        )
    }
)
ITEM = st.fixed_dictionaries(
    {"type": st.sampled_from(["book", "chapter", "webpage", "song", "", "nonsense"])},
    optional={
        "author": PEOPLE | VALUES,
        "editor": PEOPLE,
        "issued": DATES | VALUES,
        "title": VALUES,
        "page": VALUES,
        "volume": VALUES,
        "edition": VALUES,
        "DOI": VALUES,
        "URL": VALUES,
        "note": VALUES,
        "language": VALUES,
    },
)


@settings(max_examples=40, deadline=None)
@sampled(
    st.lists(ITEM, min_size=1, max_size=4),
    st.sampled_from(["apa", "ieee", "chicago-notes-bibliography"]),
    VALUES,
)
def test_no_source_raises_an_error(
    items: list[dict[str, object]], style: str, locator: object
) -> None:
    sources = {
        str(number): source_from_csl_json({**item, "id": str(number)})
        for number, item in enumerate(items)
    }
    place = Locator("page", str(locator))
    citations = [
        Citation((Cite(key, locator=place), Cite("0")), mode)
        for key in sources
        for mode in MODES.values()
    ]
    assert len(process(load_style(style), sources, citations).citations) == len(
        citations
    )


def test_marks_of_a_prefix_reach_the_text() -> None:
    see = RichText.of("see").marked(Mark("font-style", "italic")) + RichText.of(" ")
    processed = process(
        load_style("apa"), SOURCES, [Citation((Cite("two", prefix=see),))]
    )
    assert shown(processed.citations[0]) == "(<i>see</i> Ortiz & Lund, 2018)"


INTEXT = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>T</title><id>t</id></info>
<citation><layout prefix="[" suffix="]"><text variable="citation-number"/></layout></citation>
<intext><layout suffix=","><names variable="author"><name form="short" and="symbol"/></names></layout></intext>
</style>"""


def test_a_style_may_print_what_precedes_a_citation() -> None:
    processed = process(
        parse_style(INTEXT.encode(), "t.csl"),
        SOURCES,
        [citation(">alexander"), citation("=alexander")],
    )
    assert list(map(shown, processed.citations)) == ["Alexander, [1]", "Alexander,"]
