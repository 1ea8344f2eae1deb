"""What the elements of a MODS record say, as lines whose tags are the paths of
mods_fields.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from loccit._startup.regex import regex
from loccit.bibliography.formats.mods.fields import RELATORS
from loccit.bibliography.records.lines import Line
from loccit.bibliography.xml import Element

#: What says how the record was made, and what is read elsewhere: the type, and how a
#: work appears.
_OF_THE_RECORD = frozenset(
    [
        *(
            "recordInfo",
            "extension",
            "typeOfResource",
            "issuance",
            "frequency",
            "digitalOrigin",
            "internetMediaType",
        ),
        *("scriptTerm", "displayForm", "etal", "alternativeName"),
    ]
)
_CODES = {term: code for code, term in RELATORS.items()} | {
    code: code for code in RELATORS
}
#: What is no person's: its text is that of the element.
_GROUPS = frozenset(["dgg", "pbl", "conference"])
#: What library catalogues have round a date that the work itself does not give.
_BRACKETS = "[]()."
_PRECISE = frozenset(["w3cdtf", "edtf", "iso8601"])
_QUALIFIERS = {"approximate": "~", "inferred": "~", "questionable": "?"}
_NUMBER_OF_PAGES = regex(
    r"(?:[ivxlc]+, ?)?(\d+) ?(?:p\.?|pp\.?|pages?|S\.|Seiten)?(?: ?[;:].*)?"
)
_NUMBER_OF_VOLUMES = regex(r"(\d+) ?(?:v\.?|vols?\.?|volumes?)(?: ?[;:].*)?")


def lines_of(element: Element, path: str = "") -> Iterator[Line]:
    """The lines of all that an element holds."""
    for child in element:
        if child.name in _OF_THE_RECORD:
            continue
        if reader := _READERS.get(child.name):
            yield from reader(child, path)
        elif list(child):
            yield from lines_of(child, f"{path}{step(child)}/")
        else:
            yield _line(child, path)


def step(element: Element) -> str:
    """The name of an element and its type, as a path has them."""
    type_ = element.attributes.get("type", "").strip()
    return f"{element.name}[{type_}]" if type_ else element.name


def _line(element: Element, path: str, tag: str = "", text: str | None = None) -> Line:
    return Line(
        f"{path}{tag or step(element)}",
        (element.text() if text is None else text).strip(),
        element.position,
    )


def _title(info: Element, path: str) -> Iterator[Line]:
    """The title with its article and its subtitle; numbers and names of parts."""
    title, article = info.text("title").strip(), info.text("nonSort").strip()
    if article:
        title = (
            f"{article}{'' if article.endswith(('’', chr(39), '-')) else ' '}{title}"
        )
    for subtitle in info.all("subTitle"):
        title = f"{title}{':' * (not title.endswith(tuple(':?!')))} {subtitle.text().strip()}"
    yield _line(info, path, f"{step(info)}/title", title)
    for name in ("partNumber", "partName"):
        for part in info.all(name):
            yield _line(part, path, f"titleInfo/{name}")


def _name(name: Element, path: str) -> Iterator[Line]:
    """A name, under what it did; without a role it is an author's, or a conference's."""
    type_ = name.attributes.get("type", "")
    roles = [
        term.text().strip().lower().rstrip(".")
        for role in name.all("role")
        for term in role.all("roleTerm")
    ]
    codes = list(dict.fromkeys(_CODES[role] for role in roles if role in _CODES))
    codes = codes or roles[:1] or ["conference" if type_ == "conference" else "aut"]
    text = _name_text(name, type_)
    for code in codes if text else ():
        yield _line(
            name, path, f"name/{code}", text.rstrip(",") if code in _GROUPS else text
        )
    for more in ("affiliation", "description"):
        for child in name.all(more):
            yield _line(child, path, f"name/{more}")


def _name_text(name: Element, type_: str) -> str:
    """A name with the surname first; that of a group ends in a comma."""
    parts: dict[str, list[str]] = {}
    for part in name.all("namePart"):
        if text := " ".join(part.text().split()):
            parts.setdefault(part.attributes.get("type", ""), []).append(
                text.rstrip(",")
            )
    whole = " ".join(parts.get("", [])) or name.text("displayForm").strip()
    if not parts.get("family") and not parts.get("given"):
        is_person = type_ == "personal" or (not type_ and "," in whole)
        return whole if is_person or not whole else f"{whole},"
    family, given = (" ".join(parts.get(part, [])) for part in ("family", "given"))
    suffix = " ".join(parts.get("termsOfAddress", parts.get("suffix", [])))
    return ", ".join(filter(None, [family or whole, given, suffix]))


def _origin(origin: Element, path: str) -> Iterator[Line]:
    path = f"{path}originInfo/"
    dates: dict[str, list[Element]] = {}
    for child in origin:
        if "date" in child.name.lower():
            dates.setdefault(child.name, []).append(child)
        elif child.name == "place":
            terms = [
                term
                for term in child.all("placeTerm")
                if term.attributes.get("type") != "code"
            ]
            if names := [term.text().strip() for term in terms]:
                yield _line(child, path, "place", ", ".join(names))
        elif child.name not in _OF_THE_RECORD:
            yield _line(child, path)
    for name, elements in dates.items():
        yield _line(elements[0], path, name, _date(elements))


def _date(elements: Sequence[Element]) -> str:
    """A date that may be told several times, as catalogues and as programs write it,
    and as a beginning and an end.
    """
    precise = [
        element
        for element in elements
        if element.attributes.get("encoding", "").lower() in _PRECISE
    ]
    typed = [
        element for element in elements if element.attributes.get("encoding") != "marc"
    ]
    chosen = precise or typed or elements
    ends = {
        element.attributes.get("point", "start"): element.text().strip()
        for element in reversed(chosen)
    }
    start = ends.get("start", "").strip(_BRACKETS)
    qualifier = next(
        (
            _QUALIFIERS.get(element.attributes.get("qualifier", ""), "")
            for element in chosen
        ),
        "",
    )
    return (
        f"{start}{qualifier}/{ends['end']}"
        if ends.get("end")
        else f"{start}{qualifier}"
    )


def _part(part: Element, path: str) -> Iterator[Line]:
    path = f"{path}part/"
    for child in part:
        if child.name == "detail":
            number = (
                child.first("number") or child.first("title") or child.first("caption")
            )
            type_ = child.attributes.get("type") or "number"
            if number:
                yield _line(child, path, f"detail[{type_}]/number", number.text())
        elif child.name == "extent" and child.attributes.get("unit", "page").startswith(
            "page"
        ):
            ends = [
                text for name in ("start", "end") if (text := child.text(name).strip())
            ]
            yield _line(
                child,
                path,
                "extent[page]",
                child.text("list").strip() or "-".join(dict.fromkeys(ends)),
            )
        else:
            yield _line(child, path)


def _physical(description: Element, path: str) -> Iterator[Line]:
    path = f"{path}physicalDescription/"
    for child in description:
        text = child.text().strip()
        if child.name == "extent" and (found := _NUMBER_OF_PAGES.fullmatch(text)):
            yield _line(child, path, "pages", found[1])
        elif child.name == "extent" and (found := _NUMBER_OF_VOLUMES.fullmatch(text)):
            yield _line(child, path, "volumes", found[1])
        elif child.name not in _OF_THE_RECORD:
            authority = child.attributes.get("authority", "")
            yield _line(
                child, path, f"{child.name}[{authority}]" if authority else child.name
            )


def _location(location: Element, path: str) -> Iterator[Line]:
    path = f"{path}location/"
    for child in location:
        yield _line(child, path, child.name)
        if accessed := child.attributes.get("dateLastAccessed", ""):
            yield _line(child, path, "dateLastAccessed", accessed)


def _subject(subject: Element, path: str) -> Iterator[Line]:
    """Subjects are keywords, whatever they are of; codes are not."""
    for child in subject:
        if child.name == "cartographics":
            yield from lines_of(child, f"{path}subject/cartographics/")
        elif child.name in ("name", "titleInfo"):
            words = ", ".join(text for part in child if (text := part.text().strip()))
            yield _line(child, path, "subject/topic", words)
        elif child.name != "geographicCode":
            yield _line(child, path, "subject/topic", " ".join(child.text().split()))


def _language(language: Element, path: str) -> Iterator[Line]:
    """A language, by its code rather than its name."""
    terms = language.all("languageTerm")
    coded = [term for term in terms if term.attributes.get("type") == "code"]
    for term in (coded or terms)[:1]:
        yield _line(term, path, "language")


def _genre(genre: Element, path: str) -> Iterator[Line]:
    authority = genre.attributes.get("authority", "")
    yield _line(genre, path, f"genre[{authority}]" if authority else "genre")


def _identifier(identifier: Element, path: str) -> Iterator[Line]:
    type_ = identifier.attributes.get("type", "").strip().lower()
    if type_ != "citekey" and identifier.attributes.get("invalid") != "yes":
        yield _line(identifier, path, f"identifier[{type_}]" if type_ else "identifier")


def _related(item: Element, path: str) -> Iterator[Line]:
    """What the work stands in, its series, its original, what it reviews; a host's own
    host is a series too.
    """
    type_ = item.attributes.get("type", "")
    if path and type_ in ("host", "series"):
        yield from lines_of(item, "relatedItem[series]/")
    elif type_ in ("host", "series", "original", "reviewOf"):
        yield from lines_of(item, f"{path}relatedItem[{type_}]/")
    else:
        yield _line(item, path)


_READERS: dict[str, Callable[[Element, str], Iterator[Line]]] = {
    "genre": _genre,
    "identifier": _identifier,
    "language": _language,
    "location": _location,
    "name": _name,
    "originInfo": _origin,
    "part": _part,
    "physicalDescription": _physical,
    "relatedItem": _related,
    "subject": _subject,
    "titleInfo": _title,
}
