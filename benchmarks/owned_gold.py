"""How many records that programs and databases export become their APA 7 reference and
citations, to the letter: loccit beside pandoc and citation-js.

    npm install --prefix FOLDER @citation-js/core @citation-js/plugin-bibtex
        @citation-js/plugin-csl @citation-js/plugin-ris
    .venv/bin/python -m benchmarks.owned_gold [--gold ../shared/owned-gold]
        [--peers FOLDER] [--libraries] [--by exporter] [--diffs N]

The gold set has one file a record (`records/`), the same records as whole files of one
exporter (`libraries/`), and what is expected of each; its own `score.py` compares.
pandoc and citation-js have `apa.csl` as it is installed.  A record in a format that a
program doesn't read counts as wrong.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pypandoc
from lxml import html as parser

from loccit.bibliography import open_library
from loccit.csl import load_style, process
from loccit.csl.locales.installed import style_path
from loccit.errors import LoccitError
from loccit.model import Citation, Cite
from loccit.output import html

ROOT = Path(__file__).resolve().parent.parent
DRIVER = Path(__file__).with_name("citation_js_driver.js")
#: pandoc's names of the formats that it reads, by a file's extension.
PANDOC_FORMATS = {
    ".bib": "biblatex",
    ".json": "csljson",
    ".ris": "ris",
    ".xml": "endnotexml",
}
#: The formats that citation-js reads.
CITATION_JS_FORMATS = (".bib", ".json", ".ris")


class Record(NamedTuple):
    """A record to render: its id, the file, and the place of its item in the file."""

    id: str
    file: Path
    number: int


#: The reference (`ref`) and citations (`par`, `nar`) of records, by their id.
Rendered = dict[str, dict[str, str]]
Engine = Callable[[Sequence[Record]], Rendered]


def by_loccit(records: Sequence[Record]) -> Rendered:
    style = load_style("apa")
    rendered: Rendered = {}
    for file, members in _by_file(records):
        try:
            library = open_library(file)
        except LoccitError as error:
            print(f"{file.name}: {error}", file=sys.stderr)
            continue
        keys = library.keys()
        for record in members:
            if record.number >= len(keys):
                print(f"{record.id}: loccit finds no source", file=sys.stderr)
                continue
            source = library.require(keys[record.number])
            processed = process(
                style,
                {source.key: source},
                [
                    Citation((Cite(source.key),), "parenthetical"),
                    Citation((Cite(source.key),), "narrative"),
                ],
            )
            par, nar = map(html.render, processed.citations)
            reference = html.render(processed.bibliography[0].text)
            rendered[record.id] = {"ref": reference, "par": par, "nar": nar}
    return rendered


def by_pandoc(records: Sequence[Record]) -> Rendered:
    rendered: Rendered = {}
    with tempfile.TemporaryDirectory() as folder:
        for file, members in _by_file(records):
            items = _pandoc_items(file)
            for record in members:
                if record.number < len(items):
                    item = items[record.number] | {"id": "key"}
                    rendered[record.id] = _by_pandoc(item, Path(folder))
    return rendered


def _pandoc_items(file: Path) -> list[dict[str, Any]]:
    if file.suffix not in PANDOC_FORMATS:
        return []
    command = [pypandoc.get_pandoc_path(), "-f", PANDOC_FORMATS[file.suffix]]
    command += ["-t", "csljson", str(file)]
    run = subprocess.run(command, capture_output=True, check=False)
    items: list[dict[str, Any]] = json.loads(run.stdout) if run.stdout else []
    return items


def _by_pandoc(item: dict[str, Any], folder: Path) -> dict[str, str]:
    bibliography = folder / "item.json"
    bibliography.write_text(json.dumps([item]), "utf-8")
    command = [pypandoc.get_pandoc_path(), "--citeproc", "--wrap=none", "-t", "html"]
    command += ["--csl", str(style_path("apa")), "--bibliography", str(bibliography)]
    page = subprocess.run(
        command,
        input="[@key]\n\n@key\n",
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    tree = parser.fromstring(f"<div>{page}</div>")
    par, nar = (_html(each) for each in tree.findall("p"))
    reference = tree.find('.//div[@class="csl-entry"]')
    return {"ref": _html(reference), "par": par, "nar": nar}


def _html(element: parser.HtmlElement) -> str:
    text: str = parser.tostring(element, encoding="unicode", with_tail=False)
    return text


def citation_js(folder: Path) -> Engine:
    """citation-js, from a folder that has it in `node_modules`."""

    def engine(records: Sequence[Record]) -> Rendered:
        request = {
            "style": _style(),
            "records": [
                {"id": record.id, "file": str(record.file), "number": record.number}
                for record in records
                if record.file.suffix in CITATION_JS_FORMATS
            ],
        }
        answer = subprocess.run(
            ["node", str(DRIVER), str(folder)],
            input=json.dumps(request),
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        rendered: Rendered = json.loads(answer)
        return rendered

    return engine


def _style() -> str:
    path = style_path("apa")
    assert path is not None
    return path.read_text("utf-8")


def records_of(gold: Path, *, libraries: bool) -> list[Record]:
    """The records of a gold set, each alone or in a file of its exporter."""
    if not libraries:
        public = json.loads((gold / "gold.json").read_text("utf-8"))
        return [
            Record(each["id"], gold / "records" / each["file"], 0) for each in public
        ]
    index = json.loads((gold / "libraries" / "index.json").read_text("utf-8"))
    return [
        Record(name, gold / "libraries" / file, number)
        for file, names in index.items()
        for number, name in enumerate(names)
    ]


def _by_file(records: Sequence[Record]) -> Iterator[tuple[Path, list[Record]]]:
    files = dict.fromkeys(record.file for record in records)
    for file in files:
        yield file, [record for record in records if record.file == file]


def score(gold: Path, rendered: Rendered, options: Sequence[str]) -> str:
    """What the gold's own scorer says of the records."""
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(rendered, file)
        file.flush()
        command = [sys.executable, str(gold / "score.py"), file.name]
        return subprocess.run(
            [*command, "--half", "public", *options],
            capture_output=True,
            text=True,
            check=True,
        ).stdout


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    gold = ROOT.parent / "shared" / "owned-gold"
    asked.add_argument("--gold", type=Path, default=gold)
    asked.add_argument("--peers", type=Path, help="a folder with citation-js")
    asked.add_argument("--libraries", action="store_true")
    asked.add_argument("--by", choices=["exporter", "kind", "format", "work"])
    asked.add_argument("--diffs", type=int, default=0)
    options = asked.parse_args()
    records = records_of(options.gold, libraries=options.libraries)
    engines: dict[str, Engine] = {"loccit": by_loccit}
    if options.peers:
        engines |= {"pandoc": by_pandoc, "citation-js": citation_js(options.peers)}
    more = [
        "--diffs",
        str(options.diffs),
        *(["--by", options.by] if options.by else []),
    ]
    if options.libraries:
        more.append("--given")
    for name, engine in engines.items():
        print(f"{name}\n{score(options.gold, engine(records), more)}")


if __name__ == "__main__":
    main()
