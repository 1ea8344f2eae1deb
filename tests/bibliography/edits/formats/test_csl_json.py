"""Changes of CSL-JSON files: each does what it is for, and every other item stays."""

from __future__ import annotations

from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.bibliography.edits.formats.csl_json import open_text
from loccit.bibliography.formats import csl_json
from loccit.model import Date, DateParts, Name, Source, apply_edits
from tests.bibliography.edits.formats.changes import changed


def test_changes(given: str, expected: str) -> None:
    assert changed(given, "a.json", ".json").strip() == expected


TEXT = st.text(alphabet="aé \"'#:{}[],-&*|>\\\n", min_size=1, max_size=12)
VALUES = {
    "title": TEXT,
    "author": st.builds(lambda family: (Name(family=family),), TEXT),
    "issued": st.builds(lambda year: Date(DateParts(year)), st.integers(1, 2100)),
    "publisher": TEXT,
}
SOURCES = st.lists(
    st.builds(
        lambda key, variables: Source(key, "book", variables),
        st.sampled_from(["a", "b", "7", "x y", "é"]),
        st.fixed_dictionaries({}, optional=VALUES),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda source: source.key,
)


def contents(text: str) -> list[Source]:
    file = csl_json.read(text, "a.json")
    return [source for index in range(len(file.keys)) if (source := file.read(index).source)]


@draw(SOURCES, SOURCES)
def test_new_items_are_read_as_they_were(sources: list[Source], more: list[Source]) -> None:
    text = csl_json.write(sources)
    added = [source for source in more if source.key not in [other.key for other in sources]]
    after = apply_edits(text, open_text(text, "a.json").add(added))
    assert [(s.key, s.variables) for s in contents(after)] == [(s.key, s.variables) for s in [*sources, *added]]
    assert after.startswith(text.rstrip("\n] "))


@draw(SOURCES, st.data())
def test_items_go_and_the_others_stay(sources: list[Source], data: st.DataObject) -> None:
    text = csl_json.write(sources)
    gone = data.draw(st.lists(st.sampled_from([source.key for source in sources]), unique=True))
    after = apply_edits(text, open_text(text, "a.json").remove(gone))
    assert [(s.key, s.variables) for s in contents(after)] == [
        (s.key, s.variables) for s in sources if s.key not in gone
    ]


@draw(SOURCES, st.data(), st.sampled_from(["title", "publisher"]), st.sampled_from(["", "New", "N: 'x' # y"]))
def test_the_changed_file_reads_as_what_was_asked_for(
    sources: list[Source], data: st.DataObject, name: str, value: str
) -> None:
    text = csl_json.write(sources)
    key = data.draw(st.sampled_from([source.key for source in sources]))
    after = apply_edits(text, open_text(text, "a.json").change(key, {name: value}))
    expected = [dict(source.variables) for source in sources]
    index = [source.key for source in sources].index(key)
    expected[index].pop(name, None) if not value else expected[index].update({name: value.replace("'", "’")})
    assert [dict(source.variables) for source in contents(after)] == expected


@draw(SOURCES, st.data())
def test_an_item_put_back_changes_nothing(sources: list[Source], data: st.DataObject) -> None:
    text = csl_json.write(sources)
    key = data.draw(st.sampled_from([source.key for source in sources]))
    file = open_text(text, "a.json")
    after = apply_edits(text, file.replace(key, file.entry(key)))
    assert [(s.key, s.variables) for s in contents(after)] == [(s.key, s.variables) for s in sources]
