"""The settings of an essay, from three sources: the command line, the essay's front
matter, and a settings file.  `Settings.over` is how one takes precedence over another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from loccit._startup.dataclass import dataclass, replace
from loccit.errors import InvalidSettings
from loccit.model import Place
from loccit.text_files.positions import Positions
from loccit.values.yaml import read_flag

#: The markup that citations can be written in, and the output that writes it.
MARKUPS = {"markdown": "markdown", "html": "html", "plain": "plain_text"}


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one essay.  None, or an empty tuple, means "not set".

    The names are pandoc's (manual, "Citations"), so that an essay's front matter serves
    both programs.

    Attributes:
        bibliography: files and folders of sources.
        references: sources given in the essay itself, as CSL-YAML.
        csl: a style's id, address or path.
        lang: a BCP 47 language tag.
        nocite: keys to list without citing them; `*` means all.
        link_citations: link citations to the entries of the list.
        reference_section_title: the heading of a list that has none.
        suppress_bibliography: leave the list out.
        omit_repeated_year: leave the year out where a paragraph's sentences cite a work
            again.
        proper_nouns: names that keep their capitals where titles are put in sentence
            case.
        markup: one of `MARKUPS`, for citations; the essay's own if not set.
    """

    bibliography: tuple[Path, ...] = ()
    references: tuple[Mapping[str, object], ...] = ()
    csl: str | None = None
    lang: str | None = None
    nocite: tuple[str, ...] = ()
    link_citations: bool | None = None
    reference_section_title: str | None = None
    suppress_bibliography: bool | None = None
    omit_repeated_year: bool | None = None
    proper_nouns: tuple[str, ...] = ()
    markup: str | None = None

    def over(self, other: Settings) -> Settings:
        """Return these settings, with `other`'s where these are not set.

        >>> Settings(csl="apa").over(Settings(csl="ieee", lang="de-DE")).lang
        'de-DE'
        """
        own = {name: getattr(self, name) for name in SETTING_NAMES}
        given = {
            name: value
            for name, value in own.items()
            if value is not None and value != ()
        }
        return replace(other, **given)


#: The names of all settings.  `dataclasses.fields` would name them too, but makes the
#: standard dataclass first, which takes half a millisecond of every run.
SETTING_NAMES: tuple[str, ...] = Settings.__match_args__


def settings_from_mapping(
    values: Mapping[str, object],
    place_of: Callable[[str], Place],
    folders: Iterable[Path],
) -> Settings:
    """Read settings from an essay's front matter or a settings file; skip names that
    are not settings.

    Args:
        values: what was read; hyphens or underscores in the names.
        place_of: the place of a setting, by its name, for errors.
        folders: where relative paths may start; the first that has the file is used.

    Raises:
        InvalidSettings: a value is of the wrong kind.
    """
    reader = SettingReader(values, place_of)
    starts = tuple(folders)
    files = reader.texts("bibliography", "a path, or a list of paths")
    return Settings(
        bibliography=tuple(_path(file, starts) for file in files),
        references=reader.references(),
        csl=_style(reader.text("csl"), starts),
        lang=reader.text("lang"),
        nocite=reader.nocite(),
        link_citations=reader.flag("link-citations"),
        reference_section_title=reader.text("reference-section-title"),
        suppress_bibliography=reader.flag("suppress-bibliography"),
        omit_repeated_year=reader.flag("omit-repeated-year"),
        proper_nouns=reader.texts("proper-nouns", "a name, or a list of names"),
        markup=reader.markup(),
    )


def place_of_setting(name: str, text: str, path: str) -> Place:
    """Return the place of a setting in YAML or TOML, by its first line; only the file
    if the name isn't found.

    >>> place_of_setting("csl", "lang = 'de-DE'\\ncsl = 3\\n", "loccit.toml")
    Place(path='loccit.toml', line=2, column=1)
    """
    words = re.escape(name).replace(r"\-", "[-_]")
    pattern = re.compile(rf"^[ \t]*[\"']?{words}[\"']?[ \t]*[:=]", re.MULTILINE)
    found = pattern.search(text)
    if found is None:
        return Place(path)
    return Place(path, Positions(text).at(found.start()).line, 1)


class SettingReader:
    """Take settings of the right kind from the values of a file."""

    def __init__(
        self, values: Mapping[str, object], place_of: Callable[[str], Place]
    ) -> None:
        """Args:
        values: by name, with hyphens or underscores.
        place_of: the place of a setting, by its name, for errors.
        """
        self._values = {name.replace("_", "-"): value for name, value in values.items()}
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

    def references(self) -> tuple[Mapping[str, object], ...]:
        """Return the sources in CSL-YAML."""
        value = self._values.get("references")
        listed = [] if value is None else value
        if isinstance(listed, list) and all(
            isinstance(each, Mapping) for each in listed
        ):
            return tuple(listed)
        raise self.wrong("references", "a list of sources in CSL-YAML")

    def nocite(self) -> tuple[str, ...]:
        """Return the keys to list without citing them."""
        # Most commands need no essays, and start faster without them.
        from loccit.essays.front_matter import nocite_keys

        return nocite_keys(self.texts("nocite", "keys, such as `@key1, @key2` or `@*`"))

    def markup(self) -> str | None:
        """Return the name of a markup; None if it is not set."""
        value = self.text("markup")
        if value is None or value in MARKUPS:
            return value
        raise self.wrong("markup", f"one of {', '.join(MARKUPS)}")

    def wrong(self, name: str, wanted: str) -> InvalidSettings:
        """Return the error for a value that is not of the wanted kind."""
        return InvalidSettings(
            f"`{name}` should be {wanted}, not {self._values[name]!r:.60}.",
            place=self._place_of(name),
        )


def _style(name: str | None, folders: Sequence[Path]) -> str | None:
    """Return a style's id or address as it is, and a path as seen from its folder."""
    if name is None or "://" in name or not name.endswith(".csl"):
        return name
    return str(_path(name, folders))


def _path(name: str, folders: Sequence[Path]) -> Path:
    """Return the path in the first folder that has it; in the first folder if none
    does.
    """
    candidates = [folder / Path(name).expanduser() for folder in folders]
    return next((path for path in candidates if path.exists()), candidates[0])
