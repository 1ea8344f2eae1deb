"""How much of the APA manual's own examples is rendered to the letter: loccit beside
pandoc and citeproc-js.

    npm install --prefix FOLDER citeproc .venv/bin/python -m benchmarks.apa_gold [--gold
    ../shared/apa-gold] [--citeproc-js FOLDER] [--diffs N]

The gold set has `.bib` files, documents (`contexts.json`), and the references and
citations expected of them; its own `score.py` compares.  Each document is rendered as
one, from the `.bib` as it is.  citeproc-js reads no `.bib`: it is given the CSL-JSON
that pandoc makes of it.  Both others have `apa.csl` as it is installed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pypandoc
from lxml import html as parser

from benchmarks.against_citeproc_js import CiteprocJs
from loccit.bibliography import open_library
from loccit.csl import load_style, process
from loccit.csl.locales.installed import style_path
from loccit.model import Citation, Cite, Locator, RichText
from loccit.output import html

ROOT = Path(__file__).resolve().parent.parent
MODES = {
    "parenthetical": "parenthetical",
    "narrative": "narrative",
    "author-only": "author-only",
    "year-only": "suppress-author",
}
#: What one engine makes of a document: references by key, and citations by id.
Rendered = tuple[dict[str, str], dict[str, str]]
Engine = Callable[[Path, dict[str, Any], list[dict[str, Any]]], Rendered]


def by_loccit(
    bib: Path, context: dict[str, Any], citations: list[dict[str, Any]]
) -> Rendered:
    library = open_library(bib)
    keys = dict.fromkeys(
        [
            *context["keys"],
            *(cite["key"] for each in citations for cite in each["cites"]),
        ]
    )
    sources = {key: source for key in keys if (source := library.get(key)) is not None}
    asked = [
        each
        for each in citations
        if all(cite["key"] in sources for cite in each["cites"])
    ]
    processed = process(
        load_style("apa"),
        sources,
        [_citation(each) for each in asked],
        uncited=[key for key in context["keys"] if key in sources],
        locale=context["locale"],
    )
    references = {
        entry.key: html.render(entry.text) for entry in processed.bibliography
    }
    texts = (html.render(text) for text in processed.citations)
    return references, {
        each["id"]: text for each, text in zip(asked, texts, strict=True)
    }


def _citation(each: dict[str, Any]) -> Citation:
    return Citation(tuple(map(_cite, each["cites"])), MODES[each["cites"][0]["mode"]])  # type: ignore[arg-type]


def _cite(cite: dict[str, Any]) -> Cite:
    prefix, suffix, value = cite.get("prefix"), cite.get("suffix"), cite.get("locator")
    return Cite(
        cite["key"],
        prefix=RichText((prefix + " ",)) if prefix else RichText(),
        suffix=RichText((suffix,)) if suffix else RichText(),
        locator=Locator(cite.get("label") or "page", value) if value else None,
    )


def by_pandoc(
    bib: Path, context: dict[str, Any], citations: list[dict[str, Any]]
) -> Rendered:
    lines = [f"<p id='c-{each['id']}'>{_typed(each)}</p>" for each in citations]
    nocite = "".join(f"  @{{{key}}}\n" for key in context["keys"])
    text = f"---\nlang: {context['locale']}\nnocite: |\n{nocite}---\n\n" + "\n\n".join(
        lines
    )
    command = [
        pypandoc.get_pandoc_path(),
        "--citeproc",
        "--csl",
        str(style_path("apa")),
        "--wrap=none",
        "-t",
        "html",
    ]
    command += ["--bibliography", str(bib)]
    page = subprocess.run(
        command, input=text, capture_output=True, text=True, check=True
    ).stdout
    tree = parser.fromstring(f"<div>{page}</div>")
    return _by_id(tree, "div", "ref-"), _by_id(tree, "p", "c-")


def citeproc_js(folder: Path) -> Engine:
    """citeproc-js, from a folder that has it in `node_modules`."""
    driver = CiteprocJs(folder)
    path = style_path("apa")
    assert path is not None
    style = path.read_text("utf-8")

    def engine(
        bib: Path, context: dict[str, Any], citations: list[dict[str, Any]]
    ) -> Rendered:
        keys = set(context["keys"]) | {
            cite["key"] for each in citations for cite in each["cites"]
        }
        items = [item for item in _csl_json(bib) if item["id"] in keys]
        known = {item["id"] for item in items}
        asked = [
            each
            for each in citations
            if all(cite["key"] in known for cite in each["cites"])
        ]
        clusters = [_cluster(number, each) for number, each in enumerate(asked)]
        answer = driver.render(
            {"style": style, "references": items, "citations": clusters}
        )
        texts = {
            each["id"]: text
            for each, text in zip(asked, answer["citations"], strict=True)
        }
        return dict(answer["bibliography"]), texts

    return engine


@cache
def _csl_json(bib: Path) -> list[dict[str, Any]]:
    command = [pypandoc.get_pandoc_path(), "-f", "biblatex", "-t", "csljson", str(bib)]
    items: list[dict[str, Any]] = json.loads(
        subprocess.run(command, capture_output=True, check=True).stdout
    )
    return items


def _cluster(number: int, each: dict[str, Any]) -> dict[str, Any]:
    """A citation as citeproc-js takes it; its first cite's mode is the whole's."""
    mode = {"narrative": "composite", "year-only": "suppress-author"}.get(
        each["cites"][0]["mode"]
    )
    affixes = ("prefix", "suffix", "locator", "label")
    items = [
        {"id": cite["key"], **{name: cite[name] for name in affixes if cite.get(name)}}
        for cite in each["cites"]
    ]
    properties = {"noteIndex": 0} | ({"mode": mode} if mode else {})
    return {"citationID": str(number), "citationItems": items, "properties": properties}


def _by_id(tree: parser.HtmlElement, tag: str, prefix: str) -> dict[str, str]:
    found = (each for each in tree.iter(tag) if str(each.get("id")).startswith(prefix))
    return {
        str(each.get("id"))[len(prefix) :]: parser.tostring(
            each, encoding="unicode", with_tail=False
        )
        for each in found
    }


def _typed(each: dict[str, Any]) -> str:
    """A citation in pandoc's syntax."""
    cites = []
    for cite in each["cites"]:
        locator = f", {cite['label']} {cite['locator']}" if cite.get("locator") else ""
        prefix = f"{cite['prefix']} " if cite.get("prefix") else ""
        dash = "-" if cite["mode"] == "year-only" else ""
        cites.append(
            f"{prefix}{dash}@{{{cite['key']}}}{locator}{cite.get('suffix') or ''}"
        )
    if each["cites"][0]["mode"] == "narrative":
        return f"@{{{each['cites'][0]['key']}}}" + (
            f" [{'; '.join(cites[1:])}]" if cites[1:] else ""
        )
    return f"[{'; '.join(cites)}]"


def render(gold: Path, engine: Engine) -> Rendered:
    """Every document of the gold set."""
    all_citations = json.loads((gold / "citations.json").read_text("utf-8"))
    references: dict[str, str] = {}
    texts: dict[str, str] = {}
    for context in json.loads((gold / "contexts.json").read_text("utf-8")):
        bib = gold / "bib" / f"biblatex-apa-test-{context['bib']}.bib"
        found = engine(
            bib,
            context,
            [each for each in all_citations if each["context"] == context["id"]],
        )
        references |= found[0]
        texts |= found[1]
    return references, texts


def score(gold: Path, rendered: dict[str, str], options: Iterable[str]) -> str:
    """The score's last lines: the total, and the differences that were asked for."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "out.json"
        path.write_text(json.dumps(rendered), "utf-8")
        command = [sys.executable, str(gold / "score.py"), str(path), *options]
        lines = subprocess.run(
            command, capture_output=True, text=True, check=True
        ).stdout.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("all"))
    return "\n".join(lines[start:])


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__.splitlines()[0] if __doc__ else None
    )
    options.add_argument(
        "--gold", type=Path, default=ROOT.parent / "shared" / "apa-gold"
    )
    options.add_argument(
        "--citeproc-js",
        type=Path,
        metavar="FOLDER",
        help="a folder with node_modules/citeproc",
    )
    options.add_argument(
        "--diffs",
        default="0",
        help="how many of loccit's differences to print (-1: all)",
    )
    arguments = options.parse_args()
    if not arguments.gold.is_dir():
        options.exit(
            2,
            f"{arguments.gold}: the gold set is not there; name its folder with --gold\n",
        )
    print(f"{'':24} {'references':>12} {'manual tier':>12} {'citations':>12}")
    engines: dict[str, Engine] = {"loccit": by_loccit, "pandoc --citeproc": by_pandoc}
    if arguments.citeproc_js is not None:
        engines["citeproc-js"] = citeproc_js(arguments.citeproc_js)
    for name, engine in engines.items():
        references, citations = render(arguments.gold, engine)
        shares = [
            score(arguments.gold, references, []),
            score(arguments.gold, references, ["--tier", "manual"]),
            score(arguments.gold, citations, ["--citations"]),
        ]
        print(
            f"{name:24}",
            *(f"{text.split('strict ')[1].split('  ')[0]:>12}" for text in shares),
        )
        if name == "loccit" and arguments.diffs != "0":
            print(score(arguments.gold, references, ["--diffs", arguments.diffs]))
            print(
                score(
                    arguments.gold,
                    citations,
                    ["--citations", "--diffs", arguments.diffs],
                )
            )


if __name__ == "__main__":
    main()
