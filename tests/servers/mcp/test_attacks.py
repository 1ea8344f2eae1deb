"""What an assistant that was misled tries, and does not get."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.servers.mcp.assistant import Assistant, Refused, assistant
from tests.servers.mcp.conftest import ESSAY, LIBRARY, make_folder

SECRET = "@book{secret, author={Spy, A.}, title={Secret}, date={2001}}\n"


@pytest.fixture(scope="module")
def outside(folder: Path) -> Path:
    """A folder beside, with what nobody may read, and a link to it."""
    outside = folder.parent / "outside"
    outside.mkdir()
    (outside / "secret.bib").write_text(SECRET, "utf-8")
    (outside / "secret.md").write_text("My secret.\n", "utf-8")
    if os.name != "nt":
        (folder / "link.md").symlink_to(outside / "secret.md")
        (folder / "linked").symlink_to(outside)
    return outside


@pytest.mark.parametrize(
    "name",
    [
        "../outside/secret.md",
        "chapters/../../outside/secret.md",
        "{outside}/secret.md",
        "link.md",
        "linked/secret.md",
        "chapters",
        "",
        "one.md\0",
        "/etc/passwd",
        "//server/share/essay.md",
        "C:\\Users\\essay.md",
        "~/essay.md",
        "x" * 900 + ".md",
    ],
)
@pytest.mark.parametrize("tool", ["check", "format", "cite"])
def test_no_essay_outside_the_folder(
    tool: str, name: str, reader: Assistant, outside: Path
) -> None:
    more = {"key": "secret"} if tool == "cite" else {}
    with pytest.raises(Refused) as refusal:
        reader.call(tool, essay=name.format(outside=outside), **more)
    assert "secret.\n" not in str(refusal.value)


def test_no_resource_outside_the_folder(reader: Assistant, outside: Path) -> None:
    for name in ("../outside/secret.md", "link.md", "%2e%2e/outside/secret.md"):
        with pytest.raises(
            Exception, match=r"(?i)no such|not found|unknown|safe|reject"
        ):
            reader.read(f"loccit://essay/{name}")


@pytest.mark.parametrize(
    "text",
    [
        "---\nbibliography: {outside}/secret.bib\n---\n\nSo [@secret].\n",
        "---\nbibliography: ../outside/secret.bib\n---\n\nSo [@secret].\n",
        "---\nbibliography: /dev/zero\n---\n\nSo [@secret].\n",
        "---\nbibliography: linked/secret.bib\n---\n\nSo [@secret].\n",
        "---\ncsl: {outside}/secret.csl\n---\n\nSo [@alexander2010].\n",
    ],
)
def test_no_library_and_no_style_outside_the_folder(
    text: str, reader: Assistant, outside: Path
) -> None:
    for tool in ("format", "check"):
        with pytest.raises(Refused, match="names a file outside the folder"):
            reader.call(tool, text=text.format(outside=outside))
    latex = f"\\addbibresource{{{outside}/secret.bib}}\\cite{{secret}}"
    with pytest.raises(Refused, match="names a file outside the folder"):
        reader.call("format", text=latex, format="latex")


def test_no_file_is_included_from_outside(reader: Assistant, outside: Path) -> None:
    (outside / "one.tex").write_text("\\cite{alexander2010}", "utf-8")
    text = "\\input{../outside/one}\nSo.\n"
    assert reader.call("format", text=text, format="latex")["listed"] == 0


def test_a_style_is_no_file(reader: Assistant, outside: Path) -> None:
    for style in (f"{outside}/my.csl", "../outside/my.csl", "my.csl"):
        with pytest.raises(Refused, match="There is no installed style"):
            reader.call("format", text="So [@alexander2010].", style=style)


def test_errors_do_not_say_where_the_folder_is(reader: Assistant, folder: Path) -> None:
    text = "---\ncsl: no-such-style\nlang: 3\n---\n\nSo [@alexander2010].\n"
    with pytest.raises(Refused) as refusal:
        reader.call("format", text=text)
    assert str(folder) not in str(refusal.value)


@pytest.mark.parametrize(
    ("tool", "arguments", "says"),
    [
        ("format", {"text": "x" * 2_000_001}, "at most 2000000 characters"),
        ("search", {"words": "x" * 501}, "at most 500 characters"),
        ("cite", {"key": "x" * 501}, "at most 500 characters"),
        ("search", {"words": ["a"]}, "valid string"),
        ("format", {"text": "So.", "style": "x" * 201}, "at most 200 characters"),
    ],
)
def test_what_is_huge_is_refused(
    tool: str, arguments: dict[str, object], says: str, reader: Assistant
) -> None:
    with pytest.raises(Refused, match=says):
        reader.call(tool, **arguments)
    assert reader.call("search", words="crow")["total"] == 1


def test_deep_texts_do_not_end_the_server(reader: Assistant) -> None:
    for text in ("> " * 50_000, "[" * 50_000 + "@alexander2010", "*" * 100_000):
        reader.call("format", text=text)
    assert reader.call("search", words="crow")["total"] == 1


def test_without_permission_nothing_writes(reader: Assistant, folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*.*") if path.is_file()}
    for tool, arguments in (
        ("save_formatted", {"essay": "chapters/one.md", "to": "new.md"}),
        ("add_source", {"source": SECRET}),
        ("adopt", {"essay": "typed.md"}),
    ):
        with pytest.raises(Exception, match=r"(?i)unknown tool"):
            reader.call(tool, **arguments)
    after = {path: path.read_bytes() for path in folder.rglob("*.*") if path.is_file()}
    assert after == before


def test_with_permission_only_new_files_in_the_folder_are_written(
    tmp_path: Path,
) -> None:
    folder = make_folder(tmp_path / "essays")
    (tmp_path / "outside").mkdir()
    with assistant(folder, "--offline", "--allow-writes") as writer:
        saved = writer.call("save_formatted", essay="chapters/one.md", to="new.md")
        assert (saved["file"], saved["citations"]) == ("new.md", 2)
        assert "(Alexander, 2010, p. 3)" in (folder / "new.md").read_text("utf-8")
        for name in (
            "new.md",
            "chapters/one.md",
            "../outside/new.md",
            f"{tmp_path}/outside/new.md",
            "bibliography/sources.bib",
            ".git/hooks/new.md",
            "chapters/.new.md",
            "new.tex",
            "new",
            "none/new.md",
            "con.md",
        ):
            with pytest.raises(Refused):
                writer.call("save_formatted", essay="chapters/one.md", to=name)
    assert (folder / "chapters" / "one.md").read_text("utf-8") == ESSAY
    assert (folder / "bibliography" / "sources.bib").read_text("utf-8") == LIBRARY
    assert not [*(tmp_path / "outside").iterdir()]
