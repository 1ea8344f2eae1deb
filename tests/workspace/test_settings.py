"""Settings: the command first, then the front matter, then the settings file."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.errors import InvalidSettings
from loccit.essays import read_essay
from loccit.model import Place
from loccit.workspace.library_paths import find_bibliography
from loccit.workspace.settings import Settings, settings_from_mapping
from loccit.workspace.settings_file import find_settings


def read(values: dict[str, object], folder: Path = Path()) -> Settings:
    return settings_from_mapping(values, lambda name: Place("essay.md", 1), [folder])


def test_what_is_said_first_wins() -> None:
    command, essay = (
        Settings(csl="apa"),
        Settings(csl="ieee", lang="de-DE", bibliography=(Path("a.bib"),)),
    )
    assert command.over(essay) == Settings(
        csl="apa", lang="de-DE", bibliography=(Path("a.bib"),)
    )


def test_false_is_said() -> None:
    assert (
        Settings(link_citations=False)
        .over(Settings(link_citations=True))
        .link_citations
        is False
    )


def test_pandocs_names() -> None:
    settings = read(
        {
            "bibliography": "a.bib",
            "references": [{"id": "x"}],
            "csl": "ieee",
            "lang": "en-GB",
            "nocite": "@x",
            "link-citations": True,
            "reference-section-title": "Sources",
            "suppress-bibliography": False,
            "notes-after-punctuation": False,
            "title": "not a setting",
        }
    )
    assert settings == Settings(
        bibliography=(Path("a.bib"),),
        references=({"id": "x"},),
        csl="ieee",
        lang="en-GB",
        nocite=("x",),
        link_citations=True,
        reference_section_title="Sources",
        suppress_bibliography=False,
        notes_after_punctuation=False,
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("bibliography", 3),
        ("lang", ["de"]),
        ("link-citations", "perhaps"),
        ("references", {"id": "x"}),
        ("csl", True),
        ("nocite", 5),
        ("markup", "word"),
        ("mailto", "nobody"),
        ("mailto", "ada@example.org\r\nX: y"),
    ],
)
def test_a_wrong_kind_is_said_with_its_place(name: str, value: object) -> None:
    with pytest.raises(InvalidSettings, match=rf"essay\.md:1: `{name}` should be"):
        read({name: value})


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (True, True),
        ("yes", True),
        ("true", True),
        ("On", True),
        ("no", False),
        ("FALSE", False),
        ("off", False),
        (None, None),
    ],
)
def test_truth_values(value: object, expected: bool | None) -> None:
    assert read({"link-citations": value}).link_citations is expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("lang: no", Settings(lang="no")),
        ("lang: null", Settings()),
        ("lang:", Settings()),
        ("reference-section-title: 1984", Settings(reference_section_title="1984")),
        ("proper-nouns: [No, 007]", Settings(proper_nouns=("No", "007"))),
        ("mailto: ada@example.org", Settings(mailto="ada@example.org")),
        ("bibliography: ~", Settings()),
        ("nocite: ['@a, @b', '@1_000']", Settings(nocite=("a", "b", "1_000"))),
        ("suppress-bibliography: on", Settings(suppress_bibliography=True)),
    ],
)
def test_settings_in_front_matter(yaml: str, expected: Settings) -> None:
    front_matter = read_essay(f"---\n{yaml}\n---\n".encode()).front_matter
    assert front_matter is not None
    assert read(dict(front_matter.values)) == expected


def test_paths_start_from_the_first_folder_that_has_them(tmp_path: Path) -> None:
    (tmp_path / "two").mkdir()
    (tmp_path / "two" / "a.bib").touch()
    folders = [tmp_path / "one", tmp_path / "two"]
    settings = settings_from_mapping(
        {"bibliography": ["a.bib", "b.bib"]}, lambda name: Place(), folders
    )
    assert settings.bibliography == (
        tmp_path / "two" / "a.bib",
        tmp_path / "one" / "b.bib",
    )


def test_the_nearest_settings_file(tmp_path: Path) -> None:
    (tmp_path / "loccit.toml").write_text('csl = "ieee"\nlink_citations = true\n')
    (tmp_path / "essays" / "drafts").mkdir(parents=True)
    (tmp_path / "essays" / "pyproject.toml").write_text('[project]\nname = "x"\n')
    assert find_settings(tmp_path / "essays" / "drafts") == Settings(
        csl="ieee", link_citations=True
    )
    (tmp_path / "essays" / "pyproject.toml").write_text(
        '[tool.loccit]\nbibliography = ["s.bib"]\n'
    )
    assert find_settings(tmp_path / "essays" / "drafts").bibliography == (
        tmp_path / "essays" / "s.bib",
    )


@pytest.mark.parametrize(
    ("text", "said"), [("csl = ", "not TOML"), ("sytle = 'apa'", "There is no setting")]
)
def test_a_faulty_settings_file(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "loccit.toml").write_text(text)
    with pytest.raises(InvalidSettings, match=said):
        find_settings(tmp_path)


def test_a_faulty_setting_is_said_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "loccit.toml").write_text('csl = "apa"\nlink-citations = 3\n')
    with pytest.raises(
        InvalidSettings,
        match=r"loccit\.toml:2:1: `link-citations` should be true or false",
    ):
        find_settings(tmp_path)


def test_the_nearest_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert find_bibliography(tmp_path) is None
    (tmp_path / "bibliography").mkdir()
    (tmp_path / "essays").mkdir()
    assert find_bibliography(tmp_path / "essays") == tmp_path / "bibliography"
    monkeypatch.chdir(tmp_path)
    assert find_bibliography(Path("essays")) == Path("bibliography")
