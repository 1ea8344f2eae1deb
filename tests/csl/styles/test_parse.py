from __future__ import annotations

from pathlib import Path

import pytest

from loccit.csl import load_style, style_ids, style_info
from loccit.csl.locales.installed import style_path
from loccit.csl.styles.parse import parse_style
from loccit.errors import InvalidStyle, UnknownStyle, UnreadableFile

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>T</title><id>http://www.zotero.org/styles/t</id></info>
%s
</style>"""


def error_in(body: str) -> InvalidStyle:
    with pytest.raises(InvalidStyle) as caught:
        parse_style((STYLE % body).encode(), "my.csl")
    return caught.value


def test_an_id_an_address_and_a_file_are_the_same_style() -> None:
    path = style_path("apa")
    assert path is not None
    addresses = [
        f"https://www.zotero.org/styles/apa{end}"
        for end in ("", "/", ".csl", "?source=1")
    ]
    names: list[str | Path] = [
        "apa",
        "http://www.zotero.org/styles/apa",
        *addresses,
        path,
        str(path),
    ]
    styles = [load_style(name) for name in names]
    assert {(style.id, style.title, style.citation_class) for style in styles} == {
        ("apa", "APA Style 7th edition", "in-text")
    }


def test_space_before_the_declaration_is_no_error() -> None:
    declaration = '\n <?xml version="1.0" encoding="utf-8"?>\n'
    body = "<citation><layout><text variable='title'/></layout></citation>"
    style = parse_style((declaration + STYLE % body).encode(), "my.csl")
    assert style.title == "T"
    with pytest.raises(InvalidStyle) as caught:
        parse_style((declaration + STYLE % "<citation>").encode(), "my.csl")
    assert caught.value.place is not None
    assert caught.value.place.line == 6


def test_a_dependent_style_is_its_parent_in_its_own_language() -> None:
    dependent = next(name for name in style_ids() if style_info(name).parent == "apa")
    style = load_style(dependent)
    assert (style.parent, style.id, style.macros) == (
        "apa",
        dependent,
        load_style("apa").macros,
    )


DEPENDENT = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" default-locale="de-DE">
<info><title>My journal</title><id>http://www.zotero.org/styles/my-journal</id>
<link href="http://www.zotero.org/styles/%s" rel="independent-parent"/></info>
</style>"""


def test_a_file_may_be_a_dependent_style(tmp_path: Path) -> None:
    path = tmp_path / "my-journal.csl"
    path.write_text(DEPENDENT % "ieee", "utf-8")
    style = load_style(path)
    assert (style.id, style.title, style.parent, style.default_locale) == (
        "my-journal",
        "My journal",
        "ieee",
        "de-DE",
    )
    assert style.macros == load_style("ieee").macros


def test_a_missing_parent_with_the_nearest_ids() -> None:
    with pytest.raises(
        InvalidStyle, match="The parent of this style, `ieeee`, is missing"
    ) as caught:
        parse_style((DEPENDENT % "ieeee").encode(), "my.csl")
    assert caught.value.place and caught.value.place.line == 2
    assert caught.value.advice == "Did you mean ieee?"


def test_an_unknown_style_with_the_nearest_ids() -> None:
    with pytest.raises(UnknownStyle) as caught:
        load_style("chicago-autor-date")
    assert "chicago-author-date" in caught.value.advice


@pytest.mark.parametrize("name", ["../apa", "dependent/apa", "", "."])
def test_a_name_leads_to_no_other_folder(name: str) -> None:
    with pytest.raises(UnknownStyle):
        load_style(name)


def test_a_missing_file() -> None:
    with pytest.raises(UnreadableFile):
        load_style(Path("nowhere") / "my.csl")


@pytest.mark.parametrize(
    ("body", "line", "word"),
    [
        ("<citation>", 4, "well-formed"),
        ("", 1, "citation layout"),
        ("<citation>\n<layout><nonsense/></layout></citation>", 4, "nonsense"),
        ('<citation><layout>\n<text macro="m"/></layout></citation>', 4, "`m`"),
        (
            '<macro name="m">\n<text macro="m"/></macro><citation><layout/></citation>',
            4,
            "itself",
        ),
    ],
)
def test_errors_have_their_line(body: str, line: int, word: str) -> None:
    error = error_in(body)
    assert error.place is not None
    assert (error.place.path, error.place.line) == ("my.csl", line)
    assert word in error.message
    assert error.advice


def test_another_kind_of_file() -> None:
    with pytest.raises(InvalidStyle, match="html"):
        parse_style(b"<html/>", "my.csl")


def test_a_style_that_defines_entities_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("SECRET", "utf-8")
    text = f'<!DOCTYPE style [<!ENTITY x SYSTEM "{secret.as_uri()}">]>' + STYLE.replace(
        "T<", "&x;<"
    )
    with pytest.raises(InvalidStyle, match="no document type") as caught:
        parse_style((text % "<citation><layout/></citation>").encode(), "my.csl")
    assert "SECRET" not in str(caught.value)


def test_all_installed_ids_are_listed() -> None:
    ids = style_ids()
    assert list(ids) == sorted(set(ids))
    assert len(ids) > 1000
    assert style_info("ieee").citation_format == "numeric"
    with pytest.raises(UnknownStyle):
        style_info("nonsense-style")
