"""What readers see of a LaTeX essay."""

from __future__ import annotations

from collections.abc import Iterator

from loccit import read_essay
from loccit.essays.paragraph import Paragraph


def test_paragraphs(given: str, expected: str) -> None:
    essay = read_essay(given.encode(), "essay.tex")
    lines = [_line(paragraph) for paragraph in essay.document.paragraphs]
    assert "\n".join(lines) == expected.rstrip("\n")


def _line(paragraph: Paragraph) -> str:
    level = str(paragraph.level or "")
    about = [f"{paragraph.kind}{level}", paragraph.marker]
    if paragraph.is_quoted:
        about.append("quoted")
    text = paragraph.text.replace("\n", "|").replace("\N{NO-BREAK SPACE}", "~")
    return f"{' '.join(filter(None, about))}: {text}{''.join(_marks(paragraph))}"


def _marks(paragraph: Paragraph) -> Iterator[str]:
    for mark in paragraph.marks:
        text = paragraph.text[mark.start : mark.end].replace("\n", "|")
        target = f" to {mark.target}" if mark.target else ""
        yield f" <{mark.kind}: {text}{target}>"


def test_characters_know_their_place() -> None:
    text = "So~it ``is'' G\\\"odel, \\emph{\\'{e}t\\'e} --- \\textbf{and}\r\nmore."
    [paragraph] = read_essay(text.encode(), "essay.tex").document.paragraphs
    read = [
        (character, paragraph.span(place, place + 1).of(text))
        for place, character in enumerate(paragraph.text)
    ]
    others = [(character, typed) for character, typed in read if character != typed]
    assert others == [
        ("\N{NO-BREAK SPACE}", "~"), ("“", "``"), ("”", "''"), ("ö", '\\"o'),
        ("é", "\\'{e}"), ("é", "\\'e"), ("—", "---"), ("\n", "\r\n"),
    ]  # fmt: skip
