"""Other programs read what is written, and write what is read; oracles/differences.txt
says where they differ, and why.

Run as a program, it prints what differs, in the form of that file.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from loccit.bibliography import Library, write_sources
from loccit.bibliography.formats import csl_yaml, iterate
from loccit.model import Source
from loccit.model.csl_json import source_from_csl_json, source_to_csl_json

HERE = Path(__file__).parent / "oracles"
PANDOC = {"csl-json": "csljson", "csl-yaml": "markdown", "endnote-xml": "endnotexml"}
#: What makes MODS of a format, and what makes the format of MODS.
TO_MODS = {"bibtex": "bib2xml", "refer": "end2xml", "ris": "ris2xml"}
OF_MODS = {
    "bibtex": "xml2bib",
    "refer": "xml2end",
    "ris": "xml2ris",
    "word-xml": "xml2wordbib",
}
#: What CSL-JSON has no meaning for: the key once more, and a variable of before CSL
#: 1.0.2.
MEANINGLESS = ("id", "custom", "citation-key")

Items = dict[str, dict[str, object]]


class Pair(NamedTuple):
    """A program, the format that it reads or writes, and which of the two it does."""

    program: str
    does: str
    format: str

    def __str__(self) -> str:
        return f"{self.program} {self.does} {self.format}"


PAIRS = (
    *(
        Pair("pandoc", "reads", name)
        for name in ("biblatex", "bibtex", "csl-json", "csl-yaml", "endnote-xml", "ris")
    ),
    *(
        Pair("pandoc", "writes", name)
        for name in ("bibtex", "biblatex", "csl-json", "csl-yaml")
    ),
    *(
        Pair("citation-js", "reads", name)
        for name in ("biblatex", "bibtex", "csl-json", "hayagriva", "refer", "ris")
    ),
    *(
        Pair("citation-js", "writes", name)
        for name in ("bibtex", "biblatex", "cff", "hayagriva", "refer", "ris")
    ),
    *(
        Pair("biblatex-csl-converter", "reads", name)
        for name in ("biblatex", "bibtex", "csl-json", "medline", "refer", "ris")
    ),
    Pair("biblatex-csl-converter", "writes", "biblatex"),
    *(Pair("bibutils", "reads and writes", name) for name in TO_MODS),
    *(
        Pair("bibutils", "writes", name) for name in ("mods", "word-xml")
    ),  # it reads no author of word-xml, its own neither
)


@cache
def sources() -> tuple[Source, ...]:
    return tuple(
        Library(
            [csl_yaml.read((HERE / "sources.yaml").read_text("utf-8"), "sources.yaml")]
        )
    )


def differences(pair: Pair) -> dict[str, list[str]]:
    """The variables that are not as they were, with the keys of the sources; not those
    that the format can't hold.
    """
    formats = {format_.NAME: format_ for format_ in iterate()}
    reader = formats[
        "bibtex" if pair.format == "biblatex" else pair.format
    ]  # the one of all .bib files
    if pair.does == "reads":
        items = json.loads(
            convert(
                pair.program,
                pair.format,
                "csl-json",
                write_sources(sources(), pair.format),
            )
        )
        found = by_title(source_from_csl_json(item) for item in items)
    else:
        from_ = (
            pair.format
            if "reads" in pair.does
            else "bibtex"
            if pair.program == "bibutils"
            else "csl-json"
        )
        text = convert(
            pair.program, from_, pair.format, write_sources(sources(), from_)
        )
        found = by_title(Library([reader.read(text, "")]))
    differing: dict[str, list[str]] = {}
    for source in sources():
        lost = {
            *MEANINGLESS,
            *(formats[pair.format].lost(source) if "reads" in pair.does else ()),
        }
        for variable in differing_variables(
            as_item(source), found.get(title_of(source))
        ):
            if variable not in lost:
                differing.setdefault(variable, []).append(source.key)
    return dict(sorted(differing.items()))


def by_title(found: Iterable[Source]) -> Items:
    """Every program keeps titles, in some case; not all keep keys."""
    return {title_of(source): as_item(source) for source in found}


def title_of(source: Source) -> str:
    return source.plain("title").lower().rstrip(".")


def as_item(source: Source) -> dict[str, object]:
    """CSL-JSON, texts without markup and case."""
    item = source_to_csl_json(source)
    return {
        name: re.sub(r"<[^>]*>", "", value).lower().rstrip(".")
        if isinstance(value, str)
        else value
        for name, value in item.items()
    }


def differing_variables(
    item: Mapping[str, object], other: Mapping[str, object] | None
) -> Iterator[str]:
    if other is None:
        yield "the whole source"
        return
    yield from (name for name in {**item, **other} if item.get(name) != other.get(name))


def convert(program: str, from_: str, to: str, text: str) -> str:
    """A text from one format to another, by another program."""
    if program == "pandoc":
        pypandoc = pytest.importorskip("pypandoc")
        if from_ == "csl-yaml":
            text = f"---\n{text}nocite: '@*'\n---\n"
        return str(
            pypandoc.convert_text(
                text, PANDOC.get(to, to), PANDOC.get(from_, from_), ["--standalone"]
            )
        )
    if program == "bibutils":
        if not shutil.which("bib2xml"):
            pytest.skip("bibutils is not installed")
        mods = text if from_ == "mods" else run([TO_MODS[from_], "-i", "unicode"], text)
        return mods if to == "mods" else run([OF_MODS[to], "-o", "unicode"], mods)
    if not (shutil.which("node") and (HERE / "node_modules").is_dir()):
        pytest.skip(f"{program} is not installed: npm install in {HERE.name}/")
    return run(
        ["node", str(HERE / f"{program.replace('-', '_')}.cjs"), from_, to], text
    )


def run(command: list[str], text: str) -> str:
    return subprocess.run(
        command, input=text, capture_output=True, encoding="utf-8", check=True
    ).stdout


def known_differences(text: str) -> dict[str, dict[str, list[str]]]:
    """What the file says differs; behind a dash is the reason, and lines that begin
    with # say something of all.

    >>> known_differences("pandoc reads ris\\n  issued: news, page — the year alone\\n")
    {'pandoc reads ris': {'issued': ['news', 'page']}}
    """
    known: dict[str, dict[str, list[str]]] = {}
    pair = ""
    for line in text.splitlines():
        if line.startswith("  "):
            variable, _, rest = line.strip().partition(": ")
            known[pair][variable] = rest.partition(" — ")[0].split(", ")
        elif line and not line.startswith("#"):
            pair = line
            known[pair] = {}
    return known


KNOWN = known_differences((HERE / "differences.txt").read_text("utf-8"))


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_where_other_programs_differ_is_known(pair: Pair) -> None:
    assert differences(pair) == KNOWN.get(str(pair), {})


def test_every_difference_has_a_reason() -> None:
    lines = (HERE / "differences.txt").read_text("utf-8").splitlines()
    assert KNOWN.keys() <= set(map(str, PAIRS))
    assert not [
        line for line in lines if line.startswith("  ") and not line.partition(" — ")[2]
    ]


if __name__ == "__main__":
    show: Callable[..., None] = print
    for each in PAIRS:
        show(each)
        for name, keys in differences(each).items():
            show(f"  {name}: {', '.join(keys)} — ")
