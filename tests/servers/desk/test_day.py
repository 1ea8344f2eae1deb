"""A student's day: check, adopt, choose a style, complete, export."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
import pytest

from tests.servers.desk.running_desk import (
    ESSAY,
    RunningDesk,
    desk_in_thread,
    make_folder,
)

TYPED = """\
# On it

Harbors are doors (Doe 2001, p.3). Others disagree (Poe, 2010).

# References

Doe, J. (2001). *On harbors*. Harbor Press.

Poe, E. (2010). *Ravens at sea*. Night Press.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an essay that is typed by hand, too."""
    folder = make_folder(tmp_path / "Essays")
    (folder / "typed.md").write_text(TYPED, "utf-8")
    return folder


@pytest.fixture
def desk(folder: Path) -> Iterator[RunningDesk]:
    with desk_in_thread(folder) as found:
        yield found


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    """A desk of which nothing is changed."""
    folder = make_folder(tmp_path_factory.mktemp("shared") / "Essays")
    with desk_in_thread(folder) as found:
        yield found


def test_findings_are_fixed_one_by_one(desk: RunningDesk) -> None:
    found = desk.get("findings", path="typed.md")
    comma = next(each for each in found["findings"] if each["code"] == "C01")
    assert comma["fixes"] == [{"title": "Write `, `", "safe": True}]
    values = {"path": "typed.md", "version": found["version"]}
    fixed = desk.post("findings/fix", ids=[comma["id"]], **values)
    assert fixed["fixed"] == 1
    assert "(Doe, 2001, p.3)" in desk.get("essay", path="typed.md")["text"]
    assert desk.refused("findings/fix", ids=[comma["id"]], **values)[0] == 409


def test_all_safe_fixes_at_once(desk: RunningDesk, folder: Path) -> None:
    version = desk.get("essay", path="typed.md")["version"]
    desk.post("findings/fix", path="typed.md", version=version, all="safe")
    essay = desk.get("essay", path="typed.md")
    assert "(Doe, 2001, p. 3)" in essay["text"]
    assert not essay["saved"]
    assert (folder / "typed.md").read_text("utf-8") == TYPED


def test_typed_citations_are_adopted(desk: RunningDesk, folder: Path) -> None:
    plan = desk.post("adopt/plan", path="typed.md")
    becomes = [each["becomes"] for each in plan["citations"]]
    assert becomes == ["[@doe2001, p. 3]", "[@poe2010]"]
    new = [each["key"] for each in plan["entries"] if each["is_new"]]
    assert new == ["poe2010"]
    decisions = {"c1": {"as_typed": True}}
    adopted = desk.post(
        "adopt/apply", plan=plan["plan"], path="typed.md", decisions=decisions
    )
    assert adopted["added"] == ["poe2010"]
    assert "(Doe 2001, p.3). Others disagree [@poe2010]." in adopted["text"]
    assert adopted["saved"]
    assert "poe2010" in (folder / "bibliography/sources.bib").read_text("utf-8")
    undone = desk.post("adopt/undo", path="typed.md")
    assert undone["text"] == TYPED
    assert undone["removed"] == ["poe2010"]
    assert (folder / "typed.md").read_text("utf-8") == TYPED


def test_an_adoption_waits_for_what_is_not_saved(desk: RunningDesk) -> None:
    desk.get("essay", path="typed.md")
    desk.edit("typed.md", 1, (0, 0, "x"))
    assert desk.refused("adopt/plan", path="typed.md")[0] == 409


def test_a_plan_of_another_text_is_refused(desk: RunningDesk, folder: Path) -> None:
    plan = desk.post("adopt/plan", path="typed.md")
    (folder / "typed.md").write_text("Something else.", "utf-8")
    status, _ = desk.refused("adopt/apply", plan=plan["plan"], path="typed.md")
    assert status == 422
    assert (folder / "typed.md").read_text("utf-8") == "Something else."


def test_a_style_is_found_previewed_and_chosen(desk: RunningDesk) -> None:
    found = desk.get("styles", q="mla")
    style = found["styles"][0]["id"]
    preview = desk.get("styles/preview", id=style, essay="essay.md")["previews"][0]
    assert preview["citation"] == "(Doe)"
    essay = desk.post("essay/style", path="essay.md", style=style, lang="de-DE")
    assert essay["text"].startswith(f"---\nlang: de-DE\ncsl: {style}\ntitle: Harbors\n")
    assert "(Doe 3)" in essay["printed"]["html"].values()
    again = desk.post("essay/style", path="essay.md", style="apa")
    assert again["text"].startswith("---\nlang: de-DE\ncsl: apa\ntitle: Harbors\n")
    assert desk.refused("essay/style", path="essay.md", style="no-style")[0] == 422
    assert desk.refused("essay/style", path="essay.md", lang="tlh")[0] == 400


def test_a_style_of_a_format_without_settings(desk: RunningDesk, folder: Path) -> None:
    (folder / "essay.tex").write_text(r"So \cite{doe2001}.", "utf-8")
    essay = desk.post("essay/style", path="essay.tex", style="ieee")
    assert essay["settings"]["kept_in"] == "desk"
    assert essay["saved"]
    assert list(essay["printed"]["html"].values()) == ["[1]"]


def test_keys_are_completed_with_what_they_print(shared: RunningDesk) -> None:
    version = shared.get("essay", path="essay.md")["version"]
    at = ESSAY.index("@doe2001") + 3
    found = shared.get("essay/complete", path="essay.md", version=version, at=at)
    option = found["options"][0]
    assert option["apply"] == "doe2001"
    assert option["html"].startswith("Doe, J. (2001).")
    assert ESSAY[found["from"] : found["to"]] == "doe2001"


def test_the_source_under_the_cursor(shared: RunningDesk) -> None:
    version = shared.get("essay", path="essay.md")["version"]
    at = ESSAY.index("@doe2001") + 3
    here = shared.get("essay/at", path="essay.md", version=version, at=at)
    assert here["citation"]["html"] == "(Doe, 2001, p. 3)"
    assert here["source"]["key"] == "doe2001"
    nowhere = shared.get("essay/at", path="essay.md", version=version, at=1)
    assert nowhere["citation"] is None


def test_the_text_as_it_will_be_handed_in(shared: RunningDesk) -> None:
    paper = shared.get("essay/paper", path="essay.md")
    [paragraph] = paper["paragraphs"]
    cite = '<mark class="cite">(Doe, 2001, p. 3)</mark>'
    assert paragraph["html"].startswith(f"A harbor is a door {cite}.")
    assert [entry["key"] for entry in paper["entries"]] == ["doe2001", "roe1999"]


@pytest.mark.parametrize(
    ("to", "begins"),
    [
        ("formatted", b"---\ntitle: Harbors\n"),
        ("list-html", b"<!DOCTYPE html>"),
        ("list-rtf", b"{\\rtf"),
        ("bib", b"@book{doe2001,"),
        ("ris", b"TY  - BOOK"),
        ("csl-json", b"[\n"),
    ],
)
def test_exports(shared: RunningDesk, to: str, begins: bytes) -> None:
    answer = shared.client.get("/api/export", params={"path": "essay.md", "to": to})
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment; filename*=")
    assert answer.content.startswith(begins)


def test_papers_that_word_processors_open(shared: RunningDesk) -> None:
    pytest.importorskip("pypandoc", reason="the extra `convert` is not installed")
    answer = shared.client.get("/api/export", params={"path": "essay.md", "to": "docx"})
    paragraphs = docx.Document(BytesIO(answer.content)).paragraphs
    text = "\n".join(each.text for each in paragraphs).replace("\xa0", " ")
    assert "(Doe, 2001, p. 3)" in text


def test_the_list_for_the_clipboard(shared: RunningDesk) -> None:
    made = shared.get("export/list", path="essay.md")
    assert "<i>On harbors</i>" in made["html"]
    assert made["text"].startswith("Doe, J. (2001). On harbors.")


def test_what_the_page_has_to_know(shared: RunningDesk) -> None:
    about = shared.get("desk")
    assert about["folder"] == "Essays"
    assert about["libraries"] == [
        {"file": "bibliography/sources.bib", "writable": True}
    ]
    assert {"formatted", "docx", "list-docx", "ris"} <= {
        e["to"] for e in about["exports"]
    }
