"""The picture: XML that says in words what it shows, and keeps within its frame."""

from __future__ import annotations

from lxml import etree

from loccit.workspace.statistics import Chart, draw

SVG = "{http://www.w3.org/2000/svg}"
CHARTS = [
    Chart(
        "Types",
        [("book", 3), ("A & <B>\x00 of a name that is longer than any label", 1)],
    ),
    Chart(
        "Most cited",
        [],
        "Never cited: " + ", ".join(f"key{n}" for n in range(40)) + ".",
    ),
]


def test_it_can_be_read_aloud() -> None:
    picture = etree.fromstring(draw("4 sources", CHARTS).encode())
    assert picture.get("role") == "img"
    named = {
        element.get("id"): element.text for element in picture if element.get("id")
    }
    title, description = (
        named[name] for name in picture.get("aria-labelledby", "").split()
    )
    assert title == "4 sources"
    assert description is not None
    assert description.startswith(
        "Types: book 3, A & <B> of a name that is longer than any label 1. Most cited: none. Never"
    )


def test_bars_are_as_long_as_their_numbers() -> None:
    picture = etree.fromstring(draw("4 sources", CHARTS).encode())
    widths = [
        float(bar.get("width", ""))
        for bar in picture.iter(f"{SVG}rect")
        if bar.get("class") == "bar"
    ]
    assert widths[0] == 3 * widths[1] > 0


def test_nothing_leaves_the_frame() -> None:
    picture = etree.fromstring(draw("4 sources", CHARTS).encode())
    _, _, width, height = map(float, picture.get("viewBox", "").split())
    for bar in picture.iter(f"{SVG}rect"):
        assert float(bar.get("x", "0")) + float(bar.get("width", "")) <= width
    lines = list(picture.iter(f"{SVG}text"))
    assert all(0 < float(text.get("y", "")) < height for text in lines)
    assert max(len(text.text or "") for text in lines) <= 90


def test_nothing_to_show_is_a_picture_too() -> None:
    assert etree.fromstring(draw("0 sources", []).encode()).tag == f"{SVG}svg"
