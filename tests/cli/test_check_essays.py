"""`check` of essays, as it is called."""

from __future__ import annotations

import json
from pathlib import Path

from loccit import read_essay
from tests.cli.conftest import Call, essay
from tests.cli.report.essays import document

#: One mistake: no comma before the year (C01).
WRONG = "Neighborhoods organized themselves (Alexander 2010).\n"
RIGHT = "Neighborhoods organized themselves (Alexander, 2010).\n"
ONLY = ("--select", "C01")


def test_an_essay(call: Call, folder: Path) -> None:
    essay(folder, WRONG)
    result = call("check", "essay.md")
    said = "essay.md:1:46: warning: No comma separates the author from the year. Add it. [C01]\n"
    assert result.exit_code == 1
    assert said in result.stdout
    assert "1 essay checked: " in result.stderr


def test_exit_zero(call: Call, folder: Path) -> None:
    essay(folder, WRONG)
    assert call("check", "essay.md", "--exit-zero").exit_code == 0
    assert call("check", "essay.md", "--diff", "--exit-zero").exit_code == 0


def test_the_sources_that_an_essay_cites(call: Call, folder: Path, bib: Path) -> None:
    with bib.open("a") as file:
        file.write("@book{doe, author = {Doe, Ann}, title = {A}, year = 2010}\n")
    essay(folder, "So it is [@doe; @alexander2010; @nobody].\n")
    result = call("check", "essay.md")
    lines = result.stdout.splitlines()
    assert lines[0].startswith("essay.md:1:")
    assert "nobody" in lines[0]
    assert lines[-1].startswith("bibliography/sources.bib:14:1: warning: This book has")


def test_a_source_in_the_essay_itself_is_named(call: Call, folder: Path) -> None:
    front = "---\nreferences:\n- {id: doe, type: book, title: A}\n---\n"
    essay(folder, f"{front}So it is [@doe].\n")
    result = call("check", "essay.md")
    assert "essay.md: warning: In the source `doe`: This book has no" in result.stdout


def test_a_folder(call: Call, folder: Path) -> None:
    essay(folder, WRONG, "papers/a.md")
    essay(folder, RIGHT, "papers/b.md")
    essay(folder, "@book{doe, title = {A}, year = 2010}\n", "papers/doe.bib")
    result = call("check", "papers")
    assert result.exit_code == 1
    assert "papers/a.md:1:46: " in result.stdout
    assert "papers/doe.bib:1:1: " in result.stdout
    table = result.stdout.split("\n\n")[-1].splitlines()
    assert [line.split()[:2] for line in table] == [
        ["Essay", "Citations"],
        ["papers/a.md", "1"],
        ["papers/b.md", "1"],
    ]
    assert "2 essays and 1 source checked: " in result.stderr


def test_a_folder_with_a_bibliography(call: Call, folder: Path) -> None:
    essay(folder, RIGHT)
    assert "1 essay and 2 sources checked" in call("check", ".").stderr


def test_a_folder_with_nothing_to_check(call: Call, folder: Path) -> None:
    (folder / "empty").mkdir()
    result = call("check", "empty")
    assert (result.exit_code, result.stderr) == (
        2,
        "loccit: empty: There are neither essays nor sources in this folder.\n",
    )


def test_what_cannot_be_read_does_not_stop_the_rest(call: Call, folder: Path) -> None:
    essay(folder, b"\xff\xfe\x00", "broken.docx")
    essay(folder, WRONG)
    result = call("check", "broken.docx", "missing.md", "missing.bib", "essay.md")
    assert result.exit_code == 2
    assert "essay.md:1:46: " in result.stdout
    assert result.stderr.count("broken.docx") == 1
    assert result.stderr.count("There is no such file.") == 2


def test_unreadable_sources_do_not_stop_the_rest(call: Call, folder: Path) -> None:
    essay(folder, "@book{doe, title = {R&amp;D}, yaer = 1}\n", "a.bib")
    essay(folder, "no sources", "b.json")
    for option in ([], ["--fix"]):
        result = call("check", "a.bib", "missing.bib", "b.json", *option)
        assert result.exit_code == 2
        assert "a.bib:1:1: warning: This book has no date" in result.stdout
        assert result.stderr.count("missing.bib") == result.stderr.count("b.json") == 1
    assert r"R\&D" in (folder / "a.bib").read_text("utf-8")


def test_an_unreadable_library_is_reported_once(call: Call, folder: Path) -> None:
    essay(folder, "[@doe]\n", "a.md")
    essay(folder, "[@doe]\n", "b.md")
    result = call("check", "a.md", "b.md", "--bibliography", "none.bib")
    assert result.exit_code == 2
    assert result.stderr.count("none.bib: There is no such file.") == 1


def test_an_essay_without_a_library_is_checked(call: Call, tmp_path: Path) -> None:
    (tmp_path / "bibliography" / "sources.bib").unlink()
    (tmp_path / "bibliography").rmdir()
    essay(tmp_path, f"{WRONG}\nSo it is [@doe], and [@roe].\n")
    result = call("check", "essay.md")
    assert result.exit_code == 1
    assert "[C01]" in result.stdout
    assert result.stdout.count("there is no bibliography to look them up") == 1
    assert "`doe`" not in result.stdout


def test_standard_input(call: Call) -> None:
    result = call("check", "-", *ONLY, stdin=WRONG.encode())
    assert result.stdout.startswith("-:1:46: warning: No comma")
    assert call("check", "-", "--fix", stdin=WRONG.encode()).exit_code == 2


def test_essays_keys_and_files_together(call: Call, folder: Path) -> None:
    essay(folder, RIGHT)
    result = call("check", "essay.md", "alexander2010", "bibliography/sources.bib")
    assert "1 essay and 3 sources checked" in result.stderr


def test_json_counts(call: Call, folder: Path) -> None:
    essay(folder, WRONG)
    value = json.loads(call("check", "essay.md", "--to", "json").stdout)
    (counts,) = value["essays"]
    assert (value["checked"], counts["path"]) == (0, "essay.md")
    assert (counts["citations"], counts["findings"]) == (1, len(value["findings"]))


def test_fixes_of_an_essay(call: Call, folder: Path) -> None:
    path = essay(folder, WRONG.replace("\n", "\r\n"))
    shown = call("check", "essay.md", *ONLY, "--diff")
    assert shown.exit_code == 1
    assert f"-{WRONG}+{RIGHT}" in shown.stdout
    assert shown.stderr == "1 problem would be fixed.\n"
    result = call("check", "essay.md", *ONLY, "--fix")
    assert "essay.md:1:46: fixed: No comma" in result.stderr
    assert "C01" not in result.stdout
    assert path.read_bytes().decode() == RIGHT.replace("\n", "\r\n")
    again = call("check", "essay.md", *ONLY, "--fix")
    assert again.stderr.startswith("0 problems fixed.")


def test_fixes_of_cited_sources(call: Call, folder: Path, bib: Path) -> None:
    with bib.open("a") as file:
        file.write("@book{doe, title = {R&amp;D}, publisher={P}, year = 2010}\n")
        file.write("@book{roe, title = {R&amp;D}, publisher={P}, year = 2010}\n")
    essay(folder, "[@doe]\n")
    call("check", "essay.md", "--fix")
    assert bib.read_text("utf-8").count("R&amp;D") == 1


def test_a_read_only_essay(call: Call, folder: Path) -> None:
    path = essay(folder, WRONG)
    path.chmod(0o444)
    result = call("check", "essay.md", "--fix")
    assert result.exit_code == 2
    assert "read-only" in result.stderr


def test_rules_are_chosen(call: Call, folder: Path) -> None:
    essay(folder, WRONG)
    assert "[C01]" not in call("check", "essay.md", "--ignore", "R,c").stdout
    assert "[C01]" in call("check", "essay.md", "--select", "comma-before-year").stdout
    result = call("check", "essay.md", "--select", "C01,comma-before-yaer")
    said = "There is no rule `comma-before-yaer`. Did you mean `comma-before-year`?"
    assert (result.exit_code, result.stderr) == (2, f"loccit: {said}\n")


def test_rules_for_sources_are_not_those_for_essays(call: Call, folder: Path) -> None:
    essay(folder, "@book{doe, title = {A}}\n", "doe.bib")
    assert call("check", "doe.bib", "--select", "C").exit_code == 0
    assert call("check", "doe.bib", "--ignore", "C").exit_code == 1


def test_rules_of_the_settings_file(call: Call, folder: Path) -> None:
    settings = '[check]\nselect = ["C", "missing-field"]\n'
    ignores = 'per-file-ignores = {"drafts/*" = ["C01", "missing-field"]}\n'
    (folder / "loccit.toml").write_text(settings + ignores, "utf-8")
    essay(folder, WRONG)
    essay(folder, WRONG, "drafts/essay.md")
    essay(folder, "@book{doe, title = {A}, yaer = 1}\n", "drafts/doe.bib")
    essay(folder, "@book{doe, title = {A}, yaer = 1}\n", "doe.bib")
    result = call("check", "essay.md", "drafts", "doe.bib")
    found = [line for line in result.stdout.splitlines() if line.endswith("]")]
    assert [(line.split(":")[0], line.split("[")[-1]) for line in found] == [
        ("essay.md", "C01]"),
        ("doe.bib", "missing-field]"),
    ]
    assert call("check", "essay.md", "--select", "missing-field").exit_code == 0


def test_a_settings_file_with_an_unknown_rule(call: Call, folder: Path) -> None:
    (folder / "loccit.toml").write_text('[check]\nignore = "C99"\n', "utf-8")
    essay(folder, WRONG)
    result = call("check", "essay.md")
    assert result.exit_code == 2
    assert (
        "loccit.toml: There is no rule `C99`, which `[check]` names." in result.stderr
    )


def test_rules_for_essays_are_explained(call: Call) -> None:
    by_code, by_name = call("explain", "c01"), call("explain", "Comma-before-year")
    assert by_code.stdout.startswith("C01 comma-before-year (warning)\n\nNo comma")
    assert by_name.stdout == by_code.stdout
    assert call("explain", "wiki-link").exit_code == 0


def test_rules_for_essays_are_listed(call: Call) -> None:
    listed = call("check", "--rules").stdout
    assert "Form of citations\n\nC01\tcomma-before-year\tNo comma between" in listed
    assert "\n\nSources\n\nabbreviated-journal\t" in listed


def test_a_report_in_a_file(call: Call, folder: Path) -> None:
    essay(folder, WRONG, "papers/é.md")
    result = call("check", "papers", *ONLY, "--to", "html", "-o", "papers/notes.html")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "1 essay checked: 1 warning." in result.stderr
    page = (folder / "papers" / "notes.html").read_text("utf-8")
    assert "<h1>é.md</h1>" in page
    again = call("check", "papers", *ONLY, "--to", "html", "-o", "papers/notes.html")
    assert "1 essay checked: 1 warning." in again.stderr


def test_fixes_of_a_document_are_shown_by_its_paragraphs(
    call: Call, folder: Path
) -> None:
    before = document("So it is (Doe 2001).", "And so.")
    path = essay(folder, before, "essay.docx")
    shown = call("check", "essay.docx", *ONLY, "--diff")
    assert "-So it is (Doe 2001).\n+So it is (Doe, 2001).\n" in shown.stdout
    assert path.read_bytes() == before
    assert call("check", "essay.docx", *ONLY, "--fix").exit_code == 0
    assert "(Doe, 2001)" in read_essay(path.read_bytes(), "essay.docx").text


def test_a_document_that_is_open_in_another_program(call: Call, folder: Path) -> None:
    essay(folder, document("So it is (Doe 2001)."), "essay.docx")
    essay(folder, "", ".~lock.essay.docx#")
    result = call("check", "essay.docx", *ONLY, "--fix")
    assert "essay.docx: warning: The document is open in LibreOffice" in result.stderr
    assert "LibreOffice" not in call("check", "essay.docx", *ONLY, "--fix").stderr
