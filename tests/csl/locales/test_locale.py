from __future__ import annotations

import pytest

from loccit.csl.locales.locale import (
    LocaleLayer,
    OrdinalTerm,
    Term,
    build_locale,
    load_locale,
)
from loccit.csl.locales.ordinals import long_ordinal, ordinal


@pytest.mark.parametrize(
    ("asked", "got"),
    [
        ("en-US", "en-US"),
        ("de", "de-DE"),
        ("de_at", "de-AT"),
        ("pt", "pt-PT"),
        ("", "en-US"),
    ],
)
def test_the_language_that_is_meant(asked: str, got: str) -> None:
    assert load_locale(asked).lang == got


def test_fallback_goes_to_the_first_dialect_and_then_to_english() -> None:
    assert load_locale("de-LU").term("editor", plural=True) == load_locale(
        "de-DE"
    ).term("editor", plural=True)
    assert load_locale("es-ES").term("letter", "short") == "carta"  # not "let."
    assert load_locale("es-ES").term("and", "symbol") == "&"
    assert load_locale("xx-XX").term("and") == "and"
    assert load_locale("../../etc").term("and") == "and"


@pytest.mark.parametrize(
    ("name", "form", "plural", "text"),
    [
        ("page", "short", True, "pp."),
        ("page", "symbol", False, "p."),  # no symbol: the short form replaces it
        ("editor", "verb-short", False, "ed. by"),
        ("sub verbo", "short", False, "s.v."),  # its name before CSL 1.0.2
        ("nonsense", "long", False, ""),
    ],
)
def test_a_missing_form_falls_back_on_another(
    name: str, form: str, plural: bool, text: str
) -> None:
    assert load_locale("en-US").term(name, form, plural) == text


def test_a_style_goes_before_the_files_and_its_dialect_before_its_language() -> None:
    layers = [
        LocaleLayer("", {("and", "long"): Term("any"), ("in", "long"): Term("any in")}),
        LocaleLayer(
            "de", {("and", "long"): Term("und so"), ("by", "long"): Term("durch")}
        ),
        LocaleLayer("de-DE", {("by", "long"): Term("mittels")}),
        LocaleLayer("fr", {("in", "long"): Term("dans")}),
    ]
    locale = build_locale("de-DE", layers)
    assert [locale.term(name) for name in ("and", "by", "in", "from")] == [
        "und so",
        "mittels",
        "any in",
        "von",
    ]


def test_a_new_set_of_ordinals_replaces_the_old_one() -> None:
    locale = build_locale(
        "en-US", [LocaleLayer("", ordinals={("ordinal", ""): OrdinalTerm(".")})]
    )
    assert [ordinal(locale, number) for number in (1, 2, 11)] == ["1.", "2.", "11."]
    assert long_ordinal(locale, 3) == "third"


def test_ordinals_of_a_gender() -> None:
    locale = load_locale("fr-FR")
    assert [ordinal(locale, 1, gender) for gender in ("feminine", "masculine")] == [
        "1ʳᵉ",
        "1ᵉʳ",
    ]
    assert ordinal(locale, 2, "feminine") == "2ᵉ"


def test_punctuation_in_quotes_is_american() -> None:
    assert load_locale("en-US").punctuation_in_quote
    assert not load_locale("en-GB").punctuation_in_quote
