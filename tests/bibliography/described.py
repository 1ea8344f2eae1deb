"""A library in words, for cases that people can read; and sources to write."""

from __future__ import annotations

import json
from collections.abc import Sequence

from hypothesis import strategies as st

from loccit.bibliography import Library, undo_habits
from loccit.bibliography.formats import format_to_write
from loccit.model import Date, DateParts, Name, Source, Value
from loccit.model.csl_json import source_to_csl_json
from loccit.values.date_ranges import OPEN


def described(library: Library) -> str:
    """Every source as CSL-JSON, a variable a line; then the problems."""
    lines: list[str] = []
    for source in library:
        item = source_to_csl_json(source)
        lines.append(f"{item.pop('id')} {item.pop('type')}")
        lines += [
            f"  {name}: {json.dumps(value, ensure_ascii=False)}"
            for name, value in item.items()
        ]
    return "\n".join(
        [*lines, *map(str, sorted(library.problems, key=lambda problem: problem.place))]
    )


def read_again(source: Source, format_name: str) -> Source:
    """The source as it is when its format wrote and read it."""
    format_ = format_to_write(format_name)
    assert format_
    again = format_.read(format_.write([source]), "").read(0).source
    assert again
    return again


def changed(source: Source, again: Source) -> list[str]:
    """What a source lost on its way."""
    names = ["id"] * (source.key != again.key) + ["type"] * (source.type != again.type)
    return names + [
        name
        for name, value in source.variables.items()
        if again.variables.get(name) != value
    ]


WORD = st.from_regex(r"[A-Z][a-zé]{3,7}", fullmatch=True)
WORDS = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
NUMBER = st.integers(1, 9999).map(str)
PERSON = st.builds(
    Name,
    family=WORD,
    given=WORD | st.just("J. R."),
    suffix=st.sampled_from(["", "Jr.", "III"]),
)
PEOPLE = st.lists(PERSON | st.builds(Name, literal=WORDS), min_size=1, max_size=3).map(
    tuple
)
DAY = st.builds(
    DateParts, st.integers(1500, 2099), st.integers(1, 12), st.integers(1, 28)
)
MONTH = st.builds(DateParts, st.integers(1500, 2099), st.integers(1, 12))
YEAR = st.builds(DateParts, st.integers(1500, 2099))
DATE = st.builds(Date, DAY | MONTH | YEAR)

#: Values that a format has no reason to change, for the variables of most works.
PLAIN: dict[str, st.SearchStrategy[Value]] = {
    "author": PEOPLE,
    "issued": DATE,
    "volume": NUMBER,
    "page": st.tuples(st.integers(100, 400), st.integers(401, 999)).map(
        lambda ends: f"{ends[0]}-{ends[1]}"
    ),
    "publisher": WORDS,
    "publisher-place": WORDS,
    "DOI": NUMBER.map(lambda number: f"10.1000/{number}"),
    "URL": NUMBER.map(lambda number: f"https://example.org/{number}?a=b&c=d"),
    "abstract": WORDS,
    "keyword": st.lists(WORD, min_size=1, unique=True).map(", ".join),
    "note": WORDS,
    "language": st.sampled_from(["en", "de", "fr"]),
}


def plain_sources(
    types: Sequence[str], also: dict[str, st.SearchStrategy[Value]]
) -> st.SearchStrategy[Source]:
    """Sources with any of those variables, and of `also`.

    The place of a picture's publisher is its museum's, which few formats have: a picture
    with one is not plain.
    """
    variables = st.fixed_dictionaries({"title": WORDS}, optional=PLAIN | also)
    sources = st.builds(
        Source,
        st.from_regex(r"[a-z]{3,8}\d{4}", fullmatch=True),
        st.sampled_from(types),
        variables,
    ).map(undo_habits)
    return sources.filter(lambda source: "archive-place" not in source.variables)


TEXT = st.text(alphabet="aBé1 .,;:-–&<>/%'\"#*\n\t=@()[]", min_size=1, max_size=12)
ANY_NAME = st.builds(
    Name,
    family=TEXT | st.just(""),
    given=TEXT | st.just(""),
    suffix=TEXT | st.just(""),
    literal=TEXT | st.just(""),
)
#: With months and days that no calendar has, and seasons in the place of months.
ANY_PARTS = st.builds(
    DateParts,
    st.integers(-500, 10000),
    st.none() | st.integers(1, 30),
    st.none() | st.integers(1, 40),
)
ANY_DATE = st.builds(
    Date,
    ANY_PARTS,
    st.none() | YEAR | ANY_PARTS | st.just(OPEN),
    season=st.none() | st.integers(1, 6),
    circa=st.booleans(),
    literal=TEXT | st.just(""),
)


def any_sources(
    types: Sequence[str], variables: Sequence[str]
) -> st.SearchStrategy[Source]:
    """Sources with whatever may stand in them, as a library gives them out."""
    kinds = {"author": ANY_NAME, "editor": ANY_NAME}
    of: dict[str, st.SearchStrategy[Value]] = dict.fromkeys(variables, TEXT)
    of |= {
        name: st.lists(names, min_size=1, max_size=3).map(tuple)
        for name, names in kinds.items()
    }
    of |= {"issued": ANY_DATE, "accessed": ANY_DATE}
    return st.builds(
        Source, TEXT, st.sampled_from(types), st.fixed_dictionaries({}, optional=of)
    ).map(undo_habits)
