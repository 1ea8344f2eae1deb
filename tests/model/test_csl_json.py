from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loccit.model import Date, DateParts, Name, Source
from loccit.model.csl_json import source_from_csl_json, source_to_csl_json


def read(**item: object) -> Source:
    return source_from_csl_json({"id": "a", "type": "book", **item})


def test_names_keep_all_parts() -> None:
    source = read(
        author=[
            {
                "family": "Beethoven",
                "given": "Ludwig",
                "dropping-particle": "van",
                "suffix": "Jr.",
            }
        ]
    )
    assert source.names("author") == (
        Name(family="Beethoven", given="Ludwig", dropping_particle="van", suffix="Jr."),
    )


def test_parts_of_names_may_be_lists_of_words() -> None:
    source = read(author=[{"family": ["van", "Dijk"], "given": ["Ann", "", "Lee"]}])
    assert source.names("author") == (Name("van Dijk", "Ann Lee"),)


def test_halves_of_characters_are_replaced() -> None:
    half = "\ud83d"
    people = [{"family": f"Doe{half}"}]
    source = read(title=f"A{half} b", author=people, custom={"x": [{half: half}]})
    assert source.text("title") == "A\ufffd b"
    assert source.names("author") == (Name(family="Doe\ufffd"),)
    assert source.custom == {"x": [{"\ufffd": "\ufffd"}]}


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ({"date-parts": [["2003", "5", 1]]}, Date(DateParts(2003, 5, 1))),
        (
            {"date-parts": [[2003], [2004, 2]]},
            Date(DateParts(2003), DateParts(2004, 2)),
        ),
        (
            {"date-parts": [[-44]], "circa": "1", "season": "2"},
            Date(DateParts(-44), season=2, circa=True),
        ),
        (
            {"date-parts": [[2001]], "season": "Hilary"},
            Date(DateParts(2001), raw="Hilary"),
        ),
        (
            [{"year": 2002, "season": 4}, {"year": "2003", "season": "1"}],
            Date(DateParts(2002, 24), DateParts(2003, 21)),
        ),
        ({"literal": "in press"}, Date(literal="in press")),
        ({"raw": "2003-05"}, Date(raw="2003-05")),
        ("2003-05", Date(raw="2003-05")),
        (2003, Date(raw="2003")),
        ({"date-parts": [2003, 5]}, Date(DateParts(2003, 5))),
        ({"year": "2003", "month": 5}, Date(DateParts(2003, 5))),
        (
            [{"year": 2003}, {"year": 2004, "month": 2}],
            Date(DateParts(2003), DateParts(2004, 2)),
        ),
        ([2003, 5], Date(DateParts(2003, 5))),
        ({"date-parts": [[]]}, None),
        ({"date-parts": "x"}, None),
        (None, None),
    ],
)
def test_dates(raw: object, expected: Date | None) -> None:
    assert read(issued=raw).date("issued") == expected


def test_numbers_and_old_spellings() -> None:
    source = read(
        volume=3,
        shortTitle="Short",
        **{"title-short": "Shorter"},
        journalAbbreviation="J. Abb.",
    )
    assert source.variables == {
        "volume": "3",
        "title-short": "Shorter",
        "container-title-short": "J. Abb.",
    }


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["family", "literal", "date-parts", "raw", "season", "x"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.dictionaries(
        st.sampled_from(
            ["id", "type", "author", "issued", "title", "custom", "volume"]
        ),
        JSON,
    )
)
def test_anything_is_read_and_reads_back_the_same(item: dict[str, object]) -> None:
    source = source_from_csl_json(item)
    assert source_from_csl_json(source_to_csl_json(source)) == source


def test_endless_nesting_is_refused_in_compiled_code_too() -> None:
    value: object = "x"
    for _ in range(100_000):
        value = [value]
    with pytest.raises(RecursionError):
        source_from_csl_json({"id": "a", "custom": {"deep": value}})
    source = source_from_csl_json({"id": "a", "custom": {"flat": [["x"]]}})
    assert source.custom == {"flat": [["x"]]}
