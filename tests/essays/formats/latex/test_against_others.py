"""LaTeX essays as others read them: pandoc, pylatexenc, and a scanner of our own making
that shares no code with the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import util
from pathlib import Path
from typing import Any

import pytest

from loccit import read_essay
from tests.cases import read_cases
from tests.essays.formats.latex.citations import citations_of
from tests.paths import SHARED

HERE = Path(__file__).parent
FORMATTED = [
    pytest.param(case.expected, id=case.title or str(number))
    for name in ("test_formatted.txt", "notes.txt", "numbers.txt")
    for number, case in enumerate(read_cases(HERE / name))
    if r"\foo" not in case.expected  # pandoc leaves out what it doesn't know
]
CITING = [
    pytest.param(case.given, id=case.title or str(number))
    for number, case in enumerate(read_cases(HERE / "test_citations.txt"))
    # pylatexenc has no arguments in angles, nor as many as one likes.
    if not re.search(r"cite<|volcite|cites|apud|newcommand", case.given)
]
SCANNER = SHARED / "tools" / "documents" / "tex_truth.py"


def words(text: str) -> list[str]:
    return sorted(re.findall(r"[^\W_]+", text))


@pytest.mark.parametrize("text", FORMATTED)
def test_pandoc_reads_the_same_words(text: str) -> None:
    pypandoc = pytest.importorskip("pypandoc")
    plain = pypandoc.convert_text(_without_marks(text), "plain", "latex")
    paragraphs = read_essay(text.encode(), "essay.tex").document.paragraphs
    assert words(plain) == words(" ".join(each.text for each in paragraphs))


def _without_marks(text: str) -> str:
    """Leave out what pandoc prints and LaTeX doesn't: the number of each footnote, the
    widest label of a list; there LaTeX has a heading.
    """
    text = re.sub(r"(\\begin\{thebibliography\})\{9\}", r"\1{References}", text)
    return r"\renewcommand{\footnote}[1]{ (#1) }" + "\n" + text


@pytest.mark.parametrize("text", CITING)
def test_pylatexenc_finds_the_same_keys(text: str) -> None:
    theirs = [keys for _, keys in sorted(_by_pylatexenc(text))]
    ours = [[cite.key for cite in each.cites] for each in citations_of(text)]
    assert ours == theirs


def _by_pylatexenc(text: str) -> Iterator[tuple[int, list[str]]]:
    latexwalker = pytest.importorskip("pylatexenc.latexwalker")
    macrospec = pytest.importorskip("pylatexenc.macrospec")
    context = latexwalker.get_default_latex_context_db()
    names = sorted({*re.findall(r"\\(\w*[cC]ite\w*)", text)} - {"nocite"})
    macros = [macrospec.MacroSpec(name, "*[[{") for name in names]
    context.add_context_category("citations", macros=macros, prepend=True)
    nodes, _, _ = latexwalker.LatexWalker(text, latex_context=context).get_latex_nodes()
    yield from _citing(nodes, names)


def _citing(nodes: Any, names: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield where the nodes of pylatexenc, which has no types, cite, and what."""
    for node in filter(None, nodes):
        arguments = node.nodeargd.argnlist if getattr(node, "nodeargd", None) else []
        if getattr(node, "macroname", None) in names:
            keys = re.sub(r"%.*\n\s*", "", arguments[-1].latex_verbatim().strip("{}"))
            yield node.pos, [key for key in re.split(r"\s*,\s*", keys.strip()) if key]
        else:
            yield from _citing(arguments, names)
            yield from _citing(getattr(node, "nodelist", []), names)


@pytest.mark.parametrize("text", CITING)
def test_another_scanner_finds_the_same(text: str) -> None:
    if not SCANNER.is_file():
        pytest.skip("there is no other scanner")
    spec = util.spec_from_file_location("tex_truth", SCANNER)
    assert spec
    assert spec.loader
    scanner = util.module_from_spec(spec)
    spec.loader.exec_module(scanner)
    theirs = [
        [cite["key"] for cite in each["cites"]]
        for each in scanner.read(text.encode())["cites"]
    ]
    assert [[cite.key for cite in each.cites] for each in citations_of(text)] == theirs
