"""What `loccit format` says of the sources that an essay cites."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Call, essay

_SOURCE = "@book{%s, title={A Book}, publisher={Norton}, year={2001}, author={%s}}\n"
_GROUP = "World Health Organization"


def _library(folder: Path, *sources: tuple[str, str]) -> None:
    text = "".join(_SOURCE % source for source in sources)
    (folder / "bibliography" / "more.bib").write_text(text, "utf-8")


def _reported(call: Call, *arguments: str) -> list[str]:
    """The lines about sources; others are about capitals, and the last about the essay."""
    lines = call("format", "essay.md", *arguments).stderr.splitlines()[:-1]
    return [line for line in lines if not line.startswith("Capitals left out")]


def test_a_cited_source_with_a_problem_is_reported(call: Call, folder: Path) -> None:
    _library(folder, ("a", "Doe, Jo; Roe, Al"), ("b", "Poe, Jo; Low, Al"))
    essay(folder, "[@a] and [@alexander2010]")
    (line,) = _reported(call)
    assert line.startswith("bibliography/more.bib:1:")
    assert "`Doe, Jo; Roe, Al` is read as one person." in line


def test_a_source_that_is_right_is_not_mentioned(call: Call, folder: Path) -> None:
    essay(folder, "[@alexander2010]")
    assert _reported(call) == []


def test_more_problems_are_counted_with_the_way_to_see_them(
    call: Call, folder: Path
) -> None:
    keys = [f"k{number}" for number in range(7)]
    _library(folder, *((key, "Doe, Jo; Roe, Al") for key in keys))
    essay(folder, " ".join(f"[@{key}]" for key in keys))
    lines = _reported(call)
    assert len(lines) == 6
    assert lines[-1] == "2 more problems in the cited sources: `loccit check`."


def test_the_command_names_what_was_named(call: Call, folder: Path) -> None:
    (folder / "my own.bib").write_text(
        "@book{b, author={Doe, Jo}, title={A TITLE IN CAPITALS}}"
    )
    essay(folder, "[@b]")
    lines = _reported(call, "-b", "my own.bib")
    assert lines[-1].endswith("`loccit check -b 'my own.bib' b`.")


def test_the_exit_status_stays(call: Call, folder: Path) -> None:
    _library(folder, ("a", "Doe, Jo; Roe, Al"))
    essay(folder, "[@a]")
    assert call("format", "essay.md").exit_code == 0


def test_a_source_of_the_essay_itself_is_named(call: Call, folder: Path) -> None:
    source = "{id: roe, type: article-journal, title: On Ferries, issued: 2001, author: [{family: Roe}], volume: 3}"
    essay(folder, f"---\nreferences: [{source}]\n---\n\n[@roe]")
    assert _reported(call) == [
        "essay.md: warning: In the source `roe`: This article has no journal."
    ]
