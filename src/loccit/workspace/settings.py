"""What the user asked for: the command first, then the essay's front matter, then a
settings file.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from functools import partial
from pathlib import Path

from loccit.errors import InvalidSettings, UnreadableFile
from loccit.model import Place

#: What citations may be written in, and the output that writes it.
MARKUPS = {"markdown": "markdown", "html": "html", "plain": "plain_text"}


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one essay.  None, or an empty tuple, is "not said".

    The names are pandoc's (manual, "Citations"), so that an essay's front matter serves
    both programs.

    Attributes:
        bibliography: files and folders of sources.
        references: sources given in the essay itself, as CSL-YAML.
        csl: a style's id, address or path.
        lang: a BCP 47 language tag.
        nocite: keys to list without citing them; `*` is all.
        link_citations: citations link to the entries of the list.
        reference_section_title: the heading of a list that has none.
        suppress_bibliography: no list.
        proper_nouns: names that keep their capitals where titles are put in sentence case.
        omit_repeated_year: a work that is cited again in the sentences of a paragraph is without its year there.
        markup: one of `MARKUPS`, which citations are written in; the essay's own where it is not said.
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
        """These settings, and `other`'s where these say nothing."""
        said = {field.name: getattr(self, field.name) for field in fields(self)}
        return replace(
            other,
            **{
                name: value
                for name, value in said.items()
                if value is not None and value != ()
            },
        )


def settings_from_mapping(
    values: Mapping[str, object],
    place_of: Callable[[str], Place],
    folders: Iterable[Path],
) -> Settings:
    """Settings from an essay's front matter or a settings file; names that are not
    settings are passed over.

    Args:
        values: what was read; hyphens or underscores in the names.
        place_of: where a setting stands, by its name, for errors.
        folders: where relative paths may start from; the first that holds the file is
            taken.

    Raises:
        InvalidSettings: a value is of the wrong kind.
    """
    reader = _Reader(
        {name.replace("_", "-"): value for name, value in values.items()},
        place_of,
        tuple(folders),
    )
    return Settings(
        bibliography=tuple(reader.path(name) for name in reader.texts("bibliography")),
        references=reader.references(),
        csl=reader.style(),
        lang=reader.text("lang"),
        nocite=reader.nocite(),
        link_citations=reader.flag("link-citations"),
        reference_section_title=reader.text("reference-section-title"),
        suppress_bibliography=reader.flag("suppress-bibliography"),
        omit_repeated_year=reader.flag("omit-repeated-year"),
        proper_nouns=reader.texts("proper-nouns", "a name, or a list of names"),
        markup=reader.markup(),
    )


def find_settings(folder: Path) -> Settings:
    """Settings from the nearest `loccit.toml`, or `pyproject.toml` with a
    `[tool.loccit]`, in `folder` or above it.

    Raises:
        InvalidSettings: the file is not TOML, or has a setting that is unknown or of the wrong kind.
    """
    for parent in _upwards(folder):
        for path in (parent / "loccit.toml", parent / "pyproject.toml"):
            if path.is_file() and (values := _read_toml(path)) is not None:
                place_of = partial(
                    place_of_setting, text=path.read_text("utf-8-sig"), path=str(path)
                )
                _refuse_unknown(values, place_of)
                return settings_from_mapping(values, place_of, [parent])
    return Settings()


def bibliography_paths(settings: Settings, start: Path) -> tuple[Path, ...]:
    """The files and folders of sources: those the settings name, else the nearest
    folder `bibliography`.
    """
    nearest = find_folder("bibliography", start)
    return settings.bibliography or ((nearest,) if nearest else ())


def place_of_setting(name: str, text: str, path: str) -> Place:
    """Where a setting stands in YAML or TOML, by its first line; the file alone if it
    can't be found.
    """
    words = re.escape(name).replace(r"\-", "[-_]")
    pattern = re.compile(rf"^[ \t]*[\"']?{words}[\"']?[ \t]*[:=]", re.MULTILINE)
    found = pattern.search(text)
    return (
        Place(path, text.count("\n", 0, found.start()) + 1, 1) if found else Place(path)
    )


def find_folder(name: str, start: Path) -> Path | None:
    """The nearest folder of that name, in `start` or above it; named from the current
    folder where it lies in there.
    """
    found = next(
        (parent / name for parent in _upwards(start) if (parent / name).is_dir()), None
    )
    here = Path.cwd()
    return found.relative_to(here) if found and found.is_relative_to(here) else found


def _upwards(folder: Path) -> tuple[Path, ...]:
    folder = folder.absolute()
    return (folder, *folder.parents)


def _read_toml(path: Path) -> Mapping[str, object] | None:
    """The settings in a TOML file, or None where a `pyproject.toml` has none."""
    if sys.version_info >= (
        3,
        11,
    ):  # imported where there is such a file: most essays have none
        import tomllib
    else:
        import tomli as tomllib
    try:
        values: dict[str, object] = tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise UnreadableFile(
            f"The settings can't be read: {error.strerror}.", place=Place(str(path))
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        if path.name == "pyproject.toml":
            return None  # another program's file; its faults are not ours to report
        raise InvalidSettings(
            f"This is not TOML: {error}.", place=Place(str(path))
        ) from error
    if path.name != "pyproject.toml":
        return values
    tool = values.get("tool")
    section = tool.get("loccit") if isinstance(tool, dict) else None
    return section if isinstance(section, dict) else None


def _refuse_unknown(
    values: Mapping[str, object], place_of: Callable[[str], Place]
) -> None:
    known = {field.name.replace("_", "-") for field in fields(Settings)}
    for name in values:
        if name.replace("_", "-") not in known:
            advice = f"There are: {', '.join(sorted(known))}."
            raise InvalidSettings(
                f"There is no setting `{name}`.", place=place_of(name), advice=advice
            )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Takes settings of the right kind from what was read."""

    values: Mapping[str, object]
    place_of: Callable[[str], Place]
    folders: tuple[Path, ...]

    def _fail(self, name: str, wanted: str) -> InvalidSettings:
        return InvalidSettings(
            f"`{name}` should be {wanted}, not {self.values[name]!r:.60}.",
            place=self.place_of(name),
        )

    def text(self, name: str) -> str | None:
        value = self.values.get(name)
        if value is None or isinstance(value, str):
            return value
        raise self._fail(name, "text")

    def texts(
        self, name: str, wanted: str = "a path, or a list of paths"
    ) -> tuple[str, ...]:
        value = self.values.get(name)
        listed = [] if value is None else value if isinstance(value, list) else [value]
        if all(isinstance(item, str) for item in listed):
            return tuple(listed)
        raise self._fail(name, wanted)

    def flag(self, name: str) -> bool | None:
        value = self.values.get(name)
        if value is None or isinstance(value, bool):
            return value
        raise self._fail(name, "true or false")

    def references(self) -> tuple[Mapping[str, object], ...]:
        value = self.values.get("references")
        listed = [] if value is None else value
        if isinstance(listed, list) and all(
            isinstance(item, Mapping) for item in listed
        ):
            return tuple(listed)
        raise self._fail("references", "a list of sources in CSL-YAML")

    def nocite(self) -> tuple[str, ...]:
        # Most commands need no essays, and start faster without them.
        from loccit.essays.front_matter import nocite_keys

        wanted = "keys, such as `@key1, @key2` or `@*`"
        return nocite_keys(self.texts("nocite", wanted))

    def markup(self) -> str | None:
        value = self.text("markup")
        if value is None or value in MARKUPS:
            return value
        raise self._fail("markup", f"one of {', '.join(MARKUPS)}")

    def style(self) -> str | None:
        """A style's id or address as it is; a path from where it stands."""
        name = self.text("csl")
        if name is None or "://" in name or not name.endswith(".csl"):
            return name
        return str(self.path(name))

    def path(self, name: str) -> Path:
        candidates = [folder / Path(name).expanduser() for folder in self.folders]
        return next((path for path in candidates if path.exists()), candidates[0])
