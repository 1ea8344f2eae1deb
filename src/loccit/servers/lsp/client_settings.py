"""What the writer has set in the editor, in its section `loccit`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeGuard

from loccit._startup.dataclass import dataclass
from loccit.workspace.settings import Settings
from loccit.workspace.zotero_library import is_zotero

#: The section of the client's settings that is ours.
SECTION = "loccit"
#: Seconds without a change after which a whole check begins.
_DEBOUNCE = 0.5


@dataclass(frozen=True, slots=True)
class ClientSettings:
    """The settings of the editor.

    Attributes:
        of_essays: over those of essays and settings files: `style`, `language` and
            `bibliography`.
        are_problems_shown: `diagnostics.enabled`.
        debounce: `diagnostics.debounce`, in seconds; a client has milliseconds.
        are_hints_shown: `inlayHints.enabled`.
    """

    of_essays: Settings = Settings()
    are_problems_shown: bool = True
    debounce: float = _DEBOUNCE
    are_hints_shown: bool = True


def settings_of(section: Any, folder: Path | None = None) -> ClientSettings:
    """Read the section; what is not of the right kind is left out.

    Args:
        section: JSON of any kind, as clients send it.
        folder: where relative paths begin; the current folder if there is none.

    >>> settings_of({"style": "ieee", "diagnostics": {"debounce": 200}}).debounce
    0.2
    >>> settings_of({"style": 3}) == settings_of(None) == ClientSettings()
    True
    """
    values = _mapping(section)
    diagnostics = _mapping(values.get("diagnostics"))
    hints = _mapping(values.get("inlayHints"))
    return ClientSettings(
        _of_essays(values, folder or Path()),
        diagnostics.get("enabled") is not False,
        _seconds(diagnostics.get("debounce")),
        hints.get("enabled") is not False,
    )


def _of_essays(values: Mapping[str, Any], folder: Path) -> Settings:
    style = _text(values.get("style"))
    return Settings(
        bibliography=_paths(values.get("bibliography"), folder),
        csl=str(_path(style, folder)) if _is_file(style) else style,
        lang=_text(values.get("language")),
    )


def _paths(value: Any, folder: Path) -> tuple[Path, ...]:
    """Return a path, or a list of paths, as they are in the settings of pandoc."""
    names = value if isinstance(value, list) else [value]
    return tuple(_path(name, folder) for name in names if _text(name))


def _path(name: str, folder: Path) -> Path:
    path = Path(name).expanduser()
    return path if is_zotero(path) else folder / path


def _is_file(style: str | None) -> TypeGuard[str]:
    """Return whether a style is a file, not an id or an address."""
    return style is not None and style.endswith(".csl") and "://" not in style


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _seconds(milliseconds: Any) -> float:
    if isinstance(milliseconds, int | float) and milliseconds >= 0:
        return milliseconds / 1000
    return _DEBOUNCE


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
