"""Labelled references in many styles, typed by many writers."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence

from loccit.csl import Style, load_style, style_ids, style_info
from loccit.errors import LoccitError
from loccit.model import Name, Source
from training.references.damage import damaged
from training.references.forms import typed_form
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
    "associacao-brasileira-de-normas-tecnicas": 2,
    "mhra-notes-publisher-place": 2,
    "mhra-author-date": 1,
    "oscola": 2,
    "iso690-author-date-fr": 1,
    "chicago-notes-bibliography-fr": 1,
    "chicago-author-date-de": 1,
    "lettres-et-sciences-humaines-fr": 1,
    "infoclio-de": 1,
    "deutsche-gesellschaft-fur-psychologie": 1,
    "iso690-author-date-es": 1,
    "bibliothecae-it": 1,
}
_SHARE_OF_COMMON = 0.5
_SHARE_OF_FORMS = 0.15
_LOCALES = ("de-DE", "fr-FR", "es-ES", "it-IT", "pt-BR", "nl-NL", "en-GB")
_SHARE_OF_LOCALES = 0.2
#: The sources that are rendered at once: loading a style takes as long.
_BATCH = 8
_FEWEST_LABELS = 3
_WITHOUT_TITLE = 0.25


def generate(
    sources: Sequence[Source], count: int, choice: random.Random
) -> Iterator[Example]:
    """Yield references to some sources, damaged."""
    for pieces in renderings(sources, count, choice):
        yield example_of(damaged(pieces, choice))


def renderings(
    sources: Sequence[Source], count: int, choice: random.Random
) -> Iterator[list[Piece]]:
    """Yield references to some sources, as the styles and other forms want them."""
    picker = _Picker(sources, choice)
    styles = [each for each in style_ids() if not style_info(each).parent]
    made = 0
    while made < count:
        for pieces in _batch(picker, styles, choice):
            yield pieces
            made += 1


def _batch(
    picker: _Picker, styles: Sequence[str], choice: random.Random
) -> Iterator[list[Piece]]:
    """Yield a few references in one style, or in other forms."""
    batch = {source.key: source for source in picker.pick(_BATCH)}
    if choice.random() < _SHARE_OF_FORMS:
        for source in batch.values():
            typed = typed_form(source, picker.people, choice)
            if typed is not None:
                yield typed
        return
    style = _style(styles, choice)
    if style is None:
        return
    locale = _locale(style, choice)
    for pieces in render_pieces(style, locale, list(batch.values())):
        if _is_telling(pieces, choice):
            yield pieces


class _Picker:
    """Picks sources of each type as often as people cite them, and varies them."""

    def __init__(self, sources: Sequence[Source], choice: random.Random) -> None:
        self.choice = choice
        self.by_type = _by_type(sources)
        self.people = _people(sources)

    def pick(self, count: int) -> Iterator[Source]:
        """Yield some sources."""
        types = [*self.by_type]
        shares = [TYPES.get(each, OTHER_TYPES) for each in types]
        for chosen in self.choice.choices(types, shares, k=count):
            source = self.choice.choice(self.by_type[chosen])
            yield varied(source, self.people, self.choice)


def _people(sources: Sequence[Source]) -> list[Name]:
    """Return the people among the authors."""
    people: dict[Name, None] = {}
    for source in sources:
        people.update(dict.fromkeys(source.names("author")))
    return [name for name in people if name.family and name.given]


def _by_type(sources: Sequence[Source]) -> dict[str, list[Source]]:
    by_type: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        by_type[source.type if source.type in TYPES else ""].append(source)
    return by_type


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


def _is_telling(pieces: Sequence[Piece], choice: random.Random) -> bool:
    """Return whether a reference has a title and enough else.

    Few people use the styles of physics and chemistry, which have no titles.
    """
    labels = {piece.label for piece in pieces} - {"other"}
    if len(labels) < _FEWEST_LABELS:
        return False
    if "title" in labels:
        return True
    has_place = {"container-title", "volume", "author"} <= labels
    return has_place and choice.random() < _WITHOUT_TITLE
