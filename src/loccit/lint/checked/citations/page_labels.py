"""The labels of pages and paragraphs in APA."""

from __future__ import annotations

from loccit.lint.checked.citations.place_words import PlaceKind, PlaceWords

#: Of one, and of several.
_LABELS: dict[PlaceKind, tuple[str, str]] = {
    "page": ("p.", "pp."),
    "paragraph": ("para.", "paras."),
}


def labels_of(kind: PlaceKind) -> tuple[str, ...]:
    """Return the labels that APA has for a kind of place, if it abbreviates them."""
    return _LABELS.get(kind, ())


def right_label(place: PlaceWords) -> str:
    """Return the label that is right for the numbers of a place; pages if it says none.

    Raises:
        KeyError: APA writes its label in full.
    """
    kind: PlaceKind = "page" if place.kind == "number" else place.kind
    one, several = _LABELS[kind]
    return several if place.is_several or place.is_open else one
