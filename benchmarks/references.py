"""How well typed references are read, each given as a whole: fields and whole entries.

    .venv/bin/python -m benchmarks.references [--gold ../shared/typed]
        [--set real|synth|references|anystyle] [--diffs N]

`real` and `synth` are the entries of the lists of the gold documents, with the marks of
their paragraphs; `references` are those of a file `references.jsonl`, `anystyle` those
that the makers of AnyStyle labelled.  The scorer of the gold set compares.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

from benchmarks.typed import differing, load_scorer, report
from loccit.essays import read_essay
from loccit.essays.paragraph import Mark
from loccit.model import Source, Span
from loccit.recognize import Recognized
from loccit.recognize.as_json import as_json
from loccit.recognize.references import read_reference
from loccit.recognize.typed_list import TypedEntry, TypedList
from training.references.typed_entries import readable

ROOT = Path(__file__).resolve().parent.parent
_FILES = {"references": "references.jsonl", "anystyle": "references-gold.jsonl"}

Entry = dict[str, Any]


class Given(NamedTuple):
    """An entry of a gold set, and what readers see of it."""

    entry: Entry
    text: str
    marks: tuple[Mark, ...] = ()


def entries(folder: Path, name: str) -> Iterator[Given]:
    """Yield the entries of a set."""
    if name in _FILES:
        for line in (folder / _FILES[name]).read_text("utf-8").splitlines():
            entry = json.loads(line)
            yield Given(entry, entry["text"])
        return
    for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines():
        document = json.loads(line)
        path = folder / name / document["file"]
        paragraphs = read_essay(path.read_bytes(), path.name).document.paragraphs
        for entry in document["list"]:
            typed = readable(paragraphs, entry["start"], entry["end"])
            if typed is None:
                yield Given(entry, entry["text"])
            else:
                yield Given(entry, typed.text, typed.marks)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "typed")
    parser.add_argument("--set", default="real", choices=("real", "synth", *_FILES))
    parser.add_argument("--diffs", type=int, default=0, help="how many wrong ones")
    options = parser.parse_args()
    scorer = load_scorer(options.gold)
    given = list(entries(options.gold, options.set))
    start = perf_counter()
    read = [read_reference(each.text, each.marks) for each in given]
    taken = perf_counter() - start
    found = [
        fields_of(each.source, one.text) for one, each in zip(given, read, strict=True)
    ]
    wrong = _wrong(scorer, given, found)
    for line in random.Random(1).sample(wrong, min(options.diffs, len(wrong))):
        print(line)
    scores = scorer.score(*_as_documents(given, found))
    report({name: scores[name] for name in ("fields", "whole_entry")})
    print(f"{len(given) / taken:.0f} references a second")


def _wrong(scorer: Any, given: list[Given], found: list[Entry]) -> list[str]:
    """Return the wrong entries with what is wrong."""
    wrong: list[str] = []
    for each, fields in zip(given, found, strict=True):
        lines = list(differing(scorer, each.entry["fields"], fields))
        if lines:
            wrong.append("\n    ".join([each.text, *lines]))
    return wrong


def _as_documents(
    given: list[Given], found: list[Entry]
) -> tuple[list[Entry], dict[str, Entry]]:
    """Return one document whose entries were all found, and what was read of them."""
    spans = [{"start": number, "end": number + 1} for number in range(len(given))]
    golds = [{**each.entry, **span} for each, span in zip(given, spans, strict=True)]
    nothing: dict[str, list[Entry]] = {"lists": [], "citations": [], "traps": []}
    gold = {"id": "", "words": 0, "list": golds, **nothing}
    entries = [
        {**span, "text": each.text, "fields": fields}
        for span, each, fields in zip(spans, given, found, strict=True)
    ]
    return [gold], {"": {"list": entries}}


def fields_of(source: Source, text: str = "") -> Entry:
    """Return the fields of a source as `loccit adopt --to json` prints them.

    Args:
        source: what was read.
        text: the entry; `n.d.` in it is a field.
    """
    entry = TypedEntry(text=text, span=Span(0, 0), source=source)
    nothing = TypedList(None, Span(0, 0), "", frozenset(), (entry,))
    printed: Any = as_json(Recognized((), nothing))
    fields: Entry = printed["list"][0]["fields"]
    return fields


if __name__ == "__main__":
    main()
