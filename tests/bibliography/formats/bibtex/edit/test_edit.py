"""Change .bib files: every byte that a change is not about stays."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Mapping
from functools import partial
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import example
from hypothesis import given as draw
from hypothesis import strategies as st

from loccit._startup.dataclass import replace
from loccit.bibliography import Library
from loccit.bibliography.formats import bibtex
from loccit.bibliography.formats.bibtex.edit import EditableBibtex
from loccit.errors import InvalidChange
from loccit.model import Source, apply_edits
from loccit.text_files.encoding import decode
from tests.bibliography.changes import DOE, changed


def test_changes(given: str, expected: str) -> None:
    assert changed(given, "a.bib", ".bib").strip() == expected


FIELD_NAMES = ("title", "author", "note", "url", "x-field")
PIECES = ["a", "B", " ", "{c}", '"', "#", ",", "=", "\n", "{", "}"]
VALUES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(
    lambda pieces: balanced("".join(pieces))
)
GAPS = st.sampled_from([", ", ",", ",\n  ", "\n, ", ",\r\n\t", " ,\n\n"])
BETWEEN = st.sampled_from(
    [
        "\n",
        "\n\n",
        "\r\n\r\n",
        " ",
        "\n% comment\n",
        "\nprose {here}\n",
        "\n@string{s = {S}}\n",
    ]
)


def balanced(text: str) -> str:
    """`text` as it could stand in a field: with a partner for each brace, and white
    space only within.
    """
    depths = list(accumulate({"{": 1, "}": -1}.get(letter, 0) for letter in text))
    text = re.sub("[{}]", "", text) if min(depths) < 0 or depths[-1] else text
    return text.strip() or "a"


@st.composite
def files(draw: st.DrawFn) -> tuple[str, dict[str, dict[str, str]]]:
    """A .bib file, and what its entries hold."""
    entries: dict[str, dict[str, str]] = {}
    text = draw(st.sampled_from(["", "\ufeff% first\n", "\n\n"]))
    for key in draw(
        st.lists(st.sampled_from(["a", "b", "doe:2010", "é"]), min_size=1, unique=True)
    ):
        fields = draw(st.dictionaries(st.sampled_from(FIELD_NAMES), VALUES, max_size=4))
        gap, equals = draw(GAPS), draw(st.sampled_from(["=", " = ", "   ="]))
        written = gap.join(
            f"{name}{equals}{{{value}}}" for name, value in fields.items()
        )
        lead = draw(GAPS) if fields else draw(st.sampled_from(["", ","]))
        tail = draw(st.sampled_from(["", ",", "\n", ",\n"])) if fields else ""
        text += f"@Book{{{key}{lead}{written}{tail}}}{draw(BETWEEN)}"
        entries[key] = fields
    return text + draw(
        st.sampled_from(["", "@comment{jabref-meta: x;}\n", "the end"])
    ), entries


def contents(text: str) -> dict[str, dict[str, str]]:
    """What the entries of a file hold, as its reader says."""
    file = bibtex.read(text, "a.bib")
    return {
        key: dict(file.fields(file.entries[index]).values)
        for index, key in enumerate(file.keys)
    }


@draw(files())
def test_no_change_no_edit(made: tuple[str, dict[str, dict[str, str]]]) -> None:
    text, entries = made
    file = EditableBibtex(text, "a.bib")
    assert contents(text) == entries
    for key in entries:
        assert file.change(key, {}) == []
        edits = file.replace(key, file.entry(key))
        assert [edit.span.of(text).replace("\r", "") for edit in edits] == [
            e.new.replace("\r", "") for e in edits
        ]


@draw(
    files(),
    st.data(),
    st.dictionaries(st.sampled_from(FIELD_NAMES), VALUES | st.just(""), min_size=1),
)
def test_the_changed_file_reads_as_what_was_asked_for(
    made: tuple[str, dict[str, dict[str, str]]],
    data: st.DataObject,
    values: Mapping[str, str],
) -> None:
    text, entries = made
    key = data.draw(st.sampled_from(sorted(entries)))
    edits = EditableBibtex(text, "a.bib").change(key, values)
    after = apply_edits(text, edits)
    entries[key] = {
        name: value for name, value in {**entries[key], **values}.items() if value
    }
    assert contents(after) == entries
    whole = EditableBibtex(text, "a.bib").entry(key)
    start = text.index(whole)
    assert after.startswith(text[:start]) and after.endswith(text[start + len(whole) :])


@draw(files(), st.data())
def test_an_entry_goes_and_the_others_stay(
    made: tuple[str, dict[str, dict[str, str]]], data: st.DataObject
) -> None:
    text, entries = made
    gone = data.draw(
        st.lists(st.sampled_from(sorted(entries)), unique=True, min_size=1)
    )
    file = EditableBibtex(text, "a.bib")
    after = apply_edits(text, file.remove(gone))
    assert contents(after) == {
        key: fields for key, fields in entries.items() if key not in gone
    }
    assert all(file.entry(key) in after for key in entries if key not in gone)
    assert ("prose" in after) == ("prose" in text) and after.count(
        "% comment"
    ) == text.count("% comment")


@draw(files(), st.lists(st.sampled_from(["new1", "new2"]), unique=True, min_size=1))
def test_new_entries_are_read_as_they_were(
    made: tuple[str, dict[str, dict[str, str]]], keys: list[str]
) -> None:
    text, entries = made
    title = "Essays &amp; <i>more</i> 100%"
    sources = [
        Source(key, "book", {"title": title, "volume": "3"}, headline=True)
        for key in keys
    ]
    after = apply_edits(text, EditableBibtex(text, "a.bib").add(sources))
    library = Library([bibtex.read(after, "a.bib")])
    assert list(contents(after)) == [*entries, *keys]
    assert [
        replace(source, place=sources[0].place)
        for key in keys
        if (source := library.get(key))
    ] == sources
    assert {key: contents(after)[key] for key in entries} == entries


def test_custom_values_become_fields_of_a_new_entry() -> None:
    source = Source(
        "b",
        "book",
        {"title": "B"},
        custom={"file": "Text:files/1/b.pdf:application/pdf", "groups": "Law"},
    )
    after = apply_edits("", EditableBibtex("", "a.bib").add([source]))
    assert contents(after)["b"].keys() == {"title", "file", "groups"}
    (again,) = Library([bibtex.read(after, "a.bib")])
    assert again.custom == source.custom


@draw(files(), st.data())
def test_a_renamed_key_can_be_renamed_back(
    made: tuple[str, dict[str, dict[str, str]]], data: st.DataObject
) -> None:
    text, entries = made
    key = data.draw(st.sampled_from(sorted(entries)))
    after = apply_edits(text, EditableBibtex(text, "a.bib").rename({key: "zz99"}))
    assert [name if name != "zz99" else key for name in contents(after)] == list(
        entries
    )
    assert (
        apply_edits(after, EditableBibtex(after, "a.bib").rename({"zz99": key})) == text
    )


BROKEN = [
    "@book{a,",
    "@book(b",
    "}",
    ")",
    "{",
    "title",
    "=",
    "{A}",
    '"',
    "#",
    ",",
    "\n",
    "%",
    "\\",
    "é",
    " ",
    "a",
    "2",
]


@draw(st.lists(st.sampled_from(BROKEN)).map("".join))
@example("@book{a,}@a(a")
@example("@book(b,=)")
def test_whatever_a_file_holds_is_changed_or_refused(text: str) -> None:
    file = EditableBibtex("@book{a, title = {A}}" + text, "a.bib")
    for key in file.keys:
        for change in (
            partial(file.change, key, {"title": "A", "b": ""}),
            partial(file.remove, [key]),
            partial(file.add, [DOE]),
            partial(file.replace, key, file.entry(key)),
            partial(file.rename, {key: "zz99"}),
        ):
            with contextlib.suppress(InvalidChange):
                apply_edits(file.text, change())


FILES = os.environ.get("LOCCIT_BIB_FILES", "")


@pytest.mark.skipif(
    not FILES, reason="LOCCIT_BIB_FILES names no folder of .bib files from elsewhere"
)
def test_real_files() -> None:
    tried = 0
    for path in sorted(Path(FILES).rglob("*.bib")):
        text = decode(path.read_bytes()[:100_000], path.name).text
        before, file = contents(text), EditableBibtex(text, str(path))
        for key in [key for key in before if file.keys.count(key) == 1][:2]:
            with contextlib.suppress(InvalidChange):
                for name in ("title", "year", "x-new"):
                    after = contents(
                        apply_edits(text, file.change(key, {name: "{A} 2"}))
                    )
                    assert after == {**before, key: {**before[key], name: "{A} 2"}}, (
                        path,
                        key,
                        name,
                    )
                after = contents(apply_edits(text, file.remove([key])))
                assert after == {
                    other: fields for other, fields in before.items() if other != key
                }, (path, key)
                tried += 1
    assert tried
