"""Absurd styles and items give text, or an error that says what and where.

They never hang, and never end in a traceback.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.styles_sweep import ill_formed
from loccit.csl import render_json
from loccit.csl.locales.installed import style_path
from loccit.errors import LoccitError
from loccit.model.csl_json import DATE_VARIABLES, NAME_VARIABLES

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
PLAIN = '<citation><layout><text variable="title"/></layout></citation></style>'
ITEM: dict[str, Any] = {
    "id": "a",
    "type": "book",
    "title": "T",
    "author": [{"family": "Doe", "given": "J"}],
}


def installed(style_id: str) -> str:
    path = style_path(style_id)
    assert path is not None
    return path.read_text("utf-8")


def texts(style: str, items: list[dict[str, Any]], **cite: object) -> list[str]:
    """The citation of all items and their entries."""
    citation = {"citationItems": [{"id": str(item["id"]), **cite} for item in items]}
    answer = render_json({"style": style, "references": items, "citations": [citation]})
    return [*answer["citations"], *(entry for _, entry in answer["bibliography"])]


def calls(macros: int, times: int) -> str:
    """A style of macros, each of which calls the next several times."""
    bodies = (
        f'<macro name="m{n}">{f"""<text macro="m{n + 1}"/>""" * times}</macro>'
        for n in range(macros)
    )
    layout = '<citation><layout><text macro="m0"/></layout></citation></style>'
    return f'{HEAD}{"".join(bodies)}<macro name="m{macros}"><text value="x"/></macro>{layout}'


@pytest.mark.parametrize(
    ("style", "message"),
    [
        (HEAD, "not well-formed XML"),
        ("<html/>", "`html`, not a CSL style"),
        (HEAD + "</style>", "no citation layout"),
        (f'<!DOCTYPE a [<!ENTITY b "{"b" * 99}">]>{HEAD}{PLAIN}', "no document type"),
        (
            f'<!DOCTYPE a SYSTEM "file:///etc/hostname">{HEAD}{PLAIN}',
            "no document type",
        ),
        (HEAD + '<macro name="a"><text macro="a"/></macro>' + PLAIN, "calls itself"),
        (calls(40, 2), "grow without end"),
        (calls(3000, 1), "grow without end"),
        (HEAD + "<citation><layout>" + "<group>" * 999, "XML"),
        (
            HEAD
            + '<info><link rel="independent-parent" href="x/none-such"/></info></style>',
            "`none-such`",
        ),
        (
            HEAD + '<citation><layout><text macro="none"/></layout></citation></style>',
            "no macro `none`",
        ),
    ],
)
def test_a_style_that_is_not_one(style: str, message: str) -> None:
    with pytest.raises(LoccitError, match=message) as caught:
        texts(style, [ITEM])
    assert caught.value.place is not None
    assert caught.value.advice


def test_macros_may_be_as_deep_as_those_of_real_styles() -> None:
    assert texts(calls(60, 1), [ITEM]) == ["x"]


@pytest.mark.parametrize(
    "text",
    [
        "word " * 50_000,
        "1-2," * 50_000,
        "<i>" * 20_000,
        "\"'<b>(" * 5_000,
        "J.-" * 50_000,
    ],
)
@pytest.mark.parametrize("field", ["title", "page", "volume", "note", "DOI", "author"])
def test_endless_fields(field: str, text: str) -> None:
    value = [{"family": text, "given": text}] if field == "author" else text
    assert list(ill_formed(texts(installed("apa"), [{**ITEM, field: value}]))) == []


TEXT = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(
    [
        "<i>",
        "</i></b>",
        '<span class="nocase">',
        "“‘\"'«",
        "&amp;<>&",
        "\x00\x0b\ufffe",
        "1-2, 3",
        "a & b",
        "-",
        "0",
    ]
)
NUMBER = st.integers(-9999, 99999) | st.none() | TEXT
NAME = (
    st.fixed_dictionaries(
        {}, optional=dict.fromkeys(["family", "given", "suffix", "literal"], TEXT)
    )
    | TEXT
)
DATE = st.fixed_dictionaries(
    {},
    optional={
        "date-parts": st.lists(st.lists(NUMBER, max_size=4), max_size=3),
        "season": NUMBER,
        "circa": st.booleans(),
        "raw": TEXT,
        "literal": TEXT,
    },
)
ANYTHING = st.recursive(
    NUMBER | st.floats() | st.booleans() | NAME | DATE,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3)
    ),
    max_leaves=6,
)
VARIABLES = [
    "title",
    "page",
    "volume",
    "edition",
    "number",
    "note",
    "language",
    "DOI",
    "URL",
    "container-title",
]
ITEMS = st.fixed_dictionaries(
    {
        "id": st.integers(1, 9),
        "type": st.sampled_from(
            ["book", "chapter", "article-journal", "legal_case", ""]
        )
        | ANYTHING,
    },
    optional={
        **dict.fromkeys(VARIABLES, TEXT | ANYTHING),
        **dict.fromkeys(sorted(NAME_VARIABLES), st.lists(NAME, max_size=4) | ANYTHING),
        **dict.fromkeys(sorted(DATE_VARIABLES), DATE | ANYTHING),
    },
)
STYLES = [
    "apa",
    "chicago-notes-bibliography",
    "ieee",
    "din-1505-2",
    "american-medical-association",
]


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from(STYLES),
    st.lists(ITEMS, min_size=1, max_size=4, unique_by=lambda item: str(item["id"])),
    TEXT,
)
def test_whatever_an_item_holds(
    style_id: str, items: list[dict[str, Any]], text: str
) -> None:
    printed = texts(installed(style_id), items, locator=text, prefix=text, suffix=text)
    assert list(ill_formed(printed)) == []


ELEMENTS = st.recursive(
    st.sampled_from(
        [
            '<text variable="title" text-case="title" quotes="true"/>',
            '<text term="and" form="nonsense"/>',
            '<text value="&lt;i&gt;" prefix="(" suffix=")."/>',
            '<number variable="volume" form="long-ordinal"/>',
            '<label variable="volume" plural="always"/>',
            '<date variable="issued" form="text" date-parts="nonsense"/>',
            '<date variable="issued"><date-part name="day" form="ordinal"/></date>',
            '<names variable="author editor"><name and="text" et-al-min="99999999999999"/><label/></names>',
            '<names variable=""><substitute><names variable="author"/></substitute></names>',
            "<names/>",
            "<text/>",
            "<date/>",
        ]
    ),
    lambda inner: st.lists(inner, min_size=1, max_size=3).map(
        lambda parts: (
            f'<group delimiter=", ">{parts[0]}</group><choose><if type="book" match="none">{parts[-1]}</if>'
            f"<else>{''.join(parts)}</else></choose>"
        )
    ),
    max_leaves=8,
)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(ELEMENTS, st.sampled_from(["", "year", "citation-number", "nonsense"]), ITEMS)
def test_whatever_a_style_asks_for(
    layout: str, collapse: str, item: dict[str, Any]
) -> None:
    area = f"<layout>{layout}</layout>"
    style = f'{HEAD}<citation collapse="{collapse}">{area}</citation><bibliography>{area}</bibliography></style>'
    assert list(ill_formed(texts(style, [item]))) == []
