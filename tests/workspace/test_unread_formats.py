"""Keys in documents that are not read yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.errors import UnreadableFile
from loccit.workspace.unread_formats import Mention, find_mentions


def mentions(path: Path, *keys: str) -> list[Mention]:
    return list(find_mentions(keys or ["doe"], [path]))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.lyx", r"So \cite{doe}."),
        ("a.lyx", r"So \parencite[see][3]{roe,doe}."),
        ("a.adoc", "So cite:[doe]."),
        ("a.lyx", 'key "doe"'),
    ],
)
def test_a_key_in_a_document(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(f"One.\n{text}\n")
    [mention] = mentions(path)
    assert (mention.key, mention.line) == ("doe", text)
    assert (mention.place.line, mention.place.column) == (2, text.index("doe") + 1)


@pytest.mark.parametrize(
    "text", ["does", "the doer", "doe-roe", '<li id="ref-doe">', "doe2", "Doe"]
)
def test_what_is_another_word(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.adoc"
    path.write_text(text)
    assert not mentions(path)


def test_several_keys_and_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.lyx"
    path.write_text("\\cite{a}\n\\cite{b}\n\\cite{a,c}\n")
    found = [(each.key, each.place.line) for each in mentions(path, "a", "b", "x")]
    assert found == [("a", 1), ("a", 3), ("b", 2)]


def test_very_many_keys(tmp_path: Path) -> None:
    path = tmp_path / "a.lyx"
    path.write_text("\\cite{k7,a:b} and k70, k-8, \\cite{two words}\n")
    keys = [f"k{number}" for number in range(60)]
    found = mentions(path, *keys, "a:b", "two words", "b")
    assert [each.key for each in found] == ["k7", "a:b", "two words", "b"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "latin-1"])
def test_other_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.lyx"
    path.write_bytes(r"\cite{müller}".encode(encoding))
    assert mentions(path, "müller")


def test_a_long_line_is_shortened(tmp_path: Path) -> None:
    path = tmp_path / "a.adoc"
    path.write_text("word " * 500 + "@doe" + " word" * 500)
    [mention] = mentions(path)
    assert "@doe" in mention.line and len(mention.line) < 100


def test_a_document_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"a\.lyx: There is no such file"):
        mentions(tmp_path / "a.lyx")
