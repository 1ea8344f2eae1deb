"""Take settings from the values of a file, or say where one is of the wrong kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import TypeAlias

from loccit._startup.regex import regex
from loccit.errors import InvalidSettings
from loccit.model import Place
from loccit.text_files.positions import Positions
from loccit.values.yaml import read_flag

#: The markup that citations can be written in, and the output that writes it.
MARKUPS = {"markdown": "markdown", "html": "html", "plain": "plain_text"}
#: What citations of a document can be: live ones of a program, or text.
FIELDS = ("zotero", "word", "none")

#: An address that may stand in the header of a request: visible ASCII around an `@`.
_ADDRESS = regex(r"[!-?A-~]+@[!-?A-~]+")

#: What a file says: values by the names of settings.
Values: TypeAlias = Mapping[str, object]
#: The place of a setting, by its name.
PlaceOf: TypeAlias = Callable[[str], Place]


def place_of_setting(name: str, text: str, path: str) -> Place:
    """Return the place of a setting in YAML or TOML, by its first line; only the file
    if the name isn't found.

    >>> place_of_setting("csl", "lang = 'de-DE'\\ncsl = 3\\n", "loccit.toml")
    Place(path='loccit.toml', line=2, column=1, unit='line')
    """
    words = re.escape(name).replace(r"\-", "[-_]")
    pattern = re.compile(rf"^[ \t]*[\"']?{words}[\"']?[ \t]*[:=]", re.MULTILINE)
    found = pattern.search(text)
    if found is None:
        return Place(path)
    position = Positions(text).at(found.start())
    return Place(path, position.line, 1)


class SettingReader:
    """Take settings of the right kind from the values of a file."""

    def __init__(self, values: Values, place_of: PlaceOf) -> None:
        """Args:
        values: by name, with hyphens or underscores.
        place_of: the place of a setting, by its name, for errors.
        """
        self._values: dict[str, object] = {}
        for name, value in values.items():
            self._values[name.replace("_", "-")] = value
        self._place_of = place_of

    def text(self, name: str) -> str | None:
        """Return a text; None if it is not set."""
        value = self._values.get(name)
        if value is None or isinstance(value, str):
            return value
        raise self.wrong(name, "text")

    def texts(self, name: str, wanted: str) -> tuple[str, ...]:
        """Return a list of texts; a single text is a list of one."""
        value = self._values.get(name)
        if value is None:
            return ()
        listed = value if isinstance(value, list) else [value]
        if all(isinstance(item, str) for item in listed):
            return tuple(listed)
        raise self.wrong(name, wanted)

    def flag(self, name: str) -> bool | None:
        """Return true or false; None if it is not set.

        A settings file in TOML has truth values, front matter has text.
        """
        value = self._values.get(name)
        if value is None:
            return None
        if isinstance(value, str):
            value = read_flag(value)
        if isinstance(value, bool):
            return value
        raise self.wrong(name, "true or false")

    def references(self) -> tuple[Values, ...]:
        """Return the sources in CSL-YAML."""
        value = self._values.get("references")
        if value is None:
            return ()
        if isinstance(value, list) and all(isinstance(each, Mapping) for each in value):
            return tuple(value)
        raise self.wrong("references", "a list of sources in CSL-YAML")

    def nocite(self) -> tuple[str, ...]:
        """Return the keys to list without citing them."""
        # Most commands need no essays, and start faster without them.
        from loccit.essays.front_matter import nocite_keys

        return nocite_keys(self.texts("nocite", "keys, such as `@key1, @key2` or `@*`"))

    def markup(self) -> str | None:
        """Return the name of a markup; None if it is not set."""
        return self._one_of(MARKUPS, "markup")

    def fields(self) -> str | None:
        """Return what citations of a document become; None if it is not set."""
        return self._one_of(FIELDS, "fields")

    def mailto(self) -> str | None:
        """Return an e-mail address; None if it is not set."""
        address = self.text("mailto")
        if address is None or _ADDRESS.fullmatch(address):
            return address
        raise self.wrong("mailto", "an e-mail address")

    def _one_of(self, known: Collection[str], name: str) -> str | None:
        value = self.text(name)
        if value is None or value in known:
            return value
        raise self.wrong(name, f"one of {', '.join(known)}")

    def wrong(self, name: str, wanted: str) -> InvalidSettings:
        """Return the error for a value that is not of the wanted kind."""
        return InvalidSettings(
            f"`{name}` should be {wanted}, not {self._values[name]!r:.60}.",
            place=self._place_of(name),
        )
