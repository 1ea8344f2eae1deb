"""Every correction of `apa.csl`, in references and citations of sources that are made up
for it: `.bib` entries, or CSL's items in YAML.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.bibliography import open_library
from loccit.csl import load_style, process
from loccit.csl.locales.installed import style_path
from loccit.csl.styles.corrections import corrections_of
from loccit.model import Citation, Cite, Source
from loccit.output import markdown


def test_corrections(given: str, expected: str, tmp_path: Path) -> None:
    assert rendered(given, tmp_path) == expected


@pytest.mark.cases("manual.txt")
def test_examples_of_the_manual(given: str, expected: str, tmp_path: Path) -> None:
    assert rendered(given, tmp_path) == expected


def rendered(given: str, tmp_path: Path) -> str:
    """Each entry's reference, then how it is cited in brackets and in a sentence."""
    path = tmp_path / ("case.bib" if given.startswith("@") else "case.yaml")
    path.write_text(given, "utf-8")
    library = open_library(path)
    sources = {source.key: source for source in library}
    shown = {key for key in sources if not key.startswith("related")}
    citations = [
        Citation((Cite(key),), mode)
        for key in sorted(shown)
        for mode in ("parenthetical", "narrative")
    ]
    processed = process(
        load_style("apa"), {key: sources[key] for key in shown}, citations
    )
    texts = [markdown.render(text) for text in processed.citations]
    cited = {
        key: f"{texts[2 * number]} {texts[2 * number + 1]}"
        for number, key in enumerate(sorted(shown))
    }
    lines = [
        f"{markdown.render(entry.text)}\n  {cited[entry.key]}"
        for entry in processed.bibliography
    ]
    return "\n".join(lines)


def test_a_style_from_a_path_is_not_corrected() -> None:
    path = style_path("apa")
    assert path is not None
    assert not load_style(path).prepare
    assert load_style("apa").prepare


@pytest.mark.parametrize(
    ("title", "language", "printed"),
    [
        ("Mass imprisonment: race and class", "", "Mass imprisonment: Race and class"),
        (
            "Who are we? “what” and why—a study",
            "en-GB",
            "Who are we? “What” and why—A study",
        ),
        ("At 12:30 pm: iPhones", "", "At 12:30 pm: iPhones"),
        ('RNA: <span class="nocase">mRNA</span>', "", "RNA: mRNA"),
        ("La prison: une histoire", "fr", "La prison: une histoire"),
    ],
)
def test_subtitles_in_lower_case(title: str, language: str, printed: str) -> None:
    source = Source("a", "book", {"title": title, "language": language})
    processed = process(load_style("apa"), {"a": source}, [Citation((Cite("a"),))])
    assert markdown.render(processed.bibliography[0].text) == f"*{printed}*. (n.d.)."


def test_few_styles_have_corrections() -> None:
    assert corrections_of("ieee") == ()
    assert corrections_of("../apa") == ()
