"""Footnotes are numbered where the Markdown reader sees their marks."""

from __future__ import annotations

import pytest

import loccit
from loccit.essays import read_essay

DEFINITIONS = "\n\n[^a]: First [@a].\n\n[^b]: Second [@b].\n"

#: Text in which `[^b]` is no mark.
NO_MARKS = {
    "indented code": "    See [^b].",
    "indented code in a list": "- x\n\n      See [^b].",
    "pre": "<pre>\n[^b]\n</pre>",
    "pre in a paragraph's place": "<pre>[^b]</pre>",
    "script": "<script>\n[^b]\n</script>",
    "maths": "So $x[^b]$ it is.",
    "displayed maths": "$$\nx[^b]\n$$",
    "an attribute": '<b title="[^b]">So</b> it is.',
    "an attribute of a span": "[So]{title='[^b]'} it is.",
    "an attribute of a fenced div": "::: {.c title='[^b]'}\nSo\n:::",
    "an attribute of code": "`So`{title='[^b]'} it is.",
    "a comment": "<!-- [^b] -->",
    "a comment in a line": "So <!-- [^b] --> it is.",
    "a comment over blank lines": "<!--\n\n[^b]\n\n-->",
    "a long comment": f"<!-- {'long ' * 1100}[^b] -->",
    "a raw TeX command": "So \\textit{it [^b]} is.",
    "a TeX environment": "\\begin{quote}\n[^b]\n\\end{quote}",
    "a code span": "So `[^b]` it is.",
    "a code span with backticks": "So ``it ` [^b]`` is.",
    "a code span over lines": "So `it\n[^b]` is.",
    "fenced code": "```\n[^b]\n```",
    "fenced code with tildes": "~~~ {.x}\n[^b]\n~~~",
    "fenced code in a quote": "> ```\n> [^b]\n> ```",
    "a long fence": "````\n```\n[^b]\n````",
    "raw inline": "So `[^b]`{=html} it is.",
    "a link's title": 'So [it](u "[^b]") is.',
    "a link's address": "So [it](u[^b]) is.",
    "a link definition's title": "So [it] is.\n\n[it]: u '[^b]'",
    "an automatic link": "So <http://example.org/[^b]> it is.",
    "an escaped mark": "So \\[^b] it is.",
    "metadata in the midst": "---\ntitle: '[^b]'\n---",
    "another note's definition": "[^c]: See [^b].",
    "another note's definition further on": "[^c]: See.\n\n    And [^b].",
    "another definition of a note that is referred to": "So[^c].\n\n[^c]: See [^b].",
}


def numbers(text: str) -> dict[str, int]:
    """The number of the note that each key is cited in."""
    return {
        cite.key: citation.note
        for citation in read_essay(text.encode(), "essay.md").citations({})
        for cite in citation.cites
    }


@pytest.mark.parametrize("name", NO_MARKS)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_what_is_no_mark(name: str, newline: str) -> None:
    text = f"{NO_MARKS[name]}\n\nOne.[^a] Two.[^b]{DEFINITIONS}"
    found = numbers(text.replace("\n", newline))
    assert found["b"] == found["a"] + 1


def test_front_matter_has_no_marks() -> None:
    text = f"---\ntitle: '[^b]'\n---\n\nOne.[^a] Two.[^b]{DEFINITIONS}"
    assert numbers(text) == {"a": 1, "b": 2}
    assert numbers(text.replace("---", "--- ", 1)) == {"a": 1, "b": 2}


def test_the_mark_in_a_title_block_is_the_first() -> None:
    # As in a page that pandoc makes of the essay, title and all.
    assert numbers(f"% Title [^b]\n\nOne.[^a] Two.[^b]{DEFINITIONS}") == {
        "a": 2,
        "b": 1,
    }


#: Text in which `[^b]` is the first mark.
MARKS = {
    "a heading": "# So[^b]",
    "an underlined heading": "So[^b]\n---",
    "a quote": "> So[^b]",
    "a list": "- So[^b]",
    "a numbered list": "1. So\n\n   it is[^b]",
    "a definition": "Term\n:   So[^b]",
    "a term": "Term[^b]\n:   So",
    "lines": "| So[^b]\n| it is",
    "a pipe table": "| a | b |\n|---|---|\n| So[^b] | c |",
    "the head of a pipe table": "| So[^b] | b |\n|---|---|\n| a | c |",
    "a simple table": "a       b\n------- ---\nSo[^b]  c",
    "a multiline table": "------- ---\na       b\n------- ---\nSo[^b]  c\n\nd       e\n-----------",
    "a grid table": "+-------+---+\n| So[^b]| c |\n+-------+---+",
    "a fenced div": "::: c\nSo[^b]\n:::",
    "an HTML element": "<div>\n\nSo[^b]\n\n</div>",
    "emphasis": "*So **it[^b]** is*",
    "quotation marks": '"So[^b]"',
    "a link": "[So[^b]](u)",
    "an image": "![So[^b]](u)",
    "a link to a definition": "[So[^b]][r]\n\n[r]: u",
    "brackets": "[So[^b]]",
    "an HTML tag": "<b>So[^b]</b>",
    "a citation's prefix": "[see[^b] @c]",
    "a citation's suffix": "[@c, p. 3[^b]; also @d]",
    "brackets after a key": "@c [p. 3[^b]]",
    "an inline note": "So^[it is[^b]]",
    "after a fence that is not closed": "```\nSo[^b]",
    "after a dollar sign": "So $5[^b]",
}


@pytest.mark.parametrize("name", MARKS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_is_a_mark(name: str, newline: str) -> None:
    text = f"{MARKS[name]}\n\nOne.[^a] Two.[^b]{DEFINITIONS}"
    found = numbers(text.replace("\n", newline))
    assert found["a"] == found["b"] + 1


def test_notes_in_notes_follow_the_note_they_are_in() -> None:
    text = (
        "[^a]: A @a ^[B @b ^[C @c]]\n\nOne ^[D @d ^[E @e] F @f] two[^a] three ^[G @g]"
    )
    assert numbers(text) == {"d": 1, "e": 2, "f": 1, "a": 3, "b": 4, "c": 5, "g": 6}


def test_a_note_referred_to_twice_has_one_number() -> None:
    assert numbers(f"One.[^b] Two.[^a] Three.[^b]{DEFINITIONS}") == {"b": 1, "a": 2}


def test_notes_that_nothing_refers_to_come_last() -> None:
    text = f"One ^[@c].{DEFINITIONS}"
    assert numbers(text) == {"c": 1, "a": 2, "b": 3}
    notes = read_essay(text.encode()).notes
    assert [each.offset for each in notes.references] == [4, len(text), len(text)]
    assert notes.labels == {"a", "b"}


def test_marks_without_a_definition_have_no_number_but_a_label() -> None:
    essay = read_essay(f"One.[^x] Two.[^a]{DEFINITIONS}".encode())
    assert essay.notes.labels == {"a", "b", "x"}
    assert len(essay.notes.references) == 2


@pytest.mark.parametrize(
    "lure", ["    See [^b].", "<pre>[^b]</pre>", "$x[^b]$", "<b title='[^b]'>So</b>"]
)
def test_full_and_short_forms_do_not_change_places(lure: str) -> None:
    book = {"type": "book", "title": "The Book", "id": "doe", "issued": "2001"}
    library = loccit.open_library([], [book | {"author": [{"family": "Doe"}]}])
    text = f"{lure}\n\nOne.[^a] Two.[^b]\n\n[^b]: See @doe.\n\n[^a]: See @doe.\n"
    settings = loccit.Settings(csl="chicago-notes-bibliography-17th-edition")
    found = loccit.format_essay(read_essay(text.encode()), library, settings).text
    assert "[^a]: See Doe, *The Book* (2001).\n" in found
    assert "[^b]: See Doe.\n" in found


#: Essays whose marks are many, or are hard to tell from other text.
HOSTILE = [
    "[^a] " * 30_000,
    "^[a " * 20_000,
    "^[" * 20_000 + "]" * 20_000,
    "[^" * 30_000,
    "<!-- " + "[^a] " * 20_000 + "-->",
    "`" * 20_000 + "[^a]",
    "[^a]: x\n\n" * 5_000,
    "[see ^[@a] " * 5_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
def test_hostile_texts_are_read(text: str) -> None:
    essay = read_essay(f"{text}\n\n[^a]: @a\n".encode(), "essay.md")
    assert essay.notes.references
    assert essay.with_edits([]) == essay.data
