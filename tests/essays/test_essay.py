"""Essays are read, cited from, and put back byte for byte."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loccit.errors import InvalidSettings, UnreadableFile, UnwritableFile
from loccit.essays import Essay, nocite_keys, open_essay, read_essay
from loccit.essays.formats.markdown.inline_scanner import InlineScanner
from loccit.essays.syntax.steps import Inline
from loccit.essays.text_file import read_text_file
from loccit.model import Edit, Span

WORDS = {"p.": "page", "pp.": "page", "chap.": "chapter"}

#: Files that programs stumble over: the bytes, and the citations in them.
NASTY = {
    "windows line endings": (b"# A\r\n\r\nSee [@a,\r\np. 3].\r\n", ["[@a,\r\np. 3]"]),
    "old Macintosh line endings": (b"See @a.\r\r- [@b]\r- @c", ["@a", "[@b]", "@c"]),
    "mixed line endings": (b"@a\r\n\n> @b\r> @c\n", ["@a", "@b", "@c"]),
    "a byte order mark": (b"\xef\xbb\xbf---\ntitle: '@x'\n---\n\n@a", ["@a"]),
    "no final line ending": (b"[@a]", ["[@a]"]),
    "tabs": (b"-\t@a\n\n\t[@b]\n\n\t\t@code\n", ["@a", "[@b]"]),
    "trailing spaces": (b"@a  \n[p. 3]   \n\n@b ", ["@a  \n[p. 3]", "@b"]),
    "a form feed and other line separators": (
        "a\f@a\u2028@b\x85 [@c]".encode(),
        ["@a", "@b", "[@c]"],
    ),
    "UTF-16": ("\ufeffé [@a]\n".encode("utf-16-le"), ["[@a]"]),
    "UTF-32": ("\ufeffé [@a]\n".encode("utf-32-be"), ["[@a]"]),
    "Windows' own encoding": (b"Andr\xe9 [@a] \x93so\x94\n", ["[@a]"]),
    "a table": (b"| a | b |\n|---|---|\n| [@a] | `|@x` |\n", ["[@a]"]),
    "notes in notes": (
        b"x[^1]\n\n[^1]: @a^[see @b]\n\n    [@c]\n",
        ["@a", "@b", "[@c]"],
    ),
    "HTML": (b"<p title='@x'>@a</p> <!-- @y\n\n@z --> <script>@s</script>\n", ["@a"]),
    "maths": (b"$@x$ and $$@y$$ but $5 for @a\n", ["@a"]),
    "code in lists": (b"- `@x`\n\n  ```\n  @y\n  ```\n\n      @z\n\n  @a\n", ["@a"]),
    "what is no citation": (
        b"me@x.org \\@b [l](@c) <me@x.org> <https://x.org/@d>\n",
        [],
    ),
    "nothing": (b"", []),
}


@pytest.mark.parametrize("name", NASTY)
def test_nasty_files(name: str) -> None:
    data, sources = NASTY[name]
    essay = read_essay(data, "essay.md")
    assert [citation.source for citation in essay.citations(WORDS)] == sources
    assert essay.with_edits([]) == data


def check(essay: Essay) -> None:
    """What holds for the citations of any text."""
    done = 0
    for citation in sorted(essay.citations(WORDS), key=lambda citation: citation.span):
        assert done <= citation.span.start < citation.span.end <= len(essay.text)
        assert citation.source == citation.span.of(essay.text)
        assert citation.cites
        done = citation.span.end
    assert essay.with_edits([]) == essay.data


MARKDOWN = st.text(
    st.sampled_from("@[]ab;,. \n\r\t*_`~$<>\\{}()^!-:#|\"'&é0\u2028"), max_size=60
)


@given(MARKDOWN)
@settings(max_examples=400, deadline=None)
def test_any_markdown(text: str) -> None:
    check(read_essay(text.encode(), "essay.md"))
    check(read_essay(text.encode(), "essay.txt"))


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60))
@settings(deadline=None)
def test_any_text(text: str) -> None:
    check(read_essay(text.encode()))


@given(MARKDOWN, st.integers(0, 60))
def test_places_agree_with_counting(text: str, offset: int) -> None:
    essay = read_essay(text.encode())
    before = essay.text[: min(offset, len(text))]
    if before.endswith("\r") and text[len(before) : len(before) + 1] == "\n":
        return  # inside a line ending
    lines = re.split("\r\n|\n|\r", before)
    place = essay.place(len(before))
    assert (place.line, place.column) == (len(lines), len(lines[-1]) + 1)


def test_an_edit_changes_nothing_else() -> None:
    essay = read_essay("é [@a]\r\n".encode("utf-16"), "essay.md")
    (citation,) = essay.citations(WORDS)
    assert essay.with_edits([Edit(citation.span, "(A)")]) == "é (A)\r\n".encode(
        "utf-16"
    )
    assert read_text_file(essay.data, "essay.md").newline == "\r\n"


def test_a_character_that_the_encoding_lacks() -> None:
    essay = read_essay(b"\xe9 @a", "essay.md")
    assert read_text_file(essay.data, "essay.md").encoding == "windows-1252"
    assert [problem.rule for problem in essay.problems] == ["not-utf-8"]
    with pytest.raises(UnwritableFile, match=r"U\+0141.*UTF-8"):
        essay.with_edits([Edit(Span(2, 4), "Łódź")])


def test_what_is_not_an_essay(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no such file"):
        open_essay(tmp_path / "none.md")
    with pytest.raises(UnreadableFile, match="folder"):
        open_essay(tmp_path)
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    with pytest.raises(UnreadableFile, match=r"old format, such as \.doc"):
        open_essay(tmp_path / "old.doc")
    (tmp_path / "binary.md").write_bytes(b"PK\x03\x04\0\0")
    with pytest.raises(UnreadableFile, match="binary"):
        open_essay(tmp_path / "binary.md")


def test_the_format_is_found_by_name() -> None:
    assert [read_essay(b"", name).format for name in ("a.qmd", "a.TXT", "-", "a")] == [
        "markdown",
        "plain_text",
        "markdown",
        "markdown",
    ]


def test_front_matter() -> None:
    essay = read_essay(
        b"\xef\xbb\xbf---\ntitle: A\nnocite: |\n  @a, @{b c}, @*\n---\n@x\n", "e.md"
    )
    assert essay.front_matter is not None
    assert essay.front_matter.values["title"] == "A"
    assert nocite_keys(essay.front_matter.values["nocite"]) == ("a", "b c", "*")
    assert essay.front_matter.spans[0].of(essay.text).endswith("---\n")
    assert read_essay(b"---\n\n@x\n---\n").front_matter is None


#: A billion laughs: each of ten lines has nine aliases of the one before.
LAUGHS = "a0: &a0 [lol]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)
)


@pytest.mark.parametrize("yaml", ["a: [", "- a", LAUGHS, "a: b\n--- c: d"])
def test_front_matter_at_fault(yaml: str) -> None:
    front_matter = read_essay(f"---\n{yaml}\n---\n".encode(), "e.md").front_matter
    assert front_matter is not None
    assert not front_matter.values
    assert isinstance(front_matter.error, InvalidSettings)
    assert front_matter.error.place is not None
    assert front_matter.error.place.line >= 1


def test_front_matter_may_have_many_aliases_and_emphases() -> None:
    yaml = "a: &a [1]\nb: [" + "*a, " * 200 + "]\nc: '" + "*On* & " * 200 + "'"
    front_matter = read_essay(f"---\n{yaml}\n---\n".encode(), "e.md").front_matter
    assert front_matter is not None
    assert front_matter.error is None
    assert front_matter.values["b"] == [["1"]] * 200


def test_an_essay_with_unreadable_front_matter_has_citations() -> None:
    essay = read_essay(b"---\na: [\n---\n\n@x\n", "e.md")
    assert [citation.source for citation in essay.citations(WORDS)] == ["@x"]


def test_the_note_a_citation_stands_in() -> None:
    essay = read_essay(b"@a[^x] b^[see @b] [^y]\n\n[^y]: @c\n\n[^x]: [@d]\n", "e.md")
    assert {c.cites[0].key: c.note for c in essay.citations(WORDS)} == {
        "a": 0,
        "b": 2,
        "c": 3,
        "d": 1,
    }


HOSTILE = (
    *(
        "[" * 30_000 + " [@a]",
        "[@a " * 10_000,
        "*a " * 30_000 + "@a",
        ">" * 30_000 + "@a",
        "@" + "k" * 100_000,
    ),
    *(
        "- " * 3_000 + "@a",
        "<!-- " * 30_000 + "@a",
        "\\begin{x}" * 9_000 + "@a",
        "[@a" + "; @b" * 20_000 + "]",
    ),
    *(
        "[" * 30_000 + "@a" + "]" * 30_000,
        "'a \"b " * 15_000 + "@b",
        "<span>" * 30_000 + "@b",
    ),
    *(
        "<div>\n" * 10_000 + "@a",
        "::: x\n" * 10_000 + "@a",
        "@{" * 30_000,
        "[@a, " + "3, " * 30_000 + "]",
    ),
)


def test_fifty_nested_brackets() -> None:
    (citation,) = read_essay(("[" * 50 + "@a" + "]" * 50).encode(), "e.md").citations(
        WORDS
    )
    assert citation.source == "[@a]"


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
def test_hostile_texts_take_few_steps(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text is read in time that grows with its length, not with its square."""
    taken = 0
    step = InlineScanner.step

    def counted(self: InlineScanner, position: int, word_end: int) -> Inline | None:
        nonlocal taken
        taken += 1
        return step(self, position, word_end)

    monkeypatch.setattr(InlineScanner, "step", counted)
    assert read_essay(text.encode(), "e.md").citations(WORDS) or "@{" in text
    assert taken <= 40 * len(text)


def test_what_is_not_ours_in_the_front_matter_is_read_as_text() -> None:
    yaml = "date: 2020-99-99\nwhen: 2020-01-02\nodd: !foo 1\nlist: !bar [a]\nobject: !!python/object:os.system {a: b}"
    front_matter = read_essay(f"---\n{yaml}\n---\n".encode()).front_matter
    assert front_matter is not None
    assert front_matter.values == {
        "date": "2020-99-99", "when": "2020-01-02", "odd": "1", "list": ["a"], "object": {"a": "b"},
    }  # fmt: skip


def test_a_file_of_an_unknown_format_is_said() -> None:
    [problem] = read_essay(b"x", "essay.lyx").problems
    assert problem.rule == "unknown-format"
    assert not read_essay(b"x", "essay.md").problems
    assert not read_essay(b"x", "-").problems
