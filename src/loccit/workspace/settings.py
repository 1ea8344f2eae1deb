"""The settings of an essay, from three sources: the command line, the essay's front
matter, and a settings file.  `Settings.over` is how one takes precedence over another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from loccit._startup.dataclass import dataclass, replace
from loccit.workspace.setting_reader import PlaceOf, SettingReader, Values
from loccit.workspace.zotero_library import is_zotero


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
        notes_after_punctuation: put the marks of notes, or raised citations, after the
            punctuation; if not set, marks only.
        omit_repeated_year: leave the year out where a paragraph's sentences cite a work
            again.
        proper_nouns: names that keep their capitals where titles are put in sentence
            case.
        typed_citations: format citations and a list that are typed by hand, too, where
            their sources are beyond doubt; they are unless this is False.
        markup: one of `setting_reader.MARKUPS`, for citations; the essay's own if not set.
        fields: one of `setting_reader.FIELDS`, for the citations of a document; if not
            set, live ones stay what they are, and others join them if they are Zotero's.
        mailto: an address at which services on the network may reach the user.
    """

    bibliography: tuple[Path, ...] = ()
    references: tuple[Mapping[str, object], ...] = ()
    csl: str | None = None
    lang: str | None = None
    nocite: tuple[str, ...] = ()
    link_citations: bool | None = None
    reference_section_title: str | None = None
    suppress_bibliography: bool | None = None
    notes_after_punctuation: bool | None = None
    omit_repeated_year: bool | None = None
    proper_nouns: tuple[str, ...] = ()
    typed_citations: bool | None = None
    markup: str | None = None
    fields: str | None = None
    mailto: str | None = None

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
    values: Values,
    place_of: PlaceOf,
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
        notes_after_punctuation=reader.flag("notes-after-punctuation"),
        omit_repeated_year=reader.flag("omit-repeated-year"),
        proper_nouns=reader.texts("proper-nouns", "a name, or a list of names"),
        typed_citations=reader.flag("typed-citations"),
        markup=reader.markup(),
        fields=reader.fields(),
        mailto=reader.mailto(),
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
    path = Path(name).expanduser()
    if is_zotero(path):
        return path
    for folder in folders:
        if (folder / path).exists():
            return folder / path
    return folders[0] / path
