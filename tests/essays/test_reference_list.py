"""Where the reference list goes."""

from __future__ import annotations

import pytest

from loccit.essays import read_essay

HEADINGS = {"references", "works cited"}

#: What is tried, the text, the kind of place found, and the entries there.
Case = tuple[str, str, str, list[str]]
MARKDOWN: list[Case] = [
    (
        "heading, notes after it",
        "a\n\n# References\n\nA (2010). x\n\nB\n\n[^1]: n\n",
        "heading",
        ["A (2010). x", "B"],
    ),
    (
        "attributes and a colon",
        "a\n\n## Works Cited: {.unnumbered}\n\n- A\n- B\n  c\n",
        "heading",
        ["- A", "- B\n  c"],
    ),
    ("underlined", "References\n----------\n\nx\n", "heading", ["x"]),
    ("a bold line", "a\n\n**References**\n\nx\n", "heading", ["x"]),
    ("nothing under it", "a\n\n# References\n\n[^1]: n\n", "heading", []),
    ("not the last section", "# References\n\nx\n\n# Other\n\ny", "none", []),
    ("not the last, but empty", "x\n\n# References\n\n# Appendix\n\ny", "heading", []),
    ("in code", "```\n# References\n```\n\nx", "none", []),
    ("no heading", "x\n", "none", []),
    (
        "fenced div",
        "x\n\n::: {#refs}\n\n::: {#ref-a}\nA\n:::\n\nB\n\n:::\n\nz",
        "div",
        ["::: {#ref-a}\nA\n:::", "B"],
    ),
    ("an empty div", "::: {#refs}\n:::\n\nz", "div", []),
    ("an HTML div", '<div id="refs">\n\nA\n\n</div>\n\nz', "div", ["A"]),
]
PLAIN: list[Case] = [
    (
        "a line",
        "a\n\nReferences:\n\nDoe (2010). x\n y\n\nB 2011\n",
        "heading",
        ["Doe (2010). x\n y", "B 2011"],
    ),
    ("underlined", "Works Cited\n===\nA 1999", "heading", ["A 1999"]),
    ("prose after it", "a\n\nReferences\n\nThey matter.\n", "none", []),
]


@pytest.mark.parametrize(
    ("name", "text", "kind", "entries"),
    [
        (f"essay.md {name}", text, kind, entries)
        for name, text, kind, entries in MARKDOWN
    ]
    + [
        (f"essay.txt {name}", text, kind, entries)
        for name, text, kind, entries in PLAIN
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_place(
    name: str, text: str, kind: str, entries: list[str], newline: str
) -> None:
    essay = read_essay(text.replace("\n", newline).encode(), name.split()[0])
    found = essay.reference_list(HEADINGS)
    assert found.kind == kind
    assert [
        span.of(essay.text).replace(newline, "\n") for span in found.entries
    ] == entries
    if entries:
        assert (found.span.start, found.span.end) == (
            found.entries[0].start,
            found.entries[-1].end,
        )
    elif kind == "none":
        assert found.span.start == found.span.end == len(essay.text)
    else:
        assert len(found.span) == 0
        assert (
            essay.text[: found.span.end].splitlines()[-1].strip("# :{}.").casefold()
            in HEADINGS | {"refs"}
            or "#refs" in text
        )
