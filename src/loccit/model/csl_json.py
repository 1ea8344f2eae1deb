"""Convert CSL-JSON items to sources and back: the only module that knows how CSL-JSON
writes names and dates.

Source: csl-data.json of citation-style-language/schema, 1.0.2.  Values of a wrong type
are read as well as possible and never raise, since items come from many programs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter

from loccit.model.date import Date, DateParts
from loccit.model.name import Name
from loccit.model.source import Source, Value

NAME_VARIABLES = frozenset(
    [
        "author",
        "chair",
        "collection-editor",
        "compiler",
        "composer",
        "container-author",
        "contributor",
        "curator",
        "director",
        "editor",
        "editor-translator",
        "editorial-director",
        "executive-producer",
        "guest",
        "host",
        "illustrator",
        "interviewer",
        "narrator",
        "organizer",
        "original-author",
        "performer",
        "producer",
        "recipient",
        "reviewed-author",
        "script-writer",
        "series-creator",
        "translator",
    ]
)
DATE_VARIABLES = frozenset(
    ["accessed", "available-date", "event-date", "issued", "original-date", "submitted"]
)

#: Spellings of before CSL 1.0.2 that csl-data.json still allows.
_OLD_NAMES = {
    "shortTitle": "title-short",
    "journalAbbreviation": "container-title-short",
}

#: Values inside values of `custom` that are read.
_DEEPEST = 300

#: A season in the place of a month: spring is 21, as in EDTF.
_SEASON_MONTH = 20

_NAME_PARTS = {
    "family": "family",
    "given": "given",
    "suffix": "suffix",
    "dropping-particle": "dropping_particle",
    "non-dropping-particle": "non_dropping_particle",
    "literal": "literal",
}
_WRITTEN_PARTS = {
    **_NAME_PARTS,
    "comma-suffix": "comma_suffix",
    "static-ordering": "static_ordering",
}
_parts_of = attrgetter(*_WRITTEN_PARTS.values())


def source_from_csl_json(item: Mapping[str, object]) -> Source:
    """Convert a CSL-JSON item; numbers become text.

    >>> issued = {"date-parts": [["2010", 5]]}
    >>> item = {"id": 7, "type": "book", "issued": issued, "volume": 3}
    >>> book = source_from_csl_json(item)
    >>> book.key, book.text("volume"), book.date("issued").start
    ('7', '3', DateParts(year=2010, month=5, day=None))
    """
    variables: dict[str, Value] = {}
    for name, raw in item.items():
        if name in ("id", "type") or (name == "custom" and isinstance(raw, Mapping)):
            continue
        variable = _OLD_NAMES.get(name, name)
        if variable != name and variable in item:
            continue
        value = _value(variable, raw)
        if value:
            variables[variable] = value
    custom = item.get("custom")
    values = custom if isinstance(custom, Mapping) else {}
    custom = {_text(name): _whole(value) for name, value in values.items()}
    return Source(
        _text(item.get("id")), _text(item.get("type")), variables, custom=custom
    )


def source_to_csl_json(source: Source) -> dict[str, object]:
    """Convert a source; reading the item again gives the same source.

    >>> doe = Name(family="Doe", given="Jane")
    >>> source_to_csl_json(Source("a", "book", {"author": (doe,)}))
    {'id': 'a', 'type': 'book', 'author': [{'family': 'Doe', 'given': 'Jane'}]}
    """
    item: dict[str, object] = {"id": source.key}
    if source.type:
        item["type"] = source.type
    for variable, value in source.variables.items():
        if isinstance(value, str):
            item[variable] = value
        elif isinstance(value, tuple):
            item[variable] = [_name_to_json(name) for name in value]
        else:
            item[variable] = _date_to_json(value)
    if source.custom:
        item["custom"] = dict(source.custom)
    return item


def _value(variable: str, raw: object) -> Value | None:
    if variable in DATE_VARIABLES:
        return date_from_csl_json(raw)
    if variable in NAME_VARIABLES:
        return _names(raw)
    if isinstance(raw, Mapping):
        date = date_from_csl_json(raw)
        if date is not None and (date.start or date.raw):
            return date
        return _names(raw) if _is_name(raw) else None
    if isinstance(raw, (list, tuple)):
        if any(isinstance(part, Mapping) for part in raw):
            return _names(raw)
        return ", ".join(filter(None, map(_text, raw)))
    return _text(raw)


def _text(raw: object) -> str:
    if isinstance(raw, str):
        return whole_text(raw)
    if isinstance(raw, bool) or raw is None or isinstance(raw, (Mapping, list, tuple)):
        return ""
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    return str(raw)


def _whole(raw: object, depth: int = 0) -> object:
    """Return a value of `custom` with texts that can be written to a file.

    Raises:
        RecursionError: it has too many values in values; compiled code would crash
            where Python raises this by itself.
    """
    if depth > _DEEPEST:
        raise RecursionError(f"a value is nested more than {_DEEPEST} deep")
    if isinstance(raw, Mapping):
        return {_text(name): _whole(value, depth + 1) for name, value in raw.items()}
    if isinstance(raw, list):
        return [_whole(value, depth + 1) for value in raw]
    return whole_text(raw) if isinstance(raw, str) else raw


def whole_text(text: str) -> str:
    """Replace the halves of characters, which JSON may contain and UTF-8 may not.

    Programs that shorten a text cut emoji in two.

    >>> whole_text("Ferries \\ud83d")
    'Ferries \ufffd'
    """
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _is_name(raw: Mapping[object, object]) -> bool:
    return any(part in raw for part in _NAME_PARTS)


def _names(raw: object) -> tuple[Name, ...]:
    people = raw if isinstance(raw, (list, tuple)) else (raw,)
    return tuple(name for name in map(_name, people) if name != Name())


def _name(raw: object) -> Name:
    if not isinstance(raw, Mapping):
        return Name(literal=_text(raw))
    parts = {
        _NAME_PARTS[part]: _name_part(value)
        for part, value in raw.items()
        if part in _NAME_PARTS
    }
    return Name(
        **parts,
        comma_suffix=_truth(raw.get("comma-suffix")),
        static_ordering=_truth(raw.get("static-ordering")),
        parse_names=_truth(raw.get("parse-names", True)),
    )


def _name_part(raw: object) -> str:
    """Return a part of a name, which pandoc-citeproc wrote as a list of words, too."""
    if isinstance(raw, (list, tuple)):
        return " ".join(filter(None, map(_text, raw)))
    return _text(raw)


def _truth(raw: object) -> bool:
    """Read a truth value: csl-data.json allows true, 1 and "true" alike, and YAML has
    more words for false.
    """
    if isinstance(raw, str):
        return raw.lower() not in ("", "0", "false", "no", "off")
    return raw not in (None, False, 0)


def date_from_csl_json(raw: object) -> Date | None:
    """Read the value of a date variable.

    >>> date_from_csl_json({"date-parts": [[2010, "5"]]}).start
    DateParts(year=2010, month=5, day=None)
    """
    if isinstance(raw, (list, tuple)):
        # pandoc-citeproc wrote a mapping with `year`, or a list of such mappings.
        raw = {"date-parts": [_old_parts(end) for end in raw]}
    if not isinstance(raw, Mapping):
        text = _text(raw)
        return Date(raw=text) if text else None
    parts = [part for part in map(_date_parts, _ends(raw)) if part]
    date = Date(
        start=parts[0] if parts else None,
        end=parts[1] if len(parts) > 1 else None,
        season=_number(raw.get("season")) or None,
        circa=_truth(raw.get("circa")),
        literal=_text(raw.get("literal")),
        raw=_text(raw.get("raw")) or _season_in_words(raw.get("season")),
    )
    return date if date != Date() else None


def _ends(raw: Mapping[object, object]) -> Sequence[object]:
    """Return the parts of one date, or of both ends of a range; some programs write the
    parts of one date without a list around them.
    """
    ends = raw.get("date-parts", [_old_parts(raw)])
    if not isinstance(ends, (list, tuple)):
        return ()
    if ends and not any(isinstance(end, (list, tuple)) for end in ends):
        return [ends]
    return ends


def _old_parts(end: object) -> object:
    """Return the parts of a mapping; a season is in the place of the month."""
    if not isinstance(end, Mapping):
        return end
    month, season = end.get("month"), _number(end.get("season"))
    if not month and season:
        month = _SEASON_MONTH + season
    return [end.get("year"), month, end.get("day")]


def _season_in_words(raw: object) -> str:
    """Return a season that is not a number ("Trinity"), which is kept as text."""
    if not isinstance(raw, str) or _number(raw) is not None:
        return ""
    return raw


def _date_parts(raw: object) -> DateParts | None:
    parts = raw if isinstance(raw, (list, tuple)) else [raw]
    numbers = [_number(part) for part in parts[:3]]
    if not numbers or numbers[0] is None:
        return None
    _, month, day = (*numbers, None, None)[:3]
    return DateParts(numbers[0], month or None, (day or None) if month else None)


def _number(raw: object) -> int | None:
    try:
        return int(_text(raw))
    except ValueError:
        return None


def _date_to_json(date: Date) -> dict[str, object]:
    ends = [
        [part for part in (end.year, end.month, end.day) if part is not None]
        for end in (date.start, date.end)
        if end
    ]
    fields: dict[str, object] = {
        "date-parts": ends,
        "season": date.season,
        "circa": date.circa,
        "literal": date.literal,
        "raw": date.raw,
    }
    return {name: value for name, value in fields.items() if value}


def _name_to_json(name: Name) -> dict[str, object]:
    item: dict[str, object] = {
        part: value
        for part, value in zip(_WRITTEN_PARTS, _parts_of(name), strict=True)
        if value
    }
    if not name.parse_names:
        item["parse-names"] = False
    return item
