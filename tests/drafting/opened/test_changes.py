"""While somebody types, an essay says the same as when it is read as a whole."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from loccit import format_essay
from loccit.drafting.opened.change import change_of
from loccit.drafting.opened.open_essay import OpenEssay
from loccit.drafting.opened.workspace import Workspace
from loccit.drafting.printed.citations import (
    printed_citations,
    printed_in,
    printed_list,
)
from loccit.drafting.problems.of_essay import quick_problems
from loccit.formatting.draft import read_draft
from loccit.model import Edit, Span, apply_edits

LIBRARY = """
@book{doe2001, author={Doe, Jo}, title={Emma}, date={2001}, publisher={Ace}}
@book{doe2001b, author={Doe, Jo}, title={Persuasion}, date={2001}, publisher={Ace}}
@book{doe2001c, author={Doe, Ann}, title={Lady Susan}, date={2001}, publisher={Ace}}
@book{roe2002, author={Roe, Al and Poe, Eve}, title={Sanditon}, date={2002}}
@book{group, author={{World Health Organization}}, title={Health}, date={2003}}
"""
#: What people type, and paste.
TYPED = [
    "[@doe2001]", "[@doe2001b, p. 3]", "[see @doe2001c; @roe2002]", "@roe2002",
    "@roe2002 [pp. 4-5]", "[-@group]", "[@unknown]", "@group's", "a", ".", " ", "\n",
    "\n\n", "So it is. ", "\r\n", "[", "]", "@", "é😀", "*", "1",
]  # fmt: skip
#: What may make a difference elsewhere.
FAR = ["```\n", "# Head\n\n", "- ", "^[note @doe2001]", "<!--", "> ", "    ", "$$"]


def paragraphs(rng: random.Random) -> str:
    """A text of some paragraphs."""
    return "\n\n".join(
        "".join(rng.choice(TYPED) for _ in range(rng.randint(1, 8)))
        for _ in range(rng.randint(3, 10))
    )


def an_edit(rng: random.Random, text: str, typed: Sequence[str]) -> Edit:
    """Something typed, deleted, or pasted over a selection."""
    start = rng.randint(0, len(text))
    end = min(len(text), start + rng.choice([0, 0, 0, 1, 2, 20]))
    return Edit(Span(start, end), rng.choice(["", *typed]))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "bibliography").mkdir()
    (tmp_path / "bibliography" / "sources.bib").write_text(LIBRARY, "utf-8")
    return Workspace([tmp_path])


def said(essay: OpenEssay) -> tuple[Any, ...]:
    """What an essay prints and what is wrong with it."""
    citations = printed_citations(essay)
    return (
        [(each.citation.span, each.text, each.missing) for each in citations],
        [(entry.key, entry.text) for entry in printed_list(essay)],
        [(each.place, each.end, each.message) for each in quick_problems(essay)],
    )


def whole(essay: OpenEssay) -> tuple[Any, ...]:
    """What `format_essay` says of it."""
    formatted = format_essay(essay.essay, essay.sources, essay.settings)
    draft = read_draft(essay.essay, essay.sources, essay.settings)
    problems = [
        (each.place, each.end, each.message)
        for each in sorted(draft.resolved.problems, key=lambda each: each.place)
        if each.place.path == essay.essay.path
    ]
    return (
        [(each.citation.span, each.text, each.missing) for each in formatted.citations],
        [(entry.key, entry.text) for entry in formatted.bibliography],
        [*dict.fromkeys(problems)],
    )


@pytest.mark.parametrize("seed", range(40))
def test_what_is_typed_is_printed(seed: int, workspace: Workspace) -> None:
    rng = random.Random(seed)
    path = workspace.folders[0] / "essay.md"
    # Settings are read as a whole.
    workspace.open(path, "# Essay\n\n" + paragraphs(rng), 0)
    workspace.essay(path).draft  # noqa: B018 - as an editor reads it at first
    quick = 0
    for version in range(1, 15):
        edit = an_edit(rng, workspace.text(path), TYPED)
        workspace.edit(path, [edit], version)
        essay = workspace.essay(path)
        quick += not essay.reading.is_whole
        now = said(essay)
        essay.draft  # noqa: B018 - nobody has typed for a while
        assert said(essay) == whole(essay), (edit, essay.text)
        assert now[0] == said(essay)[0], (edit, essay.text)
    assert quick > 3


@pytest.mark.parametrize("seed", range(20))
def test_what_makes_a_difference_elsewhere_is_seen_later(
    seed: int, workspace: Workspace
) -> None:
    rng = random.Random(seed)
    path = workspace.folders[0] / "essay.md"
    workspace.open(path, paragraphs(rng), 0)
    for version in range(1, 12):
        text = workspace.text(path)
        edits = [an_edit(rng, text, [*TYPED, *FAR]) for _ in range(2)]
        edits = edits[:1] if edits[1].span.end > edits[0].span.start else edits
        workspace.edit(path, edits, version)
        essay = workspace.essay(path)
        said(essay)
        if rng.random() < 0.5:
            essay.draft  # noqa: B018 - nobody has typed for a while
            assert said(essay) == whole(essay), essay.text


@pytest.mark.parametrize("style", ["chicago-notes-bibliography", "ieee", "apa"])
@pytest.mark.parametrize("seed", range(4))
def test_every_kind_of_style(seed: int, style: str, workspace: Workspace) -> None:
    rng = random.Random(seed)
    path = workspace.folders[0] / "essay.md"
    head = f"---\ncsl: {style}\nnocite: '@group'\n---\n\n"
    workspace.open(path, head + paragraphs(rng), 0)
    for version in range(1, 8):
        edit = an_edit(rng, workspace.text(path), TYPED)
        workspace.edit(path, [edit], version)
        essay = workspace.essay(path)
        essay.draft  # noqa: B018
        if essay.error is None:
            assert said(essay) == whole(essay), (edit, essay.text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.tex", "\\addbibresource{a.bib}\n\nSo \\cite{doe2001}.\n\nIt is \\cite{|}."),
        ("a.typ", "= Head\n\nSo @doe2001.\n\nIt is |."),
        ("a.org", "#+TITLE: Head\n\nSo [cite:@doe2001].\n\nIt is [cite:|]."),
        ("a.rst", "Head\n====\n\nSo :cite:p:`doe2001`.\n\nIt is :cite:p:`|`."),
        ("a.txt", "Head\n\nSo [@doe2001].\n\nIt is [|]."),
    ],
)
def test_every_format_of_paragraphs(name: str, text: str, workspace: Workspace) -> None:
    path = workspace.folders[0] / name
    before, after = text.split("|")
    workspace.open(path, before + after, 0)
    workspace.essay(path).draft  # noqa: B018
    key = "doe2001b" if path.suffix in (".tex", ".rst") else "@doe2001b"
    for number, letter in enumerate(key):
        edit = Edit(Span(len(before) + number, len(before) + number), letter)
        workspace.edit(path, [edit], number + 1)
        essay = workspace.essay(path)
        assert not essay.reading.is_whole
        now = said(essay)
        essay.draft  # noqa: B018
        assert now == said(essay) == whole(essay)
    assert "2001b" in str(said(essay))


@pytest.mark.parametrize("style", ["apa", "ieee", "chicago-notes-bibliography"])
def test_footnotes_elsewhere(style: str, workspace: Workspace) -> None:
    path = workspace.folders[0] / "essay.md"
    head = f"---\ncsl: {style}\n---\n\n"
    text = "So [@doe2001].[^1]\n\nIt is |.\n\nAnd @roe2002.\n\n[^1]: See [@doe2001c]."
    before, after = (head + text).split("|")
    workspace.open(path, before + after, 0)
    workspace.essay(path).draft  # noqa: B018
    for number, letter in enumerate("[@doe2001b, p. 3]"):
        edit = Edit(Span(len(before) + number, len(before) + number), letter)
        workspace.edit(path, [edit], number + 1)
        essay = workspace.essay(path)
        assert not essay.reading.is_whole
        now = said(essay)
    assert "Persuasion" in str(now)
    essay.draft  # noqa: B018 - from now on all is as it is in print
    assert said(essay) == whole(essay)


@pytest.mark.parametrize("seed", range(10))
def test_essays_whose_style_has_footnotes(seed: int, workspace: Workspace) -> None:
    rng = random.Random(seed)
    path = workspace.folders[0] / "essay.md"
    head = "---\ncsl: chicago-notes-bibliography\n---\n\n# Essay\n\n"
    workspace.open(path, head + paragraphs(rng), 0)
    workspace.essay(path).draft  # noqa: B018
    quick = 0
    for version in range(1, 12):
        at = rng.randint(len(head), len(workspace.text(path)))
        workspace.edit(path, [Edit(Span(at, at), rng.choice(TYPED))], version)
        essay = workspace.essay(path)
        quick += not essay.reading.is_whole
        now = said(essay)
        if rng.random() < 0.3:
            essay.draft  # noqa: B018
            assert said(essay) == whole(essay)
            assert [each[0] for each in now[0]] == [each[0] for each in said(essay)[0]]
    assert quick > 3


@pytest.mark.parametrize(
    ("typed", "is_right"), [("so", True), ("[@roe2002]", True), ("```\n", False)]
)
def test_all_is_read_again_only_if_that_makes_a_difference(
    typed: str, is_right: bool, workspace: Workspace
) -> None:
    path = workspace.folders[0] / "essay.md"
    text = "# A\n\nSo @doe2001.\n\nAnd [@roe2002].\n\n```\ncode\n```\n"
    workspace.open(path, text, 0)
    workspace.essay(path).draft  # noqa: B018
    workspace.edit(path, [Edit(Span(5, 5), typed)], 1)
    essay = workspace.essay(path)
    again = Workspace(workspace.folders)
    again.open(path, essay.text, 0)
    assert essay.settle(again.essay(path).reading.cites) is not is_right
    assert said(essay) == whole(essay)


def test_edits_far_apart(workspace: Workspace) -> None:
    path = workspace.folders[0] / "essay.md"
    words = "So it is, and was, and will be. " * 40
    many = "\n\n".join(f"{words}[@doe2001, p. {number}]." for number in range(30))
    workspace.open(path, f"# A\n\n{many}\n\nAnd [@roe2002].\n", 0)
    workspace.essay(path).draft  # noqa: B018
    last = workspace.text(path).index("@roe2002")
    edits = [Edit(Span(5, 5), "See @group. "), Edit(Span(last + 12, last + 12), "-")]
    for version, edit in enumerate(edits, 1):
        workspace.edit(path, [edit], version)
    essay = workspace.essay(path)
    assert not essay.reading.is_whole
    drafts = {id(each.draft) for each in essay.reading.citations}
    assert len(drafts) == 3  # those between the two were not read again
    now = said(essay)
    essay.draft  # noqa: B018
    assert now == said(essay) == whole(essay)


def test_a_part_of_what_is_printed(workspace: Workspace) -> None:
    path = workspace.folders[0] / "essay.md"
    workspace.open(path, "# A\n\nSo @doe2001.\n\nAnd [@roe2002].\n", 0)
    workspace.essay(path).draft  # noqa: B018
    workspace.edit(path, [Edit(Span(5, 5), "Now, ")], 1)
    essay = workspace.essay(path)
    found = printed_in(essay, Span(25, 40))
    assert [each.citation.span.of(essay.text) for each in found] == ["[@roe2002]"]


@pytest.mark.parametrize("seed", range(30))
def test_edits_are_one_change(seed: int) -> None:
    rng = random.Random(seed)
    old = text = paragraphs(rng)
    edits = []
    for _ in range(rng.randint(1, 5)):
        edits.append(an_edit(rng, text, TYPED))
        text = apply_edits(text, edits[-1:])
    change = change_of(edits)
    assert change
    new = change.new.of(text)
    assert apply_edits(old, [Edit(change.old, new)]) == text


def test_a_source_that_goes_with_its_citation(workspace: Workspace) -> None:
    [folder] = workspace.folders
    path, library = folder / "essay.md", folder / "bibliography" / "sources.bib"
    workspace.open(path, "So [@doe2001]. And [@roe2002].")
    assert len(printed_citations(workspace.essay(path))) == 2
    library.write_text(LIBRARY.replace("doe2001,", "doe,"), "utf-8")
    workspace.edit(path, [Edit(Span(3, 13), "[@doe]")], 1)
    printed = printed_citations(workspace.essay(path))
    assert [each.text.plain for each in printed if each.text] == [
        "(Doe, 2001)",
        "(Roe & Poe, 2002)",
    ]
