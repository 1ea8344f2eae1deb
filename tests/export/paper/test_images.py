"""Images become part of papers."""

from __future__ import annotations

from base64 import b64decode, b64encode
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.export.paper.essays import make

#: An image of one dot.
PNG = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGA"
    "WjR9awAAAABJRU5ErkJggg=="
)
SVG = b'<?xml version="1.0"?><!-- x --><svg xmlns="http://www.w3.org/2000/svg"/>'


def problems(text: str, folder: Path, ending: str = ".html") -> list[str]:
    made = make(f"# Dot\n\n{text}", path=folder / "essay.md", ending=ending)
    return [problem.rule for problem in made.problems]


@pytest.mark.parametrize("ending", [".docx", ".odt", ".html", ".pdf"])
def test_an_image_beside_the_essay(ending: str, tmp_path: Path) -> None:
    (tmp_path / "a dot.png").write_bytes(PNG)
    made = make(
        "# Dot\n\n![Dot](a%20dot.png)\n", path=tmp_path / "essay.md", ending=ending
    )
    assert not made.problems
    if ending in (".docx", ".odt"):
        archive = ZipFile(BytesIO(made.data))
        assert PNG in [archive.read(name) for name in archive.namelist()]
    if ending == ".html":
        assert b64encode(PNG) in made.data


def test_an_image_in_the_essay() -> None:
    text = f"![Dot](data:image/png;base64,{b64encode(PNG).decode()})\n"
    assert not problems(text, Path())


def test_svg(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_bytes(SVG)
    assert not problems("![a](a.svg)\n", tmp_path)
    assert problems("![a](a.svg)\n", tmp_path, ".docx") == ["svg-image"]


@pytest.mark.parametrize(
    ("address", "rule"),
    [
        ("nope.png", "missing-image"),
        ("https://example.org/a.png", "remote-image"),
        ("//example.org/a.png", "remote-image"),
        ("file:///etc/passwd", "remote-image"),
        ("secret.txt", "unknown-image"),
        ("data:text/plain,x", "unknown-image"),
        ("data:image/png;base64,AAAA", "unknown-image"),
    ],
)
@pytest.mark.parametrize("ending", [".html", ".pdf"])
def test_what_is_not_taken_in(
    address: str, rule: str, ending: str, tmp_path: Path
) -> None:
    (tmp_path / "secret.txt").write_bytes(b"secret")
    made = make(
        f"# Dot\n\n![a]({address})\n", path=tmp_path / "essay.md", ending=ending
    )
    assert [problem.rule for problem in made.problems] == [rule]
    assert b"secret<" not in made.data
