"""CSL-JSON and CSL-YAML files."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.bibliography import Library, write_sources
from loccit.bibliography.formats import csl_json, csl_yaml
from loccit.bibliography.formats.csl_json.items import ItemFile, source_of_item
from loccit.csl import in_sentence_case
from loccit.errors import UnreadableFile
from loccit.model import Date, DateParts, Name, Place, Source

JSON = """[
  {"id": "a", "type": "book", "title": "A"},
  {"type": "book"}, 7,
  {"id": 2010, "type": "report", "issued": {"raw": "2010-05"}}
]"""

YAML = """---
references:
- id: a
  type: book
  title: No
- type: book
- 7
- id: 2010
  type: report
  issued: 2010-05
---
An essay.
"""


@pytest.mark.parametrize(
    ("id_", "more", "key"),
    [
        (
            "http://zotero.org/users/1/items/ABCD2345",
            {"citation-key": "doe2001"},
            "doe2001",
        ),
        (
            "http://zotero.org/users/1/items/ABCD2345",
            {"note": "PMID: 12\nCitation Key: doe2001"},
            "doe2001",
        ),
        (
            "http://zotero.org/users/1/items/ABCD2345",
            {},
            "http://zotero.org/users/1/items/ABCD2345",
        ),
        ("mine", {"citation-key": "doe2001"}, "mine"),
    ],
)
def test_writers_cite_by_a_key_not_by_an_address(
    id_: str, more: dict[str, str], key: str
) -> None:
    file = csl_json.read(
        json.dumps([{"id": id_, "type": "book", "title": "A", **more}]), "a.json"
    )
    assert list(file.keys) == [key]
    source = file.read(0).source
    assert source
    assert source.key == key


@pytest.mark.parametrize(
    ("read", "text", "lines"),
    [(csl_json.read, JSON, (2, 4)), (csl_yaml.read, YAML, (3, 8))],
)
def test_items_and_their_places(
    read: object, text: str, lines: tuple[int, int]
) -> None:
    assert callable(read)
    library = Library([read(text, "a")])
    assert library.keys() == ("a", "2010")
    assert [source.place.line for source in library] == list(lines)
    report = library.get("2010")
    assert report and report.date("issued") == Date(DateParts(2010, 5))
    assert [(problem.rule, problem.severity) for problem in library.problems] == [
        ("missing-key", "warning")
    ] * 2
    assert all(
        lines[0] < problem.place.line < lines[1] + 1 for problem in library.problems
    )


@pytest.mark.parametrize(
    "text",
    [
        '{"type": "book", "title": "A Bath", "author": [{"family": "Doe"}]}',  # as doi.org answers
        '[{"id": "doe", "type": "book"}, {"title": "A Bath", "type": "book", "author": [{"family": "Doe"}]}]',
    ],
)
def test_an_item_without_id_gets_a_key(text: str) -> None:
    file = csl_json.read(text, "a.json")
    *others, key = file.keys
    assert key == ("doea" if others else "doe")
    source = file.read(len(others)).source
    assert source and source.key == key
    assert [problem.severity for problem in file.problems] == ["note"]


@pytest.mark.parametrize("read", [csl_json.read, csl_yaml.read])
@pytest.mark.parametrize("text", ["", " \n\n", "[]"])
def test_an_empty_file_has_no_sources(
    read: Callable[[str, str], ItemFile], text: str
) -> None:
    assert read(text, "a").keys == []


@pytest.mark.parametrize(
    ("type_", "expected"),
    [
        (
            "",
            "The source `a` has no `type`. Give it one, such as `book`, `article-journal` or `webpage`.",
        ),
        (
            "Book",
            "The source `a` has the type `Book`, which CSL doesn't know. Did you mean `book`?",
        ),
        (
            "journal-article",
            "The source `a` has the type `journal-article`, which CSL doesn't know.",
        ),
        ("book", None),
    ],
)
def test_a_type_that_is_not_known_is_said_when_the_source_is_read(
    type_: str, expected: str | None
) -> None:
    library = Library(
        [csl_json.read(json.dumps([{"id": "a", "type": type_}]), "a.json")]
    )
    assert not library.problems
    said = [str(problem) for problem in library.problems_of("a")]
    assert len(said) == bool(expected)
    assert not expected or said[0].startswith(f"a.json:1:2: warning: {expected}")


def test_words_that_yaml_has_a_meaning_for_are_text() -> None:
    source = Library([csl_yaml.read(YAML, "a")]).get("a")
    assert source and source.text("title") == "No"


@pytest.mark.parametrize(
    "text",
    [
        '{"items": [{"id": "a"}]}',
        '{"references": [{"id": "a"}]}',
        '{"id": "a"}',
        ' [ {"id": "a"} ] ',
        '[{"id": "a"},]',
    ],
)
def test_objects_that_hold_the_list(text: str) -> None:
    assert csl_json.read(text, "a.json").keys == ["a"]


def test_items_within_an_object_have_places_too() -> None:
    text = '{"items": 7, "version": {"a": [1]},\n "items": [\n  {"id": "a"},\n  {"id": "b"}], "x": "]"}'
    file = csl_json.read(text, "a.json")
    assert [file.place(index) for index in (0, 1)] == [
        Place("a.json", 3, 3),
        Place("a.json", 4, 3),
    ]


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        (
            "issued",
            {"date-parts": [["x"]]},
            '`x` can\'t be read in `issued`. Write it as `{"date-parts": [[2010, ',
        ),
        (
            "issued",
            {"date-parts": [[2010, 5, 3, 17]]},
            "`17` can't be read in `issued`.",
        ),
        (
            "issued",
            {"date-parts": [[2010, "05", 0]], "circa": "true", "season": 2},
            None,
        ),
        (
            "issued",
            {"day-of-week": "Monday", "raw": "2010"},
            "`Monday` can't be read in `issued`.",
        ),
        ("issued", True, "`true` can't be read in `issued`."),
        ("issued", "2010-05", None),
        ("issued", 2010, None),
        (
            "author",
            "Doe, Jane",
            '`author` has text for a name, which is not taken apart. Write it as `[{"family": ',
        ),
        (
            "author",
            [{"family": "Doe"}, "WHO"],
            "`author` has text for a name, which is not taken apart.",
        ),
        (
            "author",
            [{"first": "Jane", "last": "Doe"}],
            "`Doe`, `Jane` can't be read in `author`.",
        ),
        ("author", {"family": "Doe", "given": ""}, None),
        ("author", [], None),
        ("volume", True, "`true` can't be read in `volume`. Write it as text."),
        ("volume", 7.0, None),
        ("title", ["A", "B"], None),
        ("title", [["A"]], "`A` can't be read in `title`."),
        ("title", None, None),
        ("title", {"en": "A"}, "`A` can't be read in `title`."),
        ("categories", [{"literal": "a"}], None),
        ("custom", {"a": {"b": True}}, None),
    ],
)
def test_what_cannot_be_read_of_a_value_is_said(
    variable: str, value: object, said: str | None
) -> None:
    library = Library(
        [
            csl_json.read(
                json.dumps([{"id": "a", "type": "book", variable: value}]), "a.json"
            )
        ]
    )
    problems = list(map(str, library.problems_of("a")))
    assert len(problems) == bool(said)
    assert not said or problems[0].startswith(f"a.json:1:2: warning: Of `a`, {said}")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[", Place("a", 1, 2)),
        ('[{"id": "a"}\n{"id": "b"}]', Place("a", 2, 1)),
        ("[,]", Place("a", 1, 2)),
        ("{}", Place("a")),
        ("7", Place("a")),
        ("[" * 100_000, Place("a")),
        ("[" + "1" * 5_000 + "]", Place("a")),
    ],
)
def test_json_that_cannot_be_read(text: str, place: Place) -> None:
    with pytest.raises(UnreadableFile) as raised:
        csl_json.read(text, "a")
    assert raised.value.place == place and raised.value.advice


@pytest.mark.parametrize(
    "text", ["7", "a: b", "references: 7", "[", "a: b: c", "\x00", "[" * 5_000]
)
def test_yaml_that_cannot_be_read(text: str) -> None:
    with pytest.raises(UnreadableFile):
        csl_yaml.read(text, "a")


@draw(st.text(alphabet='[]{}:,-"ab7 \n') | st.text())
def test_whatever_a_file_holds_is_read_or_told(text: str) -> None:
    for format_ in (csl_json, csl_yaml):
        try:
            file = format_.read(text, "a")
        except UnreadableFile as error:
            assert error.message
        else:
            assert all(file.keys)


TEXT = st.text(alphabet="aé: '\"#-&*!|>%@`no72", min_size=1)
SOURCES = st.builds(
    Source,
    TEXT,
    st.just("book"),
    st.fixed_dictionaries(
        {},
        optional={
            "title": TEXT,
            "author": st.lists(
                st.builds(Name, family=TEXT, given=TEXT), min_size=1
            ).map(tuple),
            "issued": st.builds(
                Date,
                st.builds(DateParts, st.integers(-500, 2100).filter(bool)),
                circa=st.booleans(),
            ),
        },
    ),
)


@draw(st.lists(SOURCES, unique_by=lambda source: source.key, min_size=1))
def test_what_is_written_is_read_again(sources: list[Source]) -> None:
    for format_ in (csl_json, csl_yaml):
        file = format_.read(write_sources(sources, format_.NAME), "")
        again = [file.read(index).source for index in range(len(file.keys))]
        assert [
            (source.key, source.type, source.variables) for source in again if source
        ] == [(source.key, source.type, source.variables) for source in sources]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (
            "The New Jim Crow: Mass Incarceration in the Age of Colorblindness",
            "The new Jim Crow: Mass incarceration in the age of colorblindness",
        ),
        (
            "Growing Up With Walls Between Neighbors",
            "Growing up with walls between neighbors",
        ),
        (
            "The new Jim Crow: Mass incarceration in the age of colorblindness",
            "The new Jim Crow: Mass incarceration in the age of colorblindness",
        ),
        ("Anna Karenina", "Anna Karenina"),
        ("A history of Johns Hopkins", "A history of Johns Hopkins"),
        ("", ""),
    ],
)
def test_titles_in_headline_case(typed: str, expected: str) -> None:
    source = source_of_item({"id": "a", "type": "book", "title": typed})
    assert in_sentence_case(source).plain("title") == expected


def test_what_zotero_users_write_into_the_note() -> None:
    note = (
        "Original Date: 1953\nOriginal Publisher Place: Rome\ntranslator: Doe || Jane\ntranslator: WHO\n"
        "type: report\ntex.keywords: x\ndoi: 10.1000/1.\n{:PMCID: PMC1}\nOwn note: of mine"
    )
    source = source_of_item({"id": "a", "type": "book", "title": "A", "note": note})
    assert source.type == "report"
    assert source.names("translator") == (
        Name(family="Doe", given="Jane"),
        Name(literal="WHO"),
    )
    assert source.date("original-date") == Date(DateParts(1953))
    assert (
        source.text("DOI"),
        source.text("PMCID"),
        source.text("original-publisher-place"),
    ) == (*("10.1000/1", "PMC1", "Rome"),)
    assert source.text("note") == "tex.keywords: x\nOwn note: of mine"
