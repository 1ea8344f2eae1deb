"""`loccit show`, `loccit list` and `loccit search`: what is in the library."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Call, essay


def test_list(call: Call) -> None:
    assert call("list").stdout == (
        "alexander2010\tAlexander\t2010\tThe New Jim Crow\tbook\n"
        "jimenez2014\tJimenez et al.\t2014\tSocial Policy and Social Change\tbook\n"
    )


def test_show(call: Call, folder: Path) -> None:
    (folder / "essays").mkdir()
    (folder / "essays" / "one.md").write_text("Text\n\nand [see @alexander2010]\n")
    stdout = call("show", "alexander2010").stdout
    assert "Alexander, M. (2010). The new Jim Crow. The New Press." in stdout
    assert "[@alexander2010, pp. 12-13]  (Alexander, 2010, pp. 12–13)" in stdout
    assert "@alexander2010               Alexander (2010)" in stdout
    assert "one.md:3:5: [see @alexander2010]" in stdout


def test_show_in_a_style_of_footnotes(call: Call) -> None:
    stdout = call(
        "show", "alexander2010", "--style", "chicago-notes-bibliography"
    ).stdout
    note = "The New Jim Crow (The New Press, 2010)."
    assert f"[@alexander2010]             Michelle Alexander, {note}" in stdout
    assert (
        f"@alexander2010               Michelle Alexander; in the note: {note}"
        in stdout
    )


def test_show_an_unknown_key(call: Call) -> None:
    result = call("show", "alexander210")
    assert result.exit_code == 1
    assert (
        result.stderr
        == "loccit: No source has the key `alexander210`. Nearest: alexander2010.\n"
    )


def test_search(call: Call) -> None:
    found = call("search", "author:alexander", "year:2000..")
    assert found.exit_code == 0 and found.stdout.startswith("alexander2010\t")
    assert (
        call("search", "jim crow").stdout
        == call("search", 'title:"jim crow"').stdout
        == found.stdout
    )
    assert call("search", "crow jim").exit_code == 1
    nothing = call("search", "nothing")
    assert nothing.exit_code == 1 and nothing.stderr == "Nothing was found.\n"
    assert call("search", "colour:red").exit_code == 2
    assert [
        item["id"]
        for item in json.loads(
            call("search", "alexander", "-nothing", "--to", "json").stdout
        )
    ]
    assert (
        "Alexander"
        in call("export", "author:alexander", "year:2000..", "--to", "text").stdout
    )
    nothing = call("export", "author:nobody", "--to", "text")
    assert (nothing.exit_code, nothing.stdout, nothing.stderr) == (
        1,
        "",
        "Nothing was found.\n",
    )


def test_json_for_programs(call: Call, folder: Path) -> None:
    essay(folder, "[@alexander2010]")
    shown = json.loads(call("show", "alexander2010", "--to", "json").stdout)
    assert shown["source"]["id"] == "alexander2010"
    assert shown["entry"].startswith("Alexander, M. (2010).")
    assert shown["citations"]["@alexander2010"] == "Alexander (2010)"
    assert shown["cited"] == ["essay.md:1:1"]
    listed = json.loads(call("list", "--to", "json").stdout)
    assert [each["id"] for each in listed] == ["alexander2010", "jimenez2014"]
    assert json.loads(call("keys", "--to", "json").stdout) == {}
