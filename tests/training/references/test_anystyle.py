"""AnyStyle's labels, in our own."""

from __future__ import annotations

import json
from pathlib import Path

from training.references.anystyle import read_anystyle


def parts(path: Path, *segments: tuple[str, str]) -> list[tuple[str, str]]:
    """The labels and words of a reference of labelled texts."""
    text = ""
    spans: list[list[object]] = []
    for label, content in segments:
        spans.append([label, len(text), len(text) + len(content)])
        text += content + " "
    file = path / "references.jsonl"
    file.write_text(json.dumps({"text": text, "segments": spans}), "utf-8")
    (example,) = read_anystyle(file)
    return [(label, example.text[start:end]) for label, start, end in example.labels]


def test_announcing_words(tmp_path: Path) -> None:
    found = parts(tmp_path, ("editor", "In A. Doe (Ed.),"), ("pages", "pp. 4-9."))
    assert found == [("editor", "A"), ("editor", "Doe"), ("pages", "4-9")]


def test_volume_with_issue(tmp_path: Path) -> None:
    assert parts(tmp_path, ("volume", "12(3),")) == [("volume", "12"), ("issue", "3")]
    assert parts(tmp_path, ("volume", "vol. 12, no. 3,")) == [
        ("volume", "12"),
        ("issue", "3"),
    ]
    assert parts(tmp_path, ("volume", "2001;12(3):4-9.")) == [
        ("date", "2001"),
        ("volume", "12"),
        ("issue", "3"),
        ("pages", "4-9"),
    ]


def test_counts_are_in_no_segment(tmp_path: Path) -> None:
    assert parts(tmp_path, ("pages", "320 p."), ("volume", "10 vols.")) == []


def test_day_of_access(tmp_path: Path) -> None:
    found = parts(tmp_path, ("note", "Retrieved March 3, 2009, from"))
    assert found == [("accessed", each) for each in ("March", "3", "2009")]


def test_number_of_a_report(tmp_path: Path) -> None:
    found = parts(tmp_path, ("genre", "Technical Report 11,"))
    assert sorted(found) == [
        ("genre", "Report"),
        ("genre", "Technical"),
        ("number", "11"),
    ]
