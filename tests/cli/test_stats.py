"""`loccit stats`, as it is called."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from lxml import etree

from tests.cli.conftest import Call
from tests.cli.terminal.test_terminal import on_terminal, without_colour


def test_the_plot(call: Call, folder: Path) -> None:
    (folder / "essays").mkdir()
    (folder / "essays" / "one.md").write_text(
        "As @alexander2010 and [@alexander2010].\n"
    )
    result = call("stats")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "2 sources, 1 essay\n\n"
        "Years\n2010  1  #\n2011  0\n2012  0\n2013  0\n2014  1  #\n\n"
        "Types\nbook  2  ##\n\n"
        "Most cited\nalexander2010  2  ##\nNever cited: jimenez2014 (1 of 2 sources).\n"
    )


def test_files_in_place_of_the_library(call: Call, folder: Path) -> None:
    (folder / "old.ris").write_text("TY  - BOOK\nTI  - A\nPY  - 1999\nER  - \n")
    assert call("stats", "old.ris", "bibliography").stdout.startswith("3 sources\n")
    assert call("stats", "none.bib").exit_code == 2


def test_a_large_number_fits_the_page(call: Call, folder: Path) -> None:
    many = "".join(
        f"@book{{k{n}, title = {{{n}}}, year = 1999, language = {{x}}}}\n"
        for n in range(1500)
    )
    (folder / "many.bib").write_text(
        many + "@misc{odd, title = {\\odd}, language = {" + "long " * 20 + "}}\n"
    )
    lines = call("stats", "many.bib").stdout.splitlines()
    assert max(map(len, lines)) == 80
    assert any(line.startswith("1999     1,500  ###") for line in lines)
    assert "no date      1  #" in lines  # what is there has a bar


def test_the_name_of_the_output_tells_the_format(call: Call, folder: Path) -> None:
    for name in ("stats.svg", "stats.json", "stats.txt"):
        assert call("stats", "-o", name).exit_code == 0
    assert etree.parse(folder / "stats.svg").getroot().get("role") == "img"
    assert json.loads((folder / "stats.json").read_text("utf-8"))["sources"] == 2
    assert (folder / "stats.txt").read_text("utf-8") == call("stats").stdout
    assert json.loads(call("stats", "--to", "json").stdout)["types"] == {"book": 2}


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX terminal")
@pytest.mark.parametrize("columns", [50, 80, 120])
def test_it_fits_the_terminal(folder: Path, columns: int) -> None:
    lines = without_colour(on_terminal(folder, "stats", columns=columns)).splitlines()
    [types] = [line for line in lines if line.startswith("book")]
    assert types.rstrip().endswith("█")
    assert columns - 3 <= max(map(len, lines)) <= columns
