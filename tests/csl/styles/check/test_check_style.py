"""The problems of a style, with their places; and none where there is none."""

from __future__ import annotations

import random
from copy import deepcopy

import pytest
from lxml import etree

from loccit.csl.locales.installed import schema_path, style_ids, style_path
from loccit.csl.styles.check import check_style

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>T</title><id>t</id><updated>2020-01-01T00:00:00+00:00</updated></info>
%s
</style>"""
DEPENDENT = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>T</title><id>t</id>
<link rel="independent-parent" href="http://www.zotero.org/styles/ieeee"/>
<updated>2020-01-01T00:00:00+00:00</updated></info></style>"""
CITATION = '<citation><layout><text variable="title"/></layout></citation>'


def reported(text: str) -> list[str]:
    return [str(problem) for problem in check_style(text.encode(), "own.csl")]


def found(body: str) -> list[str]:
    """The problems of a citation's layout that begins in line 3, column 1."""
    return reported(STYLE % f"<citation><layout>\n{body}</layout></citation>")


def test_a_valid_style() -> None:
    assert not reported(STYLE % CITATION)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            '<text varible="title"/>',
            "4:7: error: `<text>` has no attribute `varible`. Did you mean `variable`?",
        ),
        (
            '<text variable="titel"/>',
            "4:7: error: There is no variable `titel`. Did you mean `title`?",
        ),
        ('<text term="foo-bar"/>', "4:7: error: There is no term `foo-bar`."),
        (
            '<number variable="title"/>',
            "4:9: error: `<number>` takes no variable `title`.",
        ),
        (
            '<choose><if\n type="article bok"><text value="a"/></if></choose>',
            "5:2: error: There is no item type `bok`. Did you mean `book`?",
        ),
        (
            '<names variable="author"><name form="shrt"/></names>',
            "4:32: error: `form` of `<name>` can't be `shrt`.",
        ),
        (
            '<names variable="author"><name et-al-min="x"/></names>',
            "4:32: error: `et-al-min` of `<name>` must be a num",
        ),
        (
            "<group>é\té<txt/></group>",
            "4:11: error: `<txt>` is not allowed in `<group>`. Did you mean `text`?",
        ),
        (
            '<names variable="author"><name><name-part/></name></names>',
            "4:32: error: `<name-part>` needs the attribute",
        ),
        ("<choose><else/></choose>", "4:1: error: `<choose>` must contain `<if>`."),
        (
            '<text value="a" macro="b"/>',
            "4:1: error: `<text>` does not match the schema.",
        ),
        ('<text macro="m"/>', "4:7: error: There is no macro `m`."),
    ],
)
def test_problems_in_a_layout(body: str, expected: str) -> None:
    assert any(line.startswith(f"own.csl:{expected}") for line in found(body)), found(
        body
    )


def test_all_problems_are_reported_once_and_in_order() -> None:
    lines = found(
        '<text varible="a"/><group><text variable="b" form="c"/></group><txt/><choose/>'
    )
    assert [line.split(": ", 2)[2].split(".")[0] for line in lines] == [
        "`<text>` has no attribute `varible`",
        "There is no variable `b`",
        "`form` of `<text>` can't be `c`",
        "`<txt>` is not allowed in `<layout>`",
        "`<choose>` must contain `<if>`",
    ]


@pytest.mark.parametrize(
    ("macros", "call", "expected"),
    [
        ("", "m", ["There is no macro `m`."]),
        (
            '<macro name="m"><text macro="m"/></macro>',
            "m",
            ["The macro `m` calls itself: m → m."],
        ),
        (
            '<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>',
            "a",
            ["The macro `a` calls itself: a → b → a."],
        ),
        (
            '<macro name="a"><text value="a"/></macro>',
            "",
            ["The macro `a` is never used."],
        ),
        (
            '<macro name="a"><text macro="b"/></macro><macro name="b"><text value="b"/></macro>',
            "",
            ["The macro `a` is never used.", "The macro `b` is never used."],
        ),
        (
            '<macro name="a"><text value="a"/></macro>' * 2,
            "a",
            ["The macro `a` is already defined above."],
        ),
    ],
)
def test_macros(macros: str, call: str, expected: list[str]) -> None:
    call = f'<text macro="{call}"/>' if call else '<text value="x"/>'
    problems = check_style(
        (STYLE % f"{macros}<citation><layout>{call}</layout></citation>").encode(),
        "own.csl",
    )
    assert [problem.message for problem in problems] == expected
    assert all(
        (problem.severity == "note") == ("never used" in problem.message)
        for problem in problems
    )


def test_a_long_chain_of_macros_is_followed() -> None:
    chain = "".join(
        f'<macro name="m{n}"><text macro="m{n + 1}"/></macro>' for n in range(3000)
    )
    assert "There is no macro `m3000`." in reported(STYLE % (chain + CITATION))[-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "own.csl:1:1: error: This is not well-formed XML: Document is empty."),
        (
            "<style>\n</stile>",
            "own.csl:2:9: error: This is not well-formed XML: Opening and ending tag mismatch",
        ),
        (
            '<!DOCTYPE style [<!ENTITY a "b">]><style>&a;</style>',
            "own.csl:1: error: A CSL file must have no document type",
        ),
        (
            "<style/>",
            "own.csl:1:1: error: This is `<style>`, not a CSL style. It needs `xmlns=",
        ),
        ("<html/>", "own.csl:1:1: error: This is `<html>`, not a CSL style."),
        (
            '<locale xmlns="http://purl.org/net/xbiblio/csl"/>',
            "own.csl:1:1: error: This is `<locale>`, not a CSL style.",
        ),
        (STYLE % "", "own.csl:1:1: error: `<style>` must contain `<citation>`."),
        (
            (STYLE % CITATION).replace("<style", '<style default-locale="xx-YY"', 1),
            "own.csl:1:8: warning: There is no locale for the language `xx-YY`.",
        ),
        (
            STYLE
            % (
                f'<locale xml:lang="qq"><terms><term name="and">x</term></terms></locale>{CITATION}'
            ),
            "own.csl:3:9: warning: There is no locale for the language `qq`.",
        ),
        (
            DEPENDENT,
            "own.csl:2:32: error: The parent of this style is missing: ieeee. Did you mean ieee?",
        ),
    ],
)
def test_problems_of_the_whole(text: str, expected: str) -> None:
    assert reported(text)[0].startswith(expected), reported(text)


def test_a_name_that_not_every_parser_reads() -> None:
    [problem] = check_style('<style\n a\ufeffb="">\n</style>'.encode(), "own.csl")
    assert (
        str(problem)
        == "own.csl:2:3: error: This is not well-formed XML: a name can't have this letter."
    )


def test_a_byte_order_mark_and_utf_16_move_no_column() -> None:
    text = (
        '<?xml version="1.0" encoding="{}"?>'
        + STYLE % '<citation><layout>é<text foo=""/></layout></citation>'
    )
    expected = reported(text.format("utf-8"))
    assert expected[0].startswith("own.csl:3:26")
    for codec, name in (
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("latin-1", "iso-8859-1"),
    ):
        assert [
            str(each)
            for each in check_style(text.format(name).encode(codec), "own.csl")
        ] == expected


@pytest.mark.parametrize("style_id", sorted(random.Random(1).sample(style_ids(), 40)))
def test_installed_styles_have_no_problems(style_id: str) -> None:
    path = style_path(style_id)
    assert path is not None
    assert not [
        problem
        for problem in check_style(path.read_bytes(), path.name)
        if problem.severity != "note"
    ]


def test_problems_are_those_of_the_validator() -> None:
    """However a style is damaged, it has errors only if a validator refuses it."""
    path = style_path("apa")
    assert path is not None
    sound = etree.fromstring(path.read_bytes())
    validator = etree.RelaxNG(etree.parse(schema_path()))
    chance = random.Random()
    for _ in range(25):
        broken = deepcopy(sound)
        element = chance.choice([*broken.iterdescendants("*")])
        parent = element.getparent()
        assert parent is not None
        match chance.randrange(5):
            case 0:
                parent.remove(element)
            case 1:
                element.set(
                    chance.choice(["variable", "form", "name", "foo", "value"]),
                    chance.choice(["title", "x"]),
                )
            case 2 if element.attrib:
                del element.attrib[chance.choice([*element.attrib])]
            case 3:
                element.append(
                    etree.fromstring(
                        '<text xmlns="http://purl.org/net/xbiblio/csl" value="x"/>'
                    )
                )
            case _:
                parent.append(deepcopy(element))
        data = etree.tostring(broken)
        ours = {"duplicate-macro", "unknown-macro", "recursive-macro", "unused-macro"}
        errors = [
            problem
            for problem in check_style(data, "x.csl")
            if problem.rule not in ours
        ]
        assert bool(errors) == (not validator.validate(etree.fromstring(data))), data
