"""Locators and affixes, as pandoc's citeproc takes them."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from random import Random

import pytest

from loccit.essays import read_essay
from loccit.essays.syntax.locators import take_locator
from loccit.model import Locator, RichText

#: Words of pandoc's English locale.
TERMS = {
    "book": "bk. bks. book books", "chapter": "c. cc. chap. chaps. chapter chapters", "column": "col. cols. column",
    "figure": "fig. figs. figure", "folio": "fol. fols. folio", "issue": "no. nos.", "line": "l. ll. line lines",
    "note": "n. nn. note notes", "opus": "op. opp. opus", "page": "p. pp. page pages", "paragraph": "para. paras. ¶ ¶¶",
    "part": "pt. pts. part", "section": "sec. secs. § §§ section", "sub-verbo": "s.v. s.vv.", "verse": "v. vv. verse",
    "volume": "vol. vols. volume",
}  # fmt: skip
WORDS = {word: label for label, words in TERMS.items() for word in words.split()}


@pytest.mark.parametrize(
    ("suffix", "label", "value", "rest"),
    [
        (", p. 46", "page", "46", ""),
        (", pp. 46-47, 50 and passim", "page", "46-47, 50", " and passim"),
        (", 46–47", "page", "46–47", ""),
        (", 46—47", "page", "46—47", ""),
        (", 46--47", "page", "46--47", ""),
        (", 46---47", "page", "46---47", ""),
        (", 46−47", "page", "46−47", ""),
        (", 46‑47", "page", "46‑47", ""),
        (", p. iv", "page", "iv", ""),
        (
            ", pp. iv, vi-xi, (xv)-(xvii) with suffix here",
            "page",
            "iv, vi-xi, (xv)-(xvii)",
            " with suffix here",
        ),
        (", CHAP. 3, foo", "chapter", "3", ", foo"),
        (", s.v. 3", "sub-verbo", "3", ""),
        ("{ii, A, D-Z}, with a suffix", "", "ii, A, D-Z", ", with a suffix"),
        (", {pp. iv and so on} x", "page", "iv and so on", " x"),
        (", §3", "section", "3", ""),
    ],
)
def test_locator(suffix: str, label: str, value: str, rest: str) -> None:
    assert take_locator(RichText.of(suffix), WORDS) == (
        Locator(label, value),
        RichText.of(rest),
    )


@pytest.mark.parametrize(
    ("suffix", "rest"),
    [
        *(
            (", a suffix", ", a suffix"),
            (" a suffix", " a suffix"),
            ("a suffix", ", a suffix"),
            ("", ""),
        ),
        *(
            (", {}suffix", ", suffix"),
            (": 12", ": 12"),
            (", vii", ", vii"),
            (", see p. 3", ", see p. 3"),
        ),
    ],
)
def test_no_locator(suffix: str, rest: str) -> None:
    assert take_locator(RichText.of(suffix), WORDS) == (None, RichText.of(rest))


LABELS = "".join(
    f'<{"else-if" if index else "if"} locator="{label}"><text value="{label}"/></{"else-if" if index else "if"}>'
    for index, label in enumerate(TERMS)
)
STYLE = f"""<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
<info><title>Seen</title><id>seen</id><updated>2020-01-01T00:00:00Z</updated></info>
<citation><layout prefix="⟦" suffix="⟧" delimiter="⟧⟦"><text variable="title"/><text value="|"/>
<choose>{LABELS}</choose><text value="|"/><text variable="locator"/><text value="|"/></layout></citation></style>"""
SOURCES = [{"id": key, "type": "book", "title": key.upper()} for key in "abc"]
RENDER_ALL = """
local texts = pandoc.json.decode(io.open(arg[1], "rb"):read("a"), false)
local sources = pandoc.read(io.open(arg[2], "rb"):read("a"), "csljson").meta.references
local out = io.open(arg[4], "wb")
for _, text in ipairs(texts) do
  local doc = pandoc.read(text, "markdown")
  doc.meta.references, doc.meta.csl, doc.meta["suppress-bibliography"] = sources, arg[3], true
  local rendered = pandoc.Pandoc(pandoc.utils.citeproc(doc).blocks)
  out:write(pandoc.json.encode(pandoc.write(rendered, "plain", {wrap_text = "none"})), "\\n")
end
out:close()
"""


def pandoc_renders(texts: list[str], folder: Path) -> list[str]:
    pypandoc = pytest.importorskip("pypandoc")
    names = ("texts.json", "sources.json", "seen.csl", "out", "render.lua")
    source, sources, style, target, script = (folder / name for name in names)
    source.write_text(json.dumps(texts), "utf-8")
    sources.write_text(json.dumps(SOURCES), "utf-8")
    style.write_text(STYLE, "utf-8")
    script.write_text(RENDER_ALL, "utf-8")
    command = [
        pypandoc.get_pandoc_path(),
        "lua",
        script,
        source,
        sources,
        style,
        target,
    ]
    subprocess.run(command, check=True, capture_output=True)
    return [
        even(json.loads(line)) for line in target.read_text("utf-8").split("\n")[:-1]
    ]


def even(text: str) -> str:
    """Without what typography adds: dashes, quotes, spaces."""
    text = text.replace("…", "...").translate(str.maketrans("–—’‘“”\xa0", "--''\"\" "))
    text = re.sub(r"\^\((\w+)\)", r"\1", re.sub("-+", "-", text))
    return re.sub(r"\s+", " ", text.replace(", ", ",")).strip()


def loccit_renders(text: str) -> str:
    cites = [
        cite
        for citation in read_essay(text.encode(), "e.md").citations(WORDS)
        for cite in citation.cites
    ]
    shown = []
    for cite in cites:
        locator = cite.locator or Locator("", "")
        shown.append(
            f"⟦{cite.prefix.plain}{cite.key.upper()}|{locator.label}|{locator.value}|{cite.suffix.plain}⟧"
        )
    return even("".join(shown))


class Writer:
    """Writes citations whose suffixes hold locators and what looks like them."""

    NUMBERS = (
        *(
            "3",
            "33",
            "12a",
            "A12",
            "iv",
            "XII",
            "vii",
            "1.2",
            "1.2.3",
            "(a)",
            "(iv)",
            "3(a)",
            "[17]",
            "{4}",
            "3:5",
            "a",
        ),
        *(
            "II",
            "3.",
            ".5",
            "mix",
            "c",
            "(1)(a)",
            "[3 4]",
            "3rd",
            "3/4",
            "*3*",
            "`3`",
            "3^a^",
            "3+4",
            "٣",
        ),
    )
    #: What loccit joins beyond pandoc is in tests/formatting/typed_locators.txt.
    BETWEEN = (
        ", ",
        ",",
        "-",
        "–",
        "--",
        ", ",
        " ",
        "−",
        ": ",
        ":",
        ".",
    )
    AFTER = (
        "",
        "",
        ", and *passim*",
        ", foo",
        " (bar)",
        ". Baz",
        " foo 3",
        ", {x}",
        "suffix",
        ' "q"',
        " n. 3",
        " [x]",
    )

    def __init__(self, random: Random) -> None:
        self.random = random

    def sequence(self) -> str:
        more = (
            self.random.choice(self.BETWEEN) + self.number()
            for _ in range(self.random.choice((0, 1, 1, 2, 3)))
        )
        return self.number() + "".join(more)

    def number(self) -> str:
        return self.random.choice(self.NUMBERS)

    def suffix(self) -> str:
        start = self.random.choice((", ", ", ", " ", ",", ": ", ",  "))
        word = self.random.choice(sorted(WORDS))
        word = self.random.choice((word, word, word.upper(), word.capitalize()))
        adjoining = " " if word.isalpha() else ""  # loccit reads "p46" beyond pandoc
        middle = self.random.choice(
            (
                word
                + self.random.choice((" ", " ", adjoining, "\xa0", ". "))
                + self.sequence(),
                self.sequence(),
                "see " + self.sequence(),
                "{" + self.random.choice(("", word + " ")) + "x, A and so on}",
            )
        )
        return start + middle + self.random.choice(self.AFTER)

    def citation(self) -> str:
        prefix = self.random.choice(("", "see ", "see *also* ", "cf. "))
        more = f"; @c{self.suffix()}" if self.random.random() < 0.2 else ""
        return f"[{prefix}@{self.random.choice('ab')} {self.suffix()}{more}]".replace(
            " ,", ","
        ).replace(" :", ":")


@pytest.mark.parametrize("seed", range(2))
def test_pandoc_agrees(seed: int, tmp_path: Path) -> None:
    texts = [Writer(Random(f"{seed} {number}")).citation() for number in range(1500)]
    faults = [
        f"{text!r}\n  pandoc: {theirs}\n  loccit: {ours}"
        for text, theirs in zip(texts, pandoc_renders(texts, tmp_path), strict=True)
        if theirs != (ours := loccit_renders(text))
    ]
    assert not faults, f"{len(faults)} of {len(texts)}\n" + "\n".join(faults[:20])
