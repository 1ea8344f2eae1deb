"""How often the links of typed citations are right, by their confidence: the table in
docs/reasons.md.

    .venv/bin/python -m benchmarks.typed_confidence [--gold ../shared/typed]

Two measures: end to end, and with a third of each list left out, where the citations are
read from the gold set and what they cite is often unlisted.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.typed import ROOT, load_scorer, read_gold, recognized
from loccit.recognize.matching import LIKELY, SURE

Document = dict[str, Any]

#: The lower ends of the bins, from the highest.
BINS = (SURE, 0.97, 0.9, 0.8, LIKELY)
#: The seeds by which entries are left out, each a run.
SEEDS = range(4)
LEFT_OUT = 1 / 3


class Link(NamedTuple):
    """A link that was recognized."""

    confidence: float
    is_right: bool


def without_a_third(document: Document, seed: int) -> Document:
    """Leave a third of the list out; cites of it have no entry then."""
    chosen = random.Random(f"{seed} {document['id']}")
    kept = [
        number for number in range(len(document["list"])) if chosen.random() >= LEFT_OUT
    ]
    place = {number: index for index, number in enumerate(kept)}
    citations = [
        {**each, "cites": [_relinked(cite, place) for cite in each["cites"]]}
        for each in document["citations"]
    ]
    entries = [document["list"][number] for number in kept]
    return {**document, "list": entries, "citations": citations}


def _relinked(cite: Document, place: dict[int, int]) -> Document:
    return {**cite, "entry": place.get(cite["entry"])}


def links(gold: Document, found: Document, scorer: Any) -> Iterator[Link]:
    """Yield the links of the citations that are where the gold set has one."""
    for number, other in scorer.pair(gold["citations"], found["citations"], 0.5):
        wanted = gold["citations"][number]["cites"]
        cites = found["citations"][other]["cites"]
        for cite in cites:
            if cite["entry"] is not None:
                same = max(wanted, key=lambda each: _likeness(each, cite, scorer))
                right = _is_right(same, cite, gold, found, scorer)
                yield Link(cite["confidence"], right)


def _likeness(wanted: Document, cite: Document, scorer: Any) -> int:
    """Return how many parts of a cite are as in the gold set."""
    same_names = [
        scorer.norm(one) == scorer.norm(other)
        for one, other in zip(wanted["names"], cite["names"], strict=False)
    ]
    return sum(
        [
            *same_names,
            _words(wanted["names"], scorer) == _words(cite["names"], scorer),
            str(wanted.get("number")) == str(cite.get("number")),
            _year(wanted) == _year(cite),
        ]
    )


def _words(names: list[str], scorer: Any) -> list[str]:
    """Return the words of all names, which may have been split at an "and"."""
    words: list[str] = scorer.norm(" ".join(names)).split()
    return [word for word in words if word != "and"]


def _year(cite: Document) -> str:
    """Return the year and its letter, which a gold set may have in one."""
    return f"{cite.get('year') or ''}{cite.get('suffix') or ''}"


def _is_right(
    wanted: Document, cite: Document, gold: Document, found: Document, scorer: Any
) -> bool:
    if wanted["entry"] is None:
        return False
    entry = gold["list"][wanted["entry"]]
    return bool(scorer.iou(entry, found["list"][cite["entry"]]) >= 0.5)


def table(all_links: list[Link]) -> Iterator[str]:
    """Yield a row of each bin: its number of links, and how many are right."""
    count: Counter[float] = Counter()
    right: Counter[float] = Counter()
    for link in all_links:
        lower = next(each for each in BINS if link.confidence >= each)
        count[lower] += 1
        right[lower] += link.is_right
    for lower in BINS:
        if count[lower]:
            share = f"{right[lower] / count[lower]:.1%}"
            yield f"{lower}: {count[lower]} links, {right[lower]} right, {share}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "typed")
    options = parser.parse_args()
    scorer = load_scorer(options.gold)
    for name in ("real", "synth"):
        if not (options.gold / f"{name}.jsonl").exists():
            continue
        golds = read_gold(options.gold, name)
        whole = [
            link for gold in golds for link in links(gold, recognized(gold), scorer)
        ]
        print(name, "end to end", *table(whole), sep="\n  ")
        cut = [without_a_third(gold, seed) for gold in golds for seed in SEEDS]
        left = [
            link
            for gold in cut
            for link in links(gold, recognized(gold, "citations"), scorer)
        ]
        print(name, "a third of the lists left out", *table(left), sep="\n  ")


if __name__ == "__main__":
    main()
