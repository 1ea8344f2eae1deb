"""How many citations of word-processor documents are read: loccit beside pandoc, on the
same files; and how long a thesis of Word takes beside the same one in Markdown.

    .venv/bin/python -m benchmarks.documents [--documents ../shared/documents]
        [--scorer ../shared/tools/documents/score.py] [--classes live,odt]
        [--library FILE] [--speed [--runs 5]]

The set has real documents (`docs/`), and of each what an independent reader found
(`truth/`); its own scorer compares, by kind of citation: the same sources in one citation,
right sources, locators, prefixes and suffixes, and how much of what a program prints is
cited at all.  loccit prints `loccit format DOCUMENT --to json`, pandoc the `Cite` elements
and the `references` of `-f docx+citations` and `-f odt`.  What is typed beside
live citations is in no truth, and counts only with `--library`.

`--speed` makes a thesis of 2,000 citations of 800 sources as Markdown with keys, as Word
with keys, and as Word with Zotero's fields, and formats each; the ratio is of the
processor's time.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pypandoc

from benchmarks.essays import write_thesis
from benchmarks.measure import Command, medians
from benchmarks.word_thesis import write_word_thesis

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
FORMAT: list[str | Path] = [sys.executable, "-m", "loccit", "format"]
#: What pandoc calls the ways to cite, as the scorer does.
MODES = {
    "NormalCitation": "normal",
    "SuppressAuthor": "suppress-author",
    "AuthorInText": "composite",
}

#: What is printed of a document, in the scorer's shape.
Printed = dict[str, Any]
Program = Callable[[Path], Printed]


def by_loccit(libraries: list[Path]) -> Program:
    """loccit, with these libraries for typed keys; without one, only what is live."""
    bibliography = [
        part for each in libraries for part in ("--bibliography", str(each))
    ]

    def read(document: Path) -> Printed:
        printed = _json_of([*FORMAT, document, "--to", "json", *bibliography])
        found = printed.get("citations", [])
        if not libraries:
            found = [citation for citation in found if citation["program"]]
        return {**printed, "citations": found}

    return read


def by_pandoc(document: Path) -> Printed:
    """pandoc, with the sources that it finds in the document."""
    reader = "odt" if document.suffix == ".odt" else "docx+citations"
    tree = _json_of([pypandoc.get_pandoc_path(), "-f", reader, "-t", "json", document])
    if "error" in tree:
        return tree
    references = _plain(tree["meta"].get("references", {"t": "MetaList", "c": []}))
    items = {item.get("id", ""): _csl_item(item) for item in references}
    return {
        "citations": [_citation(content, items) for content in _cites(tree["blocks"])]
    }


def _json_of(command: Command) -> dict[str, Any]:
    """The JSON that a program prints, or its error."""
    done = subprocess.run(command, capture_output=True, check=False)
    try:
        printed: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        return {"error": done.stderr.decode(errors="replace")[-200:] or "no output"}
    return printed


def _cites(node: object) -> Iterator[list[Any]]:
    """The contents of every `Cite` in a tree of pandoc."""
    if isinstance(node, list):
        for each in node:
            yield from _cites(each)
    elif isinstance(node, dict):
        if node.get("t") == "Cite":
            yield node["c"]
        else:
            yield from _cites(node.get("c"))


def _citation(content: list[Any], items: Mapping[str, Any]) -> Printed:
    cites, text = content
    printed = []
    for cite in cites:
        key = cite["citationId"]
        printed.append(
            {
                "key": key,
                "item": items.get(key, {}),
                "prefix": _text(cite["citationPrefix"]),
                "suffix": _text(cite["citationSuffix"]),
                "mode": MODES[cite["citationMode"]["t"]],
            }
        )
    return {"cites": printed, "text": _text(text)}


def _csl_item(item: Mapping[str, Any]) -> dict[str, Any]:
    """An item of pandoc's metadata, in which a year is a string."""
    issued = str(item.get("issued", ""))
    return {**item, "issued": {"date-parts": [[issued[:4]]]}}


def _plain(value: Mapping[str, Any]) -> Any:
    """A value of pandoc's metadata without its tags."""
    kind, content = value["t"], value["c"]
    if kind == "MetaMap":
        return {name: _plain(each) for name, each in content.items()}
    if kind == "MetaList":
        return [_plain(each) for each in content]
    return _text(content)


def _text(node: object) -> str:
    """The characters of a tree of pandoc."""
    if isinstance(node, list):
        return "".join(_text(each) for each in node)
    if isinstance(node, dict):
        if node["t"] == "Str":
            return str(node["c"])
        return " " if node["t"] in ("Space", "SoftBreak") else _text(node.get("c"))
    return ""


def print_scores(given: argparse.Namespace) -> None:
    """Print the scorer's table of each program."""
    programs = {"loccit": by_loccit(given.library), "pandoc": by_pandoc}
    files = sorted((given.documents / "docs").iterdir())
    for name, read in programs.items():
        with tempfile.TemporaryDirectory() as folder:
            for file in files:
                printed = json.dumps(read(file))
                Path(folder, f"{file.stem}.json").write_text(printed, "utf-8")
            print(f"\n{name}", flush=True)
            _score(given, folder)


def _score(given: argparse.Namespace, printed: str) -> None:
    command = [sys.executable, given.scorer, "read", "--from", printed]
    subprocess.run(
        [*command, "--classes", given.classes],
        env={**os.environ, "DOCUMENTS": f"{given.documents}/"},
        check=True,
    )


def print_speed(runs: int) -> None:
    """Print how long each form of one thesis takes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        essay, bib = write_thesis(folder, 2_000, 800)
        keys, fields = write_word_thesis(essay, bib)
        format_it = [*FORMAT, "--bibliography", bib]
        listed = folder / "listed.docx"
        in_ieee = [*format_it, "--style", "ieee"]
        in_apa = [*format_it, "--style", "apa"]
        subprocess.run(
            [*in_ieee, fields, "-o", listed], check=True, capture_output=True
        )
        found = medians(
            {
                "Markdown": [*format_it, essay],
                "Word, keys": [*format_it, keys, "-o", folder / "out.docx"],
                "Word, fields": [*format_it, fields, "-o", folder / "out.docx"],
                # All citations and the list of another style are written again.
                "Word, a list": [*in_apa, listed, "-o", folder / "out.docx"],
            },
            runs,
        )
    markdown = found["Markdown"].processor
    print(f"{'':<14} {'time':>8} {'/ Markdown':>11} {'memory':>8}")
    for name, run in found.items():
        ratio = run.processor / markdown
        print(
            f"{name:<14} {run.seconds:>6.2f} s {ratio:>10.2f}x {run.megabytes:>5.0f} MB"
        )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0] if __doc__ else None
    )
    parser.add_argument("--documents", type=Path, default=SHARED / "documents")
    parser.add_argument("--library", type=Path, action="append", default=[])
    parser.add_argument("--classes", default="live,odt")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--speed", action="store_true")
    parser.add_argument(
        "--scorer", type=Path, default=SHARED / "tools" / "documents" / "score.py"
    )
    given = parser.parse_args()
    if given.speed:
        print_speed(given.runs)
    else:
        print_scores(given)


if __name__ == "__main__":
    main()
