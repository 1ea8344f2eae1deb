"""Books: from other publishers, in other editions, in series, reprinted."""

from __future__ import annotations

import random
from collections.abc import Sequence

from loccit.model import Date, Name, Source
from loccit.model.date import DateParts
from loccit.model.source import Value
from training.references.names import lines
from training.references.vary.films import film
from training.references.vary.reports import some_group

_OTHER_PUBLISHER = 0.5
_FILM = 0.05
_NAMED_PUBLISHER = 0.2
_TWO_SENTENCES = 0.15
_REPRINT = 0.05
_EDITIONS = (
    "2",
    "2",
    "3",
    "4",
    "5",
    "7",
    "10",
    "Rev. ed.",
    "revised edition",
    "2nd rev.",
)
_SERIES = (
    "Lecture Notes in Computer Science",
    "Oxford Studies in Ancient Philosophy",
    "Contributions in Sociology",
    "New Directions for Teaching and Learning",
    "Routledge Studies in Education",
    "Cambridge Texts in the History of Philosophy",
    "Graduate Texts in Mathematics",
    "Penguin Classics",
    "Oxford World's Classics",
    "Wiley Series in Probability and Statistics",
    "Springer Series in Statistics",
    "Use R!",
    "Sage Library of Social Research",
    "Quantitative Applications in the Social Sciences",
    "Studies in Language and Linguistics",
    "The Norton Library",
    "Library of America",
    "Current Topics in Behavioral Neurosciences",
    "Research Methods Series",
    "suhrkamp taschenbuch wissenschaft",
    "Reclams Universal-Bibliothek",
    "Beiträge zur Geschichte der Philosophie",
    "Schriftenreihe der Bundeszentrale für politische Bildung",
    "Bibliothèque de la Pléiade",
    "Que sais-je ?",
    "Folio essais",
    "Collection Points",
    "Biblioteca de Autores Cristianos",
    "Coleção Debates",
    "Economia e società",
)
_PUBLISHERS = (
    "{0}",
    "{0}",
    "{0} {1}",
    "{0} & {1}",
    "{0} and {1}",
    "{0} Press",
    "{0} Books",
    "{0} & Co.",
    "{0} & Sons",
    "{0} Verlag",
    "Verlag {0}",
    "Éditions {0}",
    "Editorial {0}",
    "Edizioni {0}",
    "Editora {0}",
    "{0} Publishing",
    "{0} Publishers",
    "{0}-{1}",
)


def other_book(source: Source, people: Sequence[Name], choice: random.Random) -> Source:
    """Return a book from another publisher, an edition of it, a reprint, a film."""
    if source.type == "book" and choice.random() < _FILM:
        return film(source, choice)
    source = source.with_variables(_edition(source, people, choice))
    share = choice.random()
    if share < _OTHER_PUBLISHER:
        source = source.with_variables(_publisher(choice))
    elif share < _OTHER_PUBLISHER + _NAMED_PUBLISHER and source.text("publisher"):
        source = source.with_variables({"publisher": _named_publisher(people, choice)})
    title = source.text("title")
    if ": " in title and choice.random() < _TWO_SENTENCES:
        source = source.with_variables({"title": title.replace(": ", ". ", 1)})
    if choice.random() < _REPRINT:
        first = Date(DateParts(choice.randint(1750, 1970)))
        source = source.with_variables({"original-date": first})
    return source


def _edition(
    source: Source, people: Sequence[Name], choice: random.Random
) -> dict[str, Value | None]:
    """Return who made an edition, which it is, and in what series it is."""
    values: dict[str, Value | None] = {}
    if choice.random() < (0.06 if source.type == "book" else 0.3):
        values["editor"] = tuple(choice.sample(people, choice.choice((1, 1, 2, 3))))
    if choice.random() < 0.07:
        values["translator"] = tuple(choice.sample(people, choice.choice((1, 1, 2))))
    if choice.random() < 0.1:
        values["edition"] = choice.choice(_EDITIONS)
    if choice.random() < 0.06:
        values["collection-title"] = choice.choice(_SERIES)
        values["collection-number"] = choice.choice((str(choice.randint(1, 300)), None))
    if source.type == "book" and choice.random() < 0.08:
        values["author"] = (some_group(choice),)
    return values


def _named_publisher(people: Sequence[Name], choice: random.Random) -> str:
    """Return a publisher that nobody knows, named after its founders."""
    one, other = [name.family for name in choice.sample(people, 2)]
    form = choice.choice(_PUBLISHERS)
    return form.format(one, other)


def _publisher(choice: random.Random) -> dict[str, Value | None]:
    name, places = choice.choice(lines("publishers")).split("|")
    place = choice.choice([*places.split(";"), ""])
    return {"publisher": name, "publisher-place": place or None}
