"""docs/bibtex.md has every entry type and field of BibLaTeX's data model, and tells the
truth of each.
"""

from __future__ import annotations

import re

import pytest

from loccit.bibliography.formats import bibtex
from loccit.model import Source
from tests.paths import ROOT

PAGE = (ROOT / "docs" / "bibtex.md").read_text("utf-8")
PASSED_OVER = PAGE.partition("## Fields that are not printed")[2]

#: The data model of BibLaTeX 3.18 (manual, 2.1 and 2.2), and what biblatex-apa and
#: biblatex-software add.
TYPES = """
article artwork audio bibnote book bookinbook booklet collection commentary customa customb customc customd custome
customf dataset image inbook incollection inproceedings inreference jurisdiction legal legislation letter manual misc
movie music mvbook mvcollection mvproceedings mvreference online patent performance periodical proceedings reference
report review set software standard suppbook suppcollection suppperiodical thesis unpublished video xdata
conference electronic mastersthesis phdthesis techreport www
constitution legadminmaterial legmaterial nameonly presentation codefragment softwaremodule softwareversion
"""
FIELDS = """
abstract addendum afterword annotation annotator author authortype bookauthor bookpagination booksubtitle booktitle
booktitleaddon chapter commentator crossref date doi edition editor editora editoratype editorb editorbtype editorc
editorctype editortype eid entryset entrysubtype eprint eprintclass eprinttype eventdate eventtitle eventtitleaddon
execute file foreword gender holder howpublished ids indexsorttitle indextitle institution introduction isan isbn ismn
isrn issn issue issuesubtitle issuetitle issuetitleaddon iswc journalsubtitle journaltitle journaltitleaddon keywords
label langid langidopts language library lista listb listc listd liste listf location mainsubtitle maintitle
maintitleaddon month namea nameaddon nameatype nameb namebtype namec namectype note number options organization
origdate origlanguage origlocation origpublisher origtitle pages pagetotal pagination part presort publisher pubstate
related relatedoptions relatedstring relatedtype reprinttitle series shortauthor shorteditor shorthand shorthandintro
shortjournal shortseries shorttitle sortkey sortname sortshorthand sorttitle sortyear subtitle title titleaddon
translator type url urldate usera userb userc userd usere userf venue verba verbb verbc version volume volumes xdata
xref year amendment appentry article citation execdirector execproducer narrator section source with hal_id hal_version
introducedin license repository swhid swhidcore
"""


def read(entry: str) -> Source:
    """The source of an entry that has no key yet."""
    text = re.sub(r"^(@\w+\{)", r"\1a, ", entry)
    source = bibtex.read(text, "").read(0).source
    assert source
    return source


def test_every_type_and_field_is_documented() -> None:
    assert [name for name in TYPES.split() if f"`@{name}`" not in PAGE] == []
    assert [name for name in FIELDS.split() if f"`{name}`" not in PAGE] == []


@pytest.mark.parametrize(
    ("types", "expected"), re.findall(r"^\| (`@.+) \| `(\S+)` \|$", PAGE, re.MULTILINE)
)
def test_types(types: str, expected: str) -> None:
    for name in re.findall(r"@\w+", types):
        assert read(f"{name}{{title = {{A}}}}").type == expected, name


@pytest.mark.parametrize(
    ("field", "entry", "told"),
    re.findall(r"^\| `(.+)` \| `(@.+)` \| (.+) \|$", PAGE, re.MULTILINE),
)
def test_fields(field: str, entry: str, told: str) -> None:
    without, _, last = entry.rpartition(f"{field} = ")
    assert last, "the field stands last in its example"
    before, after = read(f"{without.rstrip(', ')}}}"), read(entry)
    changed = {
        name
        for name in {*before.variables, *after.variables}
        if before.variables.get(name) != after.variables.get(name)
    } | ({"type"} if before.type != after.type else set())
    assert changed == set(re.findall("`(.+?)`", told))
    assert field not in after.custom


@pytest.mark.parametrize(
    "field", re.findall(r"`(\w+)`(?=[^|]*\|[^|]*\|$)", PASSED_OVER, re.MULTILINE)
)
def test_unread_fields_stay_in_the_entry(field: str) -> None:
    entry = f"@book{{title = {{A}}, author = {{Doe, Ann}}, {field} = {{B}}}}"
    source = read(entry)
    assert source.variables == read("@book{title = {A}, author = {Doe, Ann}}").variables
    assert f"{field} = {{B}}" in source.original
    assert source.custom == {field: "B"}
