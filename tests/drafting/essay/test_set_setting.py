"""Settings are written into front matter; nothing else changes."""

from __future__ import annotations

from loccit import read_essay
from loccit.drafting.essay.set_setting import has_settings, set_setting
from loccit.model import apply_edits


def test_a_setting_is_written(given: str, expected: str) -> None:
    essay = read_essay(given.encode(), "essay.md")
    assert has_settings(essay)
    assert apply_edits(given, [set_setting(essay, "csl", "ieee")]) == expected


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    text = "\ufeff---\r\ntitle: x\r\n---\r\nSo.\r\n"
    essay = read_essay(text.encode(), "essay.md")
    made = apply_edits(text, [set_setting(essay, "lang", "de-DE")])
    assert made == "\ufeff---\r\nlang: de-DE\r\ntitle: x\r\n---\r\nSo.\r\n"


def test_formats_without_front_matter() -> None:
    assert not has_settings(read_essay(b"So it is.", "essay.tex"))
    assert has_settings(read_essay(b"---\ntitle: x\n---\n<p>So.", "essay.html"))
