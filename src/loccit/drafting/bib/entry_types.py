"""What each entry type is for, and the fields that its entries usually have."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from loccit._startup.namedtuple import NamedTuple


class EntryType(NamedTuple):
    """An entry type.

    Attributes:
        meaning: what it is for, in a few words.
        fields: those that its entries usually have, in the order in which people type
            them.
    """

    meaning: str
    fields: tuple[str, ...]


def _type(meaning: str, fields: str) -> EntryType:
    return EntryType(meaning, tuple(fields.split()))


_BOOK = "author title edition publisher address date volume series isbn doi url"
_EDITED = "editor title edition publisher address date volume series isbn doi url"
_CHAPTER = (
    "author title editor booktitle edition pages publisher address date isbn doi url"
)
_PAPER = "author title booktitle editor pages eventtitle eventdate venue publisher date doi url"
_THESIS = "author title type school date doi url"
_REPORT = "author title institution type number date doi url"
_FILM = "director title titleaddon publisher date url"
_MUSIC = "author title titleaddon publisher date url"
_SOFTWARE = "author title version publisher date doi url"
_DATA = "author title version publisher date doi url"
_ONLINE = "author title journal date url urldate"
_LAW = "title number date url"

#: The types of BibTeX (BibTeXing, 3.1), BibLaTeX (manual, 2.1) and biblatex-apa.
ENTRY_TYPES: Mapping[str, EntryType] = MappingProxyType(
    {
        "article": _type(
            "An article in a journal, magazine or newspaper",
            "author title journal date volume number pages doi url",
        ),
        "book": _type("A book", _BOOK),
        "incollection": _type("A chapter in an edited book", _CHAPTER),
        "inproceedings": _type("A paper in the proceedings of a conference", _PAPER),
        "thesis": _type("A thesis, of the kind that `type` names", _THESIS),
        "report": _type("A report of an institution", _REPORT),
        "online": _type("A web page or another work that is only online", _ONLINE),
        "misc": _type(
            "Whatever no other type fits", "author title howpublished date url"
        ),
        "phdthesis": _type("A doctoral dissertation", _THESIS),
        "mastersthesis": _type("A master's thesis", _THESIS),
        "techreport": _type("A report of an institution", _REPORT),
        "inbook": _type("A part of a book with a title of its own", _CHAPTER),
        "collection": _type("A book of chapters by several authors", _EDITED),
        "proceedings": _type("The proceedings of a conference", _EDITED),
        "conference": _type("A paper, as `inproceedings`", _PAPER),
        "booklet": _type(
            "A brochure without a publisher", "author title howpublished date url"
        ),
        "manual": _type(
            "A manual or another technical document",
            "author title organization edition date url",
        ),
        "unpublished": _type(
            "A manuscript, or a talk",
            "author title howpublished eventtitle venue date url",
        ),
        "periodical": _type(
            "A whole issue of a journal", "editor title volume number date issn doi url"
        ),
        "suppperiodical": _type(
            "A part of an issue, such as a letter to its editor",
            "author title journal date volume number pages doi url",
        ),
        "review": _type(
            "A review", "author title journal date volume number pages doi url"
        ),
        "reference": _type("An encyclopedia or a dictionary", _EDITED),
        "inreference": _type("An entry of an encyclopedia or a dictionary", _CHAPTER),
        "bookinbook": _type("A book that is printed within another", _CHAPTER),
        "suppbook": _type(
            "A foreword, an introduction or another addition to a book", _CHAPTER
        ),
        "suppcollection": _type(
            "A foreword, an introduction or another addition to an edited book",
            _CHAPTER,
        ),
        "mvbook": _type("A book of several volumes", _BOOK),
        "mvcollection": _type("An edited book of several volumes", _EDITED),
        "mvproceedings": _type("Proceedings of several volumes", _EDITED),
        "mvreference": _type("An encyclopedia of several volumes", _EDITED),
        "patent": _type("A patent", "author title number date url"),
        "standard": _type("A standard", "author title number publisher date url"),
        "dataset": _type("A data set", _DATA),
        "data": _type("A data set", _DATA),
        "software": _type("A program", _SOFTWARE),
        "softwareversion": _type("A version of a program", _SOFTWARE),
        "softwaremodule": _type("A part of a program", _SOFTWARE),
        "codefragment": _type("Some lines of a program", _SOFTWARE),
        "presentation": _type(
            "A talk", "author title titleaddon eventtitle eventdate venue date url"
        ),
        "artwork": _type(
            "A painting, a sculpture or another work of art",
            "author title titleaddon publisher address date url",
        ),
        "image": _type("A picture", "author title titleaddon publisher date url"),
        "movie": _type("A film", _FILM),
        "video": _type("A film, an episode of a series or another video", _FILM),
        "performance": _type("A performance", _FILM),
        "audio": _type("A podcast or another recording", _MUSIC),
        "music": _type("A song or an album", _MUSIC),
        "letter": _type(
            "A letter or another personal communication", "author recipient title date"
        ),
        "jurisdiction": _type(
            "A decision of a court", "title citation organization date url"
        ),
        "legislation": _type("A law", _LAW),
        "legadminmaterial": _type("A regulation or an order", _LAW),
        "legmaterial": _type("A bill, a hearing or a resolution", _LAW),
        "constitution": _type("A constitution", _LAW),
        "legal": _type("A treaty", _LAW),
        "commentary": _type("A commentary on a law", _BOOK),
        "electronic": _type("A web page, as `online`", _ONLINE),
        "www": _type("A web page, as `online`", _ONLINE),
        "set": _type("Several entries that are cited as one", "entryset"),
        "xdata": _type("Fields for other entries, which take them by `xdata`", ""),
        "string": _type("An abbreviation: `@string{jn = {Journal of Names}}`", ""),
        "preamble": _type("TeX that goes before the list of sources", ""),
        "comment": _type("A comment", ""),
    }
)

#: Blocks that are not entries.
NO_ENTRIES = frozenset(["string", "preamble", "comment"])
