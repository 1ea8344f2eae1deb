"""The section `[check]` of a settings file: which rules are checked where."""

from __future__ import annotations

from collections.abc import Mapping

from loccit._startup.dataclass import dataclass
from loccit.errors import InvalidSettings
from loccit.workspace.setting_reader import PlaceOf, SettingReader, Values

_RULES = "codes or names of rules, such as `C01`, `L` or `malformed-doi`"
_BY_FILE = 'a table of patterns with rules, such as `{"drafts/*" = ["R"]}`'
_NAMES = ("select", "ignore", "per-file-ignores")


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """Which rules are checked, by codes, names, or beginnings of codes.

    Attributes:
        select: those to check; all that are not off by default if there are none.
        ignore: those to leave out.
        per_file_ignores: those to leave out in some files, by patterns as in a
            `.gitignore`, relative to the settings file.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def rules(self) -> tuple[str, ...]:
        """All rules that are named."""
        of_files = [rule for _, rules in self.per_file_ignores for rule in rules]
        return (*self.select, *self.ignore, *of_files)


def read_check_settings(values: Values, place_of: PlaceOf) -> CheckSettings:
    """Read the section of a settings file.

    Args:
        values: the whole file.
        place_of: the place of a setting, by its name, for errors.

    Raises:
        InvalidSettings: a setting is unknown, or of the wrong kind.
    """
    section = values.get("check", {})
    if not isinstance(section, Mapping):
        raise SettingReader(values, place_of).wrong("check", "a table, `[check]`")
    for name in section:
        if name not in _NAMES:
            raise InvalidSettings(
                f"There is no setting `{name}` in `[check]`.",
                place=place_of(name),
                advice=f"There are: {', '.join(_NAMES)}.",
            )
    reader = SettingReader(section, place_of)
    return CheckSettings(
        reader.texts("select", _RULES),
        reader.texts("ignore", _RULES),
        _by_file(reader, section.get("per-file-ignores", {}), place_of),
    )


def _by_file(
    reader: SettingReader, table: object, place_of: PlaceOf
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(table, Mapping):
        raise reader.wrong("per-file-ignores", _BY_FILE)
    rules = SettingReader(table, place_of)
    return tuple((pattern, rules.texts(pattern, _RULES)) for pattern in table)
