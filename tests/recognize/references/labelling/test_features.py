"""What the model sees of a token."""

from __future__ import annotations

from loccit.essays.paragraph import Mark
from loccit.recognize.references.labelling.features import features_of
from loccit.recognize.references.labelling.reference import reference_of


def facts(text: str, word: str, marks: tuple[Mark, ...] = ()) -> set[str]:
    """The facts about the first token that is a word."""
    reference = reference_of(text, marks)
    rows = features_of(reference)
    words = [token.text for token in reference.tokens]
    return set(rows[words.index(word)])


def test_year() -> None:
    text = "Doe, J. (2001). On it. Press."
    assert "year=before,True" in facts(text, "Doe")
    assert "number=year" in facts(text, "2001")
    assert "year=after,True" in facts(text, "Press")


def test_late_year() -> None:
    assert "year=before,False" in facts("Doe, J. On it. Press, 2001.", "Press")


def test_quotation() -> None:
    text = "Doe. “The ‘race’ in Doe’s time.” Nature 12."
    assert "quoted=no" in facts(text, "Doe")
    assert "quoted=now" in facts(text, "race")
    assert "quoted=now" in facts(text, "time")
    assert "quoted=past" in facts(text, "Nature")


def test_an_apostrophe_is_no_quotation() -> None:
    assert "quoted=never" in facts("Doe. The workers' time. Nature 12.", "time")


def test_italics() -> None:
    marks = (Mark("emphasis", 9, 14),)
    assert "emphasis=in" in facts("Doe. On. Tiger. X.", "Tiger", marks)
    assert "emphasis=before" in facts("Doe. On. Tiger. X.", "Doe", marks)


def test_italics_of_everything_say_nothing() -> None:
    marks = (Mark("emphasis", 0, 17),)
    assert "emphasis=never" in facts("Doe. On. Tiger. X", "Tiger", marks)


def test_phrase_knows_its_words() -> None:
    text = "Doe, J. On it. Journal of Dogs, 3."
    assert "phrase-has=journal" in facts(text, "Dogs")
    assert "phrase-has=journal" not in facts(text, "it")


def test_sentences() -> None:
    text = "Doe, J. K. On it. Nature."
    assert "sentence=0" in facts(text, "K")
    assert "sentence-left=1" in facts(text, "Nature")


def test_quotations_in_a_quotation() -> None:
    text = "Doe. “On “new” threats.” Nature 12."
    assert "quoted=now" in facts(text, "threats")
    assert "quoted=past" in facts(text, "Nature")


def test_a_quotation_in_a_title_is_no_part() -> None:
    text = 'Doe, J. (2001). On the "silent" wood of Kent. Nature 12.'
    assert "quoted=never" in facts(text, "silent")


def test_an_issue_that_looks_like_a_year() -> None:
    text = "Doe, J. 2001. On it. Nature 376 (1837): 12."
    assert "year=at,True" in facts(text, "2001")
    assert "year=after,True" in facts(text, "1837")


def test_what_was_announced_before() -> None:
    text = "Doe, J. (2001). Life in water. In A. Roe (Ed.), Fish (pp. 4-9). Press."
    assert "seen=" in facts(text, "water")
    assert "seen=in" in facts(text, "Roe")
    assert "seen=in,editor" in facts(text, "Fish")
    assert "seen=in,editor,pages" in facts(text, "Press")
