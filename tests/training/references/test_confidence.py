"""Fitting how sure readings are."""

from __future__ import annotations

import pytest

from training.references.confidence import Example, cross_validated, fit, table

#: Of those without evidence three of four are right, of the others one of four.
_EXAMPLES = [
    Example([float(number % 2)], number % 8 not in (0, 1, 3, 5))
    for number in range(800)
]


def test_weights_give_the_shares() -> None:
    fitted = fit(_EXAMPLES)
    assert fitted.confidence([0.0]) == pytest.approx(0.75, abs=0.01)
    assert fitted.confidence([1.0]) == pytest.approx(0.25, abs=0.01)


def test_cross_validation_gives_about_the_same() -> None:
    confidences = cross_validated(_EXAMPLES)
    assert confidences[0] == pytest.approx(0.75, abs=0.05)
    lines = list(table(_EXAMPLES, confidences))
    assert [line.split(":")[0].strip() for line in lines] == ["0.60", "0.00"]
