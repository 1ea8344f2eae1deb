"""Live citations of LibreOffice that go into footnotes, and back into their sentence."""

from __future__ import annotations

import re

import pytest

import loccit
from loccit.essays.live_citations import FieldCode, read
from tests.essays.formats.odt.made import odt, read_part
from tests.essays.formats.odt.test_live import codes, essay, formatted, mark

CHICAGO = "chicago-notes-bibliography"
NOTE = re.compile(r"<text:note .*?</text:note>")


def live(shown: str = "(Doe, 2001)") -> str:
    return mark(shown, shown)


def sentence(given: loccit.Essay) -> str:
    """The paragraph, with `*` for each footnote, and without other tags."""
    text = read_part(given.data).split("<office:text>")[1]
    shown = NOTE.sub("*", text).replace("<text:s/>", " ")
    return re.sub(r"<[^>]*>", "", shown).strip()


@pytest.mark.parametrize(
    ("apa", "chicago"),
    [
        ("So (Doe, 2001).", "So.*"),
        ("So (Doe, 2001), on.", "So,* on."),
        ("“So” (Doe, 2001).", "“So.”*"),
        ("So (Doe, 2001) on (Doe, 2001).", "So* on.*"),
    ],
)
def test_there_and_back(apa: str, chicago: str) -> None:
    old = essay(apa.replace("(Doe, 2001)", live()))
    there = formatted(old, CHICAGO)
    assert sentence(there) == chicago
    assert [read(FieldCode(code)).program for code in codes(there)] == (
        ["zotero"] * apa.count("Doe")
    )
    assert formatted(there, CHICAGO).data == there.data
    back = formatted(there)
    assert sentence(back) == apa
    assert len(codes(back)) == apa.count("Doe")
    assert formatted(back).data == back.data


def test_a_note_that_says_more_stays() -> None:
    text = (
        '<text:p>So.<text:note text:id="ftn0" text:note-class="footnote"><text:note-'
        "citation>1</text:note-citation><text:note-body><text:p>See "
        f"{live('Doe, “On It.”')}.</text:p></text:note-body></text:note></text:p>"
    )
    given = loccit.read_essay(odt(text), "essay.odt")
    assert sentence(formatted(given)) == "So.*"


def test_there_are_no_notes_in_text_boxes() -> None:
    box = f"<draw:frame><draw:text-box><text:p>{live()}</text:p></draw:text-box></draw:frame>"
    given = essay(f"So {live()}{box}")
    library = loccit.open_library([], [])
    result = loccit.format_essay(given, library, loccit.Settings(csl=CHICAGO))
    assert read_part(result.data).count("<text:note ") == 1
    [problem] = [each for each in result.problems if each.rule == "citation-kept"]
    assert problem.message == (
        "`(Doe, 2001)` stays. Headers and text boxes have no footnotes."
    )


def test_an_author_in_the_sentence_is_not_in_the_note() -> None:
    new = formatted(essay("So Doe (2001) says."), CHICAGO, "zotero")
    assert sentence(new) == "So Jo Doe* says."
    [code] = codes(new)
    [cite] = read(FieldCode(code)).cites
    assert cite.mode == "suppress-author"
    assert formatted(new, CHICAGO, "zotero").data == new.data
