"""The settings file of a project: `loccit.toml`, or `[tool.loccit]` in a
`pyproject.toml`.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from loccit._startup.dataclass import dataclass
from loccit.errors import InvalidSettings
from loccit.model import Place
from loccit.text_files.reading import read_bytes
from loccit.values.toml import read_toml
from loccit.workspace.check_settings import CheckSettings, read_check_settings
from loccit.workspace.folders import folder_and_above
from loccit.workspace.setting_reader import (
    PlaceOf,
    SettingReader,
    Values,
    place_of_setting,
)
from loccit.workspace.settings import SETTING_NAMES, Settings, settings_from_mapping

#: The names of settings files; in a folder with both, the first counts.
SETTINGS_FILES = ("loccit.toml", "pyproject.toml")

_PATTERNS = "a pattern, or a list of patterns, such as `drafts/*.md`"


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """A settings file.

    Attributes:
        path: the file.
        settings: those of every essay that is formatted in its folder or below.
        essays: patterns of the project's essays, as in a `.gitignore`, relative to the
            file's folder; none if the file does not say.
        check: which rules `loccit check` checks.
    """

    path: Path
    settings: Settings
    essays: tuple[str, ...] = ()
    check: CheckSettings = CheckSettings()


def find_settings(folder: Path) -> Settings:
    """Return the settings of the nearest settings file, if there is one.

    Raises:
        InvalidSettings: as `find_settings_file`.
    """
    found = find_settings_file(folder)
    return found.settings if found else Settings()


def find_settings_file(folder: Path) -> SettingsFile | None:
    """Read the nearest `loccit.toml`, or `pyproject.toml` with a `[tool.loccit]`, in
    `folder` or above it.

    Raises:
        InvalidSettings: the file is not TOML, or has a setting that is unknown or of
            the wrong kind.
        UnreadableFile: it can't be read.
    """
    for parent in folder_and_above(folder):
        for path in (parent / name for name in SETTINGS_FILES):
            if path.is_file() and (found := _read(path)):
                return found
    return None


def _read(path: Path) -> SettingsFile | None:
    """Read a settings file; None for a `pyproject.toml` without our section."""
    data = read_bytes(path)
    try:
        text = data.decode("utf-8-sig")
        values = _section(read_toml(text), path)
    except ValueError as error:  # not TOML, or not UTF-8
        if path.name == "pyproject.toml":
            return None  # another program's file, and so are its errors
        raise InvalidSettings(
            f"This is not TOML: {error}.", place=Place(str(path))
        ) from error
    if values is None:
        return None
    place_of = partial(place_of_setting, text=text, path=str(path))
    _refuse_unknown(values, place_of)
    return SettingsFile(
        path,
        settings_from_mapping(values, place_of, [path.parent]),
        _essays(values, place_of),
        read_check_settings(values, place_of),
    )


def _section(values: Values, path: Path) -> Values | None:
    """Return the part of the file that is ours; None if it has none."""
    if path.name != "pyproject.toml":
        return values
    tool = values.get("tool")
    section = tool.get("loccit") if isinstance(tool, dict) else None
    return section if isinstance(section, dict) else None


def _essays(values: Values, place_of: PlaceOf) -> tuple[str, ...]:
    reader = SettingReader(values, place_of)
    patterns = reader.texts("essays", _PATTERNS)
    for pattern in patterns:
        parts = Path(pattern.removeprefix("!")).parts
        if ".." in parts or Path(pattern).is_absolute():
            raise reader.wrong("essays", "patterns below the folder of this file")
    return patterns


def _refuse_unknown(values: Values, place_of: PlaceOf) -> None:
    """Raise InvalidSettings for a name that is not a setting."""
    known = sorted(
        name.replace("_", "-") for name in ["check", "essays", *SETTING_NAMES]
    )
    for name in values:
        if name.replace("_", "-") not in known:
            raise InvalidSettings(
                f"There is no setting `{name}`.",
                place=place_of(name),
                advice=f"There are: {', '.join(known)}.",
            )
