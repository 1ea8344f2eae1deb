"""Citations in Typst, and what its compiler and pandoc find in the same texts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cases import Case, read_cases
from tests.essays.formats.cites import cites_of, keys_by_loccit, keys_by_pandoc

CASES = read_cases(Path(__file__).with_suffix(".txt"))
TEXTS = [
    "= On @a\n\n- item @b[p. 3] and @c-d:e. Next #cite(<a>)\n\n@a\n@b",
    "#figure([x], caption: [See @a]) <fig>\n\n@fig and *@b* _so @c-d:e _ #footnote[@a.]",
    "`@a` // @a\n/* @a /* @a */ */ \\@a ```x @a ``` @b",
    '#let f(x) = [in #x]\n#f[@a] #quote(attribution: [@b])[Said]\n#let s = "a@b"',
    '#if true [@a] else [@b]\n#for x in (1, 2) [@c-d:e]\n#cite(<b>, form: "prose")',
]


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_citations(case: Case) -> None:
    assert cites_of(case.given, "essay.typ") == case.expected


@pytest.mark.parametrize("text", TEXTS[:3])
def test_the_compiler_finds_the_same(text: str, tmp_path: Path) -> None:
    compiler = pytest.importorskip("typst")
    entries = [f"@book{{{key}, title={{T}}, year=2001}}" for key in ("a", "b", "c-d:e")]
    (tmp_path / "x.bib").write_text("\n".join(entries), "utf-8")
    path = tmp_path / "a.typ"
    path.write_text(f'{text}\n\n#bibliography("x.bib")\n', "utf-8")
    found = json.loads(compiler.query(str(path), "cite", field="key"))
    keys = [key for keys in keys_by_loccit(text, "a.typ") for key in keys]
    assert sorted(key.strip("<>") for key in found) == sorted(keys)


@pytest.mark.parametrize("text", TEXTS)
def test_pandoc_reads_the_same(text: str) -> None:
    def cited(keys: list[tuple[str, ...]]) -> set[str]:
        return {key for each in keys for key in each}

    text = text.replace("c-d:e", "c-d_e")  # pandoc ends a key at a colon
    by_pandoc = keys_by_pandoc(f'{text}\n\n#bibliography("x.bib")\n', "typst")
    assert cited(by_pandoc) <= cited(keys_by_loccit(text, "a.typ"))
