"""Which rules are checked in a file: what a command selects over what the settings file
says.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, partial
from pathlib import Path

from loccit._startup.dataclass import replace
from loccit.bibliography import Library
from loccit.errors import InvalidSettings
from loccit.lint import Checker
from loccit.lint.selection import Selection, nearest_rule, unknown_rules, weight
from loccit.lint.sources import rule_names
from loccit.model import Place
from loccit.workspace.check_settings import CheckSettings
from loccit.workspace.essay_files import is_chosen
from loccit.workspace.essay_files.file_patterns import parse_pattern
from loccit.workspace.settings_file import SettingsFile, find_settings_file


def selected_in(path: Path, command: Selection) -> Selection:
    """Return which rules are checked in an essay.

    Args:
        path: its file.
        command: what the command selects and ignores.

    Raises:
        InvalidSettings: the settings file has a mistake, or names an unknown rule.
    """
    file = find_settings_file(path.parent)
    if file is None:
        return command
    never = _ignored_in(path, file.path.parent, file.check)
    return replace(_over(command, file), never=never)


def source_checker(library: Library, command: Selection) -> Checker:
    """Return what checks a library, as the settings file of its folder says.

    Raises:
        InvalidSettings: as `selected_in`.
    """
    file = find_settings_file(_folder(library))
    if file is None:
        return Checker(library, select=command.of_sources())
    chosen = _over(command, file)
    ignored_in = partial(_names_in, folder=file.path.parent, check=file.check)
    return Checker(library, select=chosen.of_sources(), ignored_in=ignored_in)


def _folder(library: Library) -> Path:
    """Return the folder of a library's first file that has sources."""
    for file in library.files:
        if file.keys:
            return Path(file.place(0).path).parent
    return Path.cwd()


@cache
def _names_in(path: str, folder: Path, check: CheckSettings) -> Collection[str]:
    """Return the names of the rules for sources that are ignored in a file."""
    choices = _ignored_in(Path(path), folder, check)
    return [
        name for name in rule_names() if any(weight(each, name) for each in choices)
    ]


def _over(command: Selection, file: SettingsFile) -> Selection:
    _require_known(file)
    return replace(
        command,
        select=command.select or file.check.select,
        ignore=command.ignore or file.check.ignore,
    )


def _ignored_in(path: Path, folder: Path, check: CheckSettings) -> tuple[str, ...]:
    """Return what is ignored in a file, by the patterns of the settings file's folder."""
    if not path.absolute().is_relative_to(folder.absolute()):
        return ()
    inner = path.absolute().relative_to(folder.absolute()).parts
    return tuple(
        rule
        for pattern, rules in check.per_file_ignores
        if is_chosen(inner, [parse_pattern(pattern)])
        for rule in rules
    )


def _require_known(file: SettingsFile) -> None:
    for name in unknown_rules(file.check.rules):
        near = nearest_rule(name)
        raise InvalidSettings(
            f"There is no rule `{name}`, which `[check]` names.",
            place=Place(str(file.path)),
            advice=f"Did you mean `{near}`?" if near else "",
        )
