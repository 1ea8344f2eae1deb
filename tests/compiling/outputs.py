"""Print what loccit makes of many essays, styles and requests, one JSON line each:

    python -m tests.compiling.outputs SEED

`test_same_bytes.py` runs it on the pure package and on the compiled one.  The first
line says which it is; random requests are drawn from the seed.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import loccit
from benchmarks.essays import write_thesis
from benchmarks.sixty_sources import citations, narrative_citations, references
from benchmarks.styles_sweep import independent_styles
from loccit.csl import render_json
from loccit.errors import LoccitError
from loccit.model import span
from tests.formatting.test_formatted import STYLES
from tests.paths import ROOT

#: Every so many styles are taken.
STYLES_APART = 120
REQUESTS = 200
TEXTS = ["title", "container-title", "publisher", "page", "volume", "edition"]
#: What a field may have in it; a request joins a few.
PIECES = [
    *["the", "The", "von", "d'", "O'Neil", "é", "ß", "中", "A.", "U.S.", "e.g.", "2", "iv", "1999a"],
    *" - – ' ( ) [ ] , ; : . ? ! & < > « » “ ” ".replace(" ", "|").split("|"),
    *[" ", "  ", "\xa0"],
    *["<i>", "</i>", "<b>", "</b>", "<sc>", "</sc>", "<sup>", "</sup>", "</span>"],
    '<span class="nocase">', "http://x.org/a_b", "10.1000/x", "😀",
]  # fmt: skip


def essays() -> Iterator[object]:
    """The project's essays in all styles of the tests, and a small thesis."""
    library = loccit.open_library([ROOT / "bibliography"])
    for style, lang in STYLES.values():
        settings = loccit.Settings(csl=style, lang=lang)
        for essay in sorted((ROOT / "essays").iterdir()):
            yield formatted(essay, library, settings)
    with tempfile.TemporaryDirectory() as folder:
        essay, bib = write_thesis(Path(folder), 300, 120)
        yield formatted(essay, loccit.open_library([bib]), loccit.Settings())


def formatted(
    essay: Path, library: loccit.Library, settings: loccit.Settings
) -> object:
    result = loccit.format_essay(essay, library, settings)
    return result.data.decode(), [problem.message for problem in result.problems]


def styles() -> Iterator[object]:
    """Sources of all types in every so many styles."""
    for path in independent_styles()[::STYLES_APART]:
        yield answer(
            {
                "style": path.read_text("utf-8"),
                "references": references(),
                "citations": citations() + narrative_citations(),
            }
        )


def requests(seed: int) -> Iterator[object]:
    """Random sources, cited at random."""
    rng = random.Random(seed)
    names = ["apa", "chicago-notes-bibliography", "modern-language-association"]
    names += [path.stem for path in rng.sample(independent_styles(), 5)]
    for _ in range(REQUESTS):
        items = [{**item, **changes(rng)} for item in rng.sample(references(), 4)]
        cited = [{"citationItems": cites(rng, items)} for _ in range(4)]
        style = rng.choice(names)
        yield answer({"style": style, "references": items, "citations": cited})


def changes(rng: random.Random) -> dict[str, Any]:
    """Random values for a few variables."""
    names = [
        {"family": text(rng), "given": text(rng)} for _ in range(rng.randint(0, 4))
    ]
    issued = {"date-parts": [[rng.randint(-50, 2030), rng.randint(1, 12)]]}
    variables = {
        **{name: text(rng) for name in TEXTS},
        "author": names,
        "editor": names[:1],
        "issued": issued,
        "language": rng.choice(["en", "de"]),
    }
    return {name: variables[name] for name in rng.sample(sorted(variables), 4)}


def cites(rng: random.Random, items: Sequence[Mapping[str, Any]]) -> list[object]:
    """A few of the items, each with a prefix, a suffix or a locator."""
    cited = rng.choices(items, k=rng.randint(1, 3))
    part = rng.choice(["prefix", "suffix", "locator"])
    return [{"id": item["id"], part: text(rng)} for item in cited]


def text(rng: random.Random) -> str:
    return "".join(rng.choice(PIECES) for _ in range(rng.randint(1, 8)))


def answer(request: dict[str, Any]) -> object:
    try:
        return render_json(request)
    except LoccitError as error:
        return str(error)


def main(seed: int) -> None:
    out = sys.stdout
    out.write(f"{span.__file__}\n")
    for printed in (*essays(), *styles(), *requests(seed)):
        out.write(f"{json.dumps(printed)}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]))
