"""Essays in Typst, and what becomes of them."""

from __future__ import annotations

from pathlib import Path

import pytest

import loccit
from loccit.essays import read_essay
from tests.cases import Case, read_cases
from tests.essays.formats.library import LIBRARY, check

CASES = read_cases(Path(__file__).with_suffix(".txt"))


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_essay(case: Case) -> None:
    check(case, "essay.typ")


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_the_compiler_takes_the_result(case: Case, tmp_path: Path) -> None:
    compiler = pytest.importorskip("typst")
    (tmp_path / "x.bib").write_text("@book{doe, title={On it}}", "utf-8")
    for name in ("expected", "notes"):
        if name in case.sections:
            path = tmp_path / f"{name}.typ"
            path.write_text(case.sections[name], "utf-8")
            compiler.compile(str(path))


def test_a_numbered_list_compiles_and_is_found_again(tmp_path: Path) -> None:
    compiler = pytest.importorskip("typst")
    settings = loccit.Settings(csl="ieee")
    once = loccit.format_essay(read_essay(b"So @roe @doe.", "a.typ"), LIBRARY, settings)
    path = tmp_path / "a.typ"
    path.write_bytes(once.data)
    compiler.compile(str(path))
    again = loccit.format_essay(read_essay(once.data, "a.typ"), LIBRARY, settings)
    assert again.data == once.data


def test_settings() -> None:
    text = (
        '#set text(11pt, lang: "en", region: "gb")\n'
        '#bibliography(("a.bib", "b.yml"), style: "chicago-notes", full: true)\n'
    )
    front_matter = read_essay(text.encode(), "a.typ").front_matter
    assert front_matter
    assert front_matter.values == {
        "bibliography": ["a.bib", "b.yml"],
        "csl": "chicago-notes-bibliography",
        "nocite": ["@*"],
        "lang": "en-GB",
    }


def test_what_readers_see() -> None:
    text = (
        '= A _heading_ <intro>\nSo *this*~is `code` \\#1 -- #link("https://example.org")'
        "[a link].#footnote[A note.]\n- one\n  more\n\n#quote(block: true)[Quoted]\n"
        "#figure([x], caption: [Said])\n"
    )
    found = read_essay(text.encode(), "a.typ").document.paragraphs
    assert [(each.kind, each.text, each.is_quoted) for each in found] == [
        ("heading", "A heading", False),
        ("paragraph", "So this\u00a0is code #1 – a link.", False),
        ("note", "A note.", False),
        ("item", "one\nmore", False),
        ("paragraph", "Quoted", True),
        ("paragraph", "x", False),
        ("paragraph", "Said", False),
    ]
