"""Writing in any format, and saying what it can't hold; which format a file is in."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.bibliography import losses, open_library, write_sources
from loccit.bibliography.formats import format_of, readable, written
from loccit.errors import LoccitError
from loccit.model import Source

BIB = "% mine\n\n@book{a,\n  title = {A},\n}\n"
JSON = '[{"title": "A", "id": "a", "type": "book"}]'
YAML = "---\n# mine\n- type: book\n  id: a\n  title: A\n"


@pytest.mark.parametrize(
    ("text", "name"), [(BIB, "bibtex"), (JSON, "csl-json"), (YAML, "csl-yaml")]
)
@pytest.mark.parametrize("extension", [".bib", ".json", ".yaml", ".txt", ""])
def test_the_format_is_recognized_from_the_content_first(
    text: str, name: str, extension: str, tmp_path: Path
) -> None:
    found = format_of(text, extension)
    assert found and name == found.NAME
    path = tmp_path / f"sources{extension}"
    path.write_text(text)
    assert open_library(path).keys() == ("a",)


@pytest.mark.parametrize("name", written())
def test_no_other_format_recognizes_what_one_writes(name: str) -> None:
    text = write_sources([Source("a", "book", {"title": "A", "publisher": "P"})], name)
    reader = "bibtex" if name in ("bib", "biblatex") else name
    assert [format_.NAME for format_ in readable() if format_.recognizes(text)] in (
        [reader],
        [],
    )


def test_the_name_tells_where_the_content_does_not() -> None:
    found = format_of("", ".json")
    assert found and found.NAME == "csl-json"
    assert format_of("nothing at all", ".txt") is None


def test_what_a_format_cannot_hold_is_said() -> None:
    source = Source("a", "book", {"title": "A", "references": "B"})
    assert [problem.rule for problem in losses([source], "bibtex")] == ["not-carried"]
    assert not list(losses([source], "csl-json"))
    with pytest.raises(LoccitError, match="no bibliography format `wordperfect`"):
        list(losses([source], "wordperfect"))


CUSTOM = {
    "file": ":a_b.pdf:PDF",
    "Pages": "1",
    "unclosed": "{",
    "closed": "}{",
    "n": 7,
    "title": "B",
}


def test_what_csl_has_no_variable_for_is_kept_or_told() -> None:
    source = Source("a", "book", {"title": "A"}, custom=CUSTOM)
    for name in ("csl-json", "csl-yaml"):
        found = format_of(text := write_sources([source], name), "")
        assert found
        again = found.read(text, "").read(0).source
        assert again and again.custom.keys() == CUSTOM.keys()
        assert not list(losses([source], name))
    (problem,) = losses([source], "ris")
    assert all(f"`{name}`" in problem.message for name in CUSTOM)


def test_a_bib_entry_holds_what_can_be_a_field_of_its_own() -> None:
    source = Source("a", "book", {"title": "A"}, custom=CUSTOM)
    assert (
        write_sources([source], "bibtex")
        == "@book{a,\n  title = {A},\n  file  = {:a_b.pdf:PDF},\n}\n"
    )
    (problem,) = losses([source], "bibtex")
    assert "file" not in problem.message
    assert all(f"`{name}`" in problem.message for name in CUSTOM if name != "file")


def test_fields_of_a_bib_file_go_through_csl_json_and_back(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text(
        "@book{a,\n  title = {A},\n  groups = {b \\& c},\n}\n"
    )
    (tmp_path / "a.json").write_text(
        write_sources(open_library(tmp_path / "a.bib"), "csl-json")
    )
    again = write_sources(open_library(tmp_path / "a.json"), "bibtex")
    assert again == "@book{a,\n  title  = {A},\n  groups = {b \\& c},\n}\n"
