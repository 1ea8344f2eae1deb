"""Opening files and folders, looking sources up, and what is said about them."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from loccit.bibliography import Library, open_library, write_sources
from loccit.errors import LoccitError, UnknownKey, UnreadableFile
from loccit.model.csl_json import source_to_csl_json


def library(folder: Path, text: str, name: str = "sources.bib") -> Library:
    path = folder / name
    path.write_text(text, "utf-8")
    return open_library([path])


def test_a_folder_is_all_its_files_that_a_format_knows(tmp_path: Path) -> None:
    (tmp_path / "b.bib").write_text("@book{b, title = {B}}", "utf-8")
    (tmp_path / "a.json").write_text('[{"id": "a", "type": "book"}]', "utf-8")
    (tmp_path / "c.yaml").write_text("references:\n- id: c\n  type: book\n", "utf-8")
    (tmp_path / "notes.txt").write_text("@book{no}", "utf-8")
    (tmp_path / ".hidden.bib").write_text("@book{hidden, title = {H}}", "utf-8")
    found = open_library([tmp_path])
    assert found.keys() == ("a", "b", "c")
    assert [source.type for source in found] == ["book", "book", "book"]


def test_an_essays_own_sources_win_without_a_word(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text("@book{a, title = {From the file}}", "utf-8")
    found = open_library(
        [path], [{"id": "a", "type": "webpage", "title": "From the essay"}]
    )
    source = found.get("a")
    assert source and source.text("title") == "From the essay"
    assert not found.problems


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing.bib", "no such file"),
        ("missing", "no such file"),
        ("notes.docx/a.bib", "no such file"),
        ("nul\0.bib", "no such file"),
        ("folder", "no sources in this folder"),
        ("notes.docx", "no bibliography format"),
        ("broken.json", "not JSON"),
        ("broken.yaml", "not YAML"),
        ("empty.json", "no sources in this file"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "notes.docx").write_text("", "utf-8")
    (tmp_path / "broken.json").write_text('[{"id": }]', "utf-8")
    (tmp_path / "broken.yaml").write_text("a: [", "utf-8")
    (tmp_path / "empty.json").write_text("{}", "utf-8")
    with pytest.raises(UnreadableFile, match=message) as raised:
        open_library([tmp_path / name])
    assert raised.value.place and raised.value.place.path == str(tmp_path / name)
    assert raised.value.advice or name == "broken.json"


def test_a_broken_file_in_a_folder_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("@book{a, title = {A}}", "utf-8")
    (tmp_path / "b.json").write_text("{", "utf-8")
    found = open_library([tmp_path])
    assert found.keys() == ("a",)
    assert [(problem.rule, problem.severity) for problem in found.problems] == [
        ("unreadable-file", "warning")
    ]


def test_a_file_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("@book{a, title = {A}}", "utf-8")
    assert not open_library(
        [tmp_path, tmp_path / "a.bib", tmp_path / "." / "a.bib"]
    ).problems


def test_two_sources_with_one_key(tmp_path: Path) -> None:
    found = library(
        tmp_path, "@book{a, title = {First}}\n\n@book{a, title = {Second}}\n"
    )
    source = found.get("a")
    assert source and source.text("title") == "First"
    (problem,) = found.problems
    assert (problem.rule, problem.severity, problem.place.line) == (
        "duplicate-key",
        "warning",
        3,
    )
    assert "sources.bib:1:1" in problem.message


def test_one_source_twice(tmp_path: Path) -> None:
    found = library(tmp_path, "@book{a, title = {First}}\n@book{a, title = {First}}\n")
    assert [problem.severity for problem in found.problems] == ["note"]


def test_many_broken_entries_with_one_key_are_told_in_linear_time(
    tmp_path: Path,
) -> None:
    start = time.process_time()
    found = library(tmp_path, "@book{a, title = {A\n" * 20_000)
    assert len(found.problems) == 20_000 + 19_999
    assert time.process_time() - start < 5


def test_nearest_keys(tmp_path: Path) -> None:
    found = library(
        tmp_path,
        "@book{alexander2010,title={A}} @book{Müller1999,title={M}} @book{coates2015,title={C}}",
    )
    assert found.nearest("alexandre2010")[0] == "alexander2010"
    assert found.nearest("ALEXANDER2010")[0] == "alexander2010"
    assert found.nearest("muller1999")[0] == "Müller1999"
    assert found.nearest("zzz") == ()
    assert "coates2015" not in found.nearest("coates2015"), (
        "a key is no misspelling of itself"
    )


def test_a_key_that_is_required_must_be_there(tmp_path: Path) -> None:
    found = library(tmp_path, "@book{alexander2010, title = {A}}")
    assert found.require("alexander2010").text("title") == "A"
    for key, message in [
        (
            "alexander201",
            "No source has the key `alexander201`. Nearest: alexander2010.",
        ),
        ("zzz", "No source has the key `zzz`."),
        ("z" * 100, f"No source has the key `{'z' * 57}...`."),
    ]:
        with pytest.raises(UnknownKey) as error:
            found.require(key)
        assert str(error.value) == message


def test_an_unknown_format_is_told() -> None:
    with pytest.raises(LoccitError, match="`bibtex`"):
        write_sources([], "wordperfect")


@pytest.mark.parametrize("name", ["csl-json", "csl-yaml"])
def test_csl_formats_give_back_what_they_were_given(tmp_path: Path, name: str) -> None:
    found = library(
        tmp_path,
        "@book{a, author = {Doe, Jane and {WHO}}, title = {On {US} Essays}, date = {2010-05}}",
    )
    extension = name.removeprefix("csl-")
    path = tmp_path / f"written.{extension}"
    path.write_text(write_sources(found, name), "utf-8")
    assert list(map(source_to_csl_json, open_library([path]))) == list(
        map(source_to_csl_json, found)
    )


def test_abbreviations_that_double_without_end_are_cut(tmp_path: Path) -> None:
    doubling = "".join(
        f"@string{{a{n} = {{x}} # a{n - 1} # a{n - 1}}}\n" for n in range(1, 60)
    )
    (tmp_path / "a.bib").write_text(
        f"@string{{a0 = {{x}}}}\n{doubling}@book{{b, title = a59, note = {{fine}}}}\n"
    )
    library = open_library(tmp_path / "a.bib")
    source = library.get("b")
    assert source is not None
    assert source.text("note") == "fine"
    assert len(source.text("title")) < 1_000_000
    assert [problem.rule for problem in library.problems_of("b")] == ["unknown-string"]


def test_paths_may_be_text_one_or_many(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("@book{b, title = {B}}")
    path = tmp_path / "a.bib"
    for paths in (path, str(path), [path], [str(path)]):
        assert open_library(paths).keys() == ("b",)


@pytest.mark.parametrize("name", ["a.bib", "a.json", "a.yaml"])
def test_an_empty_file_is_said_alike_in_every_format(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\n")
    (problem,) = open_library(tmp_path / name).problems
    assert (problem.rule, problem.severity) == ("no-sources", "warning")


@pytest.mark.parametrize(
    "data", [b"", b"% only a comment\n", b"prose", bytes(range(256))]
)
def test_a_file_without_sources_is_said(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.bib").write_bytes(data)
    (tmp_path / "b.bib").write_text("@book{b, title = {B}}")
    assert ("no-sources", "warning") in [
        (p.rule, p.severity) for p in open_library(tmp_path / "a.bib").problems
    ]
    assert ("no-sources", "note") in [
        (p.rule, p.severity) for p in open_library(tmp_path).problems
    ]
