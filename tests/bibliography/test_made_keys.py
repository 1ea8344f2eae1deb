"""Keys that loccit makes for entries without one: in a library, none hides another."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path

import pytest

from loccit.bibliography import Library, open_library

RIS = "TY  - JOUR\nAU  - Doe, Jane\nTI  - {0}\nPY  - 2010\nER  - \n"
NBIB = "PMID- {1}\nFAU - Doe, Jane\nTI  - {0}\nDP  - 2010\nPT  - Journal Article\n"
ENW = "%0 Journal Article\n%A Doe, Jane\n%T {0}\n%D 2010\n"
CSV = 'Authors,Title,Date\n"Doe, Jane",{0},2010\n'
BIB = "@article{{,\n  author = {{Doe, Jane}},\n  title = {{{0}}},\n  year = 2010\n}}\n"
NO_COMMA = "@article{{\n  author = {{Doe, Jane}}, title = {{{0}}}, year = 2010}}\n"
JSON = """[{{"type": "article-journal", "title": "{0}", "author": [{{"family": "Doe"}}],
"issued": {{"date-parts": [[2010]]}}}}]"""
ZOTERO = JSON.replace(
    '[{{"type"', '[{{"id": "http://zotero.org/users/1/items/A{1}", "type"'
)
YAML = """references:
- type: article-journal
  title: {0}
  author: [{{family: Doe}}]
  issued: 2010
"""

#: A file without keys in each format, by its extension; `{0}` is a title, `{1}` a number.
FORMATS = {
    "ris": RIS,
    "nbib": NBIB,
    "enw": ENW,
    "csv": CSV,
    "bib": BIB,
    "comma.bib": NO_COMMA,
    "json": JSON,
    "zotero.json": ZOTERO,
    "yaml": YAML,
}


def write(folder: Path, name: str, title: str, number: int = 1) -> Path:
    """Write a file with one source, in the format of its extension."""
    path = folder / name
    template = FORMATS[name.partition(".")[2]]
    path.write_text(template.format(title, number), "utf-8")
    return path


def titles(library: Library) -> dict[str, str]:
    return {source.key: source.plain("title") for source in library}


@pytest.mark.parametrize("extension", FORMATS)
@pytest.mark.parametrize("other", ["ris", "bib", "zotero.json"])
def test_two_files_without_keys_hide_nothing(
    tmp_path: Path, extension: str, other: str
) -> None:
    write(tmp_path, f"one.{extension}", "Rivers", 1)
    write(tmp_path, f"two.{other}", "Trees", 2)
    library = open_library(tmp_path)
    assert titles(library) == {"doe2010": "Rivers", "doe2010a": "Trees"}
    [reported] = [
        each
        for each in library.problems
        if each.rule == "missing-key" and each.severity == "warning"
    ]
    assert "`doe2010` is the one at " in reported.message
    assert reported.message.endswith("cited as `doe2010a`.")


def test_the_order_of_files_does_not_matter(tmp_path: Path) -> None:
    files = [
        write(tmp_path, f"{number}.{extension}", title, number)
        for number, (extension, title) in enumerate(
            [("ris", "Oaks"), ("zotero.json", "Ants"), ("bib", "Yews")]
        )
    ]
    found = [titles(open_library(order)) for order in permutations(files)]
    keys = {"doe2010": "Ants", "doe2010a": "Oaks", "doe2010b": "Yews"}
    assert found == [keys] * 6


def test_a_key_that_somebody_chose_goes_first(tmp_path: Path) -> None:
    made = write(tmp_path, "a.ris", "Ants")
    chosen = tmp_path / "b.bib"
    chosen.write_text("@book{doe2010, title = {Mine}}\n@book{doe2010a, title = {Too}}")
    expected = {"doe2010": "Mine", "doe2010a": "Too", "doe2010b": "Ants"}
    assert titles(open_library([made, chosen])) == expected
    assert titles(open_library([chosen, made])) == expected


def test_an_exact_copy_is_one_source(tmp_path: Path) -> None:
    write(tmp_path, "a.ris", "Ants")
    write(tmp_path, "b.ris", "Ants")
    write(tmp_path, "c.ris", "Bees")
    assert titles(open_library(tmp_path)) == {"doe2010": "Ants", "doe2010a": "Bees"}


def test_many_files_with_one_author_and_year(tmp_path: Path) -> None:
    numbers = range(10, 60)
    for number in numbers:
        write(tmp_path, f"{number}.ris", f"Part {number}")
    found = titles(open_library(tmp_path))
    assert sorted(found.values()) == [f"Part {number}" for number in numbers]
    assert found["doe2010"] == "Part 10"


def test_what_was_told_apart_is_read_by_its_key(tmp_path: Path) -> None:
    for number, extension in enumerate(FORMATS):
        write(tmp_path, f"{number}.{extension}", f"Part {number}", number)
    library = open_library(tmp_path)
    assert len(library) == len(FORMATS)
    assert library.made_keys == set(library.keys())
    keys = library.keys()
    assert tuple(library.require(key).key for key in keys) == keys


def test_zotero_s_addresses_say_how_to_get_keys(tmp_path: Path) -> None:
    [problem] = open_library(write(tmp_path, "a.zotero.json", "Ants")).problems
    assert problem.severity == "note"
    assert "only an address as `id`" in problem.message
    assert "such as `doe2010`" in problem.message
    assert "loccit keys --write" in problem.advice
    assert "Better BibTeX" in problem.advice


@pytest.mark.parametrize(
    "entry", ["@book{}", "@book{ }", "@book{,}", "@xdata{, a = 1}"]
)
def test_an_entry_without_anything_is_not_cited(tmp_path: Path, entry: str) -> None:
    path = tmp_path / "a.bib"
    path.write_text(entry)
    library = open_library(path)
    assert not library.keys()
    assert "missing-key" in [problem.rule for problem in library.problems]


def test_a_key_is_made_of_what_an_entry_inherits(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text(
        "@string{y = {1999}}\n@incollection{, title = {Part}, year = y, crossref = {w}}"
        "\n@book{w, editor = {Roe, R.}, title = {Whole}}"
    )
    assert open_library(path).keys() == ("roe1999", "w")


def test_a_large_file_keeps_its_made_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loccit.bibliography.files._LARGE", 1)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    items = [json.loads(ZOTERO.format(f"Part {part}", part))[0] for part in range(3)]
    path = tmp_path / "large.json"
    path.write_text(json.dumps(items), "utf-8")
    first = titles(open_library(path))
    assert list(first) == ["doe2010", "doe2010a", "doe2010b"]
    assert titles(open_library(path)) == first


def test_an_item_is_reported_with_the_key_that_it_is_cited_by(tmp_path: Path) -> None:
    item = {"type": "book", "author": [{"family": "Doe"}], "title": "Knots"}
    (tmp_path / "a.bib").write_text("@book{doe, title = {Another}}")
    (tmp_path / "b.json").write_text(json.dumps([item]), "utf-8")
    messages = [problem.message for problem in open_library(tmp_path).problems]
    assert "This source has no `id`; it is cited as `doea`." in messages
    assert not any("cited as `doe`" in message for message in messages)
