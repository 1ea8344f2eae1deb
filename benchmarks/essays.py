"""What the benchmarks work on: a thesis of any size, or many essays, always the same."""

from __future__ import annotations

import random
from pathlib import Path

_SURNAMES = [
    "Smith",
    "Jones",
    "García",
    "Müller",
    "O'Neil",
    "van der Berg",
    "Lee",
    "Chen",
    "Brown",
    "Davis",
    "Okafor",
]
_GIVEN = [
    "John",
    "Jane",
    "Jörg",
    "Ana María",
    "Wei",
    "Chidi",
    "Jean-Paul",
    "Mary",
    "Robert",
    "Alice B.",
]
_WORDS = [
    "social", "policy", "justice", "movement", "theory", "practice", "history", "gender", "race", "class", "labour",
    "state", "market", "power", "community", "archive", "memory", "urban", "rural", "youth",
]  # fmt: skip


def write_thesis(folder: Path, citations: int, sources: int) -> tuple[Path, Path]:
    """An essay and its library: few surnames and fifteen years, so that names and years
    are ambiguous.
    """
    rng = random.Random(1)
    surnames = _SURNAMES + [f"Name{number}" for number in range(60)]
    essay, library = (
        folder / f"thesis-{citations}.md",
        folder / f"thesis-{citations}.bib",
    )
    library.write_text(
        "\n".join(_entry(rng, number, surnames) for number in range(sources)), "utf-8"
    )
    paragraphs = [
        f"{_phrase(rng, 25)} {_citation(rng, sources)}.\n" for _ in range(citations)
    ]
    essay.write_text("\n".join(["# Thesis\n", *paragraphs]), "utf-8")
    return essay, library


def write_essays(
    folder: Path, essays: int, words: int, citations: int, sources: int
) -> None:
    """Many essays in a folder `essays`, with one library in `bibliography`.

    Args:
        folder: what has both folders.
        essays: how many there are.
        words: how many each has.
        citations: how many each has.
        sources: how many the library has.
    """
    rng = random.Random(1)
    surnames = _SURNAMES + [f"Name{number}" for number in range(60)]
    entries = [_entry(rng, number, surnames) for number in range(sources)]
    for name in ("essays", "bibliography"):
        (folder / name).mkdir(parents=True)
    (folder / "bibliography" / "sources.bib").write_text("\n".join(entries), "utf-8")
    for number in range(essays):
        paragraphs = [
            f"{_phrase(rng, words // citations)} {_citation(rng, sources)}.\n"
            for _ in range(citations)
        ]
        text = "\n".join([f"# Essay {number}\n", *paragraphs])
        (folder / "essays" / f"{number:07}.md").write_text(text, "utf-8")


def _phrase(rng: random.Random, words: int) -> str:
    return " ".join(rng.choice(_WORDS) for _ in range(words)).capitalize()


def _entry(rng: random.Random, number: int, surnames: list[str]) -> str:
    names = [
        f"{rng.choice(surnames)}, {rng.choice(_GIVEN)}"
        for _ in range(rng.choice([1, 1, 2, 2, 3, 4, 6]))
    ]
    kind = rng.choice(["article", "book", "incollection", "report"])
    page = rng.randint(1, 900)
    fields = {
        "author": " and ".join(names),
        "title": _phrase(rng, 7),
        "date": str(rng.randint(1998, 2012)),
    }
    if kind == "article":
        fields |= {
            "journaltitle": f"Journal of {rng.choice(_WORDS).title()}",
            "volume": str(rng.randint(1, 60)),
        }
        fields |= {"number": str(rng.randint(1, 6)), "doi": f"10.1000/x{number}"}
    elif kind == "incollection":
        fields |= {
            "booktitle": _phrase(rng, 4),
            "editor": f"{rng.choice(surnames)}, {rng.choice(_GIVEN)}",
        }
    if kind in ("article", "incollection"):
        fields |= {"pages": f"{page}--{page + rng.randint(1, 30)}"}
    if kind != "article":
        fields |= {"publisher": "Verso"}
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@{kind}{{k{number},\n{body}}}\n"


def _citation(rng: random.Random, sources: int) -> str:
    key, other, page = (
        rng.randrange(sources),
        rng.randrange(sources),
        rng.randint(1, 300),
    )
    plain, placed, narrative = f"[@k{key}]", f"[@k{key}, p. {page}]", f"as @k{key} says"
    two = f"[see @k{key}, pp. {page}-{page + 3}; @k{other}]"
    return rng.choices([plain, placed, two, narrative], [50, 20, 15, 15])[0]
