"""How well typed citations and lists are recognized: loccit beside a naive baseline and
a peer that installs.

    .venv/bin/python -m benchmarks.typed [--gold ../shared/typed] [--set real|synth]
        [--peers] [--write FILE] [--diffs citations|traps|cites|locators|links|segments]

The gold set has documents with their citations, lists and links, and a scorer of its own,
`score.py`, whose docstring describes the measures.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.typed_gold import recognized_with_gold
from benchmarks.typed_peers import by_plagx, by_regexes
from loccit.bibliography import open_library
from loccit.essays import read_essay
from loccit.recognize import recognize
from loccit.recognize.as_json import as_json

ROOT = Path(__file__).resolve().parent.parent

Document = dict[str, Any]


def read_gold(folder: Path, name: str) -> list[Document]:
    """Read the documents of a set, each with its text."""
    lines = (folder / f"{name}.jsonl").read_text("utf-8").splitlines()
    documents = [json.loads(line) for line in lines]
    for document in documents:
        path = folder / name / document["file"]
        document["content"] = path.read_bytes().decode("utf-8")
    return documents


def recognized(document: Document, given: str = "") -> Document:
    """Return what loccit recognizes in a document, in the scorer's form.

    Args:
        document: one of the gold set.
        given: what is read from the gold set instead: `lists`, or `citations` as well.
    """
    essay = read_essay(document["content"].encode(), document["file"])
    library = open_library([])
    if given:
        with_citations = given == "citations"
        found = recognized_with_gold(document, essay, library, citations=with_citations)
    else:
        found = recognize(essay, library)
    return {"id": document["id"], **as_json(found)}


def load_scorer(folder: Path) -> ModuleType:
    """Import the scorer of the gold set."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None:
        sys.exit(f"There is no scorer in {folder}.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def differences(
    gold: Document, found: Document, kind: str, scorer: Any
) -> Iterator[str]:
    """Yield what differs in one document, a line each."""
    if kind == "entries":
        yield from wrong_entries(scorer, gold, found)
    text = gold["content"]
    spans = {(each["start"], each["end"]): each for each in found["citations"]}
    if kind == "citations":
        lists = gold["lists"] + gold.get("ignore", [])
        for each in gold["citations"]:
            if (each["start"], each["end"]) not in spans:
                yield f"missed {each['mode']}: {around(text, each)}"
        known = {(each["start"], each["end"]) for each in gold["citations"]}
        for span, each in spans.items():
            if span not in known and not any(a <= span[0] < b for a, b in lists):
                yield f"false {each['mode']}: {around(text, each)}"
    if kind == "traps":
        for trap in gold["traps"]:
            for span, each in spans.items():
                if span[0] < trap["end"] and trap["start"] < span[1]:
                    yield f"trap {each['mode']}: {around(text, each)}"
    if kind in ("cites", "locators"):
        yield from wrong_cites(gold, spans, kind)
    if kind == "links":
        yield from wrong_links(gold, found, spans)
    if kind == "segments":
        have = [(each["start"], each["end"]) for each in found["list"]]
        for each in gold["list"]:
            if not any(
                abs(each["start"] - a) <= 3 and abs(each["end"] - b) <= 3
                for a, b in have
            ):
                yield f"missed {text[each['start'] : each['end']]!r}"
        wanted = [(each["start"], each["end"]) for each in gold["list"]]
        for a, b in have:
            if not any(abs(a - c) <= 3 and abs(b - d) <= 3 for c, d in wanted):
                yield f"false {text[a:b]!r}"


def wrong_entries(scorer: Any, gold: Document, found: Document) -> Iterator[str]:
    """Yield the entries that were found and read wrong, with what is wrong of them."""
    for number, other in scorer.pair(gold["list"], found["list"], 0.8):
        entry, read = gold["list"][number], found["list"][other]
        wrong = [*differing(scorer, entry["fields"], read["fields"])]
        if wrong:
            yield f"{entry['text']!r} ({read['confidence']}): {'; '.join(wrong)}"


def differing(scorer: Any, gold: Document, found: Document) -> Iterator[str]:
    """Yield the fields that make an entry wrong as a whole."""
    for name in scorer.WHOLE:
        wanted, got = scorer.value(gold, name), scorer.value(found, name)
        if wanted != got and not scorer.close(wanted, got, name):
            yield f"{name}: {got!r}, wanted {wanted!r}"


def wrong_cites(gold: Document, spans: Any, kind: str) -> Iterator[str]:
    """Yield the citations whose names, years or locators were read wrong."""
    for each in gold["citations"]:
        typed = spans.get((each["start"], each["end"]))
        if typed is None:
            continue
        wanted = [cite_in_words(cite, kind) for cite in each["cites"]]
        got = [cite_in_words(cite, kind) for cite in typed["cites"]]
        if wanted != got:
            yield f"{each['text']!r} -> {got}, wanted {wanted}"


def cite_in_words(cite: Document, kind: str) -> str:
    """Return what is compared of a cite."""
    locator = cite.get("locator") or {}
    if kind == "locators":
        return f"{locator.get('label', '')} {locator.get('value', '')}".strip()
    year = str(cite.get("year") or "") + str(cite.get("suffix") or "")
    return " / ".join([*cite["names"], year, str(cite.get("number") or "")])


def around(text: str, each: Document) -> str:
    """Return a span with the text around it, on one line."""
    start, end = each["start"], each["end"]
    before, after = text[max(0, start - 50) : start], text[end : end + 30]
    return repr(f"{before}⟦{text[start:end]}⟧{after}")


def wrong_links(gold: Document, found: Document, spans: Any) -> Iterator[str]:
    """Yield the links of cites that are wrong or missing."""
    for each in gold["citations"]:
        typed = spans.get((each["start"], each["end"]))
        if typed is None:
            continue
        for cite, other in zip(each["cites"], typed["cites"], strict=False):
            wanted = entry_at(gold, cite["entry"])
            got = entry_at(found, other["entry"])
            if wanted[:60] != got[:60]:
                yield f"{each['text']!r} -> {got[:60]!r}, wanted {wanted[:60]!r}"


def entry_at(document: Document, index: int | None) -> str:
    """Return the text of an entry."""
    if index is None or index >= len(document["list"]):
        return "nothing"
    return str(document["list"][index]["text"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "typed")
    parser.add_argument("--set", default="real", choices=("real", "synth"))
    parser.add_argument("--only", help="the id of one document")
    parser.add_argument(
        "--write", type=Path, help="write what is recognized as JSON Lines"
    )
    parser.add_argument("--peers", action="store_true", help="a table, beside peers")
    kinds = (
        "citations",
        "traps",
        "cites",
        "locators",
        "links",
        "segments",
        "entries",
    )
    parser.add_argument("--diffs", choices=kinds)
    parser.add_argument(
        "--gold-lists",
        dest="given",
        action="store_const",
        const="lists",
        default="",
        help="read the lists from the gold set",
    )
    parser.add_argument(
        "--gold-citations",
        dest="given",
        action="store_const",
        const="citations",
        help="read lists and citations from the gold set: measure the matching alone",
    )
    options = parser.parse_args()
    scorer = load_scorer(options.gold)
    golds = read_gold(options.gold, options.set)
    if options.only:
        golds = [gold for gold in golds if gold["id"] == options.only]
    found = {gold["id"]: recognized(gold, options.given) for gold in golds}
    if options.diffs:
        for gold in golds:
            for line in differences(gold, found[gold["id"]], options.diffs, scorer):
                print(gold["id"], line)
    if options.write:
        lines = [json.dumps(each, ensure_ascii=False) for each in found.values()]
        options.write.write_text("\n".join(lines) + "\n", "utf-8")
    if options.peers:
        compare(scorer, golds, found)
    else:
        report(scorer.score(golds, found))


#: What is compared with peers: the measure in the scores, and in its parts.
MEASURES = (
    ("citations found, F", ("detect", "F")),
    ("... precision", ("detect", "P")),
    ("... recall", ("detect", "R")),
    ("linked to the right entry, recall", ("link", "recall")),
    ("... precision", ("link", "precision")),
    ("locators right", ("locator", "right")),
    ("entries of the list, F", ("segments", "F")),
)


def compare(
    scorer: ModuleType, golds: Sequence[Document], found: Mapping[str, Document]
) -> None:
    """Print the measures of loccit and its peers, in percent."""
    peers = {"regexes": by_regexes, "plagx-preflight": by_plagx}
    scores = {"loccit": scorer.score(golds, found)}
    for name, read in peers.items():
        scores[name] = scorer.score(golds, {gold["id"]: read(gold) for gold in golds})
    print(f"{'':36}" + "".join(f"{name:>17}" for name in scores))
    for label, (measure, part) in MEASURES:
        values = [each[measure][part] for each in scores.values()]
        print(
            f"{label:36}" + "".join(f"{100 * (value or 0):17.1f}" for value in values)
        )
    false = [each["fp_per_1000_words"] for each in scores.values()]
    print(
        f"{'false ones per 1,000 words':36}"
        + "".join(f"{each:17.2f}" for each in false)
    )
    whole = scores["loccit"]["whole_of_all"]
    print(f"{'entries wholly right, end to end':36}{100 * whole:17.1f}")


def report(scores: Document) -> None:
    """Print the measures."""
    for name, value in scores.items():
        print(f"{name:20} {json.dumps(value)}")


if __name__ == "__main__":
    main()
