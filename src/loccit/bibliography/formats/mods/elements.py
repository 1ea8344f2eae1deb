"""Read the elements of a MODS record as lines; their tags are the paths in fields.py."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from loccit._startup.regex import regex
from loccit.bibliography.formats.mods.fields import RELATORS
from loccit.bibliography.records.lines import Line
from loccit.bibliography.xml import Element

#: Elements about the record itself, and those that are read elsewhere: for the type, or
#: with a name.
_OF_THE_RECORD = frozenset(
    [
        "recordInfo",
        "extension",
        "typeOfResource",
        "issuance",
        "frequency",
        "digitalOrigin",
        "internetMediaType",
        "scriptTerm",
        "displayForm",
        "etal",
        "alternativeName",
    ]
)
#: A role is a code or a term.
_CODES = {term: code for code, term in RELATORS.items()} | {
    code: code for code in RELATORS
}
#: Roles of groups whose name is read as text, without the comma that marks a group.
_GROUPS = frozenset(["dgg", "pbl", "conference"])
#: Library catalogs put these around a date that is not in the work itself.
_BRACKETS = "[]()."
#: After these no space belongs before the title: "L’", "L'", "al-".
_ELISIONS = ("’", "'", "-")
#: A title that ends in one of these needs no colon before its subtitle.
_STOPS = (":", "?", "!")
#: The encodings of dates that say exactly what is meant.
_PRECISE = frozenset(["w3cdtf", "edtf", "iso8601"])
#: The signs of EDTF for uncertain dates.
_QUALIFIERS = {"approximate": "~", "inferred": "~", "questionable": "?"}
#: "xii, 320 p. ; 24 cm", as catalogs have it.
_NUMBER_OF_PAGES = regex(
    r"(?:[ivxlc]+, ?)?(\d+) ?(?:p\.?|pp\.?|pages?|S\.|Seiten)?(?: ?[;:].*)?"
)
_NUMBER_OF_VOLUMES = regex(r"(\d+) ?(?:v\.?|vols?\.?|volumes?)(?: ?[;:].*)?")


def lines_of(element: Element, path: str = "") -> Iterator[Line]:
    """Read the lines of all elements in an element, whose path is `path`."""
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
    """Return the name of an element with its type, as a step of a path."""
    type_ = element.attributes.get("type", "").strip()
    return f"{element.name}[{type_}]" if type_ else element.name


def _line(element: Element, path: str, tag: str = "", text: str | None = None) -> Line:
    return Line(
        f"{path}{tag or step(element)}",
        (element.text() if text is None else text).strip(),
        element.position,
    )


def _title(info: Element, path: str) -> Iterator[Line]:
    """Read a title with its article and its subtitles, and numbers and names of parts."""
    title, article = info.text("title").strip(), info.text("nonSort").strip()
    if article:
        space = "" if article.endswith(_ELISIONS) else " "
        title = f"{article}{space}{title}"
    for subtitle in info.all("subTitle"):
        colon = "" if title.endswith(_STOPS) else ":"
        title = f"{title}{colon} {subtitle.text().strip()}"
    yield _line(info, path, f"{step(info)}/title", title)
    for name in ("partNumber", "partName"):
        for part in info.all(name):
            yield _line(part, path, f"titleInfo/{name}")


def _name(name: Element, path: str) -> Iterator[Line]:
    """Read a name once for each of its roles."""
    text = _name_text(name)
    if text:
        for code in _role_codes(name):
            of_role = text.rstrip(",") if code in _GROUPS else text
            yield _line(name, path, f"name/{code}", of_role)
    for more in ("affiliation", "description"):
        for child in name.all(more):
            yield _line(child, path, f"name/{more}")


def _role_codes(name: Element) -> list[str]:
    """Return MARC's codes of the roles, or the first role if none is known.

    A name without a role is an author's, or a conference's.
    """
    terms = [term for role in name.all("role") for term in role.all("roleTerm")]
    roles = [term.text().strip().lower().rstrip(".") for term in terms]
    codes = dict.fromkeys(_CODES[role] for role in roles if role in _CODES)
    if codes:
        return list(codes)
    if roles:
        return roles[:1]
    return ["conference" if name.attributes.get("type") == "conference" else "aut"]


def _name_text(name: Element) -> str:
    """Return a name with the surname first; a group's ends in a comma."""
    parts = _name_parts(name)
    whole = parts.get("") or name.text("displayForm").strip()
    family, given = parts.get("family", ""), parts.get("given", "")
    if not family and not given:
        return whole if not whole or _is_person(name, whole) else f"{whole},"
    suffix = parts.get("termsOfAddress") or parts.get("suffix", "")
    return ", ".join(filter(None, [family or whole, given, suffix]))


def _name_parts(name: Element) -> dict[str, str]:
    """Return the parts of a name by their type; parts of one type are joined."""
    parts: dict[str, str] = {}
    for part in name.all("namePart"):
        text = " ".join(part.text().split())
        if text:
            type_ = part.attributes.get("type", "")
            earlier = parts.get(type_, "")
            parts[type_] = f"{earlier} {text.rstrip(',')}".lstrip()
    return parts


def _is_person(name: Element, whole: str) -> bool:
    type_ = name.attributes.get("type", "")
    return type_ == "personal" or (not type_ and "," in whole)


def _origin(origin: Element, path: str) -> Iterator[Line]:
    path = f"{path}originInfo/"
    dates: dict[str, list[Element]] = {}
    for child in origin:
        if "date" in child.name.lower():
            dates.setdefault(child.name, []).append(child)
        elif child.name == "place":
            yield from _place(child, path)
        elif child.name not in _OF_THE_RECORD:
            yield _line(child, path)
    for name, elements in dates.items():
        yield _line(elements[0], path, name, _date(elements))


def _place(place: Element, path: str) -> Iterator[Line]:
    """Read the names of a place, without its codes."""
    terms = place.all("placeTerm")
    names = [term for term in terms if term.attributes.get("type") != "code"]
    if names:
        text = ", ".join(name.text().strip() for name in names)
        yield _line(place, path, "place", text)


def _date(elements: Sequence[Element]) -> str:
    """Read a date, which can be given several times.

    Catalogs have a date as printed and in their own encoding, and programs in a precise
    one. The start and the end of a range are separate elements.
    """
    chosen = _most_precise(elements)
    ends = {
        element.attributes.get("point", "start"): element.text().strip()
        for element in reversed(chosen)  # of several starts, the first counts
    }
    start = ends.get("start", "").strip(_BRACKETS)
    qualifier = _QUALIFIERS.get(chosen[0].attributes.get("qualifier", ""), "")
    end = ends.get("end")
    return f"{start}{qualifier}/{end}" if end else f"{start}{qualifier}"


def _most_precise(elements: Sequence[Element]) -> Sequence[Element]:
    encodings = [element.attributes.get("encoding", "") for element in elements]
    encoded = list(zip(elements, encodings, strict=True))
    precise = [element for element, name in encoded if name.lower() in _PRECISE]
    printed = [element for element, name in encoded if name != "marc"]
    return precise or printed or elements


def _part(part: Element, path: str) -> Iterator[Line]:
    path = f"{path}part/"
    for child in part:
        if child.name == "detail":
            yield from _detail(child, path)
        elif _is_pages(child):
            yield _line(child, path, "extent[page]", _pages(child))
        else:
            yield _line(child, path)


def _detail(detail: Element, path: str) -> Iterator[Line]:
    """Read the number of a volume, an issue, ..., which may be its title or caption."""
    type_ = detail.attributes.get("type") or "number"
    for name in ("number", "title", "caption"):
        number = detail.first(name)
        if number:
            yield _line(detail, path, f"detail[{type_}]/number", number.text())
            return


def _is_pages(element: Element) -> bool:
    unit = element.attributes.get("unit", "page")
    return element.name == "extent" and unit.startswith("page")


def _pages(extent: Element) -> str:
    ends = [extent.text(name).strip() for name in ("start", "end")]
    distinct = dict.fromkeys(filter(None, ends))
    return extent.text("list").strip() or "-".join(distinct)


def _physical(description: Element, path: str) -> Iterator[Line]:
    path = f"{path}physicalDescription/"
    for child in description:
        if child.name == "extent":
            yield _extent(child, path)
        elif child.name not in _OF_THE_RECORD:
            yield _with_authority(child, path)


def _extent(extent: Element, path: str) -> Line:
    """Read a number of pages or of volumes."""
    text = extent.text().strip()
    if pages := _NUMBER_OF_PAGES.fullmatch(text):
        return _line(extent, path, "pages", pages[1])
    if volumes := _NUMBER_OF_VOLUMES.fullmatch(text):
        return _line(extent, path, "volumes", volumes[1])
    return _with_authority(extent, path)


def _with_authority(element: Element, path: str) -> Line:
    authority = element.attributes.get("authority", "")
    tag = f"{element.name}[{authority}]" if authority else element.name
    return _line(element, path, tag)


def _location(location: Element, path: str) -> Iterator[Line]:
    path = f"{path}location/"
    for child in location:
        yield _line(child, path, child.name)
        if accessed := child.attributes.get("dateLastAccessed", ""):
            yield _line(child, path, "dateLastAccessed", accessed)


def _subject(subject: Element, path: str) -> Iterator[Line]:
    """Read subjects of all kinds as keywords, except codes."""
    for child in subject:
        if child.name == "cartographics":
            yield from lines_of(child, f"{path}subject/cartographics/")
        elif child.name in ("name", "titleInfo"):
            words = filter(None, [part.text().strip() for part in child])
            yield _line(child, path, "subject/topic", ", ".join(words))
        elif child.name != "geographicCode":
            yield _line(child, path, "subject/topic", " ".join(child.text().split()))


def _language(language: Element, path: str) -> Iterator[Line]:
    """Read a language, by its code rather than its name."""
    terms = language.all("languageTerm")
    coded = [term for term in terms if term.attributes.get("type") == "code"]
    for term in (coded or terms)[:1]:
        yield _line(term, path, "language")


def _genre(genre: Element, path: str) -> Iterator[Line]:
    yield _with_authority(genre, path)


def _identifier(identifier: Element, path: str) -> Iterator[Line]:
    type_ = identifier.attributes.get("type", "").strip().lower()
    if type_ != "citekey" and identifier.attributes.get("invalid") != "yes":
        yield _line(identifier, path, f"identifier[{type_}]" if type_ else "identifier")


def _related(item: Element, path: str) -> Iterator[Line]:
    """Read the container of a work, its series, its original, and what it reviews.

    The container's own container is a series too.
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
