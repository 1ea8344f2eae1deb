"""The codes of real documents, beside an independent reader of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest

from loccit.essays.live_citations import BrokenCode, FieldCode, LiveCite, read
from tests.essays.live_citations.test_against_others import truth
from tests.paths import SHARED

DOCUMENTS = SHARED / "documents" / "docs"
#: What the independent reader says of codes that nobody can read.
_BROKEN = ("json-broken", "no-json", "no-EndNote-xml", "no-base64", "not-parsed")
_MODES = {"parenthetical": "normal", "narrative": "composite"}


class Code(NamedTuple):
    """A code, and what the independent reader says of it."""

    code: FieldCode
    cites: list[dict[str, Any]]
    odd: list[str]


def documents() -> list[Path]:
    if not DOCUMENTS.exists():
        return []
    return sorted(path for path in DOCUMENTS.iterdir() if path.name[0] in "LO")


@pytest.mark.skipif(not DOCUMENTS.exists(), reason="the real documents are not here")
@pytest.mark.parametrize("path", documents(), ids=lambda path: path.name)
def test_codes_are_read_as_another_reader_does(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for each in codes_of(path, monkeypatch):
        if any(odd.startswith(_BROKEN) for odd in each.odd):
            with pytest.raises(BrokenCode):
                read(each.code)
        else:
            found = [said(cite) for cite in read(each.code).cites]
            assert found == [expected(cite) for cite in each.cites]


def codes_of(path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Code]:
    """The codes that the independent reader meets in a document."""
    reader = truth()
    found: list[Code] = []
    payload = reader.payload

    def noted(kind: str, code: str, data: list[str], *rest: Any) -> Any:
        result = payload(kind, code, data, *rest)
        found.append(Code(FieldCode(code, tuple(data)), result[0], rest[1]))
        return result

    monkeypatch.setattr(reader, "payload", noted)
    reader.read(path.read_bytes(), path.suffix.removeprefix("."))
    return found


def said(cite: LiveCite) -> dict[str, str]:
    return {
        "locator": cite.locator,
        "prefix": cite.prefix.strip(),
        "suffix": cite.suffix.strip(),
        "mode": _MODES.get(cite.mode, cite.mode),
    }


def expected(cite: dict[str, Any]) -> dict[str, str]:
    names = ("locator", "prefix", "suffix", "mode")
    return {name: cite[name] or "" for name in names}
