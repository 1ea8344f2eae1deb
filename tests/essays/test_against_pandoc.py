"""loccit and pandoc read the same citations from the same Markdown.

The texts are those of `pandoc_texts.txt`, where one construct is tried at a time, and thousands that are put together
from a seed.  Where the two differ, `pandoc_differences.txt` says what each reads, and why; a difference that goes away
fails the test until it is taken off that list.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest

from loccit.essays import read_essay

HERE = Path(__file__).parent
MODES = {"NormalCitation": "parenthetical", "AuthorInText": "narrative", "SuppressAuthor": "suppress-author"}

#: One process reads every text, each on its own.
READ_ALL = """
local texts = pandoc.json.decode(io.open(arg[1], "rb"):read("a"), false)
local out = io.open(arg[2], "wb")
for _, text in ipairs(texts) do
  out:write(pandoc.write(pandoc.read(text, "markdown"), "json"), "\\n")
end
out:close()
"""

#: A citation: the mode and the key of each of its cites.
Read = tuple[tuple[str, str], ...]


def pandoc_reads(texts: list[str], folder: Path) -> list[Counter[Read]]:
    pypandoc = pytest.importorskip("pypandoc")
    script, source, target = folder / "read.lua", folder / "texts.json", folder / "read.json"
    script.write_text(READ_ALL, "utf-8")
    source.write_text(json.dumps([x.expandtabs(4) for x in texts]), "utf-8")
    subprocess.run([pypandoc.get_pandoc_path(), "lua", script, source, target], check=True, capture_output=True)
    return [Counter(cites_in(json.loads(line)["blocks"])) for line in target.read_text("utf-8").split("\n")[:-1]]


def cites_in(node: Any) -> list[Read]:
    """The citations of pandoc's syntax tree; those inside an affix belong to it."""
    if isinstance(node, list):
        return [read for part in node for read in cites_in(part)]
    if not isinstance(node, dict):
        return []
    if node.get("t") == "Cite":
        return [tuple((MODES[cite["citationMode"]["t"]], cite["citationId"]) for cite in node["c"][0])]
    if node.get("t") == "Figure":  # its caption is the image's text once more
        return cites_in(node["c"][2])
    return [read for name, part in node.items() if name != "t" for read in cites_in(part)]


def loccit_reads(text: str) -> Counter[Read]:
    citations = read_essay(text.encode(), "essay.md").citations({})
    return Counter(tuple((cite.mode, cite.key) for cite in citation.cites) for citation in citations)


def shown(reads: Counter[Read]) -> str:
    return " ".join(sorted("+".join(f"{mode}:{key}" for mode, key in read) for read in reads.elements())) or "nothing"


def disagreements(texts: list[str], folder: Path) -> list[str]:
    return [
        f"{text!r}\n  pandoc: {shown(theirs)}\n  loccit: {shown(ours)}"
        for text, theirs in zip(texts, pandoc_reads(texts, folder), strict=True)
        if theirs != (ours := loccit_reads(text))
    ]


def test_one_construct_at_a_time(tmp_path: Path) -> None:
    texts = (HERE / "pandoc_texts.txt").read_text("utf-8").split("\n%%%\n")
    assert len(texts) > 300
    faults = disagreements(texts, tmp_path)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("seed", range(4))
def test_many_constructs_mixed(seed: int, tmp_path: Path) -> None:
    texts = [Writer(Random(f"{seed} {number}")).essay() for number in range(1500)]
    faults = disagreements(texts, tmp_path)
    assert not faults, f"{len(faults)} of {len(texts)}\n" + "\n".join(sorted(faults, key=len)[:20])


def test_differences_are_those_listed(tmp_path: Path) -> None:
    cases = re.split(r"\n?^=== ", (HERE / "pandoc_differences.txt").read_text("utf-8"), flags=re.MULTILINE)[1:]
    texts, expected = [], []
    for case in cases:
        _, text, theirs, ours = re.split(
            r"\n\.\n?", case.split("\n", 1)[0] + "\n.\n" + case.split("\n", 1)[1], maxsplit=3
        )
        texts.append(text)
        expected.append((theirs.strip(), ours.strip()))
    found = [
        (shown(theirs), shown(loccit_reads(text)))
        for text, theirs in zip(texts, pandoc_reads(texts, tmp_path), strict=True)
    ]
    assert found == expected


class Writer:
    """Writes Markdown that cites, from constructs in any nesting that closes what it opens."""

    KEYS = ("a", "doe99", "b_c", "x:y", "é1", "smith.2000", "k-1", "_z", "9a", "http://x/y")
    LOCATORS = (
        *(
            ", p. 3",
            ", pp. 33-35, 38-39",
            " p. 3",
            "{ii, A, D-Z}",
            ", {}suffix",
            ", chap. 3 and *passim*",
            ": 12",
            ", §4",
        ),
        *(", §4", " [x]", ', "q; r"', ", `c;`", " \\]", "'s", ", vii", ", *x; y*", ", $m;$", ", <b>t</b>", ""),
    )
    PREFIXES = (
        *("see ", "see *also* ", "cf. ", '"q" ', "`c;` ", "-- ", "e.g., ", "<b>t;</b> ", "$m;$ ", "\\; ", "[l](u;) "),
    )
    WORDS = (
        *(
            "foo",
            "bar",
            "it's",
            "e@mail.org",
            "a.b",
            "x_y",
            "Ünï",
            "1999",
            "(x)",
            "...",
            "--",
            "---",
            "&amp;",
            "&",
            "C#",
        ),
        *(
            "50%",
            "a/b",
            "“x”",
            "‘y’",
            "'z'",
            "p.",
            "Mr.",
            "\\@a",
            "\\*",
            "\\[",
            "\\\\",
            "!",
            "?",
            ";",
            "=",
            "+",
            "@",
            "@ a",
        ),
        *("<http://e.org/@u>", "<me@e.org>", "\\cmd{@x}", "\\emph{a @b}", "\\ldots", "$@a$", "$x$ $y$", "$5", "`@a`"),
        *(
            "``@a`` ",
            "<!-- @c -->",
            "<br/>",
            '<i title="@a">',
            "x^2^",
            "H~2~O",
            "~~s~~",
            "![i](u)",
            "[l](u)",
            "@",
            "@ a",
        ),
    )
    WRAPPERS = ("*%s*", "**%s**", "~~%s~~", '"%s"', "(%s)", "<b>%s</b>", "<span>%s</span>", "`%s`")

    def __init__(self, random: Random) -> None:
        self.random = random

    def essay(self) -> str:
        return "\n\n".join(self.block(0) for _ in range(self.random.choice((1, 1, 2, 3))))

    def key(self) -> str:
        key = self.random.choice(self.KEYS)
        return self.random.choice(("@" + key,) * 6 + ("-@" + key, "@{" + key + "}", "-@{q}"))

    def cluster(self) -> str:
        cites = [
            (self.random.choice(self.PREFIXES) if self.random.random() < 0.4 else "")
            + self.key()
            + (self.random.choice(self.LOCATORS) if self.random.random() < 0.6 else "")
            for _ in range(self.random.choice((1, 1, 1, 2, 3)))
        ]
        return "[" + self.random.choice(("; ", "; ", ";", " ; ")).join(cites) + "]"

    def narrative(self) -> str:
        after = ("p. 3", "@b", "p. 3; @c", "see @c, p. 4; -@d", "x", "*p*; @b", "pp. 3-4, 5; see also @q")
        bracket = f"[{self.random.choice(after)}]" if self.random.random() < 0.4 else ""
        return self.key() + (self.random.choice((" ", "", "\n")) + bracket if bracket else "")

    def inline(self, depth: int) -> str:
        draw = self.random.random()
        if draw < 0.28:
            return self.cluster()
        if draw < 0.45:
            return self.narrative()
        if draw < 0.6 and depth < 3:
            return self.random.choice(self.WRAPPERS) % self.inlines(depth + 1)
        return self.random.choice(self.WORDS)

    def inlines(self, depth: int = 0) -> str:
        count = self.random.choice((1, 1, 2, 3) if depth else (1, 2, 3, 4, 6, 8))
        return " ".join(self.inline(depth) for _ in range(count))

    def paragraph(self) -> str:
        return "So " + self.inlines() + self.random.choice(("", ".", "\nand " + self.inlines()))

    def line(self) -> str:
        return self.paragraph().replace("\n", " ")

    def block(self, depth: int) -> str:
        if depth > 2 or self.random.random() < 0.4:
            return self.paragraph()
        return self.random.choice(self.BLOCKS)(self, depth)

    def blocks(self, depth: int) -> str:
        return "\n\n".join(self.block(depth + 1) for _ in range(self.random.choice((1, 1, 2))))

    def quote(self, depth: int) -> str:
        return "> " + self.blocks(depth).replace("\n", "\n> ")

    def bullets(self, depth: int) -> str:
        return "\n".join("- " + self.blocks(depth).replace("\n", "\n  ") for _ in range(self.random.choice((1, 2, 3))))

    def numbers(self, depth: int) -> str:
        return "\n".join(f"{n}. " + self.blocks(depth).replace("\n", "\n    ") for n in (1, 2))

    def heading(self, depth: int) -> str:
        return self.random.choice(("# %s", "## %s {#id .c}", "### %s #", "%s\n===", "%s\n---")) % self.line()

    def code(self, depth: int) -> str:
        return self.random.choice(("```\n%s\n```", "~~~ {.x}\n%s\n~~~", "````py\n%s\n````")) % self.paragraph()

    def definition(self, depth: int) -> str:
        return self.line() + "\n\n:   " + self.blocks(depth).replace("\n", "\n    ")

    def division(self, depth: int) -> str:
        return self.random.choice(("::: c\n%s\n:::", "<div>\n\n%s\n\n</div>", "<section>\n\n%s\n\n</section>")) % (
            self.blocks(depth)
        )

    def table(self, depth: int) -> str:
        def cell() -> str:
            return self.random.choice((self.key(), self.cluster(), "x", "`|@b`"))

        rows = "\n".join(f"| {cell()} | {cell()} |" for _ in range(2))
        caption = self.random.choice(("", f"\n\n: So {self.key()} it is"))
        return f"| {cell()} | x |\n|---|---|\n{rows}{caption}"

    def raw(self, depth: int) -> str:
        blocks = ("\\begin{x}\nSo @a [@b]\n\\end{x}", "$$\n@a\n$$", "<!-- So @a [@b] -->", "<pre>So @a [@b]</pre>")
        return self.random.choice(blocks if depth else (*blocks, "---\ntitle: '@a'\n---"))

    def lines(self, depth: int) -> str:
        return f"| {self.line()}\n| {self.line()}"

    BLOCKS = (quote, bullets, numbers, heading, code, definition, division, table, raw, lines)
