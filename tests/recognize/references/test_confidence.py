"""How sure a reading is."""

from __future__ import annotations

import pytest

from loccit.recognize import read_reference
from loccit.recognize.references.confidence import Evidence, confidence_of

_SURE = 0.9


@pytest.mark.parametrize(
    "text",
    [
        "Doe, J. (2001). On the history of seas. Journal of Seas, 24(2), 116–128.",
        "Centers for Disease Control and Prevention. (2021, March 8). About COVID-19. https://www.cdc.gov/about",
        "The Guardian (2014) 'Inside the warehouse', 31 January. Available at: https://www.theguardian.com/a.",
        "Roe, P. (1993). Alter Sinn. Kritik der theoretischen Vernunft. Suhrkamp.",
        "hooks, bell. Teaching to Transgress. Routledge, 1994.",
        "Roe ML Jr. Letter from the sea. Christ Century. 1963;80(2):767-73.",
        "Roe, E. (1962). The Age of Seas: Europe, 1789-1848. London: Harbor Press.",
    ],
)
def test_plain_references_are_sure(text: str) -> None:
    assert read_reference(text).confidence >= _SURE


@pytest.mark.parametrize(
    "text",
    [
        "seas and what to do about them",
        "Kohn, W.; Sham, L. J. Phys. Rev. 1965, 140, A1133.",
        "Skinner, B F (1953) Science and human behavior Macmillan New York",
    ],
)
def test_what_is_not_sure_has_a_doubtful_variable(text: str) -> None:
    read = read_reference(text)
    assert read.confidence < _SURE
    assert read.doubtful


def test_evidence_against_a_reading_lowers_its_confidence() -> None:
    plain = confidence_of(Evidence(least=4.0))
    assert confidence_of(Evidence(least=4.0, title=1)) < plain
    assert confidence_of(Evidence(least=4.0, unread=3)) < plain
    assert confidence_of(Evidence(least=1.0)) < plain
