"""`check` and `explain`, as they are called."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from loccit.recognize.reasons import REASONS
from tests.cli.conftest import Call

SOURCES = Path("bibliography", "sources.bib")


@pytest.fixture
def wrong(folder: Path) -> Path:
    path = folder / "wrong.bib"
    path.write_text(
        "@book{doe, title = {A}, year = 2010,\n  publisher = {P}, isbn = {978-1-59558-103-8}}\n",
        "utf-8",
    )
    return path


def test_a_sound_library(call: Call) -> None:
    result = call("check")
    assert (result.exit_code, result.stdout, result.stderr) == (
        0,
        "",
        "2 sources checked: no problems.\n",
    )


def test_a_file_with_a_fault(call: Call, wrong: Path) -> None:
    result = call("check", wrong)
    assert result.exit_code == 1
    said = "warning: The ISBN 978-1-59558-103-8 has a wrong digit. Compare it with the book. [malformed-isbn]"
    assert result.stdout == f"{wrong}:2:20: {said}\n"
    assert result.stderr == "1 source checked: 1 warning.\n"


def test_rules_are_chosen(call: Call, wrong: Path) -> None:
    assert call("check", wrong, "--ignore", "malformed-isbn").exit_code == 0
    assert call("check", wrong, "--select", "malformed-doi").exit_code == 0
    assert call("check", wrong, "--select", "malformed-isbn").exit_code == 1
    result = call("check", wrong, "--select", "malformed-isb")
    assert (result.exit_code, result.stderr) == (
        2,
        "loccit: There is no rule `malformed-isb`. Did you mean `malformed-isbn`?\n",
    )


def test_one_key_of_a_library(call: Call, folder: Path) -> None:
    with (folder / SOURCES).open("a") as file:
        file.write(
            "@book{doe, title = {A}, year = 2010}\n@book{roe, title = {B}, year = 2010}\n"
        )
    result = call("check", "roe", "alexander2010")
    assert (result.exit_code, result.stdout.count("\n")) == (1, 1)
    assert result.stdout.startswith(
        f"{SOURCES}:15:1: warning: This book has no publisher."
    )
    assert "Nearest: roe." in call("check", "rooe").stderr


def test_a_key_that_two_sources_have(call: Call, folder: Path) -> None:
    with (folder / SOURCES).open("a") as file:
        file.write("@book{alexander2010, title = {A}, year = 2010, publisher = {P}}\n")
    result = call("check", "alexander2010")
    assert (
        f"{SOURCES}:14:1: warning: The key `alexander2010` is already used"
        in result.stdout
    )
    assert (call("check", "jimenez2014").stdout, result.exit_code) == ("", 1)


def test_an_entry_that_cannot_be_read(call: Call, folder: Path) -> None:
    with (folder / SOURCES).open("a") as file:
        file.write("@book{doe, title {A}}\n")
    result = call("check", "doe")
    assert (result.exit_code, result.stdout.count("doe")) == (1, 0)
    assert result.stdout.endswith("[unreadable-entry]\n")


def test_what_reading_tells_is_told_once(call: Call, folder: Path) -> None:
    (folder / "broken.bib").write_text(
        "@book{doe, title = {A}, year = 2010, publisher = {P}\n", "utf-8"
    )
    result = call("check", "broken.bib")
    assert (result.exit_code, result.stdout.count("unclosed-entry")) == (1, 1)


def test_text_files_are_told_by_what_they_hold(call: Call, folder: Path) -> None:
    (folder / "essay.txt").write_text("As Doe says.\n", "utf-8")
    assert "1 essay checked" in call("check", "essay.txt").stderr
    (folder / "export.txt").write_text("TY  - THES\nTI  - On Doors\nER  - \n", "utf-8")
    assert "This thesis has no date" in call("check", "export.txt").stdout


def test_a_missing_file(call: Call) -> None:
    result = call("check", "missing.bib")
    assert (result.exit_code, result.stderr) == (
        2,
        "loccit: missing.bib: There is no such file. Check the name and the folder.\n",
    )


def test_json(call: Call, wrong: Path) -> None:
    result = call("check", wrong, "--to", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout) == {
        "checked": 1,
        "essays": [],
        "findings": [
            {
                "rule": "malformed-isbn",
                "name": "malformed-isbn",
                "severity": "warning",
                "message": "The ISBN 978-1-59558-103-8 has a wrong digit.",
                "advice": "Compare it with the book.",
                "key": "doe",
                "path": str(wrong),
                "line": 2,
                "column": 20,
                "end_line": 2,
                "end_column": 46,
                "edits": [],
                "safety": "",
                "fix": {},
            }
        ],
    }


def test_explain(call: Call) -> None:
    result = call("explain", "malformed-doi")
    assert result.exit_code == 0
    assert result.stdout.startswith("malformed-doi (warning)\n\nA malformed DOI.\n")
    assert call("explain", "nothing").exit_code == 2


def test_explain_knows_reasons_and_rules(call: Call) -> None:
    result = call("explain", "misspelt-name", "malformed-doi")
    assert result.stdout.startswith(
        f"misspelt-name (reason)\n\n{REASONS['misspelt-name']}"
    )
    assert "\n\nmalformed-doi (" in result.stdout


def test_explain_suggests_the_nearest_name(call: Call) -> None:
    result = call("explain", "misspelt-nam")
    said = "There is no rule or reason `misspelt-nam`. Did you mean `misspelt-name`?"
    assert (result.exit_code, result.stderr) == (2, f"loccit: {said}\n")


def test_rules_are_listed(call: Call) -> None:
    result = call("check", "--rules")
    assert result.exit_code == 0
    assert "malformed-doi\tA malformed DOI.\n" in result.stdout


def test_fixes_are_shown_and_made(call: Call, folder: Path) -> None:
    path = folder / "new.bib"
    path.write_text(
        "@book{doe, title = {R&amp;D}, publisher = {P},\n  year = 20}\n@online{roe, title = {A}, note = {B}}\n",
        "utf-8",
    )
    shown = call("check", "new.bib", "--diff", "--select", "html-entity")
    assert (shown.exit_code, shown.stderr) == (1, "1 problem would be fixed.\n")
    assert (
        "-@book{doe, title = {R&amp;D}, publisher = {P},\n+@book{doe, title = {R\\&D}, publisher = {P},\n"
        in shown.stdout
    )
    result = call("check", "new.bib", "--fix")
    assert (
        "new.bib:1:12: fixed: `&amp;` in the field `title` is HTML for `&`. [html-entity]\n"
        in result.stderr
    )
    assert (result.exit_code, path.read_text("utf-8").count("&amp;")) == (1, 0)
    assert "new.bib:3:1: warning: This web page has no URL." in result.stdout
    assert call("check", "new.bib", "--diff").exit_code == 0


def test_unsafe_fixes_have_to_be_asked_for(call: Call, folder: Path) -> None:
    path = folder / "new.bib"
    text = "@book{who, author = {World Health Organization}, title = {R&amp;D}}\n"
    path.write_text(text, "utf-8")
    rules = ["--select", "group-as-person", "--select", "html-entity"]
    expected = "2 warnings. 1 can be fixed with --fix, 1 more with --unsafe-fixes.\n"
    assert call("check", "new.bib", *rules).stderr.endswith(expected)
    shown = call("check", "new.bib", *rules, "--diff")
    assert shown.stderr == "1 problem would be fixed.\n"
    shown = call("check", "new.bib", *rules, "--diff", "--unsafe-fixes")
    assert shown.stderr == "2 problems would be fixed.\n"
    call("check", "new.bib", *rules, "--fix")
    assert path.read_text("utf-8") == text.replace("&amp;", r"\&")
    result = call("check", "new.bib", *rules, "--fix", "--unsafe-fixes")
    assert (result.exit_code, path.read_text("utf-8").count("{{World")) == (0, 1)


def test_unsafe_fixes_alone_are_a_usage_error(call: Call) -> None:
    result = call("check", "--unsafe-fixes")
    assert result.exit_code == 2
    assert "--unsafe-fixes needs --fix or --diff." in result.stderr


def test_json_has_the_edits_of_a_fix(call: Call, folder: Path) -> None:
    path = folder / "new.bib"
    path.write_text("@book{doe, title = {R&amp;D}}\n", "utf-8")
    result = call("check", "new.bib", "--select", "html-entity", "--to", "json")
    (finding,) = json.loads(result.stdout)["findings"]
    assert finding["fix"] == {"title": r"R\&D"}
    assert (finding["end_line"], finding["end_column"]) == (1, 29)
    assert finding["safety"] == "safe"
    assert finding["edits"] == [
        {"path": "new.bib", "start": 19, "end": 28, "new": r"{R\&D}"}
    ]


def test_the_help_imports_nothing_that_only_essays_need() -> None:
    code = "import sys, loccit.cli.commands.check; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    names = done.stdout.decode().split()
    rooms = ("loccit.csl", "loccit.recognize", "loccit.lint.checked")
    assert [name for name in names if name.startswith(rooms)] == []
    rules = [name for name in names if name.startswith("loccit.lint.prose.")]
    assert rules == ["loccit.lint.prose.rule"]
