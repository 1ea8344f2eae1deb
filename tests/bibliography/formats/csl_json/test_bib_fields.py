"""Changes of CSL items, in JSON and in YAML: each does what it is for, and every other
item stays.
"""

from __future__ import annotations

import pytest
from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.bibliography.editable import Editable
from loccit.bibliography.formats import Format, csl_json, csl_yaml, editable
from loccit.model import Date, DateParts, Name, Source, apply_edits

IN_BOTH = pytest.mark.parametrize("format_", [csl_json, csl_yaml], ids=["json", "yaml"])

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


def opened(text: str, format_: Format) -> Editable:
    return editable(text, "a", format_.EXTENSIONS[0])


def contents(text: str, format_: Format) -> list[Source]:
    file = format_.read(text, "a")
    return [
        source for index in range(len(file.keys)) if (source := file.read(index).source)
    ]


@IN_BOTH
@draw(sources=SOURCES, more=SOURCES)
def test_new_items_are_read_as_they_were(
    format_: Format, sources: list[Source], more: list[Source]
) -> None:
    text = format_.write(sources)
    added = [
        source for source in more if source.key not in [other.key for other in sources]
    ]
    after = apply_edits(text, opened(text, format_).add(added))
    assert [(s.key, s.variables) for s in contents(after, format_)] == [
        (s.key, s.variables) for s in [*sources, *added]
    ]
    assert after.startswith(
        text.rstrip("\n] ")
    )  # of JSON the end of the list has moved


@IN_BOTH
@draw(sources=SOURCES, data=st.data())
def test_items_go_and_the_others_stay(
    format_: Format, sources: list[Source], data: st.DataObject
) -> None:
    text = format_.write(sources)
    gone = data.draw(
        st.lists(st.sampled_from([source.key for source in sources]), unique=True)
    )
    after = apply_edits(text, opened(text, format_).remove(gone))
    assert [(s.key, s.variables) for s in contents(after, format_)] == [
        (s.key, s.variables) for s in sources if s.key not in gone
    ]


@IN_BOTH
@draw(
    sources=SOURCES,
    data=st.data(),
    name=st.sampled_from(["title", "publisher"]),
    value=st.sampled_from(["", "New", "N: 'x' # y"]),
)
def test_the_changed_file_reads_as_what_was_asked_for(
    format_: Format, sources: list[Source], data: st.DataObject, name: str, value: str
) -> None:
    text = format_.write(sources)
    key = data.draw(st.sampled_from([source.key for source in sources]))
    after = apply_edits(text, opened(text, format_).change(key, {name: value}))
    expected = [dict(source.variables) for source in sources]
    index = [source.key for source in sources].index(key)
    expected[index].pop(name, None) if not value else expected[index].update(
        {name: value.replace("'x'", "‘x’")}
    )
    assert [dict(source.variables) for source in contents(after, format_)] == expected


@IN_BOTH
@draw(sources=SOURCES, data=st.data())
def test_an_item_put_back_changes_nothing(
    format_: Format, sources: list[Source], data: st.DataObject
) -> None:
    text = format_.write(sources)
    key = data.draw(st.sampled_from([source.key for source in sources]))
    file = opened(text, format_)
    after = apply_edits(text, file.replace(key, file.entry(key)))
    assert [(s.key, s.variables) for s in contents(after, format_)] == [
        (s.key, s.variables) for s in sources
    ]
