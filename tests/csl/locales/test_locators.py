from __future__ import annotations

from pathlib import Path

import pytest

from loccit.csl import load_style, locator_terms, process
from loccit.csl.locales.locale import LocaleLayer, Term
from loccit.csl.locales.locators import LOCATOR_LABELS, own_label
from loccit.model import Citation, Cite, Locator
from loccit.model.csl_json import source_from_csl_json
from tests.cases import read_cases

DOE = source_from_csl_json(
    {
        "id": "doe",
        "type": "book",
        "title": "T",
        "author": [{"family": "Doe"}],
        "issued": {"date-parts": [[2001]]},
    }
)


def cite_in_apa(locator: Locator) -> str:
    processed = process(
        load_style("apa"), {"doe": DOE}, [Citation((Cite("doe", locator=locator),))]
    )
    return processed.citations[0].plain


@pytest.mark.parametrize(
    ("word", "label"),
    [
        ("p.", "page"),
        ("pp.", "page"),
        ("pages", "page"),
        ("chap.", "chapter"),
        ("§", "section"),
        ("§§", "section"),
        ("¶", "paragraph"),
        ("paras.", "paragraph"),
        ("s.v.", "sub-verbo"),
        ("sub verbo", "sub-verbo"),
        ("vol.", "volume"),
        ("n.", "note"),
        ("v.", "verse"),
        ("l.", "line"),
        ("pg.", "page"),
    ],
)
def test_english_words(word: str, label: str) -> None:
    assert locator_terms("en-US")[word] == label


def test_a_style_has_its_own_words() -> None:
    clause = {("section", "short"): Term("cl", "cls")}
    terms = locator_terms("en-US", [LocaleLayer("en", clause)])
    assert (terms["cl"], terms["cls"], terms["sec."]) == ("section",) * 3
    german = locator_terms("de-DE", [LocaleLayer("en", clause)])
    assert "cl" not in german


def test_abbreviations_need_no_full_stop_where_they_are_no_other_word() -> None:
    terms = locator_terms("en-US")
    assert (terms["pp"], terms["ch"], terms["p"]) == ("page", "chapter", "page")
    assert not {"no", "c", "par"} & terms.keys()


def test_s_is_a_section_in_english_and_a_page_in_german() -> None:
    english, german, spanish = (locator_terms(lang) for lang in ("en", "de", "es"))
    assert (english["s"], english["S."], german["s"]) == ("section", "page", "page")
    assert "s." not in spanish


def test_other_languages_have_their_own_words_and_the_english_ones() -> None:
    terms = locator_terms("de")
    assert (terms["s."], terms["kap."], terms["chap."]) == (
        "page",
        "chapter",
        "chapter",
    )


def test_every_form_of_every_locator(title: str, given: str, expected: str) -> None:
    terms = locator_terms("en-US")
    assert {form: terms.get(form) for form in given.split(", ")} == dict.fromkeys(
        given.split(", "), expected
    )


def test_the_cases_have_every_locator_of_the_specification() -> None:
    cases = read_cases(Path(__file__).with_suffix(".txt"))
    assert {case.expected for case in cases} == set(LOCATOR_LABELS)


@pytest.mark.parametrize("label", sorted({*LOCATOR_LABELS} - {"timestamp"}))
def test_a_style_prints_the_word(label: str) -> None:
    shown = cite_in_apa(Locator(label, "3"))
    assert shown != cite_in_apa(Locator("timestamp", "3")), (
        "the reader sees what the number counts"
    )


def test_a_time_in_a_film_is_a_timestamp() -> None:
    assert cite_in_apa(Locator("timestamp", "3:40")) == "(Doe, 2001, 3:40)"


def test_a_term_that_no_locale_has() -> None:
    assert cite_in_apa(Locator("surah", "3")) == "(Doe, 2001, Surah 3)"
    assert cite_in_apa(Locator("surah", "3-4")) == "(Doe, 2001, Surahs 3–4)"


@pytest.mark.parametrize("dash", ["-", "‐", "‑", "‒", "–", "—", "―", "−", "--", "---"])
def test_a_range_with_any_dash(dash: str) -> None:
    assert cite_in_apa(Locator("page", f"46{dash}47")) == "(Doe, 2001, pp. 46–47)"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1,234-1,300", "pp. 1,234–1,300"),
        ("1,234", "p. 1,234"),
        ("1,234-1,300, 15", "pp. 1,234–1,300, 15"),
        ("101,105-101,120", "pp. 101,105–101,120"),
        ("998-1,003", "pp. 998–1,003"),
        ("101,105", "pp. 101, 105"),
        ("96,101,105", "pp. 96, 101, 105"),
        ("46-47,500", "pp. 46–47, 500"),
        ("234-1", "pp. 234–1"),
    ],
)
def test_thousands_and_lists(value: str, expected: str) -> None:
    assert cite_in_apa(Locator("page", value)) == f"(Doe, 2001, {expected})"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("vol. 1, fol. 186", Locator("volume", "1, fol. 186")),
        ("12", Locator("page", "12")),
        ("xyz. 12", Locator("page", "xyz. 12")),
    ],
)
def test_a_label_within_the_value(value: str, expected: Locator) -> None:
    assert own_label(Locator("page", value), "en-US") == expected
