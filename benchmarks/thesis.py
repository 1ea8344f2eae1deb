"""How long a thesis takes beside other programs, and how the time grows with it.

    .venv/bin/python -m benchmarks.thesis [--runs 5] [--compiled PYTHON]
        [--citeproc-js FOLDER] [--growth]

A thesis of 2,000 citations of 800 sources, in which names and years are ambiguous, in
APA.  Every program is a process of its own, and they run in turns; the least
processor time of each is printed, and the memory it held.

loccit and pandoc read the essay and its `.bib` and write Markdown.  refkit (hayagriva)
and citeproc-js read no essays: they are given the citations as JSON, and refkit the
`.bib`, citeproc-js its sources as CSL-JSON.  typst makes a PDF of the same citations.
`--compiled` names a Python that has loccit's compiled wheel, to measure it as well;
`--citeproc-js` names a folder with `node_modules/citeproc`; `--growth` measures loccit
alone on theses up to ten times as large.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pypandoc

from benchmarks.essays import write_thesis
from benchmarks.measure import Command, least
from loccit import open_essay, open_library
from loccit.csl import locator_terms
from loccit.csl.locales.installed import locales_folder, style_path
from loccit.model import Citation
from loccit.model.csl_json import source_to_csl_json

REFKIT = """
import json, sys
import refkit
library = refkit.Library.read(sys.argv[1])
document = refkit.Document(library, refkit.Style.from_path(sys.argv[3]))
citations = json.load(open(sys.argv[2]))
groups = [refkit.CitationGroup([refkit.Cite(key, locator=locator) for key, locator in cites]) for cites in citations]
rendered = document.render([refkit.Citation(str(number), group) for number, group in enumerate(groups)])
for number in range(len(groups)):
    print(rendered.citations[str(number)].text)
print(rendered.bibliography.text)
"""
CITEPROC_JS = """
const fs = require("fs"), CSL = require(process.argv[1] + "/node_modules/citeproc")
const [items, citations, style, locale] = process.argv.slice(2).map(path => fs.readFileSync(path, "utf8"))
const sources = Object.fromEntries(JSON.parse(items).map(item => [item.id, item]))
const engine = new CSL.Engine({retrieveLocale: () => locale, retrieveItem: id => sources[id]}, style)
const clusters = JSON.parse(citations).map((cites, number) => ({
  citationID: String(number), properties: {noteIndex: 0},
  citationItems: cites.map(([id, locator]) => locator ? {id, locator, label: "page"} : {id})}))
console.log(engine.rebuildProcessorState(clusters, "text"))
console.log(engine.makeBibliography())
"""
TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"


def cites(citation: Citation) -> list[tuple[str, str | None]]:
    """Key and page of every cite."""
    return [
        (cite.key, cite.locator.value if cite.locator else None)
        for cite in citation.cites
    ]


def typst_essay(citations: Sequence[Citation], bib: Path) -> str:
    """The citations as typst writes them."""
    paragraphs = []
    for citation in citations:
        calls = (
            f"#cite(<{key}>, supplement: [p. {page}])" if page else f"#cite(<{key}>)"
            for key, page in cites(citation)
        )
        paragraphs.append(f"A sentence {' '.join(calls)}.\n")
    return "\n".join([*paragraphs, f'#bibliography("{bib.name}", style: "apa")'])


def peers(folder: Path, essay: Path, bib: Path) -> dict[str, Command]:
    """The commands of pandoc, refkit and typst for the citations of an essay.

    Args:
        folder: in which their files are put; typst wants the sources in it, too.
    """
    style = style_path("apa")
    assert style is not None, "the styles package has APA"
    citations = open_essay(essay).citations(locator_terms("en-US"))
    listed, typ = folder / "citations.json", folder / "essay.typ"
    listed.write_text(json.dumps([cites(citation) for citation in citations]), "utf-8")
    typ.write_text(typst_essay(citations, bib), "utf-8")
    return {
        "pandoc": [
            *(pypandoc.get_pandoc_path(), "--citeproc", "--csl", style),
            *("--bibliography", bib, "-t", "markdown", essay),
        ],
        "refkit": [sys.executable, "-c", REFKIT, bib, listed, style],
        "typst": [sys.executable, "-c", TYPST, typ, folder / "essay.pdf"],
    }


def loccit_command(essay: Path, bib: Path, python: str = sys.executable) -> Command:
    """The command that formats an essay with the sources of one file."""
    return [python, "-m", "loccit", "format", essay, "--bibliography", bib]


def programs(
    folder: Path, compiled: str | None, citeproc_js: Path | None
) -> dict[str, Command]:
    """The command of every program, with the files it needs."""
    essay, bib = write_thesis(folder, 2_000, 800)
    commands = {"loccit": loccit_command(essay, bib), **peers(folder, essay, bib)}
    if compiled is not None:  # each keeps what it knows of its own installation
        caches = f"XDG_CACHE_HOME={folder / 'caches'}"
        command = loccit_command(essay, bib, compiled)
        commands["compiled"] = ["env", caches, *command]
    if citeproc_js is not None:
        items = folder / "items.json"
        sources = [source_to_csl_json(source) for source in open_library([bib])]
        items.write_text(json.dumps(sources), "utf-8")
        commands["citeproc-js"] = [
            *("node", "-e", CITEPROC_JS, citeproc_js.resolve()),
            *(items, folder / "citations.json", style_path("apa") or ""),
            locales_folder() / "locales-en-US.xml",
        ]
    return commands


def growth(folder: Path) -> None:
    """How the time grows with the thesis, the least of three."""
    print(
        f"\n{'citations':>10} {'sources':>8} {'loccit':>10} {'times as long':>14} {'memory':>8}"
    )
    before = None
    for citations in (2_500, 5_000, 10_000, 20_000):
        essay, bib = write_thesis(folder, citations, citations // 4)
        command = loccit_command(essay, bib)
        run = least({"loccit": command}, 3)["loccit"]
        times = f"{run.processor / before:.2f}" if before else ""
        print(
            f"{citations:>10,} {citations // 4:>8,} {run.processor:>8.2f} s {times:>14} {run.megabytes:>5.0f} MB"
        )
        before = run.processor


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0] if __doc__ else None
    )
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--compiled")
    parser.add_argument("--citeproc-js", type=Path)
    parser.add_argument("--growth", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        found = least(
            programs(Path(name), given.compiled, given.citeproc_js), given.runs
        )
        ours = found["loccit"].processor
        print(f"{'':<12} {'time':>8} {'loccit/it':>10} {'memory':>8}")
        for program, run in found.items():
            print(
                f"{program:<12} {run.processor:>6.2f} s {ours / run.processor:>9.2f}x {run.megabytes:>5.0f} MB"
            )
        if given.growth:
            growth(Path(name))


if __name__ == "__main__":
    main()
