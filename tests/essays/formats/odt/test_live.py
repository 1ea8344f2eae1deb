"""Live citations in OpenDocument: renewed, converted, and new ones."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable

import pytest

import loccit
from loccit.essays.live_citations import FieldCode, read
from tests.essays.formats.odt.made import odt, read_part

DOE = {
    "id": "doe2001",
    "type": "book",
    "title": "On it",
    "author": [{"family": "Doe", "given": "Jo"}],
    "issued": {"date-parts": [[2001]]},
}
OWN = (
    '<text:bibliography-mark text:identifier="doe2001" text:author="Doe, Jo" '
    'text:title="On it" text:year="2001">[Doe]</text:bibliography-mark>'
)
MENDELEY = ""  # whose code begins with `CSL_CITATION`
MLA = "modern-language-association"
START = re.compile(r'<text:reference-mark-start text:name="([^"]*)"/>')
END = re.compile(r'<text:reference-mark-end text:name="([^"]*)"/>')


def code(printed: str) -> str:
    """The code of a citation as Zotero writes it."""
    item = {"id": 7, "uris": ["http://zotero.org/users/1/items/DOE"], "itemData": DOE}
    properties = {"formattedCitation": printed, "plainCitation": printed}
    value = {"properties": properties, "citationItems": [item]}
    return f"ZOTERO_ITEM CSL_CITATION {json.dumps(value)}"


def mark(printed: str, shown: str) -> str:
    name = html.escape(f"{code(printed)} RNDabcdefghij")
    return (
        f'<text:reference-mark-start text:name="{name}"/>{shown}'
        f'<text:reference-mark-end text:name="{name}"/>'
    )


def field(printed: str, shown: str, program: str = "ZOTERO_ITEM ") -> str:
    """A field of Word as LibreOffice keeps it."""
    value = html.escape(f" ADDIN {code(printed)} ").replace("ZOTERO_ITEM ", program)
    return (
        '<field:fieldmark-start text:name=""><field:param field:name='
        f'"vnd.oasis.opendocument.field.code" field:value="{value}"/>'
        f"</field:fieldmark-start>{shown}<field:fieldmark-end/>"
    )


def essay(text: str, meta: str = "") -> loccit.Essay:
    return loccit.read_essay(odt(f"<text:p>{text}</text:p>", meta=meta), "essay.odt")


def formatted(
    given: loccit.Essay, style: str | None = "apa", fields: str | None = None
) -> loccit.Essay:
    library = loccit.open_library([], [DOE])
    settings = loccit.Settings(csl=style, fields=fields, suppress_bibliography=True)
    result = loccit.format_essay(given, library, settings)
    return loccit.read_essay(result.data, "essay.odt")


def codes(given: loccit.Essay) -> list[str]:
    """The codes of the marks, whose two ends have one name."""
    text = read_part(given.data)
    assert START.findall(text) == END.findall(text)
    return [html.unescape(found) for found in START.findall(text)]


@pytest.mark.parametrize("shown", ["(Doe, 2001)", "(<text:span>Doe</text:span>, 2001)"])
def test_a_live_citation_gets_another_text_and_says_so(shown: str) -> None:
    new = formatted(essay(f"So {mark('(Doe, 2001)', shown)}."), MLA)
    assert new.text == "So (Doe)."
    [name] = codes(new)
    assert read(FieldCode(name)).printed == "(Doe)"
    assert '"uris": ["http://zotero.org/users/1/items/DOE"]' in name
    assert name.endswith("RNDabcdefghij")
    assert formatted(new, MLA).data == new.data


def test_a_field_of_word_stays_one() -> None:
    new = formatted(essay(f"So {field('(Doe, 2001)', '(Doe, 2001)')}."), MLA)
    assert new.text == "So (Doe)."
    assert "&quot;plainCitation&quot;: &quot;(Doe)&quot;" in read_part(new.data)
    assert formatted(new, MLA).data == new.data


def test_a_text_that_is_right_stays() -> None:
    old = essay(f"So {mark('(Doe, 2001)', '(Doe, 2001)')}.")
    assert read_part(formatted(old).data) == read_part(old.data)


def test_what_is_typed_joins_the_citations_of_zotero() -> None:
    new = formatted(essay(f"So {mark('(Doe, 2001)', '(Doe, 2001)')} [@doe2001, p. 3]."))
    assert new.text == "So (Doe, 2001) (Doe, 2001, p. 3)."
    [_, name] = codes(new)
    [cite] = read(FieldCode(name)).cites
    assert (cite.locator, cite.label) == ("3", "page")
    assert formatted(new).data == new.data


@pytest.mark.parametrize(
    "old",
    [
        field("(Doe, 2001)", "(<text:span>Doe</text:span>, 2001)", MENDELEY),
        "<text:span>" + field("(Doe, 2001)", "(Doe</text:span>, 2001)", MENDELEY),
        OWN,
    ],
)
def test_citations_of_other_kinds_become_those_of_zotero(old: str) -> None:
    new = formatted(essay(f"So {old}."), MLA, "zotero")
    assert new.text == "So (Doe)."
    [name] = codes(new)
    assert re.search(r" RND\w{10}\Z", name)
    assert read(FieldCode(name)).printed == "(Doe)"
    assert "fieldmark" not in read_part(new.data).split("<office:body>")[1]


@pytest.mark.parametrize("make", [mark, field])
def test_live_citations_become_text(make: Callable[[str, str], str]) -> None:
    new = formatted(essay(f"So {make('(Doe, 2001)', '(Doe, 2001)')}."), MLA, "none")
    assert read_part(new.data).endswith(
        "<text:p>So (Doe).</text:p></office:text></office:body>"
        "</office:document-content>"
    )


def test_citations_of_word_are_not_for_libreoffice() -> None:
    with pytest.raises(loccit.LoccitError, match="Word's own"):
        formatted(essay("So [@doe2001]."), fields="word")


def test_zotero_is_told_the_style() -> None:
    new = formatted(essay("So [@doe2001]."), MLA, "zotero")
    assert "fieldType&quot; value=&quot;ReferenceMark" in read_part(
        new.data, "meta.xml"
    )
    again = formatted(new, style=None)
    assert again.data == new.data
    other = formatted(new, "apa")
    assert other.text == "So (Doe, 2001)."
    names = re.findall(r'meta:name="([^"]*)"', read_part(other.data, "meta.xml"))
    assert len(names) == len(set(names)) > 1


def test_a_typed_name_goes_into_its_live_citation() -> None:
    new = formatted(essay("So Doe (2001) says."), "ieee", "zotero")
    assert new.text == "So Doe [1] says."
    [name] = codes(new)
    assert read(FieldCode(name)).printed == "Doe [1]"
    assert formatted(new, "ieee", "zotero").data == new.data


def test_keys_that_libreoffice_prints_are_no_typing_errors() -> None:
    marks = OWN.replace("[Doe]", "[doe2001]")
    library = loccit.open_library([], [DOE])
    result = loccit.format_essay(
        essay(f"So {marks}{marks}."), library, loccit.Settings(csl="apa")
    )
    [problem] = result.problems
    assert (problem.rule, problem.severity) == ("libreoffice-mark", "note")


LIST = "ZOTERO_BIBL {} CSL_BIBLIOGRAPHY"
ENTRY = "<text:p>Old one.</text:p>"
HEADING = "<text:h>References</text:h>"
INDEX = (
    f"<text:bibliography><text:index-body>{ENTRY}</text:index-body></text:bibliography>"
)


def listed(given: loccit.Essay, fields: str | None) -> str:
    """What follows the first paragraph of the formatted essay."""
    library = loccit.open_library([], [DOE])
    settings = loccit.Settings(csl="apa", fields=fields)
    once = loccit.format_essay(given, library, settings).data
    essay = loccit.read_essay(once, "essay.odt")
    assert loccit.format_essay(essay, library, settings).data == once
    text = read_part(once).split("</text:p>", 1)[1].split("</office:text>")[0]
    return re.sub(r'<text:span [^>]*>|</text:span>| text:style-name="[^"]*"', "", text)


def test_a_new_list_is_zoteros() -> None:
    assert re.fullmatch(
        r'<text:h text:outline-level="1">References</text:h><text:section text:name='
        r'"ZOTERO_BIBL {[^}]*} CSL_BIBLIOGRAPHY RND\w{10}">'
        r"<text:p>Doe, J. \(2001\). On it.</text:p></text:section>",
        listed(essay("So [@doe2001]."), "zotero"),
    )


@pytest.mark.parametrize(
    "items",
    [f"<text:list><text:list-item>{ENTRY}</text:list-item></text:list>", INDEX],
)
def test_a_list_where_no_section_may_be_stays_text(items: str) -> None:
    old = f"So [@doe2001].</text:p>{HEADING}{items}<text:p>"
    assert "section" not in listed(essay(old), "zotero")


def test_a_list_in_a_field_of_word_becomes_text() -> None:
    value = f" ADDIN {LIST} "
    begin = (
        "<field:fieldmark-start><field:param field:name="
        f'"vnd.oasis.opendocument.field.code" field:value="{value}"/>'
        "</field:fieldmark-start>"
    )
    old = (
        f"So [@doe2001].</text:p>{HEADING}<text:p>{begin}Old one.<field:fieldmark-end/>"
    )
    expected = f"{HEADING}<text:p>Doe, J. (2001). On it.</text:p>"
    assert listed(essay(old), "none") == expected


def test_a_list_in_zoteros_section_becomes_text() -> None:
    old = (
        f'So [@doe2001].</text:p>{HEADING}<text:section text:name="{LIST} RND1234567890">'
        f"{ENTRY}</text:section><text:p>"
    )
    assert listed(essay(old), "none") == (
        f'{HEADING}<text:section text:name="References"><text:p>Doe, J. (2001). On it.'
        "</text:p></text:section><text:p></text:p>"
    )


def test_a_paragraph_that_cites_is_no_entry() -> None:
    old = f"{OWN})(Roe, 2002, p. 4)"
    given = essay(f"</text:p>{HEADING}<text:p>{old}")
    once = formatted_list(given, MLA)
    assert "(Doe)" in once.text
    assert formatted_list(once, MLA).data == once.data


def formatted_list(given: loccit.Essay, style: str) -> loccit.Essay:
    roe = DOE | {"id": "roe", "author": [{"family": "Roe"}], "issued": "2002"}
    library = loccit.open_library([], [DOE, roe])
    result = loccit.format_essay(given, library, loccit.Settings(csl=style))
    return loccit.read_essay(result.data, "essay.odt")
