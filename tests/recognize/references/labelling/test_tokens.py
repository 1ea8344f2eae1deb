"""How references are taken apart."""

from __future__ import annotations

from loccit.recognize.references.labelling.tokens import tokens_of


def test_tokens(given: str, expected: str) -> None:
    found = " ".join(f"[{token.text}]" for token in tokens_of(given))
    assert found == expected


def test_punctuation_around() -> None:
    tokens = tokens_of("(a),  b;\nc.")
    assert [token.before for token in tokens] == ["(", "),_", ";_"]
    assert [token.after for token in tokens] == ["),_", ";_", "."]


def test_spans() -> None:
    text = "Doe, J. (2001)."
    assert all(text[each.start : each.end] == each.text for each in tokens_of(text))
