"""The list of a program stays where it can't be made again."""

from __future__ import annotations

import loccit
from tests.essays.formats.docx.word_file import field, paragraph, word_file
from tests.formatting.live.test_writing import DOE, zotero

NOBODY = loccit.open_library([], [])
LIST = field(
    ' ADDIN ZOTERO_BIBL {"uncited":[],"omitted":[],"custom":[]} CSL_BIBLIOGRAPHY ',
    "Doe, J. (2001). It. Old.",
)


def problems(*runs: str, bibliography: str = LIST) -> tuple[list[str], str]:
    """The rules that are reported, and the text of the result."""
    body = f"<w:p>{''.join(runs)}</w:p><w:p>{bibliography}</w:p>"
    essay = loccit.read_essay(word_file(body), "essay.docx")
    result = loccit.format_essay(essay, NOBODY, loccit.Settings(csl="apa"))
    return [problem.rule for problem in result.problems], result.text


def test_a_list_of_known_sources_is_made_again() -> None:
    rules, text = problems(field(zotero("(Doe)"), "(Doe)"))
    assert "live-list-kept" not in rules
    assert text == "(Doe, 2001)\n\nDoe, J. (2001). On it."


def test_it_stays_where_a_source_is_not_known() -> None:
    unknown = field(" ADDIN RW.CITE{{doc:5c93 Roe 2002}} ", "(Roe, 2002)")
    rules, text = problems(field(zotero("(Doe)"), "(Doe)"), unknown)
    assert "live-list-kept" in rules
    assert text.endswith("It. Old.")


def test_it_stays_where_a_code_is_broken() -> None:
    broken = field(
        ' ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems":[{ ', "(Roe, 2002)"
    )
    rules, text = problems(field(zotero("(Doe)"), "(Doe)"), broken)
    assert "live-list-kept" in rules
    assert text.endswith("It. Old.")


def test_it_stays_where_somebody_edited_it() -> None:
    edited = LIST.replace('"uncited":[]', '"uncited":[["http://zotero.org/x"]]')
    rules, text = problems(field(zotero("(Doe)"), "(Doe)"), bibliography=edited)
    assert {"edited-live-list", "live-list-kept"} <= set(rules)
    assert text.endswith("It. Old.")


def test_what_loccit_lists_besides_is_no_edit() -> None:
    own = LIST.replace('"uncited":[]', '"uncited":[["loccit:roe"]]')
    rules, _ = problems(field(zotero("(Doe)"), "(Doe)"), bibliography=own)
    assert "edited-live-list" not in rules


def test_what_is_typed_beside_live_citations_is_read() -> None:
    body = f"<w:p>{field(zotero('(Doe, 2001)'), '(Doe, 2001)')}</w:p>"
    body += paragraph("It is so (Doe 2001, p 3).")
    essay = loccit.read_essay(word_file(body), "essay.docx")
    library = loccit.open_library([], [DOE])
    settings = loccit.Settings(suppress_bibliography=True)
    result = loccit.format_essay(essay, library, settings)
    assert result.text.endswith("It is so (Doe, 2001, p. 3).")
