"""Fixes of essays in every format: the words change, and nothing else."""

from __future__ import annotations

import zipfile
from functools import partial
from io import BytesIO

import pytest
from docx import Document
from hypothesis import given as drawn
from hypothesis import strategies as st

from loccit import open_library, read_essay
from loccit.editing.check import check_essay, fix_essay
from loccit.editing.check.fix_essay import FixedEssay
from loccit.lint.prose import prose_rules

#: Rules with fixes that do not depend on the list, so that others may be added.
RULES = [rule for rule in prose_rules() if rule.code in ("C01", "C08")]
WRONG, RIGHT = "(Doe 2001; Roe et. al., 2002)", "(Doe, 2001; Roe et al., 2002)"
TEXTS = {
    "essay.md": "---\ntitle: So\n---\n\n* So it *is* {}.\n",
    "essay.txt": "\ufeffSo it is {}.\r\n\r\n\tAnd   so.\r\n",
    "essay.tex": "\\documentclass{{article}}\n\\begin{{document}}\nSo\\,it {}. % {{}}\n\\end{{document}}\n",
    "essay.html": "<!doctype html><p class=a>So it &amp; is<br> {}.</p>\n",
    "essay.rst": "Title\n=====\n\nSo *it* is {}.\n",
    "essay.org": "* Title\nSo /it/ is {}.\n",
    "essay.typ": "= Title\nSo _it_ is {}.\n",
    "essay.ipynb": '{{"cells": [{{"cell_type": "markdown", "metadata": {{}}, "source": '
    '["So it is {}.\\n"]}}], "metadata": {{}}, "nbformat": 4, "nbformat_minor": 5}}\n',
}


def fixed(data: bytes, name: str) -> FixedEssay:
    check = partial(check_essay, library=open_library([]), rules=RULES)
    return fix_essay(read_essay(data, name), check)


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_texts(name: str, newline: str) -> None:
    before = TEXTS[name].format(WRONG).replace("\n", newline).encode()
    after = TEXTS[name].format(RIGHT).replace("\n", newline).encode()
    result = fixed(before, name)
    assert result.data == after
    assert [each.problem.rule for each in result.fixed] == ["C01", "C08"]
    assert not [each for each in result.left.findings if each.problem.fix]
    assert fixed(after, name).data == after


def test_another_encoding_stays() -> None:
    before = f"Zoë says so {WRONG}.".encode("cp1252")
    assert fixed(before, "essay.txt").data == before.replace(
        WRONG.encode(), RIGHT.encode()
    )


def test_a_document() -> None:
    made = Document()
    run = made.add_paragraph("So it is (Doe").add_run(" 2001), and so ")
    run.bold = True
    made.add_paragraph(WRONG)
    data = BytesIO()
    made.save(data)
    result = fixed(data.getvalue(), "essay.docx")
    texts = [each.text for each in Document(BytesIO(result.data)).paragraphs]
    assert texts == ["So it is (Doe, 2001), and so ", RIGHT]
    before, after = (
        zipfile.ZipFile(BytesIO(each)) for each in (data.getvalue(), result.data)
    )
    assert before.namelist() == after.namelist()
    changed = [
        name for name in before.namelist() if before.read(name) != after.read(name)
    ]
    assert changed == ["word/document.xml"]


def test_unsafe_fixes_have_to_be_asked_for() -> None:
    before = "So it is “...for some of us here” (Doe, 2001, p. 4).\n"
    rules = [rule for rule in prose_rules() if rule.code == "Q11"]
    check = partial(check_essay, library=open_library([]), rules=rules)
    essay = read_essay(before.encode(), "essay.md")
    assert fix_essay(essay, check).data == essay.data
    result = fix_essay(essay, check, unsafe=True)
    assert result.data.decode() == before.replace("...", "")


@drawn(st.text(st.sampled_from("ab \t\n*_`<>&\\#-é😀"), max_size=40))
def test_all_around_stays(around: str) -> None:
    data = f"{around} (Doe 2001) {around}\n".encode()
    result = fixed(data, "essay.md").data
    assert result in (data, data.replace(b"(Doe 2001)", b"(Doe, 2001)"))
