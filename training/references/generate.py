"""Labelled references in many styles, typed by many writers."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence

from loccit.csl import Style, load_style, style_ids, style_info
from loccit.errors import LoccitError
from loccit.model import Source
from training.references.damage import damaged
from training.references.pieces import Example, Piece, example_of
from training.references.render import render_pieces
from training.references.sources import OTHER_TYPES, TYPES
from training.references.vary import varied

#: What people are asked for, and how often against each other.
_COMMON_STYLES = {
    "apa": 12,
    "apa-6th-edition": 8,
    "chicago-author-date": 6,
    "chicago-author-date-17th-edition": 3,
    "chicago-notes-bibliography": 4,
    "modern-language-association": 5,
    "university-of-york-mla": 3,
    "harvard-cite-them-right": 5,
    "elsevier-harvard": 3,
    "ieee": 4,
    "vancouver-nlm": 2,
    "elsevier-vancouver": 2,
    "nlm-citation-sequence": 2,
    "american-medical-association": 2,
    "american-sociological-association": 3,
    "american-anthropological-association": 2,
    "american-political-science-association": 2,
    "turabian-author-date": 2,
    "nature": 1,
    "springer-basic-author-date": 2,
    "chicago-author-date-16th-edition": 4,
    "chicago-notes-bibliography-17th-edition": 2,
    "taylor-and-francis-chicago-b-author-date": 1,
    "sage-harvard": 2,
    "iso690-author-date-en": 2,
    "din-1505-2": 1,
    "associacao-brasileira-de-normas-tecnicas": 1,
}
_SHARE_OF_COMMON = 0.5
_LOCALES = ("de-DE", "fr-FR", "es-ES", "it-IT", "pt-BR", "nl-NL", "en-GB")
_SHARE_OF_LOCALES = 0.15
#: The sources that are rendered at once: loading a style takes as long.
_BATCH = 8
_FEWEST_LABELS = 3


def generate(
    sources: Sequence[Source], count: int, choice: random.Random
) -> Iterator[Example]:
    """Yield references to some sources, damaged."""
    for pieces in renderings(sources, count, choice):
        yield example_of(damaged(pieces, choice))


def renderings(
    sources: Sequence[Source], count: int, choice: random.Random
) -> Iterator[list[Piece]]:
    """Yield references to some sources as the styles want them."""
    by_type = _by_type(sources)
    styles = [each for each in style_ids() if not style_info(each).parent]
    made = 0
    while made < count:
        style = _style(styles, choice)
        if style is None:
            continue
        batch = [_pick(by_type, choice) for _ in range(_BATCH)]
        unique = {source.key: varied(source, choice) for source in batch}
        for pieces in render_pieces(style, _locale(style, choice), [*unique.values()]):
            if _is_telling(pieces):
                yield pieces
                made += 1


def _by_type(sources: Sequence[Source]) -> dict[str, list[Source]]:
    by_type: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        by_type[source.type if source.type in TYPES else ""].append(source)
    return by_type


def _pick(by_type: dict[str, list[Source]], choice: random.Random) -> Source:
    shares = [TYPES.get(each, OTHER_TYPES) for each in by_type]
    chosen = choice.choices([*by_type], shares)[0]
    return choice.choice(by_type[chosen])


def _style(styles: Sequence[str], choice: random.Random) -> Style | None:
    """Return a style with a bibliography."""
    name = choice.choice(styles)
    if choice.random() < _SHARE_OF_COMMON:
        shares = list(_COMMON_STYLES.values())
        name = choice.choices(list(_COMMON_STYLES), shares)[0]
    try:
        style = load_style(name)
    except LoccitError:
        return None
    return style if style.bibliography else None


def _locale(style: Style, choice: random.Random) -> str:
    if choice.random() < _SHARE_OF_LOCALES:
        return choice.choice(_LOCALES)
    return style.default_locale or "en-US"


def _is_telling(pieces: Sequence[Piece]) -> bool:
    """Return whether a reference has a title and enough else."""
    labels = {piece.label for piece in pieces} - {"other"}
    return "title" in labels and len(labels) >= _FEWEST_LABELS
